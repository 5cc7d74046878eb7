using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>
/// Which tab of a person carries the call, and on which node. A person is in one session at most, so there is one seat per
/// person. Every node knows all of them; of two changes that cross each other the later one holds everywhere.
/// </summary>
internal sealed class CallSeats(Connections connections, LiveBoard board, NodeBus bus, SteadyClock clock)
{
    private readonly ConcurrentDictionary<Party, HeldSeat> _seats = new();

    /// <summary>The person pressed or accepted in this tab.</summary>
    /// <returns>The tab of this node that had the call until now, when it is another one and still there.</returns>
    public LiveConnection? Take(LiveConnection connection) => Take(connection, isClaimed: true);

    /// <summary>The person accepts in this tab; a call that already runs elsewhere stays there until that is certain.</summary>
    public void Prefer(LiveConnection connection)
    {
        if (board.SessionOf(connection.Party) is null)
        {
            Take(connection);
        }
    }

    /// <summary>Whether the tab that resumes in the middle of a session is to carry the call, and who had it before.</summary>
    public (bool HasCall, LiveConnection? Before) Resume(LiveConnection connection, ResumeArgs args, SessionId session)
    {
        var seat = _seats.GetValueOrDefault(connection.Party);
        var holds = args.HoldsSessionId == session.Value;
        return args.TakeCall || seat is null || seat.Device == args.DeviceId || (holds && !seat.IsClaimed)
            ? (true, Take(connection, args.TakeCall || holds || (seat?.IsClaimed == true && seat.Device == args.DeviceId)))
            : (false, null);
    }

    /// <summary>At the birth of a session: the tab that pressed or accepted, or the latest one when that is gone; null when it is on another node.</summary>
    public LiveConnection? Seated(Party party)
    {
        if (Holder(party) is { } holder)
        {
            return holder;
        }

        var latest = Elsewhere(party) is null ? connections.Of(party).LastOrDefault(connection => connection.Device is not null) : null;
        if (latest is not null)
        {
            Take(latest, isClaimed: false);
        }

        return latest;
    }

    /// <summary>The tab connected to this node that carries the call.</summary>
    public LiveConnection? Holder(Party party) =>
        _seats.TryGetValue(party, out var seat) && seat.Node == bus.Id ? connections.Find(party, seat.Device) : null;

    /// <summary>The tab that carries the call, when it is connected to another node.</summary>
    public (NodeId Node, Guid Device)? Elsewhere(Party party) =>
        _seats.TryGetValue(party, out var seat) && seat.Node is { } node && node != bus.Id ? (node, seat.Device) : null;

    /// <summary>No tab is known to have carried the call: this node has not heard of any yet.</summary>
    public bool IsFree(Party party) => !_seats.ContainsKey(party);

    /// <summary>The session is over; the next one finds its own seat.</summary>
    public void Leave(Session session)
    {
        Leave(Party.Of(session.Requester));
        Leave(Party.Of(session.Interpreter));
    }

    public void Leave(Party party) => _seats.TryRemove(party, out _);

    /// <summary>A tab has closed. Its seat is kept for its return, but nobody signals there meanwhile.</summary>
    public void Vacate(LiveConnection connection)
    {
        if (_seats.TryGetValue(connection.Party, out var seat) && seat.Node == bus.Id && seat.Device == connection.Device && Holder(connection.Party) is null)
        {
            Set(seat with { Node = null });
        }
    }

    /// <summary>What another node says of a seat.</summary>
    /// <returns>The tab of this node that has lost the call by it.</returns>
    public LiveConnection? Hear(HeldSeat heard)
    {
        var before = Holder(heard.Who);
        var now = _seats.AddOrUpdate(heard.Who, heard, (_, known) => heard.IsLaterThan(known) ? heard : known);
        return ReferenceEquals(now, heard) && before?.Device != heard.Device ? before : null;
    }

    /// <summary>The tabs of a node that is gone will come back to another one.</summary>
    public void Forget(NodeId gone)
    {
        foreach (var (who, seat) in _seats.Where(one => one.Value.Node == gone))
        {
            _seats.TryUpdate(who, seat with { Node = null }, seat);
        }
    }

    public List<HeldSeat> All() => [.. _seats.Values];

    /// <summary>Those of this node, told to others anew.</summary>
    public void TellOwn() => _seats.Values.Where(seat => seat.Node == bus.Id).ToList().ForEach(seat => bus.Tell(new NodeMessage.SeatTaken(seat)));

    private LiveConnection? Take(LiveConnection connection, bool isClaimed)
    {
        if (connection.Device is not { } device)
        {
            return null;
        }

        var before = Holder(connection.Party);
        Set(new HeldSeat(connection.Party, device, isClaimed, bus.Id, _seats.GetValueOrDefault(connection.Party)?.Version ?? 0));
        return before?.Device == device ? null : before;
    }

    private void Set(HeldSeat seat)
    {
        // Clocks of nodes differ by milliseconds; the version never goes back for it.
        var next = seat with { Version = Math.Max(seat.Version + 1, clock.Now.UtcTicks) };
        _seats[seat.Who] = next;
        bus.Tell(new NodeMessage.SeatTaken(next));
    }
}
