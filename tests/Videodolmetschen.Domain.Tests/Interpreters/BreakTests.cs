using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Interpreters;

public class BreakTests
{
    private static readonly DispatchPolicy Rules = new();
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;

    public BreakTests() => _interpreter = _story.OnDuty(Given.Interpreter());

    [Fact]
    public void Conversations_with_short_gaps_count_as_one()
    {
        Works(minutes: 20);
        _story.Wait(300);
        Works(minutes: 14);

        Assert.Equal(TimeSpan.FromMinutes(34), _story.PresenceOf(_interpreter).Work.Worked);
    }

    [Fact]
    public void After_a_real_gap_it_begins_anew()
    {
        Works(minutes: 20);
        _story.Wait(600);
        Works(minutes: 14);

        Assert.Equal(TimeSpan.FromMinutes(14), _story.PresenceOf(_interpreter).Work.Worked);
    }

    [Fact]
    public void Whoever_has_worked_long_is_not_rung_before_the_question_is_answered()
    {
        Works(minutes: 31);
        var waits = _story.Asks(Given.Request());

        _story.Wait(44);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_interpreter).State);
        Assert.Empty(_story.RingingFor(waits));
        _story.Wait(1);

        Assert.Single(_story.RingingFor(waits));
    }

    [Fact]
    public void Whoever_has_worked_little_has_an_ordinary_wrap_up()
    {
        Works(minutes: 29);

        Assert.Equal(_story.Now + Rules.WrapUp, _story.PresenceOf(_interpreter).WrapUpUntil);
    }

    [Fact]
    public void A_break_pauses_with_its_reason_and_an_end_that_only_the_interpreter_makes()
    {
        Works(minutes: 31);

        _story.Do(new DispatchCommand.TakeBreak(_interpreter.Id));

        var presence = _story.PresenceOf(_interpreter);
        Assert.Equal((PresenceState.Paused, PausedBecause.Break, _story.Now.AddMinutes(10)), (presence.State, presence.PausedBecause, presence.BreakUntil));
        _story.Wait(3600);
        Assert.Equal(PausedBecause.Break, _story.PresenceOf(_interpreter).PausedBecause);
    }

    [Fact]
    public void Back_from_a_break_one_is_fresh()
    {
        Works(minutes: 31);
        _story.Do(new DispatchCommand.TakeBreak(_interpreter.Id));
        _story.Wait(600);
        _story.Do(new DispatchCommand.SetPresence(_interpreter.Id, PresenceWish.Available));

        Works(minutes: 1);

        Assert.Equal((TimeSpan.FromMinutes(1), null), (_story.PresenceOf(_interpreter).Work.Worked, _story.PresenceOf(_interpreter).BreakUntil));
    }

    [Fact]
    public void Declining_the_break_is_free()
    {
        Works(minutes: 31);

        _story.Do(new DispatchCommand.EndWrapUp(_interpreter.Id));

        Assert.Equal((PresenceState.Available, 0), (_story.PresenceOf(_interpreter).State, _story.PresenceOf(_interpreter).MissedInARow));
    }

    [Fact]
    public void Whoever_pauses_anyway_is_not_asked_about_a_break()
    {
        var session = _story.GoesOn(_story.Talking(_interpreter), 31 * 60);
        _story.Do(new DispatchCommand.SetPresence(_interpreter.Id, PresenceWish.Paused));

        _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Equal(_story.Now.AddSeconds(15), _story.PresenceOf(_interpreter).WrapUpUntil);
    }

    [Fact]
    public void During_a_conversation_there_is_no_break()
    {
        _story.Talking(_interpreter);

        Assert.Equal(new DispatchReply.Refused(ErrorCode.NoBreakNow), _story.Do(new DispatchCommand.TakeBreak(_interpreter.Id)));
    }

    [Fact]
    public void Work_and_break_outlive_a_restart()
    {
        Works(minutes: 31);
        _story.Do(new DispatchCommand.TakeBreak(_interpreter.Id));
        var before = _story.PresenceOf(_interpreter);
        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(_interpreter.Id)));

        Assert.Equal(before, _story.SituationOf(Party.Of(_interpreter.Id)).Presence);
    }

    private void Works(int minutes)
    {
        if (_story.PresenceOf(_interpreter).State == PresenceState.WrapUp)
        {
            _story.Do(new DispatchCommand.EndWrapUp(_interpreter.Id));
        }

        var session = _story.Talking(_interpreter);
        _story.GoesOn(session, minutes * 60);
        Assert.Equal(SessionState.Ended, _story.EndsBy(session, Party.Of(session.Requester)).State);
    }
}
