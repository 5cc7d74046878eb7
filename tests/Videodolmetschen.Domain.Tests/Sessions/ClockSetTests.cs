using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

/// <summary>I16: whatever the server's clock was set to while the service was down, billed is what the browsers have counted.</summary>
public class ClockSetTests
{
    private const int Hour = 3_600;
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;
    private Session _session;

    public ClockSetTests()
    {
        _interpreter = _story.OnDuty(Given.Interpreter());
        _session = _story.Talking(_interpreter);
    }

    private Party Requester => Party.Of(_session.Requester);

    [Theory]
    [InlineData(0)]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    [InlineData(-25)]
    [InlineData(-5)]
    [InlineData(20)]
    public void A_conversation_that_went_on_is_billed_to_the_second(int clockSetBy)
    {
        TalksOn(10);
        _story.Restart(downSeconds: 15, clockSetBy);
        _session = _story.BothReportMedia(_session, 25);
        TalksOn(20, from: 25);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(45, _session.BillableSeconds);
    }

    [Fact]
    public void Media_that_has_stopped_is_counted_to_the_last_sign_before_the_restart()
    {
        TalksOn(10);
        _story.Restart(downSeconds: 5, clockSetBy: Hour);
        _session = _story.Reports(_session, Party.Of(_interpreter.Id), false);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(10, _session.BillableSeconds);
    }

    [Theory]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    public void Two_restarts_with_a_clock_set_at_each_bill_no_second_twice(int clockSetBy)
    {
        TalksOn(10);
        _story.Restart(downSeconds: 5, clockSetBy);
        _session = _story.BothReportMedia(_session, 15);
        TalksOn(10, from: 15);
        _story.Restart(downSeconds: 5, -clockSetBy);
        _session = _story.BothReportMedia(_session, 30);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(30, _session.BillableSeconds);
    }

    [Fact]
    public void A_start_that_was_told_by_a_clock_since_set_back_is_no_sign_of_media()
    {
        var interpreter = Party.Of(_interpreter.Id);
        TalksOn(50);
        _story.Restart(downSeconds: 5, clockSetBy: -Hour);
        _session = _story.Reports(_session, interpreter, true, 5);
        _story.Wait(10);
        _session = _story.Reports(_session, interpreter, true, 15);
        _story.Restart(downSeconds: 60, clockSetBy: 2 * Hour);
        _session = _story.Reports(_session, interpreter, true, 5);
        _story.Wait(120);

        Assert.InRange(_story.Tables.Sessions[_session.Id].BillableSeconds, 50, 65);
    }

    [Theory]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    public void What_was_held_before_stays_unbilled(int clockSetBy)
    {
        TalksOn(20);
        _story.Do(new DispatchCommand.HoldSession(_session.Id, Party.Of(_interpreter.Id), true));
        TalksOn(30, from: 20);
        _story.Do(new DispatchCommand.HoldSession(_session.Id, Party.Of(_interpreter.Id), false));
        TalksOn(10, from: 50);
        _story.Restart(downSeconds: 10, clockSetBy);
        _session = _story.BothReportMedia(_session, 70);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(40, _session.BillableSeconds);
    }

    [Fact]
    public void A_hang_up_before_any_word_of_media_counts_to_the_last_one_before_the_clock_was_set_ahead()
    {
        TalksOn(20);
        _story.Restart(downSeconds: 5, clockSetBy: Hour);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(20, _session.BillableSeconds);
    }

    [Theory]
    [InlineData(Hour)]
    [InlineData(-Hour)]
    public void A_hang_up_says_itself_how_long_media_had_flowed(int clockSetBy)
    {
        TalksOn(20);
        _story.Restart(downSeconds: 15, clockSetBy);
        _session = _story.EndsBy(_session, Requester, secondsAgo: 5, flowed: 30);

        Assert.Equal(30, _session.BillableSeconds);
    }

    [Fact]
    public void A_hang_up_whose_media_had_begun_anew_counts_to_the_last_sign_before_the_restart()
    {
        TalksOn(20);
        _story.Restart(downSeconds: 15, clockSetBy: Hour);
        _session = _story.EndsBy(_session, Requester, secondsAgo: 5, flowed: 3);

        Assert.Equal(20, _session.BillableSeconds);
    }

    [Fact]
    public void A_hold_before_any_word_of_media_stops_the_clock_at_the_last_one()
    {
        TalksOn(20);
        _story.Restart(downSeconds: 5, clockSetBy: Hour);
        _story.Do(new DispatchCommand.HoldSession(_session.Id, Party.Of(_interpreter.Id), true));

        Assert.Equal(TimeSpan.FromSeconds(20), _story.Tables.Sessions[_session.Id].Clock.Counted);
    }

    [Fact]
    public void An_interpreter_alone_cannot_make_it_more()
    {
        TalksOn(20);
        _story.Restart(clockSetBy: -Hour);
        _story.Reports(_session, Party.Of(_interpreter.Id), true, 600);
        _story.Wait(10);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(30, _session.BillableSeconds);
    }

    [Fact]
    public void Where_both_differ_the_smaller_claim_counts()
    {
        TalksOn(20);
        _story.Restart(downSeconds: 10, clockSetBy: -Hour);
        _story.Reports(_session, Requester, true, 30);
        _story.Reports(_session, Party.Of(_interpreter.Id), true, 600);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(30, _session.BillableSeconds);
    }

    [Fact]
    public void Media_that_begins_anew_on_one_side_says_nothing_of_the_clock()
    {
        TalksOn(40);
        _story.Restart(downSeconds: 20);
        _story.Reports(_session, Requester, true, 60);
        _story.Reports(_session, Party.Of(_interpreter.Id), true, 5);
        TalksOn(60, from: 60);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(120, _session.BillableSeconds);
    }

    [Fact]
    public void A_conversation_that_had_not_begun_is_billed_from_its_media_on()
    {
        var second = _story.OnDuty(Given.Interpreter("second"));
        _story.Asks(Given.Request());
        var session = _story.Accepts(second);
        _story.Restart(clockSetBy: -Hour);
        _story.BothReportMedia(session);
        _story.Wait(20);
        session = _story.EndsBy(session, Party.Of(session.Requester));

        Assert.Equal(20, session.BillableSeconds);
    }

    [Fact]
    public void An_interruption_that_is_over_lets_the_clock_run_at_once()
    {
        TalksOn(20);
        _story.Reports(_session, Requester, false);
        _story.Restart(clockSetBy: -Hour);
        _story.BothReportMedia(_session);
        _story.Wait(20);
        _session = _story.EndsBy(_session, Requester);

        Assert.Equal(40, _session.BillableSeconds);
        Assert.False(_session.EndedAt < _session.StartedAt);
    }

    [Fact]
    public void Whoever_was_asked_before_the_clock_was_set_back_can_still_say_yes()
    {
        _story.GoesOn(_session, 300, requester: false);
        Assert.NotNull(_story.Tables.Sessions[_session.Id].Check);
        _story.Restart(clockSetBy: -Hour);
        _story.Do(new DispatchCommand.ConfirmHere(_session.Id, Requester));

        Assert.Null(_story.Tables.Sessions[_session.Id].Check);
    }

    private void TalksOn(int seconds, int from = 0)
    {
        for (var i = 10; i <= seconds; i += 10)
        {
            _story.Wait(10);
            _session = _story.BothReportMedia(_session, from + i);
        }
    }
}
