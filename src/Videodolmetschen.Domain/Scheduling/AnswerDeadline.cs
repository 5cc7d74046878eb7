using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>By when the pool must have answered an appointment, never later than its start (SEMANTICS.md 6).</summary>
/// <param name="At">The last instant at which an answer counts.</param>
/// <param name="AllAtOnce">There is no time left to ask one after the other.</param>
public readonly record struct AnswerDeadline(DateTimeOffset At, bool AllAtOnce)
{
    public static AnswerDeadline Of(AppointmentSlot slot, DateTimeOffset bookedAt, WorkingDays days, AppointmentRules rules)
    {
        var wall = BerlinTime.WallClock(bookedAt);
        var today = DateOnly.FromDateTime(wall);
        var ahead = WorkingDaysAhead(slot, today, days);
        var (due, atOnce) = ahead switch
        {
            _ when ahead >= rules.LongAhead => (On(days.Add(today, rules.LongAnswer), rules.AnswerBy), false),
            _ when ahead >= rules.MiddleAhead => (On(days.Add(today, rules.MiddleAnswer), rules.AnswerBy), false),
            _ when ahead >= rules.ShortAhead => (On(days.Next(today), rules.AnswerBy), false),
            1 when days.IsWorkingDay(today) && wall.TimeOfDay <= rules.DayBeforeUntil.ToTimeSpan() => (On(today, rules.DayBeforeAnswerBy), false),
            _ => (bookedAt + rules.LastAnswer, true),
        };
        return new AnswerDeadline(due < slot.Start ? due : slot.Start, atOnce);
    }

    /// <summary>
    /// The working days after today and before the appointment, and the day of the appointment itself, whether it is one or not:
    /// 1 is "the working day before", also from Friday to Monday.
    /// </summary>
    public static int WorkingDaysAhead(AppointmentSlot slot, DateOnly today, WorkingDays days) =>
        slot.Day > today ? days.CountBetween(today, slot.Day.AddDays(-1)) + 1 : 0;

    private static DateTimeOffset On(DateOnly day, TimeOnly at) => BerlinTime.InstantOf(day.ToDateTime(at));
}
