using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AppointmentTests
{
    private static readonly InterpreterId Somebody = new(Given.Id(1));
    private static readonly InterpreterId Another = new(Given.Id(2));
    private static readonly DateTimeOffset Later = Given.Wall("2026-11-24 11:00");

    [Fact]
    public void Who_is_bound_to_it_changes_with_its_state()
    {
        var assigned = Given.Appointment().AssignedTo(Somebody)!;

        Assert.Equal((AppointmentState.Assigned, Somebody), (assigned.State, assigned.Interpreter));
        Assert.Equal(Another, assigned.ReassignedTo(Another)!.Interpreter);
        Assert.Equal((AppointmentState.Requested, null), (assigned.GivenBack()!.State, assigned.GivenBack()!.Interpreter));
    }

    [Fact]
    public void Whoever_accepts_second_is_too_late()
    {
        Assert.Null(Given.Appointment().AssignedTo(Somebody)!.AssignedTo(Another));
        Assert.Null(Given.Appointment().ReassignedTo(Another));
        Assert.Null(Given.Appointment().GivenBack());
    }

    [Fact]
    public void An_end_keeps_its_reason_and_its_time()
    {
        var assigned = Given.Appointment().AssignedTo(Somebody)!;
        var cancelled = assigned.Cancelled(AppointmentCancelledBy.Requester, Later)!;
        var missed = assigned.Missed(MissedBy.Customer, Later)!;
        var held = Given.Appointment().HeldBy(Another, Later)!;

        Assert.Equal((AppointmentState.Cancelled, AppointmentCancelledBy.Requester, Later, Somebody), (cancelled.State, cancelled.CancelledBy, cancelled.EndedAt, cancelled.Interpreter));
        Assert.Equal((AppointmentState.Missed, MissedBy.Customer, Later, Somebody), (missed.State, missed.MissedBy, missed.EndedAt, missed.Interpreter));
        Assert.Equal((AppointmentState.Held, Later, Another), (held.State, held.EndedAt, held.Interpreter));
        Assert.All([cancelled, missed, held], one => Assert.False(one.IsOpen));
        Assert.Null(cancelled.HeldBy(Somebody, Later));
    }

    [Fact]
    public void Nobody_misses_what_nobody_was_bound_to()
    {
        Assert.Null(Given.Appointment().Missed(MissedBy.Interpreter, Later));
        Assert.Null(Given.Appointment().Missed(MissedBy.Customer, Later));
        Assert.Null(Given.Appointment().AssignedTo(Somebody)!.Missed(MissedBy.Uncovered, Later));
        Assert.Equal(MissedBy.Uncovered, Given.Appointment().Missed(MissedBy.Uncovered, Later)!.MissedBy);
    }

    [Fact]
    public void It_may_be_for_one_named_interpreter_only()
    {
        Assert.Equal(Somebody, Given.Appointment().Requiring(new Requirement.KnowsField(), new Requirement.ThisInterpreter(Somebody)).NamedInterpreter);
        Assert.Null(Given.Appointment().Wishing(new Requirement.ThisInterpreter(Somebody)).NamedInterpreter);
    }

    [Theory]
    [InlineData("2026-11-24 10:00", 20, null)]
    [InlineData("2026-11-24 10:00", 21, ErrorCode.OwnReferenceTooLong)]
    [InlineData("2026-11-23 09:05", 20, ErrorCode.AppointmentTooSoon)]
    public void Only_a_bookable_slot_with_a_short_reference_is_booked(string slot, int length, ErrorCode? refusal)
    {
        var booked = Record.Exception(() => (Given.Appointment(Given.Slot(slot)) with { OwnReference = new string('x', length) }).CheckBooking(new AppointmentRules()));

        Assert.Equal(refusal, (booked as DomainException)?.Code);
    }

    [Fact]
    public void Without_an_interpreter_it_becomes_a_live_request_at_its_start()
    {
        var appointment = Given.Appointment().Requiring(new Requirement.SwornToday()) with { NeedsSection203 = true, OwnReference = "Z 17" };
        var live = appointment.AsLiveRequest(new RequestId(Given.Id(7)), appointment.Slot.Start);

        Assert.Equal((Priority.AppointmentUncovered, appointment.Slot.Start, RequestState.Waiting), (live.Priority, live.RequestedAt, live.State));
        Assert.Equal((appointment.Key, appointment.Customer, appointment.Unit, appointment.Requester), (live.Key, live.Customer, live.Unit, live.Requester));
        Assert.Equal((appointment.Language, appointment.Field, appointment.Modality, true, "Z 17"), (live.Language, live.Field, live.Modality, live.NeedsSection203, live.OwnReference));
        Assert.Equal(appointment.Requirements, live.Requirements);
    }

    [Fact]
    public void A_higher_priority_is_kept() =>
        Assert.Equal(Priority.Emergency, (Given.Appointment() with { Priority = Priority.Emergency }).AsLiveRequest(default, Later).Priority);

    [Fact]
    public void A_wish_that_was_released_before_the_start_only_ranks_then()
    {
        var woman = new Requirement.OfGender(Gender.Female);
        var appointment = Given.Appointment().Wishing(woman, TimeSpan.FromHours(4)).Wishing(woman, TimeSpan.FromHours(26)).Wishing(woman);

        Assert.Equal([null, TimeSpan.FromHours(1), null], appointment.AsLiveRequest(default, Given.MondayMorning.AddHours(25)).Wishes.Select(wish => wish.ReleasedAfter));
    }

    [Fact]
    public void A_change_of_language_time_or_gender_is_a_new_booking()
    {
        var before = Given.Appointment().Requiring(new Requirement.OfGender(Gender.Female));

        Assert.Equal(AppointmentChanges.Language, Rebooking.Of(before, before with { Language = Given.Dari }));
        Assert.Equal(AppointmentChanges.Time, Rebooking.Of(before, before with { Slot = Given.Slot("2026-11-24 10:15") }));
        Assert.Equal(AppointmentChanges.Time, Rebooking.Of(before, before with { Slot = Given.Slot("2026-11-24 10:00", 45) }));
        Assert.Equal(AppointmentChanges.Gender, Rebooking.Of(before, before.Requiring(new Requirement.OfGender(Gender.Male))));
        Assert.Equal(AppointmentChanges.Gender | AppointmentChanges.Language, Rebooking.Of(before, before.Requiring() with { Language = Given.Dari }));
    }

    [Fact]
    public void Every_other_change_is_just_a_change()
    {
        var before = Given.Appointment().Requiring(new Requirement.OfGender(Gender.Female));
        var after = before.Requiring(new Requirement.KnowsField(), new Requirement.OfGender(Gender.Female)).Wishing(new Requirement.OfGender(Gender.Male))
            with { OwnReference = "neu", Modality = Modality.Audio, Field = Field.Health };

        Assert.Equal(AppointmentChanges.None, Rebooking.Of(before, after));
    }

    /// <summary>The appointments are on Tuesday at 10:00; the last one after the night in which the clock goes back.</summary>
    [Theory]
    [InlineData("2026-11-24 10:00", "2026-11-21 09:59", Coverage.None)]
    [InlineData("2026-11-24 10:00", "2026-11-21 10:00", Coverage.Yellow)]
    [InlineData("2026-11-24 10:00", "2026-11-23 09:59", Coverage.Yellow)]
    [InlineData("2026-11-24 10:00", "2026-11-23 10:00", Coverage.Red)]
    [InlineData("2026-11-24 10:00", "2026-11-24 10:05", Coverage.Red)]
    [InlineData("2026-10-27 10:00", "2026-10-24 09:59", Coverage.None)]
    [InlineData("2026-10-27 10:00", "2026-10-24 10:00", Coverage.Yellow)]
    public void An_uncovered_appointment_becomes_yellow_and_then_red(string slot, string now, Coverage expected) =>
        Assert.Equal(expected, CoverageWatch.Of(Given.Appointment(Given.Slot(slot)), Given.Wall(now), new AppointmentRules()));

    [Fact]
    public void What_is_covered_or_over_is_neither()
    {
        var assigned = Given.Appointment().AssignedTo(Somebody)!;

        Assert.Equal(Coverage.None, CoverageWatch.Of(assigned, Later, new AppointmentRules()));
        Assert.Equal(Coverage.Red, CoverageWatch.Of(assigned.GivenBack()!, Later, new AppointmentRules()));
        Assert.Equal(Coverage.None, CoverageWatch.Of(Given.Appointment().Cancelled(AppointmentCancelledBy.Coordinator, Later)!, Later, new AppointmentRules()));
    }
}
