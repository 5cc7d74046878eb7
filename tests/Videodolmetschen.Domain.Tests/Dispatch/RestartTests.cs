using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class RestartTests
{
    private readonly Story _story = new();

    [Fact]
    public void Nobody_becomes_offline_by_a_restart()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());

        _story.Restart(downSeconds: 300);
        _story.Wait(29);
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Wait(300);

        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void Whoever_does_not_come_back_after_a_restart_is_offline()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());

        _story.Restart();
        _story.Wait(30);

        Assert.Equal(PresenceState.Offline, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void What_rang_rings_on_for_at_least_ten_seconds()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());

        _story.Restart(downSeconds: 19);
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Wait(9.9);
        Assert.NotNull(_story.RingingAt(interpreter));
        _story.Wait(0.1);

        Assert.Null(_story.RingingAt(interpreter));
    }

    [Fact]
    public void What_rang_can_be_accepted_after_a_restart()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Restart();

        Assert.Equal(request.Id, _story.Accepts(interpreter).Request);
    }

    [Fact]
    public void Places_and_declines_outlive_a_restart()
    {
        var two = _story.OnDuty(2);
        var session = _story.Talking(two[0]);
        var (first, second) = (_story.Asks(Given.Request()), _story.Asks(Given.Request()));
        _story.Declines(two[1]);
        Assert.Equal(second.Id, _story.RingingAt(two[1])!.Request);

        _story.Restart();
        ComeBack(first, second, two);
        _story.EndsBy(session, Party.Of(two[0].Id));
        _story.Wait(15);

        Assert.Equal(first.Id, _story.RingingAt(two[0])!.Request);
        Assert.DoesNotContain(_story.Tables.Offers.Values, offer => offer.Interpreter == two[1].Id && offer.Request == first.Id && offer.State == OfferState.Open);
    }

    [Fact]
    public void Whoever_missed_or_could_not_connect_before_a_restart_is_not_rung_at_once_after_it()
    {
        var three = _story.OnDuty(3);
        var request = _story.Asks(Given.Request());
        _story.EndsBy(_story.Accepts(three[0]), Party.Of(three[0].Id));
        _story.Wait(20);
        Assert.Empty(_story.RingingFor(request));

        _story.Restart();
        foreach (var interpreter in three)
        {
            _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        }

        Assert.Empty(_story.RingingFor(request));
        _story.Wait(25);
        Assert.Equal([three[1].Id, three[2].Id], _story.RingingFor(request).Select(offer => offer.Interpreter));
    }

    [Fact]
    public void A_search_whose_time_ran_out_while_we_were_down_gets_another_minute()
    {
        var story = new Story(new DispatchPolicy { MissesUntilPause = 99 });
        var interpreter = story.OnDuty(Given.Interpreter());
        var request = story.Asks(Given.Request());

        story.Restart(downSeconds: 600);
        story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        story.Do(new DispatchCommand.Connect(Party.Of(request.Requester)));
        story.Wait(59);
        Assert.True(story.StateOf(request).IsOpen);
        story.Wait(1);

        Assert.Equal(RequestState.Unserved, story.StateOf(request).State);
    }

    [Fact]
    public void A_requester_who_does_not_come_back_after_a_restart_gives_up_the_place()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Wait(60);

        Assert.Equal(CancelledBy.Disconnect, _story.StateOf(request).CancelledBy);
    }

    [Fact]
    public void A_call_that_went_on_while_we_were_down_is_one_session_and_loses_nothing()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Wait(10);
        _story.BothReportMedia(session, 10);

        _story.Restart(downSeconds: 300);
        session = _story.BothReportMedia(session, 310);
        session = _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Equal(310, session.Clock.BillableSeconds);
        Assert.Single(_story.Tables.Sessions);
    }

    [Fact]
    public void A_call_that_nobody_reports_after_a_restart_ends_at_its_last_sign_of_media()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Wait(25);
        _story.BothReportMedia(session, 25);

        _story.Restart(downSeconds: 300);
        _story.Wait(90);

        session = _story.Tables.Sessions[session.Id];
        Assert.Equal((EndReason.ConnectionLost, 25), (session.EndReason, session.Clock.BillableSeconds));
        Assert.Equal(session.CreatedAt.AddSeconds(25), session.EndedAt);
    }

    [Fact]
    public void A_hang_up_while_we_were_down_counts_from_when_it_happened()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Restart(downSeconds: 100);

        session = _story.EndsBy(session, Party.Of(session.Requester), secondsAgo: 40);

        Assert.Equal(60, session.Clock.BillableSeconds);
    }

    [Fact]
    public void A_wrap_up_ends_after_a_restart_as_it_would_have()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.EndsBy(_story.Talking(interpreter), Party.Of(interpreter.Id));

        _story.Restart(downSeconds: 60);
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Wait(0);

        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void The_same_press_after_a_restart_gets_the_answer_that_was_stored()
    {
        var request = _story.Asks(Given.Request());
        Assert.Equal(RequestState.Unserved, request.State);

        _story.Restart(downSeconds: 5);
        var again = _story.Do(new DispatchCommand.RequestInterpreter(request with { Id = new RequestId(Guid.NewGuid()), State = RequestState.Waiting, UnservedBecause = null, EndedAt = null }));

        Assert.Equal(request, Assert.IsType<DispatchReply.RequestStands>(again).Situation.Request);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Whoever_hangs_up_or_accepts_again_after_a_restart_hears_how_it_ended()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var session = _story.EndsBy(_story.Talking(interpreter), Party.Of(interpreter.Id));
        var offer = Assert.Single(_story.Tables.Offers.Keys);

        _story.Restart(downSeconds: 5);

        var ended = _story.Do(new DispatchCommand.EndSession(session.Id, Party.Of(session.Requester), TimeSpan.Zero));
        Assert.Equal(session, Assert.IsType<DispatchReply.SessionIs>(ended).Session);
        var accepted = _story.Do(new DispatchCommand.AcceptOffer(offer, interpreter.Id));
        Assert.Equal(new DispatchReply.OfferGone(OfferState.Accepted, null), accepted);
        Assert.Null(_story.SituationOf(Party.Of(interpreter.Id)).Session);
    }

    private void ComeBack(InterpretingRequest first, InterpretingRequest second, Interpreter[] interpreters)
    {
        foreach (var who in interpreters.Select(one => Party.Of(one.Id)).Concat([Party.Of(first.Requester), Party.Of(second.Requester)]))
        {
            _story.Do(new DispatchCommand.Connect(who));
        }
    }

    [Fact]
    public void Whoever_waits_for_somebody_whose_hours_ended_meanwhile_is_told_so_at_once()
    {
        var untilOneMinutePastNine = new Availability([new AvailabilityWindow(DayOfWeek.Monday, 0, 541)]);
        _story.Talking(_story.OnDuty(Given.Interpreter() with { Availability = untilOneMinutePastNine }));
        var waiting = _story.Asks(Given.Request());

        _story.Restart(downSeconds: 90);
        _story.Do(new DispatchCommand.Connect(Party.Of(waiting.Requester)));

        Assert.Equal((RequestState.Unserved, UnservedCause.NoneOnDuty), (_story.StateOf(waiting).State, _story.StateOf(waiting).UnservedBecause));
    }
}
