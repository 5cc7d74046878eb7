using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>Coordinators change the numbers of SEMANTICS.md 6.</summary>
public class AppointmentRuleTests
{
    private static readonly AppointmentRules Default = new();

    [Fact]
    public void The_defaults_keep_every_rule() => Assert.Empty(AppointmentRuleCheck.Violations(Default));

    [Fact]
    public void Every_number_can_be_changed_and_reads_back()
    {
        var reminders = new[] { "firstReminder", "secondReminder", "thirdReminder" };
        var properties = typeof(AppointmentRules).GetProperties().Where(property => property.CanWrite && property.Name != nameof(AppointmentRules.RemindersBefore)).Select(property => property.Name);
        Assert.Equal(
            properties.Order(),
            AppointmentRuleValues.All.Select(value => value.Name).Except(reminders).Select(name => char.ToUpperInvariant(name[0]) + name[1..]).Order());
        Assert.All(AppointmentRuleValues.All, value => Assert.Equal(value.AtMost, value.Of(value.With(Default, value.AtMost))));
    }

    [Fact]
    public void Beyond_its_bounds_no_value_is_taken() => Assert.All(AppointmentRuleValues.All, value =>
    {
        if (value.AtMost < 1439)
        {
            Assert.Contains(new AppointmentRuleViolation(value.Name, AppointmentRuleBreach.OutOfBounds), AppointmentRuleCheck.Violations(value.With(Default, value.AtMost + 1)));
        }

        if (value.AtLeast > 0)
        {
            Assert.Contains(new AppointmentRuleViolation(value.Name, AppointmentRuleBreach.OutOfBounds), AppointmentRuleCheck.Violations(value.With(Default, value.AtLeast - 1)));
        }
    });

    [Theory]
    [InlineData("shortest", 375, AppointmentRuleBreach.ShortestOverLongest)]
    [InlineData("shortest", 20, AppointmentRuleBreach.LengthOffItsSteps)]
    [InlineData("longest", 100, AppointmentRuleBreach.LengthOffItsSteps)]
    [InlineData("readinessAskedBefore", 11, AppointmentRuleBreach.ReadinessBeforeRoom)]
    [InlineData("interpreterLateAfter", 31, AppointmentRuleBreach.LateAfterMissed)]
    [InlineData("redDaysBefore", 4, AppointmentRuleBreach.RedBeforeYellow)]
    [InlineData("secondReminder", 1440, AppointmentRuleBreach.RemindersOutOfOrder)]
    [InlineData("middleAhead", 20, AppointmentRuleBreach.NoticeOutOfOrder)]
    [InlineData("shortAhead", 10, AppointmentRuleBreach.NoticeOutOfOrder)]
    [InlineData("longAnswer", 20, AppointmentRuleBreach.AnswerOverNotice)]
    [InlineData("middleAnswer", 10, AppointmentRuleBreach.AnswerOverNotice)]
    [InlineData("dayBeforeUntil", 990, AppointmentRuleBreach.AnswerBeforeQuestion)]
    public void Values_that_contradict_each_other_are_named(string name, int value, AppointmentRuleBreach breach) =>
        Assert.Equal([new AppointmentRuleViolation(name, breach)], AppointmentRuleCheck.Violations(With(Default, name, value)));

    [Theory]
    [InlineData("firstReminder", "1h 10m")]
    [InlineData("secondReminder", "1d 10m")]
    [InlineData("thirdReminder", "1d 1h")]
    public void A_reminder_of_zero_is_none_and_the_others_stay(string name, string left)
    {
        var rules = With(Default, name, 0);
        Assert.Empty(AppointmentRuleCheck.Violations(rules));
        Assert.Equal(left, string.Join(' ', AppointmentReminder.Of(Given.Slot("2026-11-26 10:00"), rules).Select(reminder => reminder.Key)));
        Assert.Equal(60, AppointmentRuleValues.All.Single(value => value.Name == "secondReminder").Of(With(With(Default, "secondReminder", 0), "secondReminder", 60)));
    }

    [Fact]
    public void Each_reminder_is_of_use_until_the_next()
    {
        var slot = Given.Slot("2026-10-25 10:00");
        var reminders = AppointmentReminder.Of(slot, With(Default, "firstReminder", 2880));
        // Over the long night two days before is still ten o'clock.
        Assert.Equal(
            [("2d", Given.Wall("2026-10-23 10:00"), Given.Wall("2026-10-25 09:00")), ("1h", Given.Wall("2026-10-25 09:00"), Given.Wall("2026-10-25 09:50")), ("10m", Given.Wall("2026-10-25 09:50"), slot.Start)],
            reminders.Select(reminder => (reminder.Key, reminder.From, reminder.Until)));
    }

    [Fact]
    public void How_a_reminder_is_told_apart_does_not_hang_on_its_place()
    {
        var keys = AppointmentReminder.Of(Given.Slot("2026-11-26 10:00"), Default with { RemindersBefore = [TimeSpan.FromHours(36), TimeSpan.FromDays(1), TimeSpan.FromMinutes(90)] }).Select(reminder => reminder.Key);
        Assert.Equal(["36h", "1d", "90m"], keys);
    }

    private static AppointmentRules With(AppointmentRules rules, string name, int number) => AppointmentRuleValues.All.Single(value => value.Name == name).With(rules, number);
}
