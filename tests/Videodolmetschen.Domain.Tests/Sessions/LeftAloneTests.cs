using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public class LeftAloneTests
{
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;
    private readonly Session _session;

    public LeftAloneTests()
    {
        _interpreter = _story.OnDuty(Given.Interpreter());
        _session = _story.Talking(_interpreter);
    }

    private Party Requester => Party.Of(_session.Requester);

    private Party Interpreter => Party.Of(_interpreter.Id);

    [Fact]
    public void A_side_without_any_sign_for_five_minutes_is_asked()
    {
        Assert.Null(_story.GoesOn(_session, 290, requester: false).Check);

        _story.Wait(10);

        var check = Assert.Single(_story.Told.OfType<Notice.SessionChanged>()).Session.Check;
        Assert.Equal((1, AskedSides.Requester), (check!.Number, check.Asked));
    }

    [Fact]
    public void Three_checks_without_an_answer_end_it_and_bill_until_the_first()
    {
        var ended = _story.GoesOn(_session, 390, requester: false);

        Assert.Equal((SessionState.Ended, EndReason.LeftAlone, 300), (ended.State, ended.EndReason, ended.BillableSeconds));
        Assert.Equal(ended.StartedAt!.Value.AddSeconds(300), ended.EndedAt);
        Assert.Null(ended.Check);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_interpreter).State);
    }

    [Fact]
    public void Nobody_is_asked_while_both_give_signs() =>
        Assert.Equal((SessionState.Active, null), (_story.GoesOn(_session, 900).State, _story.Tables.Sessions[_session.Id].Check));

    [Theory]
    [InlineData(0)]
    [InlineData(35)]
    [InlineData(85)]
    public void An_answer_to_any_check_lets_it_go_on(int answeredAfter)
    {
        _story.GoesOn(_session, 300 + (answeredAfter / 10 * 10), requester: false);

        _story.Do(new DispatchCommand.ConfirmHere(_session.Id, Requester));

        Assert.Null(_story.Tables.Sessions[_session.Id].Check);
        Assert.Equal(SessionState.Active, _story.GoesOn(_session, 290, requester: false).State);
    }

    [Fact]
    public void A_sound_answers_as_well()
    {
        _story.GoesOn(_session, 330, requester: false);

        Assert.Null(_story.GoesOn(_session, 10).Check);
    }

    [Fact]
    public void The_other_side_cannot_answer_for_it()
    {
        _story.GoesOn(_session, 330, requester: false);

        _story.Do(new DispatchCommand.ConfirmHere(_session.Id, Interpreter));

        Assert.Equal(AskedSides.Requester, _story.Tables.Sessions[_session.Id].Check!.Asked);
        Assert.Equal(EndReason.LeftAlone, _story.GoesOn(_session, 60, requester: false).EndReason);
    }

    [Fact]
    public void Both_are_asked_and_whoever_answers_no_longer()
    {
        var check = _story.GoesOn(_session, 310, requester: false, interpreter: false).Check;
        Assert.Equal(AskedSides.Both, check!.Asked);

        _story.Do(new DispatchCommand.ConfirmHere(_session.Id, Interpreter));

        Assert.Equal(AskedSides.Requester, _story.Tables.Sessions[_session.Id].Check!.Asked);
    }

    [Fact]
    public void Whoever_is_heard_on_the_other_side_is_there_though_the_own_browser_cannot_say_so()
    {
        for (var i = 0; i < 60; i++)
        {
            _story.Wait(10);
            _story.Do(new DispatchCommand.ReportMedia(_session.Id, Interpreter, true, TimeSpan.FromSeconds(10)) { Active = true, Heard = true });
        }

        Assert.Equal((SessionState.Active, null), (_story.Tables.Sessions[_session.Id].State, _story.Tables.Sessions[_session.Id].Check));
    }

    [Fact]
    public void A_page_that_reports_for_ever_does_not_keep_a_call_whose_other_side_has_left()
    {
        for (var i = 0; i < 40; i++)
        {
            _story.Wait(10);
            _story.Do(new DispatchCommand.ReportMedia(_session.Id, Interpreter, true, TimeSpan.FromSeconds(10)) { Active = true, Heard = false });
        }

        Assert.Equal(EndReason.LeftAlone, _story.Tables.Sessions[_session.Id].EndReason);
    }

    [Fact]
    public void A_browser_too_old_to_know_is_never_thought_to_be_empty() =>
        Assert.Equal(SessionState.Active, _story.GoesOn(_session, 900, requester: null, interpreter: null).State);

    [Fact]
    public void On_hold_it_takes_longer_until_somebody_is_asked()
    {
        _story.Do(new DispatchCommand.HoldSession(_session.Id, Requester, true));

        Assert.Null(_story.GoesOn(_session, 1190, requester: false).Check);
        Assert.NotNull(_story.GoesOn(_session, 20, requester: false).Check);
    }

    [Fact]
    public void Holding_is_a_sign_of_both()
    {
        _story.GoesOn(_session, 310, requester: false, interpreter: false);

        _story.Do(new DispatchCommand.HoldSession(_session.Id, Interpreter, true));

        Assert.Null(_story.Tables.Sessions[_session.Id].Check);
    }

    [Fact]
    public void An_interruption_ends_the_checks_and_its_end_begins_them_at_once()
    {
        _story.GoesOn(_session, 320, requester: false);
        _story.Do(new DispatchCommand.ReportMedia(_session.Id, Requester, false, TimeSpan.Zero) { Active = false });
        Assert.Null(_story.Tables.Sessions[_session.Id].Check);

        _story.Do(new DispatchCommand.ReportMedia(_session.Id, Requester, true, TimeSpan.Zero) { Active = false });
        _story.Wait(0);

        Assert.Equal(1, _story.Tables.Sessions[_session.Id].Check!.Number);
    }

    [Fact]
    public void A_restart_gives_time_to_answer_and_forgets_no_check()
    {
        _story.GoesOn(_session, 380, requester: false);
        _story.Restart();
        _story.Wait(29);
        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);

        _story.Wait(1);

        Assert.Equal((EndReason.LeftAlone, 300), (_story.Tables.Sessions[_session.Id].EndReason, _story.Tables.Sessions[_session.Id].BillableSeconds));
    }
}
