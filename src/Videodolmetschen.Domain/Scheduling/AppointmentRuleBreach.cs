namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Stable codes; the German sentence for each stands in <c>src/web/i18n/de/appointmentRules.ts</c>.</summary>
public enum AppointmentRuleBreach
{
    OutOfBounds,
    /// <summary>The shortest appointment would be longer than the longest.</summary>
    ShortestOverLongest,
    /// <summary>A length that nobody could choose, because lengths come in other steps.</summary>
    LengthOffItsSteps,
    /// <summary>The interpreter would be asked to come into a room that is still shut.</summary>
    ReadinessBeforeRoom,
    /// <summary>The customer could cancel free of charge only after the interpreter has missed it.</summary>
    LateAfterMissed,
    /// <summary>The Disposition would be warned urgently before it is warned at all.</summary>
    RedBeforeYellow,
    /// <summary>A later reminder would come before an earlier one, or with it.</summary>
    RemindersOutOfOrder,
    /// <summary>Whoever books longer ahead would have less time to answer than a rule for shorter notice says, or the rule would never hold.</summary>
    NoticeOutOfOrder,
    /// <summary>The answer would be due only when the appointment begins.</summary>
    AnswerOverNotice,
    /// <summary>The answer would be due before the question.</summary>
    AnswerBeforeQuestion,
}

/// <param name="Value">The name of the <see cref="RuleValue{TRules}"/> that a person would correct.</param>
/// <param name="Breach">What is wrong with it.</param>
public sealed record AppointmentRuleViolation(string Value, AppointmentRuleBreach Breach);
