using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// How nodes talk: each message is kept in a table for seconds and announced by NOTIFY, several in one, never inside the
/// dispatcher's transaction. A notification is only a hint: whoever missed one sees by the sender's number what to read.
/// </summary>
internal sealed partial class NodeBus : BackgroundService
{
    private const int LinesAtOnce = 1_000;
    private const int BeatsPerSweep = 10;
    private const int FlushAtMost = 100;

    private static readonly TimeSpan FlushEvery = TimeSpan.FromMilliseconds(10);

    private static readonly TimeSpan RetryAfter = TimeSpan.FromMilliseconds(200);

    private readonly NodeConnections _connections;
    private readonly TenantScope _scope;
    private readonly ClusterOptions _options;
    private readonly ClusterMeters _meters;
    private readonly ILogger<NodeBus> _logger;
    private readonly Channel<(NodeId? To, NodeMessage Message)> _outgoing = Channel.CreateUnbounded<(NodeId?, NodeMessage)>();
    private readonly Channel<Arrival> _arrivals = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Channel<BusEvent> _events = Channel.CreateUnbounded<BusEvent>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Queue<NodeBundle> _unsent = new();
    private readonly HeardNumbers _heard = new();
    private readonly HashSet<NodeId> _peers = [];
    private long _lastPacked;
    private long _lastSent;
    private bool _listens;
    private long _calledAt;
    private long _heardMyselfAt;
    private bool _hasBegun;
    private volatile bool _hasPeers;

    public NodeBus(NodeId id, NodeConnections connections, TenantScope scope, IOptions<ClusterOptions> options, ClusterMeters meters, ILogger<NodeBus> logger)
    {
        (Id, _connections, _scope, _options, _meters, _logger) = (id, connections, scope, options.Value, meters, logger);
        _heardMyselfAt = Stopwatch.GetTimestamp();
        _meters.Watch(() => _peers.Count);
    }

    /// <summary>A notification, a look at the registry, or both at once.</summary>
    private sealed record Arrival(NodeId Sender, long Number, string? Messages, IReadOnlyList<NodeRow>? Roll = null);

    public NodeId Id { get; }

    /// <summary>Somebody else is there to be told.</summary>
    public bool HasPeers => _hasPeers;

    /// <summary>This node hears what it says itself: NOTIFY, LISTEN and the database between them work.</summary>
    public bool IsFresh => Volatile.Read(ref _heardMyselfAt) is > 0 and var at && Stopwatch.GetElapsedTime(at) < _options.DeadAfter;

    public ChannelReader<BusEvent> Events => _events.Reader;

    public void Note(BusEvent happened) => _events.Writer.TryWrite(happened);

    /// <summary>Returns at once; sent in order.</summary>
    public void Send(NodeId to, NodeMessage message) => _outgoing.Writer.TryWrite((to, message));

    public void Tell(NodeMessage message)
    {
        if (_hasPeers)
        {
            _outgoing.Writer.TryWrite((null, message));
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What the others wait for still goes out: answers, and that the lease is free.
        for (var i = 0; i < FlushAtMost && Volatile.Read(ref _lastSent) > 0 && (_outgoing.Reader.Count > 0 || _lastPacked > Volatile.Read(ref _lastSent)); i++)
        {
            await Task.Delay(FlushEvery, CancellationToken.None);
        }

        await base.StopAsync(cancellationToken);
        await LeaveAsync();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(
        KeepAsync(SendAllAsync, stoppingToken), KeepAsync(ListenAsync, stoppingToken), KeepAsync(BeatAsync, stoppingToken), SortAllAsync(stoppingToken));

    private async Task SendAllAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        while (_unsent.Count > 0 || await _outgoing.Reader.WaitToReadAsync(stoppingToken))
        {
            Pack();
            // Once begun it is not given up: what this node still says while it stops, others wait for.
            await NodeStore.SendAsync(connection, Id, [.. _unsent], CancellationToken.None);
            Volatile.Write(ref _lastSent, _unsent.Last().Number);
            _unsent.Clear();
        }
    }

    private void Pack()
    {
        Queue<string> lines = [];
        while (lines.Count < LinesAtOnce && _outgoing.Reader.TryRead(out var next))
        {
            lines.Enqueue(NodeBundle.Line(next.To, next.Message));
        }

        while (lines.Count > 0)
        {
            _unsent.Enqueue(NodeBundle.Of(Id, ++_lastPacked, lines));
        }
    }

    private async Task ListenAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        connection.Notification += (_, notification) =>
        {
            if (NodeBundle.Read(notification.Payload) is { } read)
            {
                _arrivals.Writer.TryWrite(new Arrival(read.Sender, read.Number, read.Messages));
            }
        };
        await NodeStore.ListenAsync(connection, stoppingToken);
        Volatile.Write(ref _listens, true);
        while (true)
        {
            await connection.WaitAsync(stoppingToken);
        }
    }

    private async Task BeatAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_options.BeatEvery);
        var beats = 0;
        do
        {
            // Looked at before listening it would say what has been heard already, and be wrong.
            if (Volatile.Read(ref _listens))
            {
                Interlocked.CompareExchange(ref _calledAt, Stopwatch.GetTimestamp(), 0);
                var roll = await NodeStore.BeatAsync(connection, Id, Volatile.Read(ref _lastSent), $"{Id} 0", stoppingToken);
                _arrivals.Writer.TryWrite(new Arrival(Id, 0, null, roll));
                if (beats++ % BeatsPerSweep == 0)
                {
                    await NodeStore.SweepAsync(connection, _options.MessagesKept, stoppingToken);
                }
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LeaveAsync()
    {
        try
        {
            await using var staff = await _scope.OpenForStaffAsync(CancellationToken.None);
            await NodeStore.LeaveAsync(staff.Connection, Id);
            await staff.CommitAsync(CancellationToken.None);
        }
        catch (Exception away) when (DatabaseFailure.IsPassing(away) || away is TimeoutException or InvalidOperationException)
        {
            LogAway(away.GetType().Name);
        }
    }

    /// <summary>Begins again on a new connection whenever the database was away.</summary>
    private async Task KeepAsync(Func<NpgsqlConnection, CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        var isAway = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await _connections.OpenAsync(stoppingToken);
                isAway = false;
                await work(connection, stoppingToken);
            }
            catch (Exception passing) when (!stoppingToken.IsCancellationRequested && (DatabaseFailure.IsPassing(passing) || passing is TimeoutException or IOException or InvalidOperationException))
            {
                if (!isAway)
                {
                    isAway = true;
                    LogAway(passing.GetType().Name);
                }

                await Task.Delay(RetryAfter, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The bus between the nodes is away ({Cause}); trying again")]
    private partial void LogAway(string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Messages of node {Sender} were lost")]
    private partial void LogMissed(Guid sender);

    [LoggerMessage(Level = LogLevel.Information, Message = "Node {Node} is there")]
    private partial void LogCame(Guid node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Node {Node} is gone")]
    private partial void LogGone(Guid node);

    [LoggerMessage(Level = LogLevel.Error, Message = "A message of node {Sender} cannot be read")]
    private partial void LogUnreadable(Exception failure, Guid sender);
}
