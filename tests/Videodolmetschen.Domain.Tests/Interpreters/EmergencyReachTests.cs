using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Interpreters;

public class EmergencyReachTests
{
    /// <summary>Monday from 10 to 12 in Berlin; the story begins at 9.</summary>
    private static readonly Availability LateMorning = new([new AvailabilityWindow(DayOfWeek.Monday, 600, 720)]);

    private readonly Story _story = new(new DispatchPolicy { MediaSilence = TimeSpan.FromHours(3), SilenceUntilCheck = TimeSpan.FromHours(3), UnservedAfter = TimeSpan.FromHours(2), PresenceGrace = TimeSpan.FromHours(3) });

    [Fact]
    public void Whoever_pauses_and_is_reachable_is_rung_for_an_emergency_and_for_nothing_else()
    {
        var resting = Rests(EmergencyReach.WhenPaused);
        _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        Assert.Null(_story.RingingAt(resting));

        _story.Asks(Emergency());

        Assert.NotNull(_story.RingingAt(resting));
    }

    [Fact]
    public void Those_who_are_available_come_first()
    {
        var resting = Rests(EmergencyReach.WhenPaused);
        _story.Wait(5);
        var available = _story.OnDuty(Given.Interpreter());

        var request = _story.Asks(Emergency());

        Assert.Equal([available.Id, resting.Id], _story.RingingFor(request).Select(offer => offer.Interpreter));
    }

    [Fact]
    public void Whoever_did_not_say_so_is_left_in_peace()
    {
        var resting = Rests(EmergencyReach.Never);

        Assert.Equal(UnservedCause.NoneOnDuty, _story.Asks(Emergency()).UnservedBecause);
        Assert.Null(_story.RingingAt(resting));
    }

    [Theory]
    [InlineData(EmergencyReach.WhenPaused, false)]
    [InlineData(EmergencyReach.AlsoInBreaks, true)]
    public void In_a_break_only_those_who_said_even_that_are_rung(EmergencyReach reach, bool rung)
    {
        var interpreter = _story.OnDuty(Given.Interpreter() with { Reach = reach });
        _story.Do(new DispatchCommand.TakeBreak(interpreter.Id));

        _story.Asks(Emergency());

        Assert.Equal(rung, _story.RingingAt(interpreter) is not null);
    }

    [Fact]
    public void Whoever_comes_straight_into_a_pause_is_rung_for_an_emergency_that_waits()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Asks(Emergency());
        var resting = _story.Known(Given.Interpreter() with { Reach = EmergencyReach.WhenPaused });
        _story.Do(new DispatchCommand.Connect(Party.Of(resting.Id)));

        _story.Do(new DispatchCommand.SetPresence(resting.Id, PresenceWish.Paused));

