namespace Videodolmetschen.Domain.Dispatch;

/// <summary>An invitation to one interpreter, with an end. Not the SDP offer: that travels inside a Signal.</summary>
public sealed record Offer
{
    public required OfferId Id { get; init; }

    public required RequestId Request { get; init; }

    public required InterpreterId Interpreter { get; init; }

    /// <summary>1 for the best few, counted up with each widening.</summary>
    public required int Wave { get; init; }

    /// <summary>1 for the best candidate at the time of the offer.</summary>
    public required int Rank { get; init; }

    /// <summary>Why this rank: kept so that it can be explained.</summary>
    public required RankReasons Reasons { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The interpreter has asked for more time, which is given once. Others are rung meanwhile as if it had ended.</summary>
    public bool Extended { get; init; }

    public OfferState State { get; init; } = OfferState.Open;

    public DeclineReason? DeclineReason { get; init; }

    public WithdrawnBecause? WithdrawnBecause { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }
}

/// <summary>Sort keys of a candidate in the order they count (SEMANTICS.md 2).</summary>
/// <param name="Continuity">The interpreter the requester wished to have again.</param>
/// <param name="WishesFulfilled">How many wishes are met.</param>
/// <param name="Level">Qualification for the language.</param>
/// <param name="KnowsField">The request's field is among the interpreter's.</param>
/// <param name="IdleSince">Without a session since then.</param>
/// <param name="OfferedMinutesThisWeek">Fewer is better.</param>
/// <param name="Related">The language that would be spoken instead of the one asked for; null for the latter, which is rung first.</param>
public sealed record RankReasons(
    bool Continuity,
    int WishesFulfilled,
    int Level,
    bool KnowsField,
    DateTimeOffset IdleSince,
    int OfferedMinutesThisWeek,
    LanguageCode? Related = null);

public enum OfferState
{
    Open,
    Accepted,
    Declined,
    Expired,
    Withdrawn,
}

public enum DeclineReason
{
    NoTime,
    NotMyField,
    Bias,
    Technical,
    Other,
}

public enum WithdrawnBecause
{
    TakenByOther,
    RequestCancelled,
    RequestEnded,
    InterpreterLeft,
    Reassigned,
}

public enum OfferEvent
{
    Accept,
    Decline,
    Expire,
    Withdraw,
}

/// <summary>The one transition table of an offer.</summary>
public static class OfferTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static OfferState? Next(OfferState state, OfferEvent happened) => (state, happened) switch
    {
        (OfferState.Open, OfferEvent.Accept) => OfferState.Accepted,
        (OfferState.Open, OfferEvent.Decline) => OfferState.Declined,
        (OfferState.Open, OfferEvent.Expire) => OfferState.Expired,
        (OfferState.Open, OfferEvent.Withdraw) => OfferState.Withdrawn,
        _ => null,
    };
}
