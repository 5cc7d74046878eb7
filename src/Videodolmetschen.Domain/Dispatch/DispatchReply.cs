using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>The answer to the one who asked. Losing a race is a reply, not an exception.</summary>
public abstract record DispatchReply
{
    private DispatchReply()
    {
    }

    public sealed record Done : DispatchReply;

    public sealed record RequestStands(RequestSituation Situation) : DispatchReply;

    public sealed record CallbackIs(Callback Callback) : DispatchReply;

    public sealed record OfferAccepted(SessionSituation Situation) : DispatchReply
    {
        public Session Session => Situation.Session;
    }

    /// <summary>Too late: the offer had already ended like this.</summary>
    public sealed record OfferGone(OfferState State, WithdrawnBecause? Because) : DispatchReply;

    public sealed record PresenceIs(Presence Presence) : DispatchReply;

    public sealed record SessionIs(SessionSituation Situation) : DispatchReply
    {
        public Session Session => Situation.Session;
    }

    public sealed record GuestIs(GuestSituation Situation) : DispatchReply;

    public sealed record SituationIs(Situation Situation) : DispatchReply;

    public sealed record FloorIs(Floor Floor) : DispatchReply;

    public sealed record ObstaclesAre(IReadOnlyList<Hindrance> Hindrances) : DispatchReply;

    /// <summary>A broken rule; nothing changed.</summary>
    public sealed record Refused(ErrorCode Code) : DispatchReply;
}

/// <summary>A request as its requester sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Position">1 is next, among those who wait for the same language; null when it does not wait.</param>
/// <param name="Ringing">How many interpreters are being rung right now.</param>
/// <param name="OnDuty">How many who speak the language and could take it are on duty, free or busy.</param>
/// <param name="UnservedAt">When the search gives up: later than the policy says after a failed connecting or a restart.</param>
public sealed record RequestSituation(InterpretingRequest Request, int? Position, int Ringing, int OnDuty, DateTimeOffset UnservedAt)
{
    /// <summary>How many more are on duty who speak only a related language, where the requester allows that.</summary>
    public int RelatedOnDuty { get; init; }
}

/// <summary>An open offer with the request it invites to.</summary>
public sealed record OfferSituation(Offer Offer, InterpretingRequest Request);

/// <summary>A session with the people in it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Interpreter">Who interprets now, or did last.</param>
public sealed record SessionSituation(Session Session, InterpretingRequest Request, Interpreter Interpreter)
{
    /// <summary>Those who are in, who wait, and who are invited.</summary>
    public IReadOnlyList<Guest> Guests { get; init; } = [];

    /// <summary>Everybody who interprets, did, or is about to, in the order of sitting down.</summary>
    public IReadOnlyList<StintSituation> Stints { get; init; } = [];

    /// <summary>The search for the next interpreter: open, or the last one that found nobody.</summary>
    public RequestSituation? Relief { get; init; }

    /// <summary>The stint of who interprets now, or did last.</summary>
    public StintSituation? Present => Stints.LastOrDefault(one => one.Stint.Interpreter == Session.Interpreter && one.Stint.TookOverAt is not null);

    /// <summary>In the order in which they sat down: in each pair the later one makes the first WebRTC offer.</summary>
    public IReadOnlyList<Participant> Participants =>
    [
        .. Interpreters()
            .Prepend(Requester)
            .Concat(Guests.Select(Participant.Of))
            .OrderBy(one => one.SatDownAt).ThenBy(one => one.Seat.Kind).ThenBy(one => one.Seat.Number),
    ];

    private Participant Requester => new(Seat.Requester, Party.Of(Session.Requester), ParticipantRole.Requester, ParticipantState.In, Session.CreatedAt);

    private IEnumerable<Participant> Interpreters() => Stints
        .Where(one => one.Stint.IsOpen || (!Session.IsUnfinished && one == Present))
        .Select(one => new Participant(one.Stint.Seat, Party.Of(one.Interpreter.Id), ParticipantRole.Interpreter, ParticipantState.In, one.Stint.JoinedAt));

    // Both are asked for each signal: nobody sorts everybody to find one.
    public Participant? On(Seat seat) => seat.Kind switch
    {
        SeatKind.Requester => seat == Seat.Requester ? Requester : null,
        SeatKind.Interpreter => Interpreters().FirstOrDefault(one => one.Seat == seat),
        _ => Guests.FirstOrDefault(one => one.Seat == seat) is { } guest ? Participant.Of(guest) : null,
    };

    public Participant? Of(Party who) => who.Side switch
    {
        Side.Requester => who == Requester.Who ? Requester : null,
        Side.Interpreter => Interpreters().FirstOrDefault(one => one.Who == who),
        Side.Guest => Guests.FirstOrDefault(one => Party.Of(one.Id) == who) is { } guest ? Participant.Of(guest) : null,
        _ => null,
    };
}

/// <summary>A guest, and the session that the guest is in or waits for.</summary>
public sealed record GuestSituation(Guest Guest, SessionSituation Session);

/// <summary>A stint with the person whose it is.</summary>
public sealed record StintSituation(Stint Stint, Interpreter Interpreter);

/// <summary>Everything that concerns one person, for a fresh or returning browser.</summary>
public sealed record Situation(
    RequestSituation? Request,
    IReadOnlyList<OfferSituation> Offers,
    SessionSituation? Session,
    Presence? Presence)
{
    /// <summary>Guests only.</summary>
    public GuestSituation? Guest { get; init; }

    /// <summary>A requester's wish to be called back that is still open.</summary>
    public Callback? Callback { get; init; }
}

/// <summary>What keeps one interpreter from being offered a request at this moment; no obstacle means that the turn has not come.</summary>
public sealed record Hindrance(Interpreter Interpreter, Presence Presence, Obstacles Obstacles);

/// <summary>The floor as it is now, for coordinators.</summary>
public sealed record Floor(
    IReadOnlyList<RequestSituation> Requests,
    IReadOnlyList<Offer> OpenOffers,
    IReadOnlyList<SessionSituation> Sessions,
    IReadOnlyList<(Interpreter Interpreter, Presence Presence)> OnDuty);
