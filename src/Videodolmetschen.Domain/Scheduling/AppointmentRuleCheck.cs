namespace Videodolmetschen.Domain.Scheduling;

/// <summary>What <see cref="AppointmentRules"/> must keep, so that something can be booked and nobody is asked or reminded in vain.</summary>
public static class AppointmentRuleCheck
{
    /// <summary>Each broken rule, at the value that a person would correct.</summary>
    public static IReadOnlyList<AppointmentRuleViolation> Violations(AppointmentRules rules)
    {
        var outside = AppointmentRuleValues.All.Where(value => value.IsOutOfBounds(rules)).Select(value => value.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. outside.Select(name => new AppointmentRuleViolation(name, AppointmentRuleBreach.OutOfBounds)),
            // What is out of bounds is said once; what else follows from it would confuse.
            .. Contradictions(rules).Where(one => one.IsBroken && !outside.Contains(one.Name)).Select(one => new AppointmentRuleViolation(one.Name, one.Breach)),
        ];
    }

    private static IEnumerable<(string Name, bool IsBroken, AppointmentRuleBreach Breach)> Contradictions(AppointmentRules rules) =>
    [
        ("shortest", rules.Shortest > rules.Longest, AppointmentRuleBreach.ShortestOverLongest),
        ("shortest", IsOffSteps(rules.Shortest, rules), AppointmentRuleBreach.LengthOffItsSteps),
        ("longest", IsOffSteps(rules.Longest, rules), AppointmentRuleBreach.LengthOffItsSteps),
        ("readinessAskedBefore", rules.ReadinessAskedBefore > rules.RoomOpensBefore, AppointmentRuleBreach.ReadinessBeforeRoom),
        ("interpreterLateAfter", rules.InterpreterLateAfter > rules.InterpreterMissedAfter, AppointmentRuleBreach.LateAfterMissed),
        ("redDaysBefore", rules.RedDaysBefore > rules.YellowDaysBefore, AppointmentRuleBreach.RedBeforeYellow),
        ("secondReminder", IsTooEarly(rules, 1), AppointmentRuleBreach.RemindersOutOfOrder),
        ("thirdReminder", IsTooEarly(rules, 2), AppointmentRuleBreach.RemindersOutOfOrder),
        ("middleAhead", rules.MiddleAhead >= rules.LongAhead, AppointmentRuleBreach.NoticeOutOfOrder),
        ("shortAhead", rules.ShortAhead >= rules.MiddleAhead, AppointmentRuleBreach.NoticeOutOfOrder),
        ("longAnswer", rules.LongAnswer >= rules.LongAhead, AppointmentRuleBreach.AnswerOverNotice),
        ("middleAnswer", rules.MiddleAnswer >= rules.MiddleAhead, AppointmentRuleBreach.AnswerOverNotice),
        ("dayBeforeUntil", rules.DayBeforeUntil >= rules.DayBeforeAnswerBy, AppointmentRuleBreach.AnswerBeforeQuestion),
    ];

    private static bool IsOffSteps(TimeSpan length, AppointmentRules rules) => rules.LengthStep > TimeSpan.Zero && length.Ticks % rules.LengthStep.Ticks != 0;

    private static bool IsTooEarly(AppointmentRules rules, int place)
    {
        var own = rules.RemindersBefore.ElementAtOrDefault(place);
        return own > TimeSpan.Zero && rules.RemindersBefore.Take(place).Any(earlier => earlier > TimeSpan.Zero && earlier <= own);
    }
}
