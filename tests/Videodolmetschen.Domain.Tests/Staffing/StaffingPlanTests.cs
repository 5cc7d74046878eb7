using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests.Staffing;

public class StaffingPlanTests
{
    private static readonly WeekHour MondayNine = new(DayOfWeek.Monday, 9);
    private static readonly TimeSpan HalfAMinute = TimeSpan.FromSeconds(30);

    /// <summary>The textbook's example, planted over one week: 200 calls an hour, three minutes each with the wrap-up, are 10 Erlang and need 14.</summary>
    [Fact]
    public void Ten_Erlang_in_one_hour_need_what_the_tables_say()
    {
        var plan = Plan([new(MondayNine, 200, 3, 197, TimeSpan.FromSeconds(197 * 150))], weeks: 1, within: 20);
        var hour = Hour(plan, MondayNine);

        Assert.Equal(10, hour.Load.Traffic, 1e-9);
        Assert.Equal(14, hour.Needed);
        Assert.Equal(0, Hour(plan, new(DayOfWeek.Monday, 10)).Needed);
    }

    [Fact]
    public void The_rate_is_per_time_that_the_hour_occurred()
    {
        Assert.Equal(5, Hour(Plan([new(MondayNine, 20, 0, 20, TimeSpan.FromHours(5))], weeks: 4), MondayNine).Load.CallsPerHour);
        Assert.Equal(0, Hour(Plan([new(MondayNine, 20, 0, 20, TimeSpan.FromHours(5))], weeks: 0), MondayNine).Needed);
    }

    [Fact]
    public void Few_conversations_borrow_the_handling_time_of_all_hours()
    {
        WeekHour night = new(DayOfWeek.Sunday, 3);
        var plan = Plan([new(MondayNine, 9, 0, 9, TimeSpan.FromMinutes(90)), new(night, 4, 0, 1, TimeSpan.FromMinutes(60))], weeks: 1);

        Assert.Equal(TimeSpan.FromMinutes(15) + HalfAMinute, plan.Handling);
        Assert.Equal(TimeSpan.FromMinutes(10) + HalfAMinute, Hour(plan, MondayNine).Load.Handling);
        Assert.Equal(plan.Handling, Hour(plan, night).Load.Handling);
        Assert.Equal((false, true), (Hour(plan, MondayNine).IsSmall, Hour(plan, night).IsSmall));
    }

    [Fact]
    public void Without_any_conversation_a_length_is_assumed_and_said_so()
    {
        var plan = Plan([new(MondayNine, 6, 6, 0, TimeSpan.Zero)], weeks: 1);

        Assert.Equal((true, StaffingPlan.AssumedHandling + HalfAMinute), (plan.IsHandlingAssumed, plan.Handling));
        Assert.True(Hour(plan, MondayNine).Needed > 0);
        Assert.False(Plan([new(MondayNine, 6, 5, 1, TimeSpan.FromHours(1))], weeks: 1).IsHandlingAssumed);
    }

    [Theory]
    [InlineData(3, 0, 3)]
    [InlineData(3, 2.5, 1)]
    [InlineData(3, 3, 0)]
    [InlineData(3, 7, 0)]
    public void A_gap_is_filled_by_whole_interpreters(int needed, double there, int gap)
    {
        var hour = new StaffingHour(new(MondayNine, 1, 0, 0, TimeSpan.Zero), 1, default, needed);

        Assert.Equal(gap, hour.GapTo(there));
    }

    [Fact]
    public void A_week_has_168_hours_and_begins_on_Monday_at_midnight()
    {
        Assert.Equal(168, WeekHour.All.Distinct().Count());
        Assert.Equal((new WeekHour(DayOfWeek.Monday, 0), new WeekHour(DayOfWeek.Sunday, 23)), (WeekHour.All[0], WeekHour.All[^1]));
        Assert.Equal([1, 7], [WeekHour.All[0].Weekday, WeekHour.All[^1].Weekday]);
    }

    /// <summary>2026: summer time from 29 March, winter time from 25 October.</summary>
    [Theory]
    [InlineData("2026-03-09 00:00", "2026-04-06 00:00", 3, 671)]
    [InlineData("2026-10-05 00:00", "2026-11-02 00:00", 5, 673)]
    [InlineData("2026-06-01 00:00", "2026-06-29 00:00", 4, 672)]
    public void Two_o_clock_on_a_Sunday_comes_once_less_in_spring_and_once_more_in_autumn(string since, string before, int sundays, int all)
    {
        var found = WeekHour.Occurrences(Given.Wall(since), Given.Wall(before));

        Assert.Equal(sundays, found[new WeekHour(DayOfWeek.Sunday, 2)]);
        Assert.Equal(4, found[new WeekHour(DayOfWeek.Sunday, 3)]);
        Assert.Equal(all, found.Values.Sum());
    }

    private static StaffingPlan Plan(HourDemand[] demand, int weeks, int within = 30) => StaffingPlan.For(
        demand,
        new StaffingBasis(WeekHour.All.ToDictionary(hour => hour, _ => weeks), HalfAMinute, new StaffingTarget(0.8, TimeSpan.FromSeconds(within))));

    private static StaffingHour Hour(StaffingPlan plan, WeekHour hour) => Assert.Single(plan.Hours, one => one.Demand.Hour == hour);
}
