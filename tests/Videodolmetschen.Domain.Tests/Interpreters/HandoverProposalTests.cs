using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Interpreters;

/// <summary>After an hour of interpreting without a real gap a handover is proposed, however many conversations it was (SEMANTICS.md 4).</summary>
public class HandoverProposalTests
{
    private const int Minute = 60;
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;

    public HandoverProposalTests() => _interpreter = _story.OnDuty(Given.Interpreter());

    [Fact]
    public void One_long_conversation_is_proposed_to_be_handed_over_after_an_hour()
    {
        var session = _story.Talking(_interpreter);
        var inAnHour = _story.Now.AddHours(1);
        Assert.Equal(inAnHour, ProposedAt(session));

        session = _story.GoesOn(session, 10 * Minute);

        Assert.Equal(inAnHour, ProposedAt(session));
    }

    [Fact]
    public void Conversations_with_short_gaps_count_as_one()
    {
        Talks(50);
        _story.Wait(5 * Minute);

        Assert.Equal(_story.Now.AddMinutes(10), ProposedAt(_story.Talking(_interpreter)));
    }

    [Fact]
    public void A_real_gap_lets_it_begin_anew()
    {
        Talks(50);
        _story.Wait(11 * Minute);

        Assert.Equal(_story.Now.AddHours(1), ProposedAt(_story.Talking(_interpreter)));
    }

    [Fact]
    public void While_the_clock_stands_nothing_is_proposed_and_the_time_of_a_hold_does_not_count()
    {
        var session = _story.GoesOn(_story.Talking(_interpreter), 10 * Minute);
        _story.Do(new DispatchCommand.HoldSession(session.Id, Party.Of(_interpreter.Id), true));
        Assert.Null(ProposedAt(session));

        session = _story.GoesOn(session, 5 * Minute);
        _story.Do(new DispatchCommand.HoldSession(session.Id, Party.Of(_interpreter.Id), false));

        Assert.Equal(_story.Now.AddMinutes(50), ProposedAt(session));
    }

    [Fact]
    public void A_proposal_that_was_due_stays_while_the_interpreter_holds()
    {
        Talks(59);
        _story.Wait(Minute);
        var session = _story.GoesOn(_story.Talking(_interpreter), 2 * Minute);
        _story.Do(new DispatchCommand.HoldSession(session.Id, Party.Of(_interpreter.Id), true));

        Assert.True(ProposedAt(session) <= _story.Now);
    }

    [Fact]
    public void The_relief_begins_with_what_she_has_carried_herself()
    {
        var session = _story.GoesOn(_story.Talking(_interpreter), 40 * Minute);
        var relief = _story.OnDuty(Given.Interpreter("relief"));
        _story.Joins(session, relief);
        _story.HandsOver(session, _interpreter);

        Assert.Equal(_story.Now.AddHours(1), ProposedAt(session));
    }

    [Fact]
    public void Nothing_is_proposed_before_the_beginning_and_after_the_end()
    {
        _story.Asks(Given.Request());
        var session = _story.Accepts(_interpreter);
        Assert.Null(ProposedAt(session));

        _story.BothReportMedia(session);
        var situation = SituationOf();
        session = _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Null(InterpretingTime.HandoverProposedAt(situation with { Session = session }, _story.PresenceOf(_interpreter).Work, new DispatchPolicy(), _story.Now));
    }

    private void Talks(int minutes)
    {
        var session = _story.GoesOn(_story.Talking(_interpreter), minutes * Minute);
        _story.EndsBy(session, Party.Of(session.Requester));
    }

    private DateTimeOffset? ProposedAt(Session session)
    {
        var present = _story.Tables.Sessions[session.Id].Interpreter;
        return InterpretingTime.HandoverProposedAt(SituationOf(present), _story.Tables.Presences[present].Work, new DispatchPolicy(), _story.Now);
    }

    private SessionSituation SituationOf(InterpreterId? who = null) => _story.SituationOf(Party.Of(who ?? _interpreter.Id)).Session!;
}
