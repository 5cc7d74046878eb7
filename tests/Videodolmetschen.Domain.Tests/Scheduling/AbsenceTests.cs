using System.Globalization;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AbsenceTests
{
    private static readonly Availability Office = new(WeeklyHours.Of(Enumerable.Range(1, 5).Select(day => new AvailabilityWindow((DayOfWeek)day, 480, 1020))));

    [Theory]
    [InlineData("2026-11-24T09:59:59Z", true)]
    [InlineData("2026-11-24T10:00:00Z", false)]
    [InlineData("2026-11-24T11:00:00Z", true)]
    public void Whoever_is_absent_is_not_available_in_the_declared_hours(string at, bool covered) =>
        Assert.Equal(covered, Without("2026-11-24T10:00:00Z/2026-11-24T11:00:00Z").Covers(Instant(at)));

    [Theory]
    [InlineData("2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z")]
    [InlineData("2026-11-24T10:00:00Z", "2026-11-24T11:00:00Z")]
    [InlineData("2026-11-24T11:00:00Z", "2026-11-24T16:00:00Z")]
    [InlineData("2026-12-18T16:00:00Z", "2027-01-11T07:00:00Z")]
    public void The_next_change_may_be_an_absence_or_its_end_far_away(string at, string next) =>
        Assert.Equal(Instant(next), Without("2026-11-24T10:00:00Z/2026-11-24T11:00:00Z", "2026-12-18T23:00:00Z/2027-01-10T23:00:00Z").NextChange(Instant(at)));

    [Fact]
    public void Absences_that_overlap_or_touch_end_with_the_last_of_them()
    {
        var week = Without("2026-11-24T11:00:00Z/2026-11-24T12:00:00Z", "2026-11-24T09:00:00Z/2026-11-24T10:30:00Z", "2026-11-24T10:00:00Z/2026-11-24T11:00:00Z");

        Assert.Equal(Instant("2026-11-24T12:00:00Z"), week.NextChange(Instant("2026-11-24T09:30:00Z")));
    }

    /// <summary>Nothing begins at its end, at 18:00 in Berlin: the hours have ended meanwhile. But emergencies may ring again.</summary>
    [Fact]
    public void The_end_of_an_absence_outside_the_hours_is_a_turn_and_no_change()
    {
        var week = Without("2026-11-24T10:00:00Z/2026-11-24T17:00:00Z");

        Assert.Equal(Instant("2026-11-25T07:00:00Z"), week.NextChange(Instant("2026-11-24T12:00:00Z")));
        Assert.Equal(Instant("2026-11-24T17:00:00Z"), week.NextTurn(Instant("2026-11-24T12:00:00Z")));
    }

    [Theory]
    [InlineData("2026-11-24T07:00:00Z", "2026-11-24T16:00:00Z", true)]
    [InlineData("2026-11-24T06:59:00Z", "2026-11-24T08:00:00Z", false)]
    [InlineData("2026-11-24T15:00:00Z", "2026-11-24T16:01:00Z", false)]
    [InlineData("2026-11-25T08:00:00Z", "2026-11-25T11:00:00Z", false)]
    [InlineData("2026-11-25T08:00:00Z", "2026-11-25T09:00:00Z", true)]
    public void An_appointment_must_lie_in_the_hours_from_end_to_end_and_touch_no_absence(string from, string until, bool covered) =>
        Assert.Equal(covered, Without("2026-11-25T09:00:00Z/2026-11-25T10:00:00Z").CoversAll(new AppointmentSlot(Instant(from), Instant(until))));

    /// <summary>From 22:00 to 06:00 the night of 24 October 2026 has nine hours, that of 28 March seven.</summary>
    [Theory]
    [InlineData("2026-10-24T20:00:00Z", 9)]
    [InlineData("2026-03-28T21:00:00Z", 7)]
    public void A_night_is_covered_whole_through_both_changes_of_the_clock(string from, int hours)
    {
        var nights = new Availability(WeeklyHours.Of([new(DayOfWeek.Saturday, 1320, 360)]));

        Assert.True(nights.CoversAll(new AppointmentSlot(Instant(from), Instant(from).AddHours(hours))));
        Assert.False(nights.CoversAll(new AppointmentSlot(Instant(from), Instant(from).AddHours(hours).AddMinutes(1))));
    }

    [Theory]
    [InlineData("2026-10-25T02:30", "2026-10-25T02:45", "2026-10-25T00:30:00Z/2026-10-25T01:45:00Z")]
    [InlineData("2026-03-29T02:30", "2026-03-29T04:00", "2026-03-29T01:00:00Z/2026-03-29T02:00:00Z")]
    [InlineData("2026-12-24T00:00", "2027-01-02T00:00", "2026-12-23T23:00:00Z/2027-01-01T23:00:00Z")]
    public void Absences_are_said_by_the_clock_on_the_wall(string from, string until, string expected) =>
        Assert.Equal(Stretch(expected), Absence.OfWall(DateTime.Parse(from, CultureInfo.InvariantCulture), DateTime.Parse(until, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-12-24T08:00", "2026-12-24T08:00")]
    [InlineData("2026-12-24T08:00", "2026-12-24T07:00")]
    [InlineData("2026-12-24T08:00", "2029-12-24T07:00")]
    [InlineData("2026-03-29T02:15", "2026-03-29T02:45")]
    public void An_absence_ends_after_it_begins_and_within_two_years(string from, string until)
    {
        var refused = Assert.Throws<DomainException>(() => Absence.OfWall(DateTime.Parse(from, CultureInfo.InvariantCulture), DateTime.Parse(until, CultureInfo.InvariantCulture)));

        Assert.Equal(ErrorCode.AvailabilityInvalid, refused.Code);
    }

    [Theory]
    [InlineData("2026-10-23T22:00:00Z/2026-10-25T23:00:00Z", true)]
    [InlineData("2026-10-23T22:00:00Z/2026-10-25T22:00:00Z", false)]
    public void Whole_days_go_from_midnight_to_midnight_in_Berlin(string stretch, bool whole) => Assert.Equal(whole, Stretch(stretch).IsWholeDays());

    /// <summary>Through both changes of the clock, with absences: what is announced is what is so, minute by minute.</summary>
    [Theory]
    [InlineData("2026-10-24T00:00:00Z")]
    [InlineData("2026-03-28T00:00:00Z")]
    public void Nothing_turns_unannounced(string from)
    {
        var at = Instant(from);
        var week = new Availability(WeeklyHours.Of(Enum.GetValues<DayOfWeek>().Select(day => new AvailabilityWindow(day, 1200, 165))))
        {
            Absences = [new(at.AddHours(23.5), at.AddHours(24.7)), new(at.AddHours(24), at.AddHours(30)), new(at.AddHours(45), at.AddHours(46))],
        };
        var next = week.NextTurn(at);
        for (var minute = 1; minute < 3 * 1440; minute++)
        {
            var now = at.AddMinutes(1);
            Assert.Equal(now >= next, (week.Covers(now), week.IsAbsent(now)) != (week.Covers(at), week.IsAbsent(at)));
            next = now >= next ? week.NextTurn(now) : next;
            at = now;
        }
    }

    private static Availability Without(params string[] absences) => Office with { Absences = [.. absences.Select(Stretch)] };

    private static Absence Stretch(string text) => text.Split('/') is [var from, var until] ? new(Instant(from), Instant(until)) : throw new FormatException(text);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
