using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AvailabilityTests
{
    private static readonly Availability Office = new([
        new AvailabilityWindow(DayOfWeek.Monday, 8 * 60, 12 * 60),
        new AvailabilityWindow(DayOfWeek.Monday, 13 * 60, 17 * 60),
    ]);

    private static readonly Availability SundayNight = new([new AvailabilityWindow(DayOfWeek.Sunday, 150, 180)]);

    [Theory]
    [InlineData("2026-11-23T06:59:59Z", false)]
    [InlineData("2026-11-23T07:00:00Z", true)]
    [InlineData("2026-11-23T11:00:00Z", false)]
    [InlineData("2026-07-20T06:00:00Z", true)]
    [InlineData("2026-11-24T08:00:00Z", false)]
    public void The_clock_on_the_wall_in_Berlin_counts(string at, bool covered) => Assert.Equal(covered, Office.Covers(Instant(at)));

    [Theory]
    [InlineData("2026-11-23T06:00:00Z", "2026-11-23T07:00:00Z")]
    [InlineData("2026-11-23T07:00:00Z", "2026-11-23T11:00:00Z")]
    [InlineData("2026-11-23T11:00:00Z", "2026-11-23T12:00:00Z")]
    [InlineData("2026-11-23T16:00:00Z", "2026-11-30T07:00:00Z")]
    public void The_next_change_is_known(string at, string next) => Assert.Equal(Instant(next), Office.NextChange(Instant(at)));

    /// <summary>On 25 October 2026 the hour from 2 to 3 happens twice.</summary>
    [Fact]
    public void In_the_hour_that_winter_time_repeats_the_window_comes_twice()
    {
        DateTimeOffset[] edges = [Instant("2026-10-25T00:30:00Z"), Instant("2026-10-25T01:00:00Z"), Instant("2026-10-25T01:30:00Z"), Instant("2026-10-25T02:00:00Z")];
        var at = Instant("2026-10-24T22:00:00Z");
        foreach (var edge in edges)
        {
            Assert.Equal(edge, SundayNight.NextChange(at));
            at = edge;
        }
    }

    /// <summary>On 29 March 2026 the hour from 2 to 3 does not happen.</summary>
    [Fact]
    public void In_the_hour_that_summer_time_leaves_out_there_is_no_window() =>
        Assert.Equal(Instant("2026-04-05T00:30:00Z"), SundayNight.NextChange(Instant("2026-03-28T22:00:00Z")));

    [Fact]
    public void A_window_over_the_left_out_hour_goes_on_after_it()
    {
        var night = new Availability([new AvailabilityWindow(DayOfWeek.Sunday, 60, 240)]);

        Assert.Equal(Instant("2026-03-29T02:00:00Z"), night.NextChange(Instant("2026-03-29T00:30:00Z")));
    }

    [Fact]
    public void Whoever_is_there_all_week_never_changes()
    {
        var always = new Availability([.. Enum.GetValues<DayOfWeek>().Select(day => new AvailabilityWindow(day, 0, 1440))]);

        Assert.Null(always.NextChange(Instant("2026-10-24T12:00:00Z")));
    }

    /// <summary>Through both changes of the clock: what is announced is what is so, minute by minute.</summary>
    [Theory]
    [InlineData("2026-10-24T00:00:00Z")]
    [InlineData("2026-03-28T00:00:00Z")]
    public void Nothing_changes_unannounced(string from)
    {
        var week = new Availability([.. Enum.GetValues<DayOfWeek>().SelectMany(day => new[] { new AvailabilityWindow(day, 90, 165), new AvailabilityWindow(day, 1200, 1440) })]);
        var at = Instant(from);
        var next = week.NextChange(at);
        for (var minute = 1; minute < 3 * 1440; minute++)
        {
            var now = at.AddMinutes(1);
            Assert.Equal(now >= next, week.Covers(now) != week.Covers(at));
            next = now >= next ? week.NextChange(now) : next;
            at = now;
        }
    }

    /// <summary>The window of 29 March is left out, and the week before has none after its own.</summary>
    [Fact]
    public void A_window_that_is_left_out_once_is_found_a_week_later() =>
        Assert.Equal(Instant("2026-04-05T00:30:00Z"), SundayNight.NextChange(Instant("2026-03-22T04:00:00Z")));

    [Fact]
    public void A_week_without_windows_is_always()
    {
        var always = new Availability([]);

        Assert.True(always.Covers(Instant("2026-11-22T03:00:00Z")));
        Assert.Null(always.NextChange(Instant("2026-11-22T03:00:00Z")));
        Assert.True(always.CoversAll(new AppointmentSlot(Instant("2026-11-22T03:00:00Z"), Instant("2027-11-22T03:00:00Z"))));
    }

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
