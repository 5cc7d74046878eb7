using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Tests.Staffing;

public class StandbyTests
{
    private static readonly AppointmentSlot Morning = Given.Slot("2026-11-24 08:00", 120);

    [Fact]
    public void Nobody_is_offered_two_shifts_that_overlap_and_shifts_that_touch_do_not()
    {
        Assert.Equal(StandbyHindrance.OtherStandby, Candidate(taken: Given.Slot("2026-11-24 09:59", 60)).HindranceOf(Morning));
        Assert.Null(Candidate(taken: Given.Slot("2026-11-24 10:00", 60)).HindranceOf(Morning));
        Assert.Null(Candidate(taken: Given.Slot("2026-11-24 07:00", 60)).HindranceOf(Morning));
    }

    [Theory]
    [InlineData(480, 600, null)]
    [InlineData(480, 599, StandbyHindrance.OutsideAvailability)]
    [InlineData(481, 700, StandbyHindrance.OutsideAvailability)]
    public void The_whole_shift_lies_in_the_declared_week(int from, int to, StandbyHindrance? expected) =>
        Assert.Equal(expected, Candidate(new([new(DayOfWeek.Tuesday, from, to)])).HindranceOf(Morning));

    [Fact]
    public void Whoever_declared_no_week_may_always_be_asked() => Assert.Null(Candidate().HindranceOf(Morning));

    [Fact]
    public void Whoever_is_away_for_a_part_of_the_shift_is_not_asked_for_it()
    {
        Assert.Equal(StandbyHindrance.Absent, Away("2026-11-24 09:59", "2026-11-24 12:00").HindranceOf(Morning));
        Assert.Null(Away("2026-11-24 10:00", "2026-11-24 12:00").HindranceOf(Morning));
        Assert.True(StandbyCandidate.IsBinding(StandbyHindrance.Absent));
    }

    [Fact]
    public void Whoever_is_promised_to_an_appointment_in_that_time_is_not_asked_whatever_the_declared_week()
    {
        var booked = Candidate() with { Booked = [Given.Slot("2026-11-24 09:30", 60)] };
        Assert.Equal(StandbyHindrance.OwnAppointment, booked.HindranceOf(Morning));
        Assert.Null((booked with { Booked = [Given.Slot("2026-11-24 10:00", 60)] }).HindranceOf(Morning));
        Assert.True(StandbyCandidate.IsBinding(StandbyHindrance.OwnAppointment));
        Assert.False(StandbyCandidate.IsBinding(StandbyHindrance.OutsideAvailability));
    }

    [Fact]
    public void A_shift_may_be_given_back_until_a_day_before_by_the_clock_on_the_wall()
    {
        var rules = new StandbyRules();

        Assert.Equal(Given.Wall("2026-11-23 08:00"), rules.GiveBackUntil(Morning));
        Assert.Equal(Given.Wall("2026-10-24 22:00"), rules.GiveBackUntil(Given.Slot("2026-10-25 22:00")));
        Assert.Equal(Given.Wall("2026-11-24 06:00"), (rules with { GiveBackBefore = TimeSpan.FromHours(2) }).GiveBackUntil(Morning));
    }

    [Theory]
    [InlineData("2026-11-24 08:00", 120, 1, null)]
    [InlineData("2026-11-23 07:59", 120, 1, ErrorCode.StandbyTimesInvalid)]
    [InlineData("2026-11-24 08:00", 29, 1, ErrorCode.StandbyTimesInvalid)]
    [InlineData("2026-11-24 08:00", 721, 1, ErrorCode.StandbyTimesInvalid)]
    [InlineData("2027-02-21 23:59", 30, 1, null)]
    [InlineData("2027-02-22 00:00", 30, 1, ErrorCode.StandbyTimesInvalid)]
    [InlineData("2026-11-24 08:00", 120, 0, ErrorCode.ArgumentInvalid)]
    [InlineData("2026-11-24 08:00", 120, 51, ErrorCode.ArgumentInvalid)]
    public void A_shift_keeps_to_its_limits(string wall, int minutes, int places, ErrorCode? refused)
    {
        var now = Given.Wall("2026-11-23 08:00");
        var broken = Record.Exception(() => new StandbyRules().Check(Given.Slot(wall, minutes), places, now));

        Assert.Equal(refused, (broken as DomainException)?.Code);
    }

    [Fact]
    public void Served_is_what_somebody_was_on_duty_and_pauses_stand_apart()
    {
        var served = StandbyService.Of(Morning, PresenceState.Offline,
        [
            At("07:30", PresenceState.Paused), // before the shift: says nothing that the state before does not
            At("08:10", PresenceState.Available), At("08:30", PresenceState.InSession), At("09:00", PresenceState.WrapUp),
            At("09:01", PresenceState.Paused), At("09:21", PresenceState.Available), At("09:50", PresenceState.Offline),
        ]);

        Assert.Equal(new StandbyService(TimeSpan.FromMinutes(80), TimeSpan.FromMinutes(20)), served);
    }

    [Theory]
    [InlineData(PresenceState.Available, 120, 0)]
    [InlineData(PresenceState.InSession, 120, 0)]
    [InlineData(PresenceState.Paused, 0, 120)]
    [InlineData(PresenceState.Offline, 0, 0)]
    public void Whoever_changes_nothing_stays_what_they_were(PresenceState before, int onDuty, int paused) =>
        Assert.Equal(
            new StandbyService(TimeSpan.FromMinutes(onDuty), TimeSpan.FromMinutes(paused)),
            StandbyService.Of(Morning, before, [At("10:00", PresenceState.Available)]));

    /// <summary>From 0 to 6 o'clock there are seven hours on 25 October 2026.</summary>
    [Fact]
    public void The_night_of_the_long_hour_counts_seven_hours_of_six() =>
        Assert.Equal(
            TimeSpan.FromHours(7),
            StandbyService.Of(new(Given.Wall("2026-10-25 00:00"), Given.Wall("2026-10-25 06:00")), PresenceState.Available, []).OnDuty);

    private static StandbyCandidate Candidate(Availability? availability = null, params AppointmentSlot[] taken) =>
        new(new InterpreterId(Given.NewId()), availability, taken);

    private static StandbyCandidate Away(string from, string until) =>
        Candidate(new Availability([]) { Absences = [new Absence(Given.Wall(from), Given.Wall(until))] });

    private static PresenceChange At(string time, PresenceState state) => new(Given.Wall($"2026-11-24 {time}"), state);
}
