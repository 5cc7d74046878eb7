using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>Until when a dispute is answered. Working days, so that nobody's answer falls due over Christmas.</summary>
public static class DisputeDeadline
{
    public const int WorkingDays = 14;

    /// <summary>The last day for the answer; the day on which it was raised does not count.</summary>
    public static DateOnly Of(DateOnly raised, WorkingDays days) => days.Add(raised, WorkingDays);

    public static bool IsOverdue(DateOnly answerBy, DateOnly today) => today > answerBy;
}
