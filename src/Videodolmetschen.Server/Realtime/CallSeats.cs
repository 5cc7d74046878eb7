using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Which tab of a person carries the call. A person is in one session at most, so there is one seat per person.</summary>
internal sealed class CallSeats(Connections connections, LiveBoard board)
{
    private readonly ConcurrentDictionary<Party, Holding> _seats = new();

    /// <param name="Device">The tab.</param>
    /// <param name="IsClaimed">The tab asked, accepted or carries media; else it merely came first.</param>
    private sealed record Holding(Guid Device, bool IsClaimed);

    /// <summary>The person pressed or accepted in this tab.</summary>
    /// <returns>The tab that had the call until now, when it is another one and still there.</returns>
    public LiveConnection? Take(LiveConnection connection)
    {
        if (connection.Device is not { } device)
        {
            return null;
        }

        var before = _seats.GetValueOrDefault(connection.Party);
        _seats[connection.Party] = new Holding(device, IsClaimed: true);
        return before is null || before.Device == device ? null : connections.Find(connection.Party, before.Device);
    }

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
        if (args.TakeCall || seat is null || seat.Device == args.DeviceId || (holds && !seat.IsClaimed))
        {
            var before = Take(connection);
            _seats[connection.Party] = new Holding(args.DeviceId, args.TakeCall || holds || seat?.IsClaimed == true && seat.Device == args.DeviceId);
            return (true, before);
        }

        return (false, null);
    }

    /// <summary>At the birth of a session: the tab that pressed or accepted, or the latest one when that is gone.</summary>
    public LiveConnection? Seated(Party party)
    {
        if (Holder(party) is { } holder)
        {
            return holder;
        }

        var latest = connections.Of(party).LastOrDefault(connection => connection.Device is not null);
        if (latest?.Device is { } device)
        {
            _seats[party] = new Holding(device, IsClaimed: false);
        }

        return latest;
    }

    /// <summary>The connected tab that carries the call.</summary>
    public LiveConnection? Holder(Party party) =>
        _seats.TryGetValue(party, out var seat) ? connections.Find(party, seat.Device) : null;

    /// <summary>The session is over; the next one finds its own seat.</summary>
    public void Leave(Session session)
    {
        Leave(Party.Of(session.Requester));
        Leave(Party.Of(session.Interpreter));
    }

    public void Leave(Party party) => _seats.TryRemove(party, out _);
}
