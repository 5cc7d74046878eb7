using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class WaitingTests
{
    private readonly Story _story = new();

    [Fact]
    public void Nobody_qualified_is_said_at_once()
    {
        _story.OnDuty(Given.Interpreter(language: Given.Dari));

        var request = _story.Asks(Given.Request());

        Assert.Equal((RequestState.Unserved, UnservedCause.NoneQualified), (request.State, request.UnservedBecause));
    }

    [Fact]
    public void Nobody_on_duty_is_said_at_once()
    {
        _story.Known(Given.Interpreter());

        Assert.Equal(UnservedCause.NoneOnDuty, _story.Asks(Given.Request()).UnservedBecause);
    }

    [Fact]
    public void When_the_last_one_leaves_those_who_wait_are_told_at_once()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Talking(interpreter);
        var waiting = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Offline));
        _story.EndsBy(_story.Tables.Sessions.Values.Single(), Party.Of(interpreter.Id));

        _story.Wait(15);

        Assert.Equal(UnservedCause.NoneOnDuty, _story.StateOf(waiting).UnservedBecause);
    }

    [Fact]
    public void When_the_one_who_was_asked_for_by_name_leaves_it_is_over()
    {
        var many = _story.OnDuty(5);
        _story.Talking(many[0]);
        var named = _story.Asks(Given.Request().Requiring(new Requirement.ThisInterpreter(many[0].Id)));
        _story.Do(new DispatchCommand.SetPresence(many[0].Id, PresenceWish.Paused));
        _story.EndsBy(_story.Tables.Sessions.Values.Single(), Party.Of(many[0].Id));

        _story.Do(new DispatchCommand.EndWrapUp(many[0].Id));

        Assert.Equal(UnservedCause.NoneOnDuty, _story.StateOf(named).UnservedBecause);
    }

    [Fact]
    public void When_all_have_declined_and_nobody_is_busy_it_is_said_at_once()
    {
        var two = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());
        _story.Declines(two[0]);

        _story.Declines(two[1]);

        Assert.Equal(UnservedCause.AllDeclined, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void When_all_have_declined_but_one_is_busy_the_request_waits_for_that_one()
    {
        var two = _story.OnDuty(2);
        var session = _story.Talking(two[0]);
        var request = _story.Asks(Given.Request());

        _story.Declines(two[1]);
        Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
        _story.EndsBy(session, Party.Of(two[0].Id));
        _story.Wait(15);

        Assert.Equal(request.Id, _story.RingingAt(two[0])!.Request);
    }

    [Fact]
    public void After_four_minutes_of_busy_interpreters_the_search_gives_up()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var session = _story.Talking(interpreter);
        var request = _story.Asks(Given.Request());

        for (var i = 0; i < 12; i++)
        {
            Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
            _story.BothReportMedia(session, 1);
            _story.Wait(20);
        }

        Assert.Equal(UnservedCause.AllBusy, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void When_all_missed_it_until_they_were_paused_that_is_the_cause()
    {
        _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Wait(120);

        Assert.Equal(UnservedCause.AllMissed, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void Whoever_gives_up_stops_the_ringing()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Of(request.Requester)));

        Assert.Equal((RequestState.Cancelled, CancelledBy.Requester), (_story.StateOf(request).State, _story.StateOf(request).CancelledBy));
        Assert.Equal(WithdrawnBecause.RequestCancelled, Assert.Single(_story.Told.OfType<Notice.OfferWithdrawn>()).Offer.WithdrawnBecause);
        Assert.Null(_story.RingingAt(interpreter));
    }

    [Fact]
    public void A_coordinator_may_cancel_any_request_and_a_stranger_none()
    {
        _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.RequestNotFound),
            _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Of(new UserId(Given.Id(1))))));
        _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Coordinator(new UserId(Given.Id(2)))));
        Assert.Equal(CancelledBy.Coordinator, _story.StateOf(request).CancelledBy);
    }

    [Fact]
    public void A_second_cancel_does_no_harm_and_a_running_conversation_cannot_be_cancelled()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());
        var cancel = new DispatchCommand.CancelRequest(request.Id, Party.Of(request.Requester));
        _story.Do(cancel);
        Assert.IsType<DispatchReply.RequestStands>(_story.Do(cancel));

        var session = _story.Talking(interpreter);
        var reply = _story.Do(new DispatchCommand.CancelRequest(session.Request, Party.Of(session.Requester)));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotCancellable), reply);
    }

    [Fact]
    public void A_requester_who_loses_the_connection_keeps_the_place_for_a_minute()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(request.Requester)));

        _story.Wait(59.9);
        Assert.True(_story.StateOf(request).IsOpen);
        _story.Wait(0.1);
        Assert.Equal(CancelledBy.Disconnect, _story.StateOf(request).CancelledBy);
    }

    [Fact]
    public void A_requester_who_comes_back_in_time_loses_nothing()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(request.Requester)));
        _story.Wait(25);
        _story.Do(new DispatchCommand.Connect(Party.Of(request.Requester)));
        _story.BothReportMedia(session, 25);

        _story.Wait(60);

        Assert.True(_story.StateOf(request).IsOpen);
    }
}
