using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

/// <summary>What goes wrong between the search and the handover: until it is done, nothing has happened to the session.</summary>
public class BrokenHandoverTests
{
    private readonly Story _story = new(new DispatchPolicy { MissesUntilPause = 9 });
    private readonly Interpreter _first;
    private readonly Interpreter _relief;
    private readonly Session _session;

    public BrokenHandoverTests()
    {
        _first = _story.OnDuty(Given.Interpreter("first"));
        _session = _story.Talking(_first);
        _relief = _story.OnDuty(Given.Interpreter("relief"));
        _story.OnDuty(Given.Interpreter("busy with other things"));
    }

    [Fact]
    public void The_end_of_the_session_withdraws_the_offers()
    {
        var search = _story.SeeksRelief(_session);
        var offer = _story.RingingAt(_relief)!;
        _story.EndsBy(_session, Party.Of(_session.Requester));
        var late = _story.Do(new DispatchCommand.AcceptOffer(offer.Id, _relief.Id));

        Assert.Equal((RequestState.Cancelled, CancelledBy.SessionEnd), (_story.StateOf(search).State, _story.StateOf(search).CancelledBy!.Value));
        Assert.Equal(WithdrawnBecause.RequestCancelled, Assert.IsType<DispatchReply.OfferGone>(late).Because);
    }

