using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Calendar;

public class WorkingDaysTests
{
    private static readonly WorkingDays Thuringia = new(new HolidayRegion(Land.TH));

    [Theory]
    [InlineData("2026-11-27", true)]
    [InlineData("2026-11-28", false)]
    [InlineData("2026-11-29", false)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-25", false)]
    [InlineData("2026-05-14", false)]
    public void Monday_to_Friday_are_worked_but_no_holiday(string day, bool worked) => Assert.Equal(worked, Thuringia.IsWorkingDay(Given.Day(day)));

    [Theory]
    [InlineData("2026-11-27", "2026-11-30", "2026-11-26")]
    [InlineData("2026-11-29", "2026-11-30", "2026-11-27")]
    [InlineData("2026-12-24", "2026-12-28", "2026-12-23")]
    [InlineData("2026-04-04", "2026-04-07", "2026-04-02")]
    public void The_next_and_the_previous_skip_what_is_not_worked(string day, string next, string previous)
    {
        Assert.Equal(Given.Day(next), Thuringia.Next(Given.Day(day)));
        Assert.Equal(Given.Day(previous), Thuringia.Previous(Given.Day(day)));
    }

    [Theory]
    [InlineData("2026-04-02", 1, "2026-04-07")]
    [InlineData("2026-04-02", 4, "2026-04-10")]
    [InlineData("2026-04-07", -1, "2026-04-02")]
    [InlineData("2026-04-04", 0, "2026-04-04")]
    [InlineData("2026-04-04", 1, "2026-04-07")]
    public void Days_are_added_over_Easter(string day, int count, string then) => Assert.Equal(Given.Day(then), Thuringia.Add(Given.Day(day), count));

    [Theory]
    [InlineData("2026-04-02", "2026-04-02", 0)]
    [InlineData("2026-04-02", "2026-04-06", 0)]
    [InlineData("2026-04-02", "2026-04-07", 1)]
    [InlineData("2026-04-02", "2026-04-10", 4)]
    [InlineData("2026-04-10", "2026-04-02", 0)]
    public void The_first_day_does_not_count_and_the_last_does(string first, string last, int count) =>
        Assert.Equal(count, Thuringia.CountBetween(Given.Day(first), Given.Day(last)));

    [Fact]
    public void The_Land_decides()
    {
        var bettag = new DateOnly(2026, 11, 18);

        Assert.False(new WorkingDays(new HolidayRegion(Land.SN)).IsWorkingDay(bettag));
        Assert.Equal("Buß- und Bettag", new WorkingDays(new HolidayRegion(Land.SN)).HolidayOn(bettag)?.Name);
        Assert.True(Thuringia.IsWorkingDay(bettag));
    }
}
