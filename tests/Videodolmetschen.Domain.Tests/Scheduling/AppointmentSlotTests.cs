using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AppointmentSlotTests
{
    private static readonly AppointmentRules Rules = new();

    /// <summary>The last two cases lie over the changes of the clock: an hour stays an hour.</summary>
    [Theory]
    [InlineData("2026-11-23 09:00", 60, "2026-11-23T08:00Z", "2026-11-23T09:00Z")]
    [InlineData("2026-07-20 09:00", 60, "2026-07-20T07:00Z", "2026-07-20T08:00Z")]
    [InlineData("2026-11-23 23:30", 60, "2026-11-23T22:30Z", "2026-11-23T23:30Z")]
    [InlineData("2026-03-29 01:30", 60, "2026-03-29T00:30Z", "2026-03-29T01:30Z")]
    [InlineData("2026-10-25 01:30", 120, "2026-10-24T23:30Z", "2026-10-25T01:30Z")]
    public void A_start_on_the_wall_in_Berlin_is_an_instant(string wall, int minutes, string start, string end) =>
        Assert.Equal(new AppointmentSlot(Given.Instant(start), Given.Instant(end)), Given.Slot(wall, minutes));

    [Theory]
    [InlineData("2026-03-29 02:00")]
    [InlineData("2026-03-29 02:59")]
    public void A_time_that_summer_time_leaves_out_is_refused(string wall) =>
        Assert.Equal(ErrorCode.WallTimeLeftOut, Assert.Throws<DomainException>(() => Given.Slot(wall)).Code);

    [Theory]
    [InlineData(RepeatedHour.First, "2026-10-25T00:30Z")]
    [InlineData(RepeatedHour.Second, "2026-10-25T01:30Z")]
    public void A_time_that_winter_time_repeats_is_the_one_that_is_meant(RepeatedHour hour, string start) =>
        Assert.Equal(Given.Instant(start), AppointmentSlot.OnWall(new DateTime(2026, 10, 25, 2, 30, 0), TimeSpan.FromHours(1), hour).Start);

    [Fact]
    public void The_first_of_a_repeated_hour_is_meant_unless_said_otherwise() =>
        Assert.Equal(Given.Instant("2026-10-25T00:30Z"), Given.Slot("2026-10-25 02:30").Start);

    [Fact]
    public void A_slot_without_length_is_none()
    {
        var now = Given.MondayMorning;

        Assert.Equal(ErrorCode.AppointmentLengthInvalid, Assert.Throws<DomainException>(() => Given.Slot("2026-11-23 09:00", 0)).Code);
        Assert.Throws<ArgumentException>(() => new AppointmentSlot(now, now));
    }

    [Theory]
    [InlineData("2026-11-23 23:00", 60, "2026-11-23")]
    [InlineData("2026-11-23 23:00", 75, "2026-11-24")]
    public void Midnight_in_Berlin_parts_its_days(string wall, int minutes, string lastDay)
    {
        Assert.Equal(Given.Day("2026-11-23"), Given.Slot(wall, minutes).Day);
        Assert.Equal(Given.Day(lastDay), Given.Slot(wall, minutes).LastDay);
    }

    /// <summary>It is Monday, 23 November 2026, 9:00 in Berlin; 90 days on is Sunday, 21 February 2027.</summary>
    [Theory]
    [InlineData("2026-11-23 09:15", 60, null)]
    [InlineData("2026-11-23 09:10", 60, ErrorCode.AppointmentTooSoon)]
    [InlineData("2026-11-22 09:15", 60, ErrorCode.AppointmentTooSoon)]
    [InlineData("2027-02-21 23:55", 60, null)]
    [InlineData("2027-02-22 00:00", 60, ErrorCode.AppointmentTooFarAhead)]
    [InlineData("2026-11-24 10:00", 15, null)]
    [InlineData("2026-11-24 10:00", 14, ErrorCode.AppointmentLengthInvalid)]
    [InlineData("2026-11-24 10:00", 20, ErrorCode.AppointmentLengthInvalid)]
    [InlineData("2026-11-24 10:00", 360, null)]
    [InlineData("2026-11-24 10:00", 375, ErrorCode.AppointmentLengthInvalid)]
    [InlineData("2026-11-24 10:05", 60, null)]
    [InlineData("2026-11-24 10:01", 60, ErrorCode.AppointmentStartInvalid)]
    [InlineData("2026-11-24 10:00:01", 60, ErrorCode.AppointmentStartInvalid)]
    public void Only_what_the_rules_allow_is_booked(string wall, int minutes, ErrorCode? broken)
    {
        var slot = Given.Slot(wall, minutes);

        Assert.Equal(broken, Rules.Violation(slot, Given.MondayMorning));
        if (broken is { } code)
        {
            Assert.Equal(code, Assert.Throws<DomainException>(() => Rules.Check(slot, Given.MondayMorning)).Code);
        }
    }

    [Fact]
    public void The_rules_can_be_others()
    {
        var tight = new AppointmentRules { EarliestAhead = TimeSpan.FromHours(2), LengthStep = TimeSpan.FromMinutes(10) };

        Assert.Equal(ErrorCode.AppointmentTooSoon, tight.Violation(Given.Slot("2026-11-23 10:55"), Given.MondayMorning));
        Assert.Null(tight.Violation(Given.Slot("2026-11-23 11:00", 20), Given.MondayMorning));
    }

    /// <summary>A day before is the same time on the wall, also when the day had 23 or 25 hours; an hour before is an hour.</summary>
    [Theory]
    [InlineData("2026-11-24 10:00", 1440, "2026-11-23T09:00Z")]
    [InlineData("2026-03-29 10:00", 1440, "2026-03-28T09:00Z")]
    [InlineData("2026-10-25 10:00", 1440, "2026-10-24T08:00Z")]
    [InlineData("2026-10-26 02:30", 1440, "2026-10-25T00:30Z")]
    [InlineData("2026-03-30 02:30", 1440, "2026-03-29T01:30Z")]
    [InlineData("2026-03-29 03:30", 60, "2026-03-29T00:30Z")]
    public void Days_before_go_by_the_wall_and_hours_by_the_clock(string wall, int minutes, string before) =>
        Assert.Equal(Given.Instant(before), Given.Slot(wall).Before(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("2026-11-24 10:00", 60, true)]
    [InlineData("2026-11-24 09:00", 60, true)]
    [InlineData("2026-11-24 08:45", 60, false)]
    [InlineData("2026-11-24 11:10", 60, true)]
    [InlineData("2026-11-24 11:15", 60, false)]
    [InlineData("2026-11-24 09:00", 180, true)]
    public void Between_two_slots_lies_the_gap(string wall, int minutes, bool within)
    {
        var (one, other) = (Given.Slot("2026-11-24 10:00"), Given.Slot(wall, minutes));

        Assert.Equal(within, one.IsWithin(Rules.Gap, other));
        Assert.Equal(within, other.IsWithin(Rules.Gap, one));
    }
}
