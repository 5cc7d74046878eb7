using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>All times as the wall in Berlin shows them.</summary>
public class CancellationTests
{
    private static readonly WorkingDays Bavaria = new(new HolidayRegion(Land.BY));

    /// <summary>As BayZent's contract: 24 hours, and Monday's by Friday 14:00 (GERMANY.md 1.7).</summary>
    private static readonly CancellationRule MondayByFriday = new([
        new CancellationStep.HoursBefore(24, 100),
        new CancellationStep.PreviousWorkingDay(new TimeOnly(14, 0), 100, OnlyAfterDaysOff: true),
    ]);

    [Theory]
    [InlineData("2026-11-20 10:00", 0, "2026-11-25 10:00", null)]
    [InlineData("2026-11-25 10:00", 0, "2026-11-25 10:00", null)]
    [InlineData("2026-11-25 10:00:01", 50, "2026-11-26 06:00", "2026-11-25 10:00")]
    [InlineData("2026-11-26 06:00", 50, "2026-11-26 06:00", "2026-11-25 10:00")]
    [InlineData("2026-11-26 06:00:01", 100, null, "2026-11-26 06:00")]
    [InlineData("2026-11-26 10:30", 100, null, "2026-11-26 06:00")]
    public void Usually_it_is_free_until_a_day_before_then_half_then_all(string cancelled, int percent, string? holdsUntil, string? cheaperUntil)
    {
        var terms = CancellationRule.Usual.Evaluate(Given.Slot("2026-11-26 10:00"), Given.Wall(cancelled), Bavaria);

        Assert.Equal((percent, Wall(holdsUntil), Wall(cheaperUntil)), (terms.Percent, terms.HoldsUntil, terms.CheaperUntil));
        Assert.Equal(percent == 0, terms.IsFree);
        Assert.Equal(percent, terms.Step?.Percent ?? 0);
    }

    /// <summary>Twenty-four hours are real time: over the long night they end an hour later on the wall.</summary>
    [Theory]
    [InlineData("2026-10-25 10:00", "2026-10-24T09:00Z")]
    [InlineData("2026-03-29 10:00", "2026-03-28T08:00Z")]
    public void Hours_are_real_time_over_the_changes_of_the_clock(string slot, string freeUntil) =>
        Assert.Equal(Given.Instant(freeUntil), CancellationRule.Usual.Evaluate(Given.Slot(slot), Given.Instant("2026-03-01T00:00Z"), Bavaria).HoldsUntil);

    /// <summary>6 January is a holiday in Bavaria: Thursday's appointment is called off by Tuesday 14:00.</summary>
    [Theory]
    [InlineData("2026-11-30 10:00", "2026-11-27 14:00")]
    [InlineData("2026-11-30 16:00", "2026-11-27 14:00")]
    [InlineData("2026-12-01 10:00", "2026-11-30 10:00")]
    [InlineData("2026-12-01 16:00", "2026-11-30 16:00")]
    [InlineData("2027-01-07 10:00", "2027-01-05 14:00")]
    [InlineData("2026-04-07 10:00", "2026-04-02 14:00")]
    public void Mondays_appointment_is_cancelled_by_Friday(string slot, string freeUntil)
    {
        var limit = Given.Wall(freeUntil);

        Assert.Equal(limit, MondayByFriday.Evaluate(Given.Slot(slot), limit.AddDays(-3), Bavaria).HoldsUntil);
        Assert.Equal(0, MondayByFriday.Evaluate(Given.Slot(slot), limit, Bavaria).Percent);
        Assert.Equal((100, limit), PercentAndCheaper(MondayByFriday, slot, limit.AddSeconds(1)));
    }

    [Fact]
    public void The_region_of_the_customer_decides_what_a_working_day_is()
    {
        var everyDay = new CancellationRule([new CancellationStep.PreviousWorkingDay(new TimeOnly(14, 0), 80)]);
        var (slot, early) = (Given.Slot("2026-11-19 10:00"), Given.Wall("2026-11-10 10:00"));

        Assert.Equal(Given.Wall("2026-11-18 14:00"), everyDay.Evaluate(slot, early, Bavaria).HoldsUntil);
        Assert.Equal(Given.Wall("2026-11-17 14:00"), everyDay.Evaluate(slot, early, new WorkingDays(new HolidayRegion(Land.SN))).HoldsUntil);
    }

