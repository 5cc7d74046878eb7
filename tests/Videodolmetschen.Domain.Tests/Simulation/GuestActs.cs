using System.Globalization;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Domain.Tests.Invariants;

namespace Videodolmetschen.Domain.Tests.Simulation;

internal enum GuestVerb
{
    Invite,
    Arrive,
    Comes,
    Admit,
    Dismiss,
    Goes,
    Leave,
}

/// <summary>What happens around the guests of a session: a verb, and which guest of the session by number from 0.</summary>
internal static class GuestActs
{
    private const int Verbs = 8;

    public static int Of(GuestVerb verb, int guest) => (guest * Verbs) + (int)verb;

    /// <summary>Null where there is no such guest.</summary>
    public static DispatchCommand? CommandOf(Session session, int what, Tables tables, int number)
    {
        var host = Party.Of(session.Requester);
        if ((GuestVerb)(what % Verbs) == GuestVerb.Invite)
        {
            var role = number % 2 == 0 ? GuestRole.EndUser : GuestRole.Companion;
            return new DispatchCommand.InviteGuest(session.Id, host, role, number.ToString("x64", CultureInfo.InvariantCulture));
        }

        return tables.GuestsOf(session.Id).ElementAtOrDefault(what / Verbs) is { } guest ? CommandOf(guest, (GuestVerb)(what % Verbs), host) : null;
    }

    private static DispatchCommand CommandOf(Guest guest, GuestVerb verb, Party host) => verb switch
    {
        GuestVerb.Arrive => new DispatchCommand.ArriveAsGuest(guest.LinkHash),
        GuestVerb.Comes => new DispatchCommand.Connect(Party.Of(guest.Id)),
        GuestVerb.Admit => new DispatchCommand.AdmitGuest(guest.Session, host, guest.Seat),
        GuestVerb.Dismiss => new DispatchCommand.DismissGuest(guest.Session, host, guest.Seat),
        GuestVerb.Goes => new DispatchCommand.LoseConnection(Party.Of(guest.Id)),
        _ => new DispatchCommand.LeaveAsGuest(guest.Id),
    };
}
