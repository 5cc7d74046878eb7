using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class CallbackTests
{
    private readonly Story _story = new();

    [Fact]
    public void When_somebody_comes_on_duty_the_requester_is_told()
    {
        var callback = AskedFor(Given.Request(), out _);
        _story.OnDuty(Given.Interpreter());

        Assert.Equal(CallbackState.Ready, _story.Tables.Callbacks[callback.Id].State);
        Assert.Equal(callback.Id, Assert.Single(_story.Told.OfType<Notice.CallbackChanged>()).Callback.Id);
    }

    [Fact]
    public void One_tap_asks_anew_with_the_same_needs_and_the_old_place()
    {
        var callback = AskedFor(Given.Request() with { OwnReference = "A 12" }, out var before);
        _story.Wait(100);
        var interpreter = _story.OnDuty(Given.Interpreter());

        var request = Taken(callback);

        Assert.Equal((before.RequestedAt, "A 12"), (request.Place, request.OwnReference));
        Assert.Equal(request.Id, _story.RingingAt(interpreter)!.Request);
        Assert.Equal((CallbackState.Taken, request.Id), (_story.Tables.Callbacks[callback.Id].State, _story.Tables.Callbacks[callback.Id].TakenAs));
    }

    [Fact]
    public void The_old_place_goes_before_those_who_asked_later()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        var early = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.AskCallback(early));
        _story.Wait(1);
        _story.EndsBy(session, Party.Of(session.Interpreter));
        _story.Wait(15);
        var late = _story.Asks(Given.Request());

        var again = Taken(_story.Tables.Callbacks.Values.Single());

        Assert.Equal(1, _story.SituationOf(Party.Of(again.Requester)).Request!.Position);
        Assert.True(again.Place < late.Place);
    }

    [Fact]
    public void A_search_that_is_left_for_a_callback_ends_with_its_true_cause()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());

        _story.Do(new DispatchCommand.AskCallback(request));

        Assert.Equal((RequestState.Unserved, UnservedCause.AllBusy), (_story.StateOf(request).State, _story.StateOf(request).UnservedBecause));
    }

    [Fact]
    public void Whom_a_live_request_needs_is_not_free_for_a_callback()
    {
        var callback = AskedFor(Given.Request(), out _);
        var interpreter = Given.Interpreter();
        _story.Known(interpreter);
        _story.Asks(Given.Request() with { HelpAskedAt = _story.Now });

        _story.OnDuty(interpreter);

        Assert.Equal(CallbackState.Open, _story.Tables.Callbacks[callback.Id].State);
    }

    [Fact]
    public void For_one_who_is_free_only_the_first_in_line_is_told()
    {
        var first = AskedFor(Given.Request(), out _);
        _story.Wait(1);
        var second = AskedFor(Given.Request(), out _);
        _story.OnDuty(Given.Interpreter());

        Assert.Equal((CallbackState.Ready, CallbackState.Open), (_story.Tables.Callbacks[first.Id].State, _story.Tables.Callbacks[second.Id].State));
        _story.Do(new DispatchCommand.CancelCallback(first.Id, first.Requester));
        Assert.Equal(CallbackState.Ready, _story.Tables.Callbacks[second.Id].State);
    }

    [Fact]
    public void Whoever_is_not_here_is_told_on_coming_back()
    {
        var callback = AskedFor(Given.Request(), out _);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(callback.Requester)));
        _story.OnDuty(Given.Interpreter());
        Assert.Equal(CallbackState.Open, _story.Tables.Callbacks[callback.Id].State);

        _story.Do(new DispatchCommand.Connect(Party.Of(callback.Requester)));

        Assert.Equal(CallbackState.Ready, _story.Tables.Callbacks[callback.Id].State);
    }

    [Fact]
    public void That_somebody_is_free_who_declined_is_no_news()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());
        _story.Declines(interpreter);

        _story.Do(new DispatchCommand.AskCallback(_story.StateOf(request)));

        Assert.Equal(CallbackState.Open, _story.Tables.Callbacks.Values.Single().State);
    }

    [Fact]
    public void Unanswered_it_lapses_after_its_time_and_at_the_end_of_the_day()
    {
        var ready = AskedFor(Given.Request(), out _);
        _story.OnDuty(Given.Interpreter());
        _story.Wait(300);
        Assert.Equal(CallbackState.Expired, _story.Tables.Callbacks[ready.Id].State);

        var story = new Story(new DispatchPolicy { CallbackFor = TimeSpan.FromHours(20) });
        var request = story.Asks(Given.Request());
        story.Do(new DispatchCommand.AskCallback(request));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero), story.Tables.Callbacks.Values.Single().ExpiresAt);
    }

    [Fact]
    public void It_survives_a_restart_and_stands_in_the_situation()
    {
        var callback = AskedFor(Given.Request(), out _);
        _story.Restart(5);
        _story.Do(new DispatchCommand.Connect(Party.Of(callback.Requester)));
        Assert.Equal(callback.Id, _story.SituationOf(Party.Of(callback.Requester)).Callback!.Id);

        _story.OnDuty(Given.Interpreter());

        Assert.Equal(CallbackState.Ready, _story.Tables.Callbacks[callback.Id].State);
    }

    [Fact]
    public void A_conversation_in_the_same_language_ends_it()
    {
        var callback = AskedFor(Given.Request(), out var before);
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()), Given.Request() with { Requester = before.Requester });

        _story.EndsBy(session, Party.Of(before.Requester));

        Assert.Equal(CallbackState.Cancelled, _story.Tables.Callbacks[callback.Id].State);
    }

    [Fact]
    public void Not_ready_not_mine_and_not_needed_are_refused()
    {
        var callback = AskedFor(Given.Request(), out _);
        var session = _story.Talking(_story.OnDuty(Given.Interpreter(language: Given.Dari)), Given.Request(Given.Dari));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.CallbackNotReady), _story.Do(new DispatchCommand.TakeCallback(callback.Id, callback.Requester, Given.NewId())));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.CallbackNotFound), _story.Do(new DispatchCommand.CancelCallback(callback.Id, new UserId(Given.Id(1)))));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.CallbackNotNeeded), _story.Do(new DispatchCommand.AskCallback(_story.Tables.Requests[session.Request])));
    }

    private Callback AskedFor(InterpretingRequest request, out InterpretingRequest unserved)
    {
        unserved = _story.Asks(request);
        return Assert.IsType<DispatchReply.CallbackIs>(_story.Do(new DispatchCommand.AskCallback(unserved))).Callback;
    }

    private InterpretingRequest Taken(Callback callback) => Assert.IsType<DispatchReply.RequestStands>(
        _story.Do(new DispatchCommand.TakeCallback(callback.Id, callback.Requester, Given.NewId()))).Situation.Request;
}
