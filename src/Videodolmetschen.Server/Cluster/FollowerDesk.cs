using System.Collections.Concurrent;
using System.Diagnostics;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>What a follower reads when it begins to follow.</summary>
internal sealed record FollowerStores(SnapshotStore Snapshots, PolicyStore Policies, Customers.UnitNames Units);

/// <summary>
/// What a node does that does not decide: keeps its own board by what the holder has stored, tells its own clients, and
/// forwards their commands. Where the thread is lost, or another node takes over, it begins anew from the tables.
/// </summary>
internal sealed partial class FollowerDesk(
    NodeBus bus, FollowerStores stores, DispatchAudience audience, ClusterMeters meters, ILogger<FollowerDesk> logger)
{
    private static readonly TimeSpan JoinAgainAfter = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<long, Forwarded> _pending = new();
    private readonly List<NodeMessage.Stored> _backlog = [];
    private TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _lastId;
    private bool _isActive;
    private Leader? _leader;
    private Stage _stage;
    private long _joinedAt;
    private bool _hasServed;

    private enum Stage
    {
        Lost,
        Joining,
        Loading,
        Following,
    }

    private sealed record Leader(long Epoch, NodeId Node);

    private sealed record Forwarded(Waiting Waiting, long SentAt);

    /// <summary>The board is in step with the holder, and commands find their way.</summary>
    public bool IsReady
    {
        get
        {
            lock (_gate)
            {
                return _isActive && _stage == Stage.Following;
            }
        }
    }

    public Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return IsReady ? Task.CompletedTask : _ready.Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Called by the loop when it does not hold the lease.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            (_isActive, _leader, _stage) = (true, null, Stage.Lost);
        }
    }

    /// <summary>Called by the loop before it decides itself.</summary>
    /// <returns>What was forwarded and not answered: to be decided here now, and the same as ever when it had been decided.</returns>
    public List<Waiting> End()
    {
        lock (_gate)
        {
            _isActive = false;
            _hasServed = true;
            _backlog.Clear();
            var open = _pending.OrderBy(one => one.Key).Select(one => one.Value.Waiting).ToList();
            _pending.Clear();
            return open;
        }
    }

    /// <summary>Whom a change of the holder concerns: what they were told may differ from what was stored.</summary>
    public List<LiveConnection> Doubtful() =>
        [.. audience.Board.Concerned().SelectMany(party => audience.Connections.Of(party)).Concat(audience.Connections.FloorWatchers())];

    public void Forward(Waiting waiting)
    {
        if (_leader is not { } leader || waiting.Command is not { } command)
        {
            return;
        }

        switch (command)
        {
            case DispatchCommand.Connect connect when !waiting.IsAwaited:
                bus.Send(leader.Node, new NodeMessage.Arrived(connect.Who));
                break;
            case DispatchCommand.LoseConnection lose when !waiting.IsAwaited:
                bus.Send(leader.Node, new NodeMessage.Left(lose.Who));
                break;
            default:
                var id = Interlocked.Increment(ref _lastId);
                _pending[id] = new Forwarded(waiting, Stopwatch.GetTimestamp());
                bus.Send(leader.Node, new NodeMessage.Ask(id, command));
                break;
        }
    }

    public async ValueTask HearAsync(NodeId from, NodeMessage message)
    {
        switch (message)
        {
            // An answer must not overtake what it rests on: a board that is being read anew asks again afterwards.
            case NodeMessage.Answer answer when IsReady && _pending.TryRemove(answer.Id, out var forwarded):
                meters.Forwarded(Stopwatch.GetElapsedTime(forwarded.SentAt));
                forwarded.Waiting.Tell(new Decided(answer.Revision, answer.Reply, []));
                break;
            case NodeMessage.Leads leads:
                Follow(leads.Epoch, from, isAnew: true);
                break;
            case NodeMessage.Welcome welcome:
                Take(from, welcome);
                break;
            case NodeMessage.Stored stored:
                await KnowUnitsAsync(stored);
                Take(from, stored);
                break;
        }
    }

    public void Note(BusEvent happened)
    {
        switch (happened)
        {
            case BusEvent.HolderSeen seen:
                Follow(seen.Epoch, seen.Holder, isAnew: false);
                break;
            case BusEvent.Missed missed:
                Lose(missed.From);
                break;
            case BusEvent.Loaded loaded:
                Take(loaded);
                break;
            case BusEvent.NotLoaded:
                Lose(_leader?.Node);
                break;
            case BusEvent.Beat:
                JoinAgain();
                break;
        }
    }

    private void Follow(long epoch, NodeId node, bool isAnew)
    {
        lock (_gate)
        {
            var isKnown = _leader is { } leader && leader.Epoch == epoch && leader.Node == node;
            if (!_isActive || node == bus.Id || epoch < (_leader?.Epoch ?? 0) || (isKnown && !isAnew))
            {
                return;
            }

            _leader = new Leader(epoch, node);
            Join();
        }
    }

    private void Lose(NodeId? node)
    {
        lock (_gate)
        {
            if (_isActive && _leader is { } leader && leader.Node == node)
            {
                _stage = Stage.Lost;
                Join();
            }
        }
    }

    private void JoinAgain()
    {
        lock (_gate)
        {
            if (_isActive && _leader is not null && _stage is Stage.Joining or Stage.Lost && Stopwatch.GetElapsedTime(_joinedAt) > JoinAgainAfter)
            {
                Join();
            }
        }
    }

    private void Join()
    {
        _hasServed |= _stage == Stage.Following;
        _stage = Stage.Joining;
        _joinedAt = Stopwatch.GetTimestamp();
        _backlog.Clear();
        bus.Send(_leader!.Node, new NodeMessage.Join(_leader.Epoch, audience.Connections.Present()));
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Following node {Holder}, epoch {Epoch}: {OpenRequests} open requests and {Sessions} sessions")]
    private partial void LogFollowing(Guid holder, long epoch, int openRequests, int sessions);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The live tables cannot be read for following; trying again")]
    private partial void LogNotLoaded(Exception failure);
}
