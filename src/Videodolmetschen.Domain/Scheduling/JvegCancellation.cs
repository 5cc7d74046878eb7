using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// The other ladder, of the law: an interpreter whose appointment is called off on its day or one of the two calendar days before is
/// compensated for the income that was lost and declared (§ 9 (5) S. 2 and 3 JVEG). It knows no hours and no working days.
/// </summary>
/// <param name="IsInWindow">The notice came on one of the three days.</param>
/// <param name="IsEligible">There is a claim: in the window, for no reason of the interpreter's own, and with a declared loss.</param>
/// <param name="From">The window's first instant.</param>
/// <param name="Until">Its end, not part of it.</param>
public sealed record JvegCancellation(bool IsInWindow, bool IsEligible, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>The claim is capped at the fee for so long.</summary>
    public static readonly TimeSpan Cap = TimeSpan.FromHours(2);

    /// <summary>A claim that is not made for so many months after the notice is lost (§ 2 (1) JVEG).</summary>
    public const int MonthsToDeclare = 3;

    /// <summary>Calendar days, not hours.</summary>
    public const int DaysBefore = 2;

    /// <param name="slot">What was booked.</param>
    /// <param name="cancelledAt">When the notice reached the interpreter.</param>
    /// <param name="lossDeclared">The interpreter has declared a loss of income.</param>
    /// <param name="reasonAtInterpreter">It was called off because of the interpreter.</param>
    public static JvegCancellation Of(AppointmentSlot slot, DateTimeOffset cancelledAt, bool lossDeclared, bool reasonAtInterpreter = false)
    {
        var (from, until) = (BerlinTime.BeginOf(slot.Day.AddDays(-DaysBefore)), BerlinTime.BeginOf(slot.Day.AddDays(1)));
        var inWindow = cancelledAt >= from && cancelledAt < until;
        return new JvegCancellation(inWindow, inWindow && lossDeclared && !reasonAtInterpreter, from, until);
    }
}
