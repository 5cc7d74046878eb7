using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Dispatch;

/// <summary>The appointment that turns into a call: its interpreter was found long ago, and nobody else is rung.</summary>
public sealed class PromisedCallTests
{
    private readonly Story _story = new();

    [Fact]
    public void Only_the_promised_interpreter_is_rung_however_many_are_on_duty()
    {
        _story.OnDuty(3);
        var promised = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Promised(promised));
        _story.Wait(120);
        Assert.Equal(promised.Id, Assert.Single(_story.RingingFor(request)).Interpreter);
    }

    [Fact]
    public void It_rings_until_the_slot_is_over_and_is_no_missed_offer()
    {
        var promised = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Promised(promised, minutes: 70));
        _story.Wait(69 * 60);
        Assert.Single(_story.RingingFor(request));
        _story.Wait(60);
        Assert.Equal((RequestState.Unserved, UnservedCause.AllMissed), (_story.StateOf(request).State, _story.StateOf(request).UnservedBecause));
        Assert.Equal((PresenceState.Available, 0), (_story.PresenceOf(promised).State, _story.PresenceOf(promised).MissedInARow));
    }

    [Fact]
    public void Whoever_comes_later_than_the_customer_is_rung_at_once()
    {
        var promised = _story.Known(Given.Interpreter());
        var request = _story.Asks(Promised(promised));
        _story.Wait(300);
        Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
        _story.Do(new DispatchCommand.Connect(Party.Of(promised.Id)));
        Assert.Null(_story.RingingAt(promised));
        _story.Do(new DispatchCommand.SetPresence(promised.Id, PresenceWish.Paused));
        Assert.NotNull(_story.RingingAt(promised));
    }

    [Fact]
    public void It_rings_in_a_pause_and_leads_back_into_it()
    {
        var promised = _story.OnDuty(Given.Interpreter());
        _story.Do(new DispatchCommand.SetPresence(promised.Id, PresenceWish.Paused));
        var session = _story.Talking(promised, Promised(promised));
        _story.EndsBy(session, Party.Of(promised.Id));
        _story.Wait(20);
        Assert.Equal((PresenceState.Paused, PausedBecause.OwnWish), (_story.PresenceOf(promised).State, _story.PresenceOf(promised).PausedBecause));
    }

    [Fact]
    public void A_promise_cannot_be_declined()
    {
        var promised = _story.OnDuty(Given.Interpreter());
        _story.Asks(Promised(promised));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.AppointmentPromised), _story.Declines(promised));
        Assert.NotNull(_story.RingingAt(promised));
    }

    [Fact]
    public void A_coordinator_cannot_put_somebody_else_in_the_place_by_the_floor()
    {
        var other = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Promised(_story.Known(Given.Interpreter())));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotWaiting), _story.Do(new DispatchCommand.AssignInterpreter(request.Id, other.Id)));
    }

    [Fact]
    public void Whoever_did_not_connect_is_rung_again_and_nobody_else()
    {
        _story.OnDuty(2);
        var promised = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Promised(promised));
        _story.Accepts(promised);
        _story.Wait(45 + 15);
        Assert.Equal(promised.Id, Assert.Single(_story.RingingFor(request)).Interpreter);
    }

    [Fact]
    public void Nothing_else_rings_in_the_gap_before_an_appointment_not_even_an_emergency()
    {
        var promised = Given.Interpreter() with { Reach = EmergencyReach.AlsoInBreaks };
        _story.OnDuty(promised with { Reserved = [new ReservedTime(_story.Now.AddMinutes(5), _story.Now.AddMinutes(80))] });
        _story.Wait(5 * 60);
        _story.Asks(Given.Request() with { Priority = Priority.Emergency });
        Assert.Null(_story.RingingAt(promised));
        _story.Asks(Promised(promised));
        Assert.NotNull(_story.RingingAt(promised));
    }

    [Fact]
    public void After_the_slot_the_interpreter_is_free_for_others()
    {
        var promised = Given.Interpreter();
        _story.OnDuty(promised with { Reserved = [new ReservedTime(_story.Now, _story.Now.AddMinutes(2))] });
        var waiting = _story.Asks(Given.Request());
        Assert.Equal(RequestState.Waiting, _story.StateOf(waiting).State);
        _story.Wait(120);
        Assert.NotNull(_story.RingingAt(promised));
    }

    [Fact]
    public void A_restart_keeps_the_promise()
    {
        _story.OnDuty(2);
        var promised = _story.Known(Given.Interpreter());
        var request = _story.Asks(Promised(promised));
        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(request.Requester)));
        _story.OnDuty(promised);
        Assert.Equal(promised.Id, Assert.Single(_story.RingingFor(request)).Interpreter);
    }

    [Fact]
    public void A_pause_during_the_ringing_does_not_silence_it_but_the_end_of_duty_does()
    {
        var promised = _story.OnDuty(Given.Interpreter());
        _story.Asks(Promised(promised));
        _story.Do(new DispatchCommand.SetPresence(promised.Id, PresenceWish.Paused));
        Assert.NotNull(_story.RingingAt(promised));
        _story.Do(new DispatchCommand.SetPresence(promised.Id, PresenceWish.Offline));
        Assert.Null(_story.RingingAt(promised));
    }

    [Fact]
    public void After_a_complaint_somebody_else_is_searched_for_as_for_any_request()
    {
        var promised = _story.OnDuty(Given.Interpreter());
        var other = _story.OnDuty(Given.Interpreter());
        var session = _story.Talking(promised, Promised(promised));
        _story.Do(new DispatchCommand.ComplainOfQuality(session.Id, session.Requester, ComplaintReason.Understanding));
        _story.Do(new DispatchCommand.AskAgain(session.Id, session.Requester, Given.NewId()));
        Assert.NotNull(_story.RingingAt(other));
    }

    private InterpretingRequest Promised(Interpreter interpreter, int minutes = 70) =>
        Given.Request() with { Promised = new PromisedCall(new AppointmentId(Given.NewId()), interpreter.Id, _story.Now.AddMinutes(minutes)) };
}
