using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public class ConnectingTests
{
    private readonly Story _story = new();

    [Fact]
    public void Media_on_one_side_is_not_a_start()
    {
        var session = AcceptedBy(_story.OnDuty(Given.Interpreter()));

        session = _story.Reports(session, Party.Of(session.Requester), true);

        Assert.Equal((SessionState.Connecting, null), (session.State, session.StartedAt));
    }

    [Fact]
    public void The_clock_starts_when_media_flowed_on_both_sides_not_when_we_heard_of_it()
    {
        var session = AcceptedBy(_story.OnDuty(Given.Interpreter()));
        _story.Wait(10);
        _story.Reports(session, Party.Of(session.Requester), true, 6);

        session = _story.Reports(session, Party.Of(session.Interpreter), true, 4);

        Assert.Equal(session.CreatedAt.AddSeconds(6), session.StartedAt);
        Assert.Equal(session.StartedAt, session.Clock.RunningSince);
        Assert.Single(_story.Told.OfType<Notice.SessionStarted>());
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1e12)]
    [InlineData(-50)]
    public void No_browser_can_start_the_clock_before_the_accept_or_in_the_future(double forSeconds)
    {
        var session = AcceptedBy(_story.OnDuty(Given.Interpreter()));
        _story.Wait(5);

        session = _story.BothReportMedia(session, Math.Min(forSeconds, TimeSpan.MaxValue.TotalSeconds - 1));

        Assert.InRange(session.StartedAt!.Value, session.CreatedAt, _story.Now);
    }

    [Fact]
    public void Without_media_within_45_seconds_it_ends_unbilled_and_the_request_takes_its_old_place()
    {
        var two = _story.OnDuty(2);
        var session = AcceptedBy(two[0]);
        _story.Do(new DispatchCommand.SetPresence(two[1].Id, PresenceWish.Paused));

        _story.Wait(45);

        session = _story.Tables.Sessions[session.Id];
        Assert.Equal((EndReason.NeverConnected, 0), (session.EndReason, session.Clock.BillableSeconds));
        Assert.Equal(RequestState.Unserved, _story.Tables.Requests[session.Request].State);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Where_the_only_one_could_not_connect_nobody_is_told_that_she_declined(bool restarted)
    {
        var one = _story.OnDuty(Given.Interpreter());
        var other = _story.OnDuty(Given.Interpreter());
        var session = AcceptedBy(one);
        _story.Wait(45);
        if (restarted)
        {
            _story.Restart();
        }

        _story.Do(new DispatchCommand.SetPresence(other.Id, PresenceWish.Offline));

        Assert.Equal(UnservedCause.NoneConnected, _story.Tables.Requests[session.Request].UnservedBecause);
    }

    [Fact]
    public void After_a_failed_connection_somebody_else_is_asked_before_those_who_came_later()
    {
        var two = _story.OnDuty(2);
        var first = _story.Asks(Given.Request());
        _story.Accepts(two[0]);
        var later = _story.Asks(Given.Request());
        _story.Wait(20);
        Assert.Null(_story.RingingAt(two[1]));

        _story.Wait(25);

        Assert.Equal(first.Id, _story.RingingAt(two[1])!.Request);
        Assert.Equal(RequestState.Waiting, _story.StateOf(later).State);
    }

    [Fact]
    public void Whoever_could_not_connect_is_not_asked_again_for_this_request()
    {
        var two = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());
        _story.Accepts(two[0]);
        _story.Wait(60);
        Assert.Equal(PresenceState.Available, _story.PresenceOf(two[0]).State);

        Assert.Equal([two[1].Id], _story.RingingFor(request).Select(offer => offer.Interpreter));
    }

    [Fact]
    public void A_connection_that_fails_late_does_not_cost_the_search()
    {
        var story = new Story(new DispatchPolicy { OfferLife = TimeSpan.FromSeconds(300) });
        var one = story.OnDuty(Given.Interpreter());
        var request = story.Asks(Given.Request());
        story.Wait(230);
        story.Accepts(one);
        var other = story.OnDuty(Given.Interpreter());

        story.Wait(45);

        Assert.Equal(request.Id, story.RingingAt(other)!.Request);
        story.Wait(45);
        Assert.Equal(RequestState.Unserved, story.StateOf(request).State);
    }

    [Fact]
    public void A_requester_who_is_away_when_the_connection_fails_keeps_the_place_for_a_minute()
    {
        var two = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());
        _story.Accepts(two[0]);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(request.Requester)));
        _story.Wait(45);
        Assert.True(_story.StateOf(request).IsOpen);

        _story.Wait(60);

        Assert.Equal(CancelledBy.Disconnect, _story.StateOf(request).CancelledBy);
    }

    [Fact]
    public void A_hang_up_by_the_requester_before_the_start_cancels_the_request()
    {
        var session = AcceptedBy(_story.OnDuty(Given.Interpreter()));

        session = _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Equal((EndReason.CancelledByRequester, null), (session.EndReason, session.StartedAt));
        Assert.Equal(CancelledBy.Requester, _story.Tables.Requests[session.Request].CancelledBy);
    }

    [Fact]
    public void A_cancel_before_the_start_ends_the_session_too()
    {
        var session = AcceptedBy(_story.OnDuty(Given.Interpreter()));

        _story.Do(new DispatchCommand.CancelRequest(session.Request, Party.Coordinator(new UserId(Given.Id(1)))));

        Assert.Equal(EndReason.EndedByCoordinator, _story.Tables.Sessions[session.Id].EndReason);
        Assert.Equal(CancelledBy.Coordinator, _story.Tables.Requests[session.Request].CancelledBy);
    }

    [Fact]
    public void A_hang_up_by_the_interpreter_before_the_start_sends_the_request_back()
    {
        var two = _story.OnDuty(2);
        var session = AcceptedBy(two[0]);

        _story.EndsBy(session, Party.Of(two[0].Id));

        Assert.Equal(session.Request, _story.RingingAt(two[1])!.Request);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(two[0]).State);
    }

    [Fact]
    public void A_session_that_never_started_does_not_cost_the_place_among_the_idle()
    {
        var two = _story.OnDuty(2);
        var idle = _story.PresenceOf(two[0]).IdleSince;
        _story.EndsBy(AcceptedBy(two[0]), Party.Of(two[0].Id));

        Assert.Equal(idle, _story.PresenceOf(two[0]).IdleSince);
    }

    private Session AcceptedBy(Interpreter interpreter)
    {
        _story.Asks(Given.Request());
        return _story.Accepts(interpreter);
    }
}
