using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

/// <summary>A session that runs goes over to another interpreter: searched for, joined, handed over.</summary>
public class HandoverTests
{
    private readonly Story _story = new();
    private readonly Interpreter _first;
    private readonly Interpreter _relief;
    private readonly Session _session;

    public HandoverTests()
    {
        _first = _story.OnDuty(Given.Interpreter("first"));
        _session = _story.Talking(_first);
        _relief = _story.OnDuty(Given.Interpreter("relief"));
    }

    [Fact]
    public void A_relief_is_rung_like_for_any_request_and_knows_what_it_is()
    {
        var search = _story.SeeksRelief(_session);

        Assert.Equal(_session.Id, search.ReliefFor);
        Assert.Equal(_relief.Id, Assert.Single(_story.RingingFor(search)).Interpreter);
        Assert.Equal(_session.Id, Assert.Single(_story.Told.OfType<Notice.OfferReceived>()).Request.ReliefFor);
    }

    [Fact]
    public void The_requester_is_told_of_the_search_but_has_no_second_request()
    {
        _story.SeeksRelief(_session);

        Assert.Empty(_story.Told.OfType<Notice.RequestChanged>());
        Assert.Equal(_session.Id, Assert.Single(_story.Told.OfType<Notice.ReliefChanged>()).Session.Id);
        Assert.Equal(_session.Request, _story.SituationOf(Party.Of(_session.Requester)).Request!.Request.Id);
    }

    [Fact]
    public void A_search_that_runs_goes_on_when_it_is_asked_for_again()
    {
        var search = _story.SeeksRelief(_session);
        var again = _story.SeeksRelief(_session);

        Assert.Equal(search.Id, again.Id);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void A_coordinator_may_start_it_but_not_the_requester()
    {
        var byRequester = _story.Do(new DispatchCommand.SeekRelief(_session.Id, Party.Of(_session.Requester)));
        var byCoordinator = _story.Do(new DispatchCommand.SeekRelief(_session.Id, Party.Coordinator(new UserId(Given.NewId()))));

        Assert.Equal(ErrorCode.SessionNotFound, Assert.IsType<DispatchReply.Refused>(byRequester).Code);
        Assert.IsType<DispatchReply.SessionIs>(byCoordinator);
    }

    [Fact]
    public void A_session_that_still_connects_has_nothing_to_hand_over()
    {
        _story.Asks(Given.Request());
        var connecting = _story.Accepts(_relief);
        var reply = _story.Do(new DispatchCommand.SeekRelief(connecting.Id, Party.Of(_relief.Id)));

        Assert.Equal(ErrorCode.HandoverNotPossible, Assert.IsType<DispatchReply.Refused>(reply).Code);
    }

    [Fact]
    public void The_search_wants_what_the_session_was_asked_for_except_the_one_who_is_to_be_relieved()
    {
        var sworn = _story.OnDuty(Given.Interpreter("sworn").Sworn(new DateOnly(2027, 1, 1)));
        _story.EndsBy(_session, Party.Of(_first.Id));
        var session = _story.Talking(sworn, Given.Request().Requiring(new Requirement.SwornToday(), new Requirement.ThisInterpreter(sworn.Id)));
        var other = _story.OnDuty(Given.Interpreter("other sworn").Sworn(new DateOnly(2027, 1, 1)));

        var search = _story.SeeksRelief(session);

        Assert.IsType<Requirement.SwornToday>(Assert.Single(search.Requirements));
        Assert.Equal(other.Id, Assert.Single(_story.RingingFor(search)).Interpreter);
    }

    [Fact]
    public void Nobody_relieves_herself_so_without_another_the_search_ends_at_once()
    {
        _story.Do(new DispatchCommand.SetPresence(_relief.Id, PresenceWish.Paused));
        var search = _story.SeeksRelief(_session);

        Assert.Equal(UnservedCause.NoneOnDuty, search.UnservedBecause);
        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);
    }

    [Fact]
    public void A_search_that_found_nobody_can_be_begun_again()
    {
        _story.SeeksRelief(_session);
        _story.Declines(_relief);
        var again = _story.SeeksRelief(_session);

        Assert.Equal(_relief.Id, Assert.Single(_story.RingingFor(again)).Interpreter);
    }

    [Fact]
    public void A_conversation_that_runs_comes_before_one_that_has_not_begun()
    {
        _story.Do(new DispatchCommand.SetPresence(_relief.Id, PresenceWish.Paused));
        var busy = _story.Talking(_story.OnDuty(Given.Interpreter("busy")), Given.Request());
        var waiting = _story.Asks(Given.Request());
        _story.Wait(60);
        var search = _story.SeeksRelief(_session);
        _story.EndsBy(busy, Party.Of(busy.Interpreter));
        _story.Do(new DispatchCommand.EndWrapUp(busy.Interpreter));

        Assert.Single(_story.RingingFor(search));
        Assert.Empty(_story.RingingFor(waiting));
    }

