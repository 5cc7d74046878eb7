using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>All times as the wall in Berlin shows them; the customer sits in Thüringen unless a test says otherwise.</summary>
public class AnswerDeadlineTests
{
    private static readonly WorkingDays Thuringia = new(new HolidayRegion(Land.TH));

    /// <summary>From Monday, 2 November 2026; there is no holiday in Thüringen until Christmas.</summary>
    [Theory]
    [InlineData("2026-11-30 10:00", 20, "2026-11-06 15:00")]
    [InlineData("2026-11-27 10:00", 19, "2026-11-04 15:00")]
    [InlineData("2026-11-16 10:00", 10, "2026-11-04 15:00")]
    [InlineData("2026-11-13 10:00", 9, "2026-11-03 15:00")]
    [InlineData("2026-11-04 10:00", 2, "2026-11-03 15:00")]
    [InlineData("2026-11-03 10:00", 1, "2026-11-02 16:30")]
    public void The_more_working_days_ahead_the_more_time_to_answer(string slot, int ahead, string due)
    {
        Assert.Equal(ahead, AnswerDeadline.WorkingDaysAhead(Given.Slot(slot), new DateOnly(2026, 11, 2), Thuringia));
        Assert.Equal(new AnswerDeadline(Given.Wall(due), false), Booked("2026-11-02 09:00", slot));
    }

    [Theory]
    [InlineData("2026-11-02 14:00", "2026-11-03 10:00", "2026-11-02 16:30", false)]
    [InlineData("2026-11-02 14:00:01", "2026-11-03 10:00", "2026-11-02 14:30:01", true)]
    [InlineData("2026-11-02 23:50", "2026-11-03 10:00", "2026-11-03 00:20", true)]
    [InlineData("2026-11-03 08:00", "2026-11-03 10:00", "2026-11-03 08:30", true)]
    [InlineData("2026-11-03 00:00", "2026-11-04 10:00", "2026-11-03 16:30", false)]
    [InlineData("2026-11-02 23:59", "2026-11-04 10:00", "2026-11-03 15:00", false)]
    public void The_day_before_counts_until_two_and_afterwards_all_are_asked_at_once(string booked, string slot, string due, bool atOnce) =>
        Assert.Equal(new AnswerDeadline(Given.Wall(due), atOnce), Booked(booked, slot));

    [Theory]
    [InlineData("2026-11-06 14:00", "2026-11-09 10:00", "2026-11-06 16:30", false)]
    [InlineData("2026-11-06 14:01", "2026-11-09 10:00", "2026-11-06 14:31", true)]
    [InlineData("2026-11-06 14:01", "2026-11-10 10:00", "2026-11-09 15:00", false)]
    [InlineData("2026-11-05 14:01", "2026-11-09 10:00", "2026-11-06 15:00", false)]
    public void Friday_is_the_day_before_Monday(string booked, string slot, string due, bool atOnce) =>
        Assert.Equal(new AnswerDeadline(Given.Wall(due), atOnce), Booked(booked, slot));

    /// <summary>Who books on a Saturday is late for Monday, and early enough for Tuesday.</summary>
    [Theory]
    [InlineData("2026-11-07 10:00", "2026-11-09 10:00", "2026-11-07 10:30", true)]
    [InlineData("2026-11-07 10:00", "2026-11-10 10:00", "2026-11-09 15:00", false)]
    [InlineData("2026-11-06 10:00", "2026-11-08 10:00", "2026-11-06 16:30", false)]
    [InlineData("2026-11-05 10:00", "2026-11-08 10:00", "2026-11-06 15:00", false)]
    [InlineData("2026-11-07 10:00", "2026-11-08 10:00", "2026-11-07 10:30", true)]
    public void A_day_off_is_no_working_day_for_either_side(string booked, string slot, string due, bool atOnce) =>
        Assert.Equal(new AnswerDeadline(Given.Wall(due), atOnce), Booked(booked, slot));

