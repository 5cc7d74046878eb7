namespace Videodolmetschen.Domain.Scheduling;

/// <summary>The numbers of <see cref="AppointmentRules"/> as coordinators change them: counts, days, minutes, and hours of the day as minutes after midnight.</summary>
public static class AppointmentRuleValues
{
    /// <summary>No further reminder is there: a person who is reminded more often looks no more.</summary>
    public const int RemindersAtMost = 3;

    private const int DayInMinutes = 24 * 60;

    public static IReadOnlyList<RuleValue<AppointmentRules>> All { get; } =
    [
        Minutes("earliestAhead", (5, 7 * DayInMinutes), r => r.EarliestAhead, (r, v) => r with { EarliestAhead = v }),
        Count("daysAheadAtMost", (1, 400), r => r.DaysAheadAtMost, (r, v) => r with { DaysAheadAtMost = v }),
        Minutes("shortest", (5, 480), r => r.Shortest, (r, v) => r with { Shortest = v }),
        Minutes("longest", (15, DayInMinutes), r => r.Longest, (r, v) => r with { Longest = v }),
        Minutes("lengthStep", (5, 60), r => r.LengthStep, (r, v) => r with { LengthStep = v }),
        Minutes("startStep", (5, 60), r => r.StartStep, (r, v) => r with { StartStep = v }),
        Minutes("gap", (0, 240), r => r.Gap, (r, v) => r with { Gap = v }),
        Minutes("roomOpensBefore", (1, 120), r => r.RoomOpensBefore, (r, v) => r with { RoomOpensBefore = v }),
        Minutes("readinessAskedBefore", (1, 120), r => r.ReadinessAskedBefore, (r, v) => r with { ReadinessAskedBefore = v }),
        Minutes("interpreterLateAfter", (1, 120), r => r.InterpreterLateAfter, (r, v) => r with { InterpreterLateAfter = v }),
        Minutes("interpreterMissedAfter", (1, 240), r => r.InterpreterMissedAfter, (r, v) => r with { InterpreterMissedAfter = v }),
        Minutes("customerMissedAfter", (1, 240), r => r.CustomerMissedAfter, (r, v) => r with { CustomerMissedAfter = v }),
        Count("yellowDaysBefore", (0, 30), r => r.YellowDaysBefore, (r, v) => r with { YellowDaysBefore = v }),
        Count("redDaysBefore", (0, 30), r => r.RedDaysBefore, (r, v) => r with { RedDaysBefore = v }),
        Count("askedFirst", (1, 50), r => r.AskedFirst, (r, v) => r with { AskedFirst = v }),
        Reminder("firstReminder", 0),
        Reminder("secondReminder", 1),
        Reminder("thirdReminder", 2),
        Count("longAhead", (2, 120), r => r.LongAhead, (r, v) => r with { LongAhead = v }),
        Count("longAnswer", (1, 60), r => r.LongAnswer, (r, v) => r with { LongAnswer = v }),
        Count("middleAhead", (2, 120), r => r.MiddleAhead, (r, v) => r with { MiddleAhead = v }),
        Count("middleAnswer", (1, 60), r => r.MiddleAnswer, (r, v) => r with { MiddleAnswer = v }),
        Count("shortAhead", (2, 120), r => r.ShortAhead, (r, v) => r with { ShortAhead = v }),
        HourOfDay("answerBy", r => r.AnswerBy, (r, v) => r with { AnswerBy = v }),
        HourOfDay("dayBeforeUntil", r => r.DayBeforeUntil, (r, v) => r with { DayBeforeUntil = v }),
        HourOfDay("dayBeforeAnswerBy", r => r.DayBeforeAnswerBy, (r, v) => r with { DayBeforeAnswerBy = v }),
        Minutes("lastAnswer", (5, DayInMinutes), r => r.LastAnswer, (r, v) => r with { LastAnswer = v }),
    ];

    private static RuleValue<AppointmentRules> Count(
        string name, (int AtLeast, int AtMost) bounds, Func<AppointmentRules, int> read, Func<AppointmentRules, int, AppointmentRules> with) =>
        new(name, bounds.AtLeast, bounds.AtMost, read, with);

    private static RuleValue<AppointmentRules> Minutes(
        string name, (int AtLeast, int AtMost) bounds, Func<AppointmentRules, TimeSpan> read, Func<AppointmentRules, TimeSpan, AppointmentRules> with) =>
        Count(name, bounds, rules => WholeMinutes(read(rules)), (rules, minutes) => with(rules, TimeSpan.FromMinutes(minutes)));

    private static RuleValue<AppointmentRules> HourOfDay(
        string name, Func<AppointmentRules, TimeOnly> read, Func<AppointmentRules, TimeOnly, AppointmentRules> with) =>
        Count(name, (0, DayInMinutes - 1), rules => WholeMinutes(read(rules).ToTimeSpan()), (rules, minutes) => with(rules, TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(minutes))));

    /// <summary>0 is none: the ones behind it keep their place.</summary>
    private static RuleValue<AppointmentRules> Reminder(string name, int place) => Count(
        name,
        (0, 14 * DayInMinutes),
        rules => WholeMinutes(rules.RemindersBefore.ElementAtOrDefault(place)),
        (rules, minutes) => rules with
        {
            RemindersBefore = [.. Enumerable.Range(0, RemindersAtMost).Select(one => one == place ? TimeSpan.FromMinutes(minutes) : rules.RemindersBefore.ElementAtOrDefault(one))],
        });

    private static int WholeMinutes(TimeSpan time) => (int)Math.Ceiling(time.TotalMinutes);
}
