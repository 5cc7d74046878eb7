using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>A session for its two people and for coordinators.</summary>
public record SessionView
{
    public required Guid Id { get; init; }

    public required Guid RequestId { get; init; }

    /// <summary>What is spoken.</summary>
    public required string Language { get; init; }

    /// <summary>What was asked for; differs where a related language stands in.</summary>
    public required string RequestedLanguage { get; init; }

    public required Modality Modality { get; init; }

    public required SessionState State { get; init; }

    public required string InterpreterNumber { get; init; }

    public required string InterpreterName { get; init; }

    public required string CustomerName { get; init; }

    public required string UnitName { get; init; }

    /// <summary>In the order in which they sat down.</summary>
    public required IReadOnlyList<ParticipantView> Participants { get; init; }

    /// <summary>The seat of who interprets now, or did last.</summary>
    public required Seat InterpreterSeat { get; init; }

    /// <summary>From then on a handover is proposed; null while there is nothing to hand over.</summary>
    public DateTimeOffset? HandoverProposedAt { get; init; }

    /// <summary>How many guests there may be at the same time.</summary>
    public required int GuestsAtMost { get; init; }

    /// <summary>A handover under way, or the last search that found nobody.</summary>
    public HandoverView? Handover { get; init; }

    /// <summary>Set in the conversation of an appointment; never to guests.</summary>
    public AppointmentCall? Appointment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? InterruptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public required bool HeldByInterpreter { get; init; }

    public required bool HeldByRequester { get; init; }

    public required ClockView Clock { get; init; }

    /// <summary>Once ended.</summary>
    public int? BillableSeconds { get; init; }

    public EndReason? EndReason { get; init; }

    /// <summary>Until then it may be ended as unusable without cost; null before the start.</summary>
    public DateTimeOffset? ComplaintUntil { get; init; }

    /// <summary>How long the interpreter has interpreted without a real gap when the clock stands at its seconds; counts on with it.</summary>
    public int ContinuousSeconds { get; init; }

    /// <summary>Set while somebody is asked whether anybody is still there.</summary>
    public CheckView? Check { get; init; }
}

/// <summary>Somebody in a session or at its door.</summary>
public sealed record ParticipantView
{
    public required Seat Seat { get; init; }

    public required ParticipantRole Role { get; init; }

    public required ParticipantState State { get; init; }

    /// <summary>A guest whose page has no connection right now.</summary>
    public bool Away { get; init; }

    /// <summary>How long the link of an invited guest works.</summary>
    public DateTimeOffset? LinkUntil { get; init; }
}

/// <param name="Number">1 for the first time.</param>
/// <param name="Asked">Whose answer is missing.</param>
/// <param name="EndsAt">Without an answer the session ends then.</param>
public sealed record CheckView(int Number, AskedSides Asked, DateTimeOffset EndsAt);

/// <summary>How far a handover has come.</summary>
public sealed record HandoverView
{
    public required HandoverState State { get; init; }

    /// <summary>How many are being rung.</summary>
    public required int Ringing { get; init; }

    /// <summary>Of the relief, once in.</summary>
    public Seat? Seat { get; init; }

    public string? InterpreterNumber { get; init; }

    public string? InterpreterName { get; init; }

    /// <summary>When the relief takes over by itself; only in <see cref="HandoverState.Overlapping"/>.</summary>
    public DateTimeOffset? HandsOverAt { get; init; }
}

public enum HandoverState
{
    Searching,
    /// <summary>The relief is in, but media does not stand yet.</summary>
    Joining,
    /// <summary>Both are in.</summary>
    Overlapping,
    /// <summary>The search ended without anybody.</summary>
    NotFound,
}

/// <summary>The part of a session that one interpreter carries.</summary>
public sealed record StintView
{
    public required Seat Seat { get; init; }

    public required StintState State { get; init; }

    public required string InterpreterNumber { get; init; }