    /// <summary>Maundy Thursday is the working day before the Tuesday after Easter; 24 December is a working day.</summary>
    [Theory]
    [InlineData("2026-04-02 14:00", "2026-04-07 10:00", "2026-04-02 16:30", false)]
    [InlineData("2026-04-02 14:01", "2026-04-07 10:00", "2026-04-02 14:31", true)]
    [InlineData("2026-04-03 10:00", "2026-04-07 10:00", "2026-04-03 10:30", true)]
    [InlineData("2026-04-02 18:00", "2026-04-08 10:00", "2026-04-07 15:00", false)]
    [InlineData("2026-04-02 18:00", "2026-04-17 10:00", "2026-04-07 15:00", false)]
    [InlineData("2026-04-02 18:00", "2026-04-20 10:00", "2026-04-08 15:00", false)]
    [InlineData("2026-12-23 18:00", "2027-01-04 10:00", "2026-12-24 15:00", false)]
    public void Holidays_are_not_worked(string booked, string slot, string due, bool atOnce) =>
        Assert.Equal(new AnswerDeadline(Given.Wall(due), atOnce), Booked(booked, slot));

    [Fact]
    public void The_Land_of_the_customer_decides()
    {
        var saxony = new WorkingDays(new HolidayRegion(Land.SN));

        Assert.Equal(Given.Wall("2026-11-18 15:00"), Booked("2026-11-17 10:00", "2026-11-19 10:00").At);
        Assert.Equal(Given.Wall("2026-11-17 16:30"), AnswerDeadline.Of(Given.Slot("2026-11-19 10:00"), Given.Wall("2026-11-17 10:00"), saxony, new AppointmentRules()).At);
    }

    [Theory]
    [InlineData("2026-03-27 10:00", "2026-03-31 10:00", "2026-03-30T13:00Z")]
    [InlineData("2026-10-23 10:00", "2026-10-27 10:00", "2026-10-26T14:00Z")]
    [InlineData("2026-03-27 13:00", "2026-03-30 10:00", "2026-03-27T15:30Z")]
    [InlineData("2026-10-23 13:00", "2026-10-26 10:00", "2026-10-23T14:30Z")]
    public void The_hour_on_the_wall_counts_over_the_changes_of_the_clock(string booked, string slot, string due) =>
        Assert.Equal(Given.Instant(due), Booked(booked, slot).At);

    [Theory]
    [InlineData("2026-11-03 09:40", "2026-11-03 10:00", "2026-11-03 10:00")]
    [InlineData("2026-11-02 23:45", "2026-11-03 00:10", "2026-11-03 00:10")]
    public void No_answer_is_due_after_the_start(string booked, string slot, string due) =>
        Assert.Equal(new AnswerDeadline(Given.Wall(due), true), Booked(booked, slot));

    [Fact]
    public void Half_an_hour_is_real_time_also_while_the_clock_is_changed() =>
        Assert.Equal(Given.Instant("2026-10-25T01:10Z"), AnswerDeadline.Of(Given.Slot("2026-10-25 10:00"), Given.Instant("2026-10-25T00:40Z"), Thuringia, new AppointmentRules()).At);

    [Fact]
    public void The_numbers_are_rules()
    {
        var rules = new AppointmentRules { ShortAhead = 3, DayBeforeUntil = new TimeOnly(12, 0), LastAnswer = TimeSpan.FromMinutes(10) };
        var deadline = AnswerDeadline.Of(Given.Slot("2026-11-04 10:00"), Given.Wall("2026-11-02 12:30"), Thuringia, rules);

        Assert.Equal(new AnswerDeadline(Given.Wall("2026-11-02 12:40"), true), deadline);
    }

    private static AnswerDeadline Booked(string booked, string slot) =>
        AnswerDeadline.Of(Given.Slot(slot), Given.Wall(booked), Thuringia, new AppointmentRules());
}