    [Fact]
    public void Whoever_accepts_sits_down_beside_the_one_who_goes_on_interpreting()
    {
        _story.SeeksRelief(_session);
        var session = _story.Accepts(_relief);
        var stint = _story.StintOf(session, _relief);

        Assert.Equal((_session.Id, _first.Id), (session.Id, session.Interpreter));
        Assert.Equal((StintState.Joining, "interpreter_2"), (stint.State, stint.Seat.ToString()));
        Assert.Equal(PresenceState.InSession, _story.PresenceOf(_relief).State);
        Assert.Single(_story.Tables.SessionsFor(_session.Request));
    }

    [Fact]
    public void The_same_accept_again_gives_the_same_answer()
    {
        _story.SeeksRelief(_session);
        var offer = _story.RingingAt(_relief)!;
        _story.Accepts(_relief);
        var again = _story.Do(new DispatchCommand.AcceptOffer(offer.Id, _relief.Id));

        Assert.Equal(_session.Id, Assert.IsType<DispatchReply.OfferAccepted>(again).Session.Id);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Thirty_seconds_after_its_media_stands_the_relief_takes_over()
    {
        var stint = _story.Joins(_session, _relief);
        Assert.Equal(_story.Now.AddSeconds(30), stint.HandsOverAt);

        _story.Wait(29.9);
        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        _story.Wait(0.1);

        Assert.Equal(_relief.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Equal(StintState.Left, _story.StintOf(_session, _first).State);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_first).State);
        Assert.Equal(RequestState.Fulfilled, _story.Tables.ReliefOf(_session.Id)!.State);
    }

    [Fact]
    public void The_present_interpreter_may_hand_over_sooner()
    {
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);

        Assert.Equal(_relief.Id, _story.Tables.Sessions[_session.Id].Interpreter);
        Assert.Equal(_first.Id, Assert.Single(_story.Told.OfType<Notice.StintEnded>()).Stint.Interpreter);
    }

    [Fact]
    public void Handing_over_twice_hands_over_once()
    {
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);
        var again = _story.HandsOver(_session, _first);

        Assert.Equal(_relief.Id, Assert.IsType<DispatchReply.SessionIs>(again).Session.Interpreter);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Nobody_hands_over_to_a_relief_whose_media_does_not_stand()
    {
        _story.SeeksRelief(_session);
        _story.Accepts(_relief);
        var reply = _story.HandsOver(_session, _first);

        Assert.Equal(ErrorCode.HandoverNotPossible, Assert.IsType<DispatchReply.Refused>(reply).Code);
    }

    [Fact]
    public void The_customer_has_one_clock_and_each_interpreter_her_part_of_it()
    {
        TalkOn(100, _first);
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);
        TalkOn(50.5, _relief);
        var ended = _story.EndsBy(_session, Party.Of(_session.Requester));

        Assert.Equal(150, ended.Clock.BillableSeconds);
        Assert.Equal(100, _story.StintOf(_session, _first).BillableSeconds);
        Assert.Equal(50, _story.StintOf(_session, _relief).BillableSeconds);
    }

    [Fact]
    public void A_hold_ends_with_the_one_who_held()
    {
        _story.Joins(_session, _relief);
        _story.Do(new DispatchCommand.HoldSession(_session.Id, Party.Of(_first.Id), true));
        _story.HandsOver(_session, _first);

        var session = _story.Tables.Sessions[_session.Id];
        Assert.False(session.HeldByInterpreter);
        Assert.Equal(_story.Now, session.Clock.RunningSince);
    }

    [Fact]
    public void What_is_heard_after_the_handover_does_not_reach_back_before_it()
    {
        TalkOn(100, _first);
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);
        _story.Wait(10);
        _story.Reports(_session, Party.Of(_session.Requester), false, 40);
        var ended = _story.EndsBy(_session, Party.Of(_relief.Id));

        Assert.Equal(100, ended.Clock.BillableSeconds);
        Assert.Equal(100, _story.StintOf(_session, _first).BillableSeconds);
    }

    [Fact]
    public void A_handover_may_follow_a_handover()
    {
        _story.Joins(_session, _relief);
        _story.HandsOver(_session, _first);
        _story.Wait(20);
        _story.Joins(_session, _first);
        _story.HandsOver(_session, _relief);

        Assert.Equal("interpreter_3", _story.StintOf(_session, _first).Seat.ToString());
        Assert.Equal(_first.Id, _story.Tables.Sessions[_session.Id].Interpreter);
    }

    private void TalkOn(double seconds, Interpreter interpreter)
    {
        for (; seconds > 0; seconds -= 20)
        {
            _story.Wait(Math.Min(20, seconds));
            _story.Reports(_session, Party.Of(_session.Requester), true, 20);
            _story.Reports(_session, Party.Of(interpreter.Id), true, 20);
        }
    }
}