    [Fact]
    public void Calendar_days_begin_at_midnight_in_Berlin()
    {
        var days = new CancellationRule([new CancellationStep.CalendarDaysBefore(2, 30)]);

        Assert.Equal(0, PercentAndCheaper(days, "2026-11-26 10:00", Given.Wall("2026-11-24 00:00").AddTicks(-1)).Percent);
        Assert.Equal((30, Given.Wall("2026-11-24 00:00")), PercentAndCheaper(days, "2026-11-26 10:00", Given.Wall("2026-11-24 00:00")));
    }

    [Fact]
    public void The_dearest_step_that_has_been_reached_counts_in_whatever_order_they_stand()
    {
        var rule = new CancellationRule([new CancellationStep.HoursBefore(4, 100), new CancellationStep.CalendarDaysBefore(1, 20), new CancellationStep.HoursBefore(24, 50)]);

        Assert.Equal(20, PercentAndCheaper(rule, "2026-11-26 10:00", Given.Wall("2026-11-25 09:00")).Percent);
        Assert.Equal(50, PercentAndCheaper(rule, "2026-11-26 10:00", Given.Wall("2026-11-25 11:00")).Percent);
        Assert.Equal(100, PercentAndCheaper(rule, "2026-11-26 10:00", Given.Wall("2026-11-26 09:00")).Percent);
    }

    [Fact]
    public void A_later_step_that_is_cheaper_changes_nothing()
    {
        var rule = new CancellationRule([new CancellationStep.HoursBefore(24, 100), new CancellationStep.HoursBefore(4, 50)]);
        var terms = rule.Evaluate(Given.Slot("2026-11-26 10:00"), Given.Wall("2026-11-25 11:00"), Bavaria);

        Assert.Equal((100, null, Given.Wall("2026-11-25 10:00")), (terms.Percent, terms.HoldsUntil, terms.CheaperUntil));
    }

    [Fact]
    public void A_contract_without_steps_is_always_free() =>
        Assert.Equal(new CancellationTerms(0, null, null, null), new CancellationRule([]).Evaluate(Given.Slot("2026-11-26 10:00"), Given.Wall("2026-11-26 09:59"), Bavaria));

    /// <summary>GERMANY.md 1.5: appointment on Thursday, 26 November 2026.</summary>
    [Theory]
    [InlineData("2026-11-24 00:00", true, true)]
    [InlineData("2026-11-23 23:59", true, false)]
    [InlineData("2026-11-24 00:00", false, false)]
    [InlineData("2026-11-26 23:59", true, true)]
    [InlineData("2026-11-27 00:00", true, false)]
    public void The_law_compensates_a_declared_loss_within_three_calendar_days(string cancelled, bool declared, bool eligible)
    {
        var claim = JvegCancellation.Of(Given.Slot("2026-11-26 10:00"), Given.Wall(cancelled), declared);

        Assert.Equal(eligible, claim.IsEligible);
        Assert.Equal((Given.Wall("2026-11-24 00:00"), Given.Wall("2026-11-27 00:00")), (claim.From, claim.Until));
        Assert.Equal(TimeSpan.FromHours(2), JvegCancellation.Cap);
    }

    [Fact]
    public void The_law_compensates_nobody_who_called_it_off()
    {
        var claim = JvegCancellation.Of(Given.Slot("2026-11-26 10:00"), Given.Wall("2026-11-25 12:00"), lossDeclared: true, reasonAtInterpreter: true);

        Assert.Equal((true, false), (claim.IsInWindow, claim.IsEligible));
    }

    private static (int Percent, DateTimeOffset? CheaperUntil) PercentAndCheaper(CancellationRule rule, string slot, DateTimeOffset at)
    {
        var terms = rule.Evaluate(Given.Slot(slot), at, Bavaria);
        return (terms.Percent, terms.CheaperUntil);
    }

    private static DateTimeOffset? Wall(string? text) => text is null ? null : Given.Wall(text);
}