    [Fact]
    public void The_end_of_the_session_sends_the_relief_home_unpaid()
    {
        _story.Joins(_session, _relief);
        _story.Wait(12);
        _story.EndsBy(_session, Party.Of(_session.Requester));

        Assert.Equal(0, _story.StintOf(_session, _relief).BillableSeconds);
        Assert.Equal(12, _story.StintOf(_session, _first).BillableSeconds);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_relief).State);
        Assert.Contains(_story.Told.OfType<Notice.StintEnded>(), told => told.Stint.Interpreter == _relief.Id);
    }

    [Fact]
    public void An_end_told_late_does_not_end_before_the_relief_took_over()
    {
        _story.Wait(20);
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);
        _story.Wait(10);
        _story.EndsBy(_session, Party.Of(_relief.Id), secondsAgo: 25);

        Assert.Equal((20, 0), (_story.StintOf(_session, _first).BillableSeconds!.Value, _story.StintOf(_session, _relief).BillableSeconds!.Value));
    }

    [Fact]
    public void A_relief_that_never_connects_is_replaced_by_another()
    {
        var search = _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        Talk(45);

        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Equal((StintState.Left, 0), (_story.StintOf(_session, _relief).State, _story.StintOf(_session, _relief).BillableSeconds!.Value));
        Assert.NotEqual(_relief.Id, Assert.Single(_story.RingingFor(search)).Interpreter);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_relief).State);
    }

    /// <summary>Found by a long simulated life: one tick ends the overlap and finds the silence.</summary>
    [Fact]
    public void What_a_sleeping_service_missed_is_told_once_as_it_stands_then()
    {
        _story.Joins(_session, _relief);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(_relief.Id)));
        _story.Wait(10);
        _story.BothReportMedia(_session, 10);
        _story.SleepThrough(90);

        Assert.Empty(_story.Told.OfType<Notice.SessionChanged>());
        Assert.Equal(_story.Tables.Sessions[_session.Id], Assert.Single(_story.Told.OfType<Notice.SessionInterrupted>()).Session);
    }

    [Fact]
    public void A_relief_that_breaks_off_in_the_overlap_may_connect_once_more()
    {
        _story.Joins(_session, _relief);
        _story.Reports(_session, Party.Of(_relief.Id), false, 2);
        Talk(30);
        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);

        _story.Reports(_session, Party.Of(_relief.Id), true);
        Talk(30);

        Assert.Equal(_relief.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    [Fact]
    public void A_relief_that_closes_the_page_takes_nothing_over()
    {
        var search = _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        _story.Reports(_session, Party.Of(_relief.Id), true);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(_relief.Id)));
        Talk(75);

        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Single(_story.RingingFor(search));
        Assert.Equal(PresenceState.Offline, _story.PresenceOf(_relief).State);
    }

    [Fact]
    public void A_relief_that_hangs_up_before_taking_over_only_leaves()
    {
        _story.Joins(_session, _relief);
        _story.EndsBy(_session, Party.Of(_relief.Id));

        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);
        Assert.Equal(StintState.Left, _story.StintOf(_session, _relief).State);
        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    [Fact]
    public void An_interpreter_who_hangs_up_in_the_overlap_hands_over()
    {
        _story.Joins(_session, _relief);
        _story.EndsBy(_session, Party.Of(_first.Id));

        Assert.Equal((SessionState.Active, _relief.Id), (_story.Tables.Sessions[_session.Id].State, _story.Tables.Sessions[_session.Id].Interpreter));
    }

    [Fact]
    public void An_interpreter_who_hangs_up_before_the_relief_is_in_ends_the_session()
    {
        _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        _story.EndsBy(_session, Party.Of(_first.Id));

        Assert.Equal(SessionState.Ended, _story.Tables.Sessions[_session.Id].State);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_relief).State);
    }

    [Fact]
    public void When_the_present_interpreter_breaks_off_in_the_overlap_the_relief_takes_over_at_once()
    {
        _story.Joins(_session, _relief);
        _story.Reports(_session, Party.Of(_first.Id), false, 2);

        var session = _story.Tables.Sessions[_session.Id];
        Assert.Equal((_relief.Id, SessionState.Active), (session.Interpreter, session.State));
    }

    [Fact]
    public void A_page_of_the_present_interpreter_that_only_loses_the_server_hands_nothing_over()
    {
        _story.Joins(_session, _relief);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(_first.Id)));

        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    [Fact]
    public void A_relief_that_comes_into_a_broken_call_and_receives_the_requester_takes_over_at_once()
    {
        _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        _story.Reports(_session, Party.Of(_session.Requester), false, 2);
        _story.Reports(_session, Party.Of(_relief.Id), true);

        Assert.Equal((_relief.Id, SessionState.Interrupted), (_story.Tables.Sessions[_session.Id].Interpreter, _story.Tables.Sessions[_session.Id].State));
    }

    [Fact]
    public void When_the_requester_hears_the_old_one_no_more_the_call_goes_on_as_soon_as_the_relief_is_heard()
    {
        _story.Joins(_session, _relief);
        _story.Wait(5);
        _story.Reports(_session, Party.Of(_session.Requester), false, 2);
        Assert.Equal(SessionState.Interrupted, _story.Tables.Sessions[_session.Id].State);

        _story.Reports(_session, Party.Of(_session.Requester), true, 1);

        Assert.Equal((_relief.Id, SessionState.Active), (_story.Tables.Sessions[_session.Id].Interpreter, _story.Tables.Sessions[_session.Id].State));
    }

    [Fact]
    public void The_interpreter_may_go_on_after_all()
    {
        var search = _story.SeeksRelief(_session);
        _story.Do(new DispatchCommand.CancelRelief(_session.Id, Party.Of(_first.Id)));

        Assert.Equal(CancelledBy.Interpreter, _story.StateOf(search).CancelledBy);
        Assert.Null(_story.RingingAt(_relief));
    }

    [Fact]
    public void Going_on_after_all_sends_a_relief_home_who_is_in_already()
    {
        _story.Joins(_session, _relief);
        _story.Do(new DispatchCommand.CancelRelief(_session.Id, Party.Of(_first.Id)));
        Talk(40);

        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Equal(StintState.Left, _story.StintOf(_session, _relief).State);
    }

    [Fact]
    public void A_coordinator_may_assign_a_relief_and_may_end_the_search()
    {
        var search = _story.SeeksRelief(_session);
        var coordinator = Party.Coordinator(new UserId(Given.NewId()));
        _story.Do(new DispatchCommand.AssignInterpreter(search.Id, _relief.Id));
        Assert.Equal(_relief.Id, Assert.Single(_story.RingingFor(search)).Interpreter);

        _story.Do(new DispatchCommand.CancelRequest(search.Id, coordinator));

        Assert.Equal(CancelledBy.Coordinator, _story.StateOf(search).CancelledBy);
    }

    [Fact]
    public void The_requester_cannot_cancel_the_search()
    {
        var search = _story.SeeksRelief(_session);
        var reply = _story.Do(new DispatchCommand.CancelRequest(search.Id, Party.Of(_session.Requester)));

        Assert.Equal(ErrorCode.RequestNotFound, Assert.IsType<DispatchReply.Refused>(reply).Code);
    }

    [Fact]
    public void A_requester_without_connection_does_not_end_the_search()
    {
        var search = _story.SeeksRelief(_session);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(_session.Requester)));
        Talk(100);

        Assert.True(_story.StateOf(search).IsOpen);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Accepting_the_relief_and_ending_the_session_leave_nobody_behind(bool acceptFirst)
    {
        _story.SeeksRelief(_session);
        var offer = _story.RingingAt(_relief)!;
        DispatchCommand[] race = [new DispatchCommand.AcceptOffer(offer.Id, _relief.Id), new DispatchCommand.EndSession(_session.Id, Party.Of(_first.Id), TimeSpan.Zero)];
        foreach (var command in acceptFirst ? race : race.Reverse())
        {
            _story.Do(command);
        }

        Assert.Empty(_story.Tables.UnfinishedSessions);
        Assert.Empty(_story.Tables.SittingIn(_relief.Id));
    }

    private void Talk(double seconds)
    {
        for (; seconds > 0; seconds -= 10)
        {
            _story.Wait(Math.Min(10, seconds));
            _story.Reports(_session, Party.Of(_session.Requester), true, 10);
            _story.Reports(_session, Party.Of(_first.Id), true, 10);
        }
    }
}
