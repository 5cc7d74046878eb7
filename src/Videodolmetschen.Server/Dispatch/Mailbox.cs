using System.Diagnostics;
using System.Threading.Channels;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>A command that waits for its answer. Without a command it only wakes the loop.</summary>
internal sealed class Waiting(DispatchCommand? command)
{
    private readonly TaskCompletionSource<Decided> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DispatchCommand? Command => command;

    /// <summary>False for who came and went, which is only said.</summary>
    public bool IsAwaited { get; init; } = true;

    /// <summary>By the monotonic clock.</summary>
    public long PostedAt { get; set; }

    /// <summary>The trace in which it was asked; default while nobody traces.</summary>
    public ActivityContext AskedBy { get; init; }

    public Task<Decided> Answer => _answer.Task;

    public void Tell(Decided decided) => _answer.TrySetResult(decided);

    public void Refuse(ErrorCode code) => _answer.TrySetResult(new Decided(0, new DispatchReply.Refused(code), []));
}

/// <summary>The only way to the loop. Posting never waits.</summary>
internal sealed class Mailbox(int waitingAtMost, TimeProvider time)
{
    private static readonly Waiting WakeUp = new(null);
    private readonly Channel<Waiting> _channel = Channel.CreateUnbounded<Waiting>();

    public ChannelReader<Waiting> Reader => _channel.Reader;

    /// <summary>False when too many wait already, or when the loop has ended.</summary>
    public bool TryPost(Waiting waiting)
    {
        waiting.PostedAt = time.GetTimestamp();
        return _channel.Reader.Count < waitingAtMost && _channel.Writer.TryWrite(waiting);
    }

    /// <summary>For what must not be lost: who is connected. Ignored once the loop has ended.</summary>
    public void Post(DispatchCommand command) => Post(new Waiting(command) { IsAwaited = false });

    /// <summary>For what must not be lost and is waited for; false once the loop has ended.</summary>
    public bool Post(Waiting waiting)
    {
        waiting.PostedAt = time.GetTimestamp();
        return _channel.Writer.TryWrite(waiting);
    }

    public void Wake() => _channel.Writer.TryWrite(WakeUp);

    public void Close() => _channel.Writer.TryComplete();
}
