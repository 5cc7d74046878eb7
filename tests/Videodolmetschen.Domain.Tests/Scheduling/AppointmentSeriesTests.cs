using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AppointmentSeriesTests
{
    private static readonly AppointmentSeries Mondays = new() { WallStart = new DateTime(2026, 11, 30, 10, 0, 0), Length = TimeSpan.FromMinutes(60), Times = 3 };

    [Fact]
    public void A_series_comes_every_week_so_many_times() =>
        Assert.Equal([Given.Slot("2026-11-30 10:00"), Given.Slot("2026-12-07 10:00"), Given.Slot("2026-12-14 10:00")], SlotsOf(Mondays));

    [Theory]
    [InlineData("2026-12-14", 3)]
    [InlineData("2026-12-13", 2)]
    [InlineData("2026-11-30", 1)]
    public void A_series_goes_on_until_its_last_day(string until, int count) =>
        Assert.Equal(count, SlotsOf(Mondays with { Times = null, Until = Given.Day(until) }).Count());

    [Fact]
    public void An_exception_is_left_out_and_not_made_up_for() =>
        Assert.Equal(
            [Given.Slot("2026-11-30 10:00"), Given.Slot("2026-12-14 10:00")],
            SlotsOf(Mondays with { Exceptions = new HashSet<DateOnly> { new(2026, 12, 7) } }));

    [Theory]
    [InlineData("2026-03-23 10:00", "2026-03-23T09:00Z", "2026-03-30T08:00Z")]
    [InlineData("2026-10-19 10:00", "2026-10-19T08:00Z", "2026-10-26T09:00Z")]
    public void The_time_on_the_wall_stays_when_the_clocks_are_changed(string first, string before, string after)
    {
        var series = Mondays with { WallStart = Given.Slot(first).WallStart, Times = 2 };

        Assert.Equal([Given.Instant(before), Given.Instant(after)], SlotsOf(series, Given.Wall(first).AddDays(-1)).Select(slot => slot.Start));
    }

    [Fact]
    public void A_series_into_the_hour_that_is_left_out_is_refused_unless_that_day_is_an_exception()
    {
        var night = Mondays with { WallStart = new DateTime(2026, 3, 22, 2, 30, 0), Times = 3 };
        var now = Given.Instant("2026-03-20T08:00Z");

        Assert.Equal(ErrorCode.WallTimeLeftOut, Refusal(night, now));
        Assert.Equal(2, SlotsOf(night with { Exceptions = new HashSet<DateOnly> { new(2026, 3, 29) } }, now).Count());
    }

    [Fact]
    public void It_is_told_which_fall_on_a_holiday_of_the_region()
    {
        var fridays = Mondays with { WallStart = new DateTime(2026, 12, 18, 10, 0, 0) };
        var slots = fridays.Slots(new AppointmentRules(), new WorkingDays(new HolidayRegion(Land.TH)), Given.MondayMorning);

        Assert.Equal([null, "1. Weihnachtstag", "Neujahr"], slots.Select(slot => slot.Holiday?.Name));
    }

    [Fact]
    public void A_series_has_one_end_and_at_least_one_appointment()
    {
        Assert.Equal(ErrorCode.AppointmentSeriesInvalid, Refusal(Mondays with { Times = null }, Given.MondayMorning));
        Assert.Equal(ErrorCode.AppointmentSeriesInvalid, Refusal(Mondays with { Until = new DateOnly(2026, 12, 14) }, Given.MondayMorning));
        Assert.Equal(ErrorCode.AppointmentSeriesInvalid, Refusal(Mondays with { Times = 0 }, Given.MondayMorning));
        Assert.Equal(ErrorCode.AppointmentSeriesInvalid, Refusal(Mondays with { Times = null, Until = new DateOnly(2026, 11, 29) }, Given.MondayMorning));
    }

    [Fact]
    public void No_appointment_of_a_series_is_too_far_ahead()
    {
        Assert.Equal(12, SlotsOf(Mondays with { Times = 12 }).Count());
        Assert.Equal(ErrorCode.AppointmentTooFarAhead, Refusal(Mondays with { Times = 13 }, Given.MondayMorning));
        Assert.Equal(ErrorCode.AppointmentTooFarAhead, Refusal(Mondays with { Times = null, Until = DateOnly.MaxValue }, Given.MondayMorning));
    }

    private static IEnumerable<AppointmentSlot> SlotsOf(AppointmentSeries series, DateTimeOffset? now = null) =>
        series.Slots(new AppointmentRules(), new WorkingDays(new HolidayRegion(Land.TH)), now ?? Given.MondayMorning).Select(one => one.Slot);

    private static ErrorCode Refusal(AppointmentSeries series, DateTimeOffset now) =>
        Assert.Throws<DomainException>(() => SlotsOf(series, now)).Code;
}
