using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>What follows from a command or from time: what to store (in this order, in one transaction) and then whom to tell.</summary>
public sealed record DispatchOutcome(
    DispatchReply Reply,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<Notice> Notices);

/// <summary>One row to write. Before is null for a new row, else the state the row must still have.</summary>
public abstract record Change
{
    private Change()
    {
    }

    public sealed record OfRequest(InterpretingRequest? Before, InterpretingRequest After) : Change;

    public sealed record OfOffer(Offer? Before, Offer After) : Change;

    public sealed record OfSession(Session? Before, Session After) : Change;

    public sealed record OfGuest(Guest? Before, Guest After) : Change;

    public sealed record OfCallback(Callback? Before, Callback After) : Change;

    public sealed record OfStint(Stint? Before, Stint After) : Change;

    /// <summary>Presence is written as a whole (insert or replace).</summary>
    public sealed record OfPresence(Presence? Before, Presence After) : Change;
}

/// <summary>A past fact for one person. The floor is told from the changes themselves.</summary>
public abstract record Notice
{
    private Notice()
    {
    }

    public sealed record RequestChanged(RequestSituation Situation) : Notice;

    public sealed record OfferReceived(Offer Offer, InterpretingRequest Request) : Notice;

    /// <summary>The request was eased while it rings, or the offer was given more time: the same offer, with other facts.</summary>
    public sealed record OfferChanged(Offer Offer, InterpretingRequest Request) : Notice;

    public sealed record CallbackChanged(Callback Callback) : Notice;
    public sealed record OfferWithdrawn(Offer Offer) : Notice;

    public sealed record OfferExpired(Offer Offer) : Notice;

    /// <summary>Both sides: negotiate now.</summary>
    public sealed record SessionReady(SessionSituation Situation) : Notice;

    /// <summary>Both sides: media stands for the first time.</summary>
    public sealed record SessionStarted(Session Session) : Notice;

    /// <summary>Both sides: hold began or ended, an interruption is over, or somebody is asked whether anybody is still there.</summary>
    public sealed record SessionChanged(Session Session) : Notice;

    public sealed record SessionInterrupted(Session Session) : Notice;

    public sealed record SessionEnded(Session Session) : Notice;

    /// <summary>Everybody who is in: a guest was invited, came, was let in, or went.</summary>
    public sealed record ParticipantsChanged(SessionSituation Situation) : Notice;

    /// <summary>The guest: waiting, let in, or no longer there.</summary>
    public sealed record GuestChanged(GuestSituation Situation) : Notice;

    /// <summary>The search for a relief, for all who are in the session.</summary>
    public sealed record ReliefChanged(RequestSituation Situation, Session Session) : Notice;

    /// <summary>The relief: negotiate now with everybody who is in.</summary>
    public sealed record ReliefReady(SessionSituation Situation, Stint Stint) : Notice;

    /// <summary>The one who has left a session that goes on: with the seconds of that stint.</summary>
    public sealed record StintEnded(Stint Stint, Session Session) : Notice;

    public sealed record PresenceChanged(Presence Presence) : Notice;

    /// <summary>The declared hours have begun or ended for somebody on duty; the presence is the same.</summary>
    public sealed record HoursTurned(Presence Presence) : Notice;
}

/// <summary>What the tables hold when a dispatcher takes over.</summary>
/// <param name="Interpreters">All.</param>
/// <param name="Presences">All.</param>
/// <param name="Requests">The open ones, and those that ended within <see cref="DispatchPolicy.RememberEnded"/>.</param>
/// <param name="Offers">Of these requests.</param>
/// <param name="Sessions">Of these requests.</param>
public sealed record DispatchSnapshot(
    IReadOnlyList<Interpreter> Interpreters,
    IReadOnlyList<Presence> Presences,
    IReadOnlyList<InterpretingRequest> Requests,
    IReadOnlyList<Offer> Offers,
    IReadOnlyList<Session> Sessions)
{
    /// <summary>Of these sessions, those who have gone as well: no seat is given twice.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>The open ones, each with the request it stands for.</summary>
    public IReadOnlyList<Callback> Callbacks { get; init; } = [];

    /// <summary>Of these sessions.</summary>
    public IReadOnlyList<Stint> Stints { get; init; } = [];
}