        Assert.NotNull(_story.RingingAt(resting));
    }

    [Fact]
    public void After_the_emergency_they_are_back_where_they_were()
    {
        var resting = Rests(EmergencyReach.WhenPaused);
        var session = _story.Talking(resting, Emergency());
        _story.EndsBy(session, Party.Of(session.Requester));

        _story.Do(new DispatchCommand.EndWrapUp(resting.Id));

        Assert.Equal((PresenceState.Paused, PausedBecause.OwnWish), (_story.PresenceOf(resting).State, _story.PresenceOf(resting).PausedBecause));
    }

    [Fact]
    public void A_break_that_an_emergency_interrupted_begins_anew()
    {
        var interpreter = _story.OnDuty(Given.Interpreter() with { Reach = EmergencyReach.AlsoInBreaks });
        _story.Do(new DispatchCommand.TakeBreak(interpreter.Id));
        var session = _story.Talking(interpreter, Emergency());
        _story.EndsBy(session, Party.Of(session.Requester));

        _story.Do(new DispatchCommand.EndWrapUp(interpreter.Id));

        Assert.Equal((PausedBecause.Break, _story.Now.AddMinutes(10)), (_story.PresenceOf(interpreter).PausedBecause, _story.PresenceOf(interpreter).BreakUntil));
    }

    [Fact]
    public void A_missed_emergency_costs_somebody_who_rests_nothing()
    {
        var resting = Rests(EmergencyReach.WhenPaused);
        _story.Asks(Emergency());

        _story.Wait(20);

        Assert.Equal((PresenceState.Paused, 0), (_story.PresenceOf(resting).State, _story.PresenceOf(resting).MissedInARow));
    }

    [Fact]
    public void Outside_the_declared_hours_nothing_rings_and_at_their_begin_it_does()
    {
        var early = _story.OnDuty(Given.Interpreter() with { Availability = LateMorning });
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Asks(Given.Request());
        Assert.Null(_story.RingingAt(early));

        _story.Wait(3600);

        Assert.NotNull(_story.RingingAt(early));
    }

    [Fact]
    public void The_begin_of_the_declared_hours_is_told_though_nothing_else_happens()
    {
        var early = _story.OnDuty(Given.Interpreter() with { Availability = LateMorning });
        _story.Told.Clear();

        _story.Wait(3600);

        Assert.Equal(early.Id, Assert.Single(_story.Told.OfType<Notice.HoursTurned>()).Presence.Interpreter);
    }

    [Fact]
    public void Other_declared_hours_are_told_at_once()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Told.Clear();

        _story.Do(new DispatchCommand.TakeInterpreter(interpreter with { Availability = LateMorning }));

        Assert.Single(_story.Told.OfType<Notice.HoursTurned>());
    }

    [Fact]
    public void The_end_of_the_declared_hours_takes_the_last_hope_at_once()
    {
        var request = Given.Request();
        var interpreter = _story.OnDuty(Given.Interpreter() with { Availability = new([new AvailabilityWindow(DayOfWeek.Monday, 0, 541)]) });
        _story.Asks(request);
        _story.Declines(interpreter);
        var other = _story.OnDuty(Given.Interpreter() with { Availability = new([new AvailabilityWindow(DayOfWeek.Monday, 0, 541)]) });
        var session = _story.Talking(other);
        var waits = _story.Asks(Given.Request());

        _story.Wait(60);

        Assert.NotEqual(RequestState.Waiting, _story.StateOf(waits).State);
        Assert.NotEqual(default, session.Id);
    }

    [Fact]
    public void An_emergency_reaches_them_outside_their_hours_if_they_said_so()
    {
        var reachable = _story.OnDuty(Given.Interpreter() with { Availability = LateMorning, Reach = EmergencyReach.WhenPaused });
        var other = _story.OnDuty(Given.Interpreter() with { Availability = LateMorning });

        _story.Asks(Emergency());

        Assert.NotNull(_story.RingingAt(reachable));
        Assert.Null(_story.RingingAt(other));
    }

    /// <summary>Vacation and illness mean no, whatever somebody has said about emergencies.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void In_an_absence_not_even_an_emergency_rings_and_after_it_the_next_does(bool pauses)
    {
        var until = _story.Now.AddMinutes(30);
        var week = LateMorning with { Absences = [new Absence(_story.Now.AddHours(-1), until)] };
        var away = _story.OnDuty(Given.Interpreter() with { Availability = week, Reach = EmergencyReach.WhenPaused });
        if (pauses)
        {
            _story.Do(new DispatchCommand.SetPresence(away.Id, PresenceWish.Paused));
        }

        var request = _story.Asks(Emergency());
        Assert.Equal(UnservedCause.NoneOnDuty, request.UnservedBecause);

        _story.Wait(1800);
        _story.Asks(Emergency());

        Assert.NotNull(_story.RingingAt(away));
    }

    [Fact]
    public void An_absence_silences_somebody_without_declared_hours_and_its_end_is_told()
    {
        var away = _story.OnDuty(Given.Interpreter());

        _story.Do(new DispatchCommand.TakeInterpreter(away with { Availability = new([]) { Absences = [new(_story.Now, _story.Now.AddHours(1))] } }));
        Assert.Equal(UnservedCause.NoneOnDuty, _story.Asks(Given.Request()).UnservedBecause);
        _story.Wait(3600);

        Assert.Single(_story.Told.OfType<Notice.HoursTurned>());
        _story.Asks(Given.Request());
        Assert.NotNull(_story.RingingAt(away));
    }

    private Interpreter Rests(EmergencyReach reach)
    {
        var interpreter = _story.OnDuty(Given.Interpreter() with { Reach = reach });
        _story.Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Paused));
        return interpreter;
    }

    private static InterpretingRequest Emergency() => Given.Request() with { Priority = Priority.Emergency };
}
