using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Retention;

/// <summary>How the standard period counts.</summary>
public enum RetentionUnit
{
    /// <summary>From the start, to the second.</summary>
    Days,
    /// <summary>From the end of the calendar year of the start, in Berlin (§ 147 (4) AO).</summary>
    CalendarYears,
}

/// <summary>The standard period (Regellöschfrist) of a class.</summary>
/// <param name="Length">How many.</param>
/// <param name="Unit">Of what.</param>
public readonly record struct RetentionTerm(int Length, RetentionUnit Unit)
{
    /// <summary>What started before this instant is due at the given one.</summary>
    public DateTimeOffset DueBefore(DateTimeOffset now) => Unit == RetentionUnit.Days
        ? now.AddDays(-Length)
        : BerlinTime.BeginOf(new DateOnly(BerlinTime.DayOf(now).Year - Length, 1, 1));
}
