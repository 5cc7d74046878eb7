using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Requests;

/// <summary>One need for one language (Anfrage). Holds nothing about the end user: there is no free text.</summary>
public sealed record InterpretingRequest
{
    public const int OwnReferenceLength = 20;

    private static readonly HashSet<InterpreterId> NoInterpreters = [];

    public required RequestId Id { get; init; }

    /// <summary>Idempotency key made by the browser for one press of the button.</summary>
    public required Guid Key { get; init; }

    public required CustomerId Customer { get; init; }

    public required UnitId Unit { get; init; }

    public required UserId Requester { get; init; }

    public required LanguageCode Language { get; init; }

    public required Field Field { get; init; }

    public required Modality Modality { get; init; }

    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>Set for clinics: only interpreters obliged under § 203 StGB.</summary>
    public bool NeedsSection203 { get; init; }

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    /// <summary>The requester ticked that a related language may be offered.</summary>
    public bool RelatedAllowed { get; init; }

    /// <summary>What may stand in for <see cref="Language"/> where that is allowed, the best first: as the catalogue says.</summary>
    public IReadOnlyList<LanguageCode> RelatedLanguages { get; init; } = [];

    /// <summary>The requester's own reference, at most 20 characters, shown to nobody else.</summary>
    public string? OwnReference { get; init; }

    /// <summary>The place in the queue, unless an older one was kept; stays when a session never connects.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>The older place in line of a request that was called back, or that follows a conversation which was no use; null for all others.</summary>
    public DateTimeOffset? PlaceSince { get; init; }

    /// <summary>When the requester asked the Disposition for help; null while not.</summary>
    public DateTimeOffset? HelpAskedAt { get; init; }

    /// <summary>When a coordinator answered that.</summary>
    public DateTimeOffset? HelpAnsweredAt { get; init; }

    public UserId? HelpAnsweredBy { get; init; }

    /// <summary>Interpreters about whom this requester has just complained.</summary>
    public IReadOnlySet<InterpreterId> Excluded { get; init; } = NoInterpreters;

    public RequestState State { get; init; } = RequestState.Waiting;

    public CancelledBy? CancelledBy { get; init; }

    public UnservedCause? UnservedBecause { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Since when it waits in line: an earlier time is served earlier.</summary>
    public DateTimeOffset Place => PlaceSince ?? RequestedAt;

    /// <summary>Set when somebody is searched for who takes over a session that runs: nobody's own request, and no second session.</summary>
    public SessionId? ReliefFor { get; init; }

    /// <summary>Set on the request of an appointment with an interpreter; null for all others.</summary>
    public PromisedCall? Promised { get; init; }

    public bool IsOpen => State is RequestState.Waiting or RequestState.Offered or RequestState.Assigned;
}

public enum Modality
{
    Video,
    Audio,
}

/// <summary>Higher rings earlier; an emergency rings everybody at once.</summary>
public enum Priority
{
    Normal,
    AppointmentUncovered,
    PoliceOrChildProtection,
    Emergency,
}

public enum CancelledBy
{
    Requester,
    Coordinator,
    Disconnect,
    /// <summary>The interpreter goes on after all; only of a search for a relief.</summary>
    Interpreter,
    /// <summary>The session ended before the relief took over.</summary>
    SessionEnd,
}

/// <summary>Why nobody came (SEMANTICS.md 3); every one is in the ledger that drives recruitment.</summary>
public enum UnservedCause
{
    NoneQualified,
    NoneOnDuty,
    AllBusy,
    AllDeclined,
    /// <summary>Somebody accepted, but no sound and picture came up, and nobody else is there.</summary>
    NoneConnected,
    AllMissed,
}