    public required string InterpreterName { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? TookOverAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Once left.</summary>
    public int? BillableSeconds { get; init; }
}

/// <summary>The one who reads this has left a session that goes on, or was never needed in it.</summary>
public sealed record StintEnded(long Revision, SessionView Session, StintView Stint);

/// <summary>The clock both sides see: count on from <paramref name="At"/> (server time) while it runs.</summary>
public sealed record ClockView(double Seconds, bool Running, DateTimeOffset At);

/// <param name="Seat">Where this tab sits; it has a connection to every other seat that is in.</param>
/// <param name="IceServers">STUN and TURN servers; none means host candidates only.</param>
/// <param name="RelayOnly">A home address is nobody's business: interpreters, where TURN is configured.</param>
/// <param name="CredentialUntil">End of the TURN credential.</param>
public sealed record CallSetup(Seat Seat, IReadOnlyList<IceServer> IceServers, bool RelayOnly, DateTimeOffset? CredentialUntil);

public sealed record IceServer(IReadOnlyList<string> Urls, string? Username, string? Credential);

/// <param name="Revision">The decision.</param>
/// <param name="Session">The new view.</param>
/// <param name="Call">Only for the tab that is to carry the call.</param>
public sealed record SessionReady(long Revision, SessionView Session, CallSetup? Call);

public sealed record SessionStarted(long Revision, SessionView Session);

public sealed record SessionInterrupted(long Revision, SessionView Session);

/// <summary>Hold began or ended, or an interruption is over.</summary>
public sealed record SessionChanged(long Revision, SessionView Session);

public sealed record SessionEnded(long Revision, SessionView Session);

/// <summary>Opaque, from another seat.</summary>
public sealed record SignalReceived(Guid SessionId, Seat From, RawJson Payload);

/// <summary>Another tab of the same person took the call over.</summary>
public sealed record CallMoved(long Revision, Guid SessionId);

public sealed record PresenceView
{
    public required PresenceState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    public PausedBecause? PausedBecause { get; init; }

    public required int MissedInARow { get; init; }

    /// <summary>In a session and in the wrap-up: what follows; null else.</summary>
    public PresenceState? Afterwards { get; init; }

    /// <summary>Inside the declared availability. Outside of it only emergencies ring, and only where that is allowed.</summary>
    public required bool InHours { get; init; }

    /// <summary>In an absence, which is outside as well: not even emergencies ring.</summary>
    public required bool Absent { get; init; }

    /// <summary>Outside: when they begin again.</summary>
    public DateTimeOffset? HoursBeginAt { get; init; }

    public DateTimeOffset? WrapUpUntil { get; init; }

    /// <summary>No extension goes further.</summary>
    public DateTimeOffset? WrapUpUntilAtMost { get; init; }

    /// <summary>In a break: how long it is meant to last. Only the interpreter ends it.</summary>
    public DateTimeOffset? BreakUntil { get; init; }

    /// <summary>Set in the wrap-up after long interpreting: how long a break of the length proposed would be.</summary>
    public int? BreakOfferedSeconds { get; init; }

    /// <summary>Interpreting without a real gap, as of the last conversation.</summary>
    public required int ContinuousSeconds { get; init; }
}

public sealed record PresenceChanged(long Revision, PresenceView Presence);

/// <summary>Everything that concerns one person: the answer to <c>Resume</c>.</summary>
public sealed record Situation
{
    public required long Revision { get; init; }

    public required DateTimeOffset ServerTime { get; init; }

    public RequestView? Request { get; init; }

    public required IReadOnlyList<OfferView> Offers { get; init; }

    public SessionView? Session { get; init; }

    /// <summary>Requesters only: the callback that is still open.</summary>
    public CallbackView? Callback { get; init; }

    /// <summary>Set when this tab is to carry the call.</summary>
    public CallSetup? Call { get; init; }

    /// <summary>Interpreters only.</summary>
    public PresenceView? Presence { get; init; }

    /// <summary>Guests only.</summary>
    public GuestView? Guest { get; init; }
}
