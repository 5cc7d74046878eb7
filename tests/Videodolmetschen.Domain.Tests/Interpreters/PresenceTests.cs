using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Interpreters;

public class PresenceTests
{
    private readonly Story _story = new();

    [Fact]
    public void Three_missed_offers_in_a_row_pause_with_the_reason()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());

        MissOne();
        MissOne();
        Assert.Equal((PresenceState.Available, 2), (_story.PresenceOf(interpreter).State, _story.PresenceOf(interpreter).MissedInARow));
        MissOne();

        Assert.Equal(PresenceState.Paused, _story.PresenceOf(interpreter).State);
        Assert.Equal(PausedBecause.MissedOffers, _story.PresenceOf(interpreter).PausedBecause);
    }

    [Fact]
    public void One_tap_leads_back_and_the_count_begins_anew()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        MissOne();
        MissOne();
        MissOne();

        Wants(interpreter, PresenceWish.Available);

        Assert.Equal((PresenceState.Available, 0, null), (
            _story.PresenceOf(interpreter).State,
            _story.PresenceOf(interpreter).MissedInARow,
            _story.PresenceOf(interpreter).PausedBecause));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_answer_ends_the_row_of_misses(bool yes)
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        MissOne();
        _story.Asks(Given.Request());

        _ = yes ? (object)_story.Accepts(interpreter) : _story.Declines(interpreter);

        Assert.Equal(0, _story.PresenceOf(interpreter).MissedInARow);
    }

    [Fact]
    public void Whoever_could_not_hear_it_ring_has_missed_nothing()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        _story.Wait(5);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));

        _story.Wait(15);

        Assert.Equal(0, _story.PresenceOf(interpreter).MissedInARow);
    }

    [Fact]
    public void Whoever_pauses_while_it_rings_is_let_go_and_the_next_rings()
    {
        var four = _story.OnDuty(4);
        _story.Asks(Given.Request());

        Wants(four[0], PresenceWish.Paused);

        Assert.Null(_story.RingingAt(four[0]));
        Assert.NotNull(_story.RingingAt(four[3]));
        Assert.Equal(WithdrawnBecause.InterpreterLeft, Assert.Single(_story.Told.OfType<Notice.OfferWithdrawn>()).Offer.WithdrawnBecause);
    }

    [Fact]
    public void A_reconnect_within_the_grace_is_no_change()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var before = _story.PresenceOf(interpreter);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));
        _story.Wait(29.9);

        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Wait(100);

        Assert.Equal(before, _story.PresenceOf(interpreter));
    }

    [Fact]
    public void Whoever_is_gone_for_longer_is_offline_and_no_longer_rung()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));
        _story.Wait(30);

        Assert.Equal(PresenceState.Offline, _story.PresenceOf(interpreter).State);
        Assert.Equal(UnservedCause.NoneOnDuty, _story.Asks(Given.Request()).UnservedBecause);
    }

    [Fact]
    public void A_ring_goes_on_during_the_grace_and_ends_with_it()
    {
        var story = new Story(new DispatchPolicy { OfferLife = TimeSpan.FromSeconds(60) });
        var interpreter = story.OnDuty(Given.Interpreter());
        story.Asks(Given.Request());
        story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));

        story.Wait(29);
        Assert.NotNull(story.RingingAt(interpreter));
        story.Wait(1);
        Assert.Null(story.RingingAt(interpreter));
    }

    [Fact]
    public void When_the_grace_is_over_the_next_rings()
    {
        var story = new Story(new DispatchPolicy { OfferLife = TimeSpan.FromSeconds(60), FirstWaveSize = 1, FirstWaveAlone = TimeSpan.FromSeconds(60) });
        var two = story.OnDuty(2);
        story.Asks(Given.Request());
        story.Do(new DispatchCommand.LoseConnection(Party.Of(two[0].Id)));

        story.Wait(30);

        Assert.Equal(WithdrawnBecause.InterpreterLeft, story.Tables.Offers.Values.Single(offer => offer.Interpreter == two[0].Id).WithdrawnBecause);
        Assert.NotNull(story.RingingAt(two[1]));
    }

    [Fact]
    public void Whoever_comes_on_duty_and_is_not_connected_is_offline_after_the_grace()
    {
        var interpreter = _story.Known(Given.Interpreter());
        Wants(interpreter, PresenceWish.Available);

        _story.Wait(30);

        Assert.Equal(PresenceState.Offline, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void Nobody_without_a_connection_gets_a_new_offer_until_back()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));

        _story.Asks(Given.Request());
        Assert.Null(_story.RingingAt(interpreter));
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));

        Assert.NotNull(_story.RingingAt(interpreter));
    }

    [Fact]
    public void The_wrap_up_lasts_fifteen_seconds()
    {
        var interpreter = InWrapUp();

        _story.Wait(14.9);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(interpreter).State);
        _story.Wait(0.1);
        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void The_wrap_up_can_be_extended_to_two_minutes_from_its_beginning()
    {
        var interpreter = InWrapUp();
        _story.Wait(10);
        _story.Do(new DispatchCommand.ExtendWrapUp(interpreter.Id));

        _story.Wait(109.9);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(interpreter).State);
        _story.Wait(0.1);
        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void The_wrap_up_can_be_ended_early_and_the_next_request_rings_at_once()
    {
        var interpreter = InWrapUp();
        var request = _story.Asks(Given.Request());

        _story.Do(new DispatchCommand.EndWrapUp(interpreter.Id));

        Assert.Equal(request.Id, _story.RingingAt(interpreter)!.Request);
        Assert.Equal(new DispatchReply.Refused(ErrorCode.NotInWrapUp), _story.Do(new DispatchCommand.EndWrapUp(interpreter.Id)));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.NotInWrapUp), _story.Do(new DispatchCommand.ExtendWrapUp(interpreter.Id)));
    }

    [Theory]
    [InlineData(PresenceWish.Paused, PresenceState.Paused)]
    [InlineData(PresenceWish.Offline, PresenceState.Offline)]
    [InlineData(PresenceWish.Available, PresenceState.Available)]
    public void What_was_asked_for_during_a_session_comes_after_it(PresenceWish wish, PresenceState then)
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var session = _story.Talking(interpreter);
        Wants(interpreter, wish);
        Assert.Equal(PresenceState.InSession, _story.PresenceOf(interpreter).State);

        _story.EndsBy(session, Party.Of(interpreter.Id));
        _story.Wait(15);

        Assert.Equal(then, _story.PresenceOf(interpreter).State);
        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).Afterwards);
    }

    [Fact]
    public void Whoever_lost_the_connection_during_a_session_is_offline_after_it()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var session = _story.Talking(interpreter);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));
        _story.Wait(29);
        _story.BothReportMedia(session);
        _story.Wait(5);
        Assert.Equal(PresenceState.InSession, _story.PresenceOf(interpreter).State);

        _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Equal(PresenceState.Offline, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void Coming_on_duty_rings_what_waits()
    {
        var busy = _story.OnDuty(Given.Interpreter());
        _story.Talking(busy);
        var request = _story.Asks(Given.Request());

        var fresh = _story.OnDuty(Given.Interpreter());

        Assert.Equal(request.Id, _story.RingingAt(fresh)!.Request);
    }

    [Fact]
    public void A_changed_interpreter_is_judged_by_what_is_new()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Known(interpreter with { Languages = [] });

        Assert.Null(_story.RingingAt(interpreter));
        Assert.Equal(UnservedCause.NoneQualified, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void An_interpreter_who_is_blocked_later_is_no_hope_any_more()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Talking(interpreter);
        var request = _story.Asks(Given.Request());

        _story.Known(interpreter with { BlockedCustomers = new HashSet<CustomerId> { request.Customer } });

        Assert.Equal(UnservedCause.NoneQualified, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void An_unknown_interpreter_is_not_found()
    {
        var reply = _story.Do(new DispatchCommand.SetPresence(new InterpreterId(Given.Id(1)), PresenceWish.Available));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.NotFound), reply);
    }

    private void Wants(Interpreter interpreter, PresenceWish wish) => _story.Do(new DispatchCommand.SetPresence(interpreter.Id, wish));

    private void MissOne()
    {
        var request = _story.Asks(Given.Request());
        _story.Wait(20);
        _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Of(request.Requester)));
    }

    private Interpreter InWrapUp()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.EndsBy(_story.Talking(interpreter), Party.Of(interpreter.Id));
        return interpreter;
    }
}
