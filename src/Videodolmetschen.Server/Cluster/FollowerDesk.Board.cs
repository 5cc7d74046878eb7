using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <content>
/// The board of a follower. It is read from the tables after the holder has promised to tell everything from now on; what
/// was told meanwhile is taken afterwards. Rows may go back for a moment then, and forward again: nothing is decided here.
/// </content>
internal sealed partial class FollowerDesk
{
    private HashSet<Party> _connected = [];

    private void Take(NodeId from, NodeMessage.Welcome welcome)
    {
        lock (_gate)
        {
            if (!_isActive || _stage != Stage.Joining || _leader is not { } leader || leader.Node != from || leader.Epoch != welcome.Epoch)
            {
                return;
            }

            _stage = Stage.Loading;
            _connected = [.. welcome.Connected];
            _backlog.Clear();
        }

        _ = LoadAsync(welcome.Epoch);
    }

    private async Task LoadAsync(long epoch)
    {
        try
        {
            var policy = await stores.Policies.ReadAsync(CancellationToken.None);
            bus.Note(new BusEvent.Loaded(epoch, policy, await stores.Snapshots.LoadAsync(CancellationToken.None)));
        }
        catch (Exception failure)
        {
            LogNotLoaded(failure);
            bus.Note(new BusEvent.NotLoaded(epoch));
        }
    }

    private void Take(BusEvent.Loaded loaded)
    {
        lock (_gate)
        {
            if (!_isActive || _stage != Stage.Loading || _leader is not { } leader || leader.Epoch != loaded.Epoch)
            {
                return;
            }

            var doubtful = _hasServed ? Doubtful() : [];
            var before = audience.Board.Presences.ToDictionary();
            audience.Board.Load(loaded.Snapshot);
            audience.Board.Use(loaded.Policy);
            audience.Board.TakeConnected(_connected);
            if (_hasServed)
            {
                var changed = audience.Board.Presences.Where(now => before.GetValueOrDefault(now.Key) != now.Value).Select(now => Party.Of(now.Key));
                doubtful = [.. doubtful, .. Doubtful(), .. changed.SelectMany(party => audience.Connections.Of(party))];
            }

            _stage = Stage.Following;
            _backlog.ForEach(Apply);
            _backlog.Clear();
            doubtful.ForEach(connection => connection.Abort());
            AskAgain(leader);
            meters.Joined();
            _ready.TrySetResult();
            _ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            LogFollowing(leader.Node.Value, leader.Epoch, audience.Board.Requests.Count, audience.Board.Sessions.Count);
        }

        audience.Mailbox.Wake();
    }

    /// <summary>
    /// The former holder may have decided these, or not: the same command gets the same answer, as when a browser sends it again.
    /// </summary>
    private void AskAgain(Leader leader)
    {
        foreach (var (id, forwarded) in _pending.OrderBy(one => one.Key))
        {
            bus.Send(leader.Node, new NodeMessage.Ask(id, forwarded.Waiting.Command!));
        }
    }

    private void Take(NodeId from, NodeMessage.Stored stored)
    {
        lock (_gate)
        {
            if (_isActive && _leader is { } leader && leader.Node == from && leader.Epoch == stored.Epoch)
            {
                if (_stage == Stage.Loading)
                {
                    _backlog.Add(stored);
                }
                else if (_stage == Stage.Following)
                {
                    Apply(stored);
                }
            }
        }
    }

    /// <summary>Exactly what the holder does after its commit, without the answers.</summary>
    private void Apply(NodeMessage.Stored stored)
    {
        var batch = DispatchBatch.FromOther(stored.Decisions);
        var heard = batch.Complete(audience.Board);
        audience.Notifier.Tell(heard, batch.Changes, stored.Decisions[^1].Revision);
        audience.Notifier.CameOrWent(batch);
    }

    /// <summary>A unit that came after this node had read them is asked for by somebody on another node first.</summary>
    private async ValueTask KnowUnitsAsync(NodeMessage.Stored stored)
    {
        foreach (var request in stored.Decisions.SelectMany(one => one.Changes).OfType<Change.OfRequest>())
        {
            if (stores.Units.Find(request.After.Unit) is null)
            {
                await stores.Units.LoadAsync(CancellationToken.None);
                return;
            }
        }
    }
}
