using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// The one owner of the <see cref="Dispatcher"/>. Takes all commands that wait, decides one after the other, stores the
/// decisions in one transaction, and only then answers and lets others be told. While one commit is under way, commands
/// gather. When storing fails the memory is dropped and read anew: the tables are the truth.
/// </summary>
internal sealed partial class DispatchService : BackgroundService
{
    private readonly DispatchOptions _options;
    private readonly TimeProvider _time;
    private readonly SteadyClock _clock;
    private readonly DispatchStores _stores;
    private readonly LiveBoard _board;
    private readonly Connections _connections;
    private readonly ClientNotifier _notifier;
    private readonly ILogger<DispatchService> _logger;
    private readonly Mailbox _mailbox;
    private readonly DispatchMeters _meters;
    private readonly Leadership _leadership;
    private readonly ITimer _timer;
    private readonly Queue<Waiting> _oneByOne = new();
    private readonly HashSet<LiveConnection> _doubtful = [];
    private Dispatcher _dispatcher;
    private long _revision;
    private long _lastBeat;
    private long _tookOverAt;
    private string _reloadCause = "start";
    private int _failures;
    private volatile bool _isAway;

    public DispatchService(
        IOptions<DispatchOptions> options, DispatchClocks clocks, DispatchStores stores, DispatchAudience audience, Leadership leadership, ILogger<DispatchService> logger)
    {
        (_options, _time, _clock, _stores, _logger) = (options.Value, clocks.Time, clocks.Steady, stores, logger);
        (_board, _connections, _notifier) = audience;
        _leadership = leadership;
        (_mailbox, _meters) = (audience.Mailbox, audience.Meters);
        _dispatcher = NewDispatcher(new StoredPolicy(0, _options.Policy));
        _lastBeat = _time.GetTimestamp();
        _timer = _time.CreateTimer(_ => _mailbox.Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The loop has come round lately, or follows a node that decides.</summary>
    public bool IsBeating => _leadership.Follower.IsReady || _time.GetElapsedTime(Volatile.Read(ref _lastBeat)) < _options.BeatMissedAfter;

    /// <summary>This node decides, or is in step with the one that does.</summary>
    public bool HasRole => _leadership.Holder.Epoch > 0 || _leadership.Follower.IsReady;

    /// <summary>When the memory was last read from the tables; null while it cannot be, or another node decides.</summary>
    public DateTimeOffset? TookOverAt => _isAway || _leadership.Holder.Epoch == 0 || Volatile.Read(ref _tookOverAt) is not (> 0 and var ticks) ? null : new DateTimeOffset(ticks, TimeSpan.Zero);

    /// <summary>Posts the command and waits for the stored decision.</summary>
    /// <exception cref="DomainException">The broken rule, or <see cref="ErrorCode.ServiceUnavailable"/>.</exception>
    /// <exception cref="TimeoutException">Not stored yet, and nobody knows whether it will be.</exception>
    public async Task<(TReply Reply, Decided Decided)> AskAsync<TReply>(DispatchCommand command)
        where TReply : DispatchReply
    {
        var decided = await AskAsync(command);
        return decided.Reply is TReply reply
            ? (reply, decided)
            : throw new InvalidOperationException($"{command.GetType().Name} was answered by {decided.Reply.GetType().Name}.");
    }

    /// <inheritdoc cref="AskAsync{TReply}"/>
    public async Task<Decided> AskAsync(DispatchCommand command)
    {
        using var span = _meters.Loop.Ask(command);
        var waiting = new Waiting(command) { AskedBy = span?.Context ?? default };
        if (_isAway || !_mailbox.TryPost(waiting))
        {
            throw new DomainException(ErrorCode.ServiceUnavailable);
        }

        var decided = await waiting.Answer.WaitAsync(_options.AnswerWithin);
        return decided.Reply is DispatchReply.Refused refused ? throw new DomainException(refused.Code) : decided;
    }

    public override void Dispose()
    {
        _timer.Dispose();
        _handOver.Dispose();
        base.Dispose();
    }

    private async Task WorkUntilFailureAsync(CancellationToken stoppingToken)
    {
        var batch = new DispatchBatch();
        try
        {
            while (_oneByOne.Count > 0 || await _mailbox.Reader.WaitToReadAsync(stoppingToken))
            {
                batch = new DispatchBatch();
                Decide(batch);
                CrashPoint.Reach("decided", batch.Steps());
                await StoreAsync(batch);
                CrashPoint.Reach("stored", batch.Steps());
                Publish(batch);
            }
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            TakeBack(batch, failure);
        }
    }

    private async Task StoreAsync(DispatchBatch batch)
    {
        using var span = _meters.Loop.Commit(batch);
        var began = _meters.Loop.Now();
        await _stores.Changes.StoreAsync(batch.Changes, _clock.Now, _held!.Epoch, CancellationToken.None);
        _meters.Loop.Stored(batch, began);
    }

    private void Decide(DispatchBatch batch)
    {
        Volatile.Write(ref _lastBeat, _time.GetTimestamp());
        var now = _clock.Now;
        for (var rounds = 0; rounds < _options.BatchAtMost && _dispatcher.NextDeadline <= now; rounds++)
        {
            batch.Add(null, ++_revision, _dispatcher.Tick(now));
        }

        var limit = _oneByOne.Count > 0 ? 1 : _options.BatchAtMost;
        for (var commands = 0; commands < limit && (_oneByOne.TryDequeue(out var waiting) || _mailbox.Reader.TryRead(out waiting));)
        {
            if (waiting.Command is { } command)
            {
                commands++;
                _meters.Loop.Taken(waiting);
                Decide(batch, waiting, command);
            }
        }

        batch.IsDecided = true;
    }

    private void Decide(DispatchBatch batch, Waiting waiting, DispatchCommand command)
    {
        if (command is DispatchCommand.LoseConnection lost && _leadership.Whereabouts.IsPresent(lost.Who))
        {
            // Came back meanwhile, or is connected to another node.
            return;
        }

        try
        {
            batch.Add(waiting, ++_revision, _dispatcher.Handle(command, _clock.Now));
        }
        catch
        {
            // The memory may be half changed, so it is dropped. The others of the batch are tried again, this one is not.
            waiting.Refuse(ErrorCode.Unexpected);
            throw;
        }
    }

    private void Publish(DispatchBatch batch)
    {
        _failures = 0;
        _leadership.Holder.Publish(batch);
        var heard = batch.Complete(_board);
        _notifier.Tell(heard, batch.Changes, _revision);
        _notifier.CameOrWent(batch);
        _meters.Loop.Told(batch);
        _meters.Outcomes.Note(batch.Changes, heard);
        SetTimer();
    }

    private void SetTimer()
    {
        var untilDue = _dispatcher.NextDeadline is { } due ? due - _clock.Now : _options.BeatEvery;
        var wait = untilDue < _options.BeatEvery ? untilDue : _options.BeatEvery;
        // Timers count whole milliseconds; rounded down they would fire before the deadline.
        _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, Math.Ceiling(wait.TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private static Dispatcher NewDispatcher(StoredPolicy stored) => new(stored.Policy, Guid.CreateVersion7, stored.Version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of decisions was not stored; reading the tables anew")]
    private partial void LogDropped(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live tables cannot be read; trying again")]
    private partial void LogNotLoaded(Exception failure);

    [LoggerMessage(Level = LogLevel.Information, Message = "Dispatch has taken over {OpenRequests} open requests and {Sessions} sessions")]
    private partial void LogLoaded(int openRequests, int sessions);
}
