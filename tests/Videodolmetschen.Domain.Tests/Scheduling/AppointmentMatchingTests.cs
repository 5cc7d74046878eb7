using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>It is Monday, 23 November 2026, 9:00 in Berlin; the appointment is on Tuesday, 10:00 to 11:00.</summary>
public class AppointmentMatchingTests
{
    private static readonly DateOnly Tuesday = new(2026, 11, 24);
    private static readonly Requirement Woman = new Requirement.OfGender(Gender.Female);

    [Fact]
    public void Whoever_has_all_that_is_needed_and_is_free_is_asked() => Assert.Equal((Obstacles.None, CalendarObstacles.None), Against(Given.Appointment(), Given.Interpreter()));

    [Fact]
    public void The_language_is_needed_both_ways()
    {
        var oneWay = Given.Interpreter() with { Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.Sworn) { FromGerman = false }] };

        Assert.Equal(Obstacles.Language, Against(Given.Appointment(), oneWay).Personal);
        Assert.Equal(Obstacles.Language, Against(Given.Appointment(), Given.Interpreter(language: Given.Dari)).Personal);
    }

    /// <summary>The oath of the first ends between the booking and the appointment.</summary>
    [Theory]
    [InlineData(-1, Obstacles.Oath)]
    [InlineData(0, Obstacles.None)]
    public void An_oath_must_be_valid_on_the_day_of_the_appointment(int days, Obstacles obstacles) =>
        Assert.Equal(obstacles, Against(Given.Appointment().Requiring(new Requirement.SwornToday()), Given.Interpreter().Sworn(Tuesday.AddDays(days))).Personal);

    [Fact]
    public void Over_midnight_an_oath_must_be_valid_on_both_days()
    {
        var night = Given.Appointment(Given.Slot("2026-11-24 23:30")).Requiring(new Requirement.SwornToday());

        Assert.Equal(Obstacles.Oath, Against(night, Given.Interpreter().Sworn(Tuesday)).Personal);
        Assert.Equal(Obstacles.None, Against(night, Given.Interpreter().Sworn(Tuesday.AddDays(1))).Personal);
    }

    [Theory]
    [InlineData(-1, Obstacles.Section203)]
    [InlineData(0, Obstacles.None)]
    public void A_clinic_needs_an_obligation_that_is_valid_on_the_day(int days, Obstacles obstacles) =>
        Assert.Equal(obstacles, Against(Given.Appointment() with { NeedsSection203 = true }, Given.Interpreter() with { Section203Until = Tuesday.AddDays(days) }).Personal);

    [Fact]
    public void Every_obstacle_of_the_person_is_named()
    {
        var man = Given.Interpreter().At(QualificationLevel.ShortCourse) with { Gender = Gender.Male, BlockedCustomers = new HashSet<CustomerId> { Given.Authority } };
        var appointment = Given.Appointment().Requiring(Woman, new Requirement.AtLeast(QualificationLevel.Sworn), new Requirement.KnowsField(), new Requirement.ThisInterpreter(new(Given.Id(1))));

        Assert.Equal(
            Obstacles.Gender | Obstacles.Level | Obstacles.Field | Obstacles.AnotherNamed | Obstacles.Blocked | Obstacles.Declined,
            Against(appointment, new AppointmentCandidate(man) { HasDeclined = true }).Personal);
    }

    [Fact]
    public void A_named_interpreter_alone_is_asked()
    {
        var named = Given.Interpreter();
        var appointment = Given.Appointment().Requiring(new Requirement.ThisInterpreter(named.Id));

        Assert.Equal([named.Id], Ranked(appointment, Of(Given.Interpreter()), Of(named)));
    }

    [Fact]
    public void A_wish_with_a_release_time_binds_from_the_booking_until_then()
    {
        var man = new AppointmentCandidate(Given.Interpreter() with { Gender = Gender.Male });
        var appointment = Given.Appointment().Wishing(Woman, TimeSpan.FromHours(2));

        Assert.Equal(Obstacles.Gender, AppointmentMatching.PersonalObstacles(appointment, man, Given.MondayMorning.AddHours(1.99)));
        Assert.Equal(Obstacles.None, AppointmentMatching.PersonalObstacles(appointment, man, Given.MondayMorning.AddHours(2)));
    }

    [Theory]
    [InlineData(600, 660, CalendarObstacles.None)]
    [InlineData(540, 1020, CalendarObstacles.None)]
    [InlineData(605, 1020, CalendarObstacles.OutsideAvailability)]
    [InlineData(540, 655, CalendarObstacles.OutsideAvailability)]
    [InlineData(0, 540, CalendarObstacles.OutsideAvailability)]
    public void The_declared_week_covers_all_of_the_slot(int from, int to, CalendarObstacles obstacles) =>
        Assert.Equal(obstacles, Against(Given.Appointment(), Declared(new AvailabilityWindow(DayOfWeek.Tuesday, from, to))).Calendar);

    [Fact]
    public void Two_windows_that_touch_are_one_and_a_hole_is_a_hole()
    {
        var touching = Declared(new AvailabilityWindow(DayOfWeek.Tuesday, 540, 630), new AvailabilityWindow(DayOfWeek.Tuesday, 630, 720));
        var holed = Declared(new AvailabilityWindow(DayOfWeek.Tuesday, 540, 630), new AvailabilityWindow(DayOfWeek.Tuesday, 631, 720));
        var overMidnight = Declared(new AvailabilityWindow(DayOfWeek.Tuesday, 1380, 1440), new AvailabilityWindow(DayOfWeek.Wednesday, 0, 60));

        Assert.Equal(CalendarObstacles.None, Against(Given.Appointment(), touching).Calendar);
        Assert.Equal(CalendarObstacles.OutsideAvailability, Against(Given.Appointment(), holed).Calendar);
        Assert.Equal(CalendarObstacles.None, Against(Given.Appointment(Given.Slot("2026-11-24 23:30")), overMidnight).Calendar);
    }

    [Theory]
    [InlineData("2026-11-24 08:00", "2026-11-24 10:00", CalendarObstacles.None)]
    [InlineData("2026-11-24 11:00", "2026-11-24 12:00", CalendarObstacles.None)]
    [InlineData("2026-11-24 08:00", "2026-11-24 10:01", CalendarObstacles.Absent)]
    [InlineData("2026-11-24 10:59", "2026-11-24 12:00", CalendarObstacles.Absent)]
    [InlineData("2026-11-20 00:00", "2026-12-01 00:00", CalendarObstacles.Absent)]
    public void Nobody_is_asked_for_a_time_of_absence(string from, string until, CalendarObstacles obstacles) =>
        Assert.Equal(obstacles, Against(Given.Appointment(), Absent(Given.Interpreter(), new Absence(Given.Wall(from), Given.Wall(until)))).Calendar);

    [Theory]
    [InlineData("2026-11-24 08:45", CalendarObstacles.None)]
    [InlineData("2026-11-24 08:50", CalendarObstacles.OwnAppointment)]
    [InlineData("2026-11-24 11:10", CalendarObstacles.OwnAppointment)]
    [InlineData("2026-11-24 11:15", CalendarObstacles.None)]
    public void Between_two_appointments_of_one_interpreter_lies_the_gap(string own, CalendarObstacles obstacles) =>
        Assert.Equal(obstacles, Against(Given.Appointment(), Of(Given.Interpreter()) with { Booked = [Given.Slot(own)] }).Calendar);

    [Theory]
    [InlineData(25, 60, CalendarObstacles.None)]
    [InlineData(26, 60, CalendarObstacles.NoticeTooShort)]
    [InlineData(25, 59, CalendarObstacles.TooLong)]
    [InlineData(25, null, CalendarObstacles.None)]
    public void What_an_interpreter_prefers_is_kept(int hours, int? longest, CalendarObstacles obstacles)
    {
        var preferences = new AvailabilityPreferences { ShortestNotice = TimeSpan.FromHours(hours), LongestBlock = longest is { } minutes ? TimeSpan.FromMinutes(minutes) : null };

        Assert.Equal(obstacles, Against(Given.Appointment(), Of(Given.Interpreter()) with { Preferences = preferences }).Calendar);
    }

    [Fact]
    public void Whom_the_requester_wishes_comes_first_then_wishes_then_the_fit_then_the_field_then_the_minutes()
    {
        var same = Of(Given.Interpreter().At(QualificationLevel.None) with { Gender = Gender.Male });
        var woman = Of(Given.Interpreter().At(QualificationLevel.ShortCourse));
        var sworn = Of(Given.Interpreter().At(QualificationLevel.Sworn) with { Gender = Gender.Male });
        var field = Of(Given.Interpreter() with { Gender = Gender.Male, Fields = new HashSet<Field> { Field.Asylum }, OfferedMinutesThisWeek = 60 });
        var idle = Of(Given.Interpreter() with { Gender = Gender.Male, OfferedMinutesThisWeek = 30 });
        var busy = Of(Given.Interpreter() with { Gender = Gender.Male, OfferedMinutesThisWeek = 31 });
        var appointment = Given.Appointment().Wishing(Woman).Wishing(new Requirement.ThisInterpreter(same.Interpreter.Id));

        AppointmentCandidate[] order = [same, woman, sworn, field, idle, busy];
        Assert.Equal(order.Select(one => one.Interpreter.Id), Ranked(appointment, busy, idle, field, sworn, woman, same));
        Assert.Equal(new AppointmentRankReasons(true, 1, 6, false, 0), Match(appointment, same).Ranked[0].Reasons);
    }

    [Fact]
    public void Where_a_level_is_required_the_nearest_to_it_comes_first()
    {
        var (sworn, nearest) = (Of(Given.Interpreter().At(QualificationLevel.Sworn)), Of(Given.Interpreter().At(QualificationLevel.CertifiedCommunity)));

        Assert.Equal(
            [nearest.Interpreter.Id, sworn.Interpreter.Id],
            Ranked(Given.Appointment().Requiring(new Requirement.AtLeast(QualificationLevel.CertifiedCommunity)), sworn, nearest));
    }

    /// <summary>Minutes of other weeks do not count, past ones only in the running week, where the conversations stand for them.</summary>
    [Theory]
    [InlineData("2026-11-24 10:00", 40 + 90)]
    [InlineData("2026-12-01 10:00", 30)]
    public void The_minutes_of_the_week_of_the_appointment_count(string slot, int minutes)
    {
        var candidate = Of(Given.Interpreter() with { OfferedMinutesThisWeek = 40 }) with
        {
            Booked = [Given.Slot("2026-11-23 07:00", 45), Given.Slot("2026-11-29 23:00", 90), Given.Slot("2026-12-06 23:45", 30), Given.Slot("2026-12-07 00:00", 120)],
        };

        Assert.Equal(minutes, Match(Given.Appointment(Given.Slot(slot)), candidate).Ranked.Single().Reasons.MinutesThatWeek);
    }

    [Fact]
    public void A_coordinator_sees_why_not_and_who_is_nearest_to_it()
    {
        var man = Given.Interpreter() with { Gender = Gender.Male };
        var absent = new Absence(Given.MondayMorning, Given.MondayMorning.AddDays(7));
        var match = Match(Given.Appointment().Requiring(Woman), Absent(man, absent), Of(Given.Interpreter()), Of(man));

        Assert.Single(match.Ranked);
        Assert.Equal(
            [(Obstacles.Gender, CalendarObstacles.None), (Obstacles.Gender, CalendarObstacles.Absent)],
            match.Hindered.Select(one => (one.Obstacles, one.Calendar)));
    }

    private static AppointmentCandidate Of(Interpreter interpreter) => new(interpreter);

    private static AppointmentCandidate Declared(params AvailabilityWindow[] windows) => Of(Given.Interpreter() with { Availability = new Availability(windows) });

    private static (Obstacles Personal, CalendarObstacles Calendar) Against(Appointment appointment, Interpreter interpreter) => Against(appointment, Of(interpreter));

    private static (Obstacles Personal, CalendarObstacles Calendar) Against(Appointment appointment, AppointmentCandidate candidate) =>
        (AppointmentMatching.PersonalObstacles(appointment, candidate, Given.MondayMorning),
            AppointmentMatching.ObstaclesInCalendar(appointment.Slot, candidate, new AppointmentRules(), Given.MondayMorning));

    private static AppointmentMatch Match(Appointment appointment, params AppointmentCandidate[] candidates) =>
        AppointmentMatching.Match(appointment, candidates, new AppointmentRules(), Given.MondayMorning);

    private static IEnumerable<InterpreterId> Ranked(Appointment appointment, params AppointmentCandidate[] candidates) =>
        Match(appointment, candidates).Ranked.Select(one => one.Interpreter.Id);

    private static AppointmentCandidate Absent(Interpreter interpreter, Absence absence) =>
        Of(interpreter with { Availability = new Availability([]) { Absences = [absence] } });
}
