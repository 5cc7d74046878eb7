using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Domain.Sessions;

/// <summary>How a conversation went, in one tap: three steps with a word each (SEMANTICS.md 5).</summary>
public enum Rating
{
    Good,
    Fair,
    Poor,
}

/// <summary>What was amiss with a conversation, from a list. Nothing about the end user, and no free text.</summary>
public enum FeedbackReason
{
    Picture,
    Sound,
    Connection,
    /// <summary>The people did not understand each other well enough.</summary>
    Understanding,
    /// <summary>Another language or variety than was asked for.</summary>
    LanguageOrVariety,
    Conduct,
    /// <summary>Only requesters: the interpreter took sides.</summary>
    Bias,
    /// <summary>Only requesters: not there in time, or gone too early.</summary>
    Punctuality,
    /// <summary>Only interpreters: too loud around the other side.</summary>
    NoisySetting,
    /// <summary>Only interpreters: nobody said what it is about.</summary>
    NoBriefing,
    /// <summary>Only interpreters: several at once, or too much at a time.</summary>
    TurnTaking,
    /// <summary>Only interpreters: too long without a break.</summary>
    NoBreak,
}

/// <summary>What one side says of a conversation afterwards. Nothing is ranked, paid or blocked by it: people read it.</summary>
/// <param name="Reasons">Each once; empty for <see cref="Rating.Good"/>.</param>
public sealed record Feedback(Side Side, Rating Rating, IReadOnlyCollection<FeedbackReason> Reasons)
{
    private static readonly FeedbackReason[] OfBothSides =
    [
        FeedbackReason.Picture, FeedbackReason.Sound, FeedbackReason.Connection,
        FeedbackReason.Understanding, FeedbackReason.LanguageOrVariety, FeedbackReason.Conduct,
    ];

    private static readonly FeedbackReason[] OfRequesters = [.. OfBothSides, FeedbackReason.Bias, FeedbackReason.Punctuality];

    private static readonly FeedbackReason[] OfInterpreters =
        [.. OfBothSides, FeedbackReason.NoisySetting, FeedbackReason.NoBriefing, FeedbackReason.TurnTaking, FeedbackReason.NoBreak];

    /// <summary>Names only what this side may name, each once, and nothing that was amiss with what was good.</summary>
    public bool IsSound =>
        Reasons.Distinct().Count() == Reasons.Count
        && Reasons.All(ReasonsOf(Side).Contains)
        && (Rating != Rating.Good || Reasons.Count == 0);

    /// <summary>Coordinators and guests are not asked.</summary>
    public static IReadOnlyList<FeedbackReason> ReasonsOf(Side side) => side switch
    {
        Side.Requester => OfRequesters,
        Side.Interpreter => OfInterpreters,
        _ => [],
    };
}

/// <summary>Until when one side may say how it went.</summary>
/// <param name="StartedAt">When media stood on both sides; null when it never did.</param>
/// <param name="OverAt">The end, for a relieved interpreter the end of the own part; null while it goes on.</param>
/// <param name="GivenAt">When this side said it first; null when it has not.</param>
/// <param name="IsHandled">The Disposition has dealt with it: what it has read stays as it is.</param>
public sealed record FeedbackTimes(DateTimeOffset? StartedAt, DateTimeOffset? OverAt, DateTimeOffset? GivenAt, bool IsHandled)
{
    /// <summary>First said until then, or changed and taken back until then; null while there is nothing to say.</summary>
    public DateTimeOffset? Until(DispatchPolicy policy) => (StartedAt, OverAt, GivenAt) switch
    {
        (null, _, _) or (_, null, _) => null,
        (_, { } over, null) => over + TimeSpan.FromDays(policy.FeedbackDays),
        (_, _, { } given) => IsHandled ? given : given + policy.FeedbackChangeWithin,
    };

    /// <summary>Null is a yes.</summary>
    public ErrorCode? Refusal(DispatchPolicy policy, DateTimeOffset now)
    {
        if (Until(policy) is not { } until)
        {
            return ErrorCode.FeedbackTooEarly;
        }

        return now < until ? null : ErrorCode.FeedbackTooLate;
    }
}
