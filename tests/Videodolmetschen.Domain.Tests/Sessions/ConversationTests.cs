using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public class ConversationTests
{
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;
    private readonly DateTimeOffset _start;
    private Session _session;

    public ConversationTests()
    {
        _interpreter = _story.OnDuty(Given.Interpreter());
        _session = _story.Talking(_interpreter);
        _start = _session.StartedAt!.Value;
    }

    private Party Requester => Party.Of(_session.Requester);

    private Party Interpreter => Party.Of(_interpreter.Id);

    [Fact]
    public void From_media_on_both_sides_to_hang_up_is_billed()
    {
        Talk(45);

        _session = _story.EndsBy(_session, Requester);

        Assert.Equal((EndReason.HangUpRequester, 45), (_session.EndReason, _session.Clock.BillableSeconds));
        Assert.Equal((RequestState.Fulfilled, _session.EndedAt), (RequestOf().State, RequestOf().EndedAt));
        Assert.Single(_story.Told.OfType<Notice.SessionEnded>());
    }

    [Theory]
    [InlineData(9.9, 0)]
    [InlineData(10, 10)]
    [InlineData(10.9, 10)]
    public void Under_ten_seconds_nothing_is_billed(double seconds, int billed)
    {
        Talk(seconds);

        Assert.Equal(billed, _story.EndsBy(_session, Interpreter).Clock.BillableSeconds);
    }

    [Fact]
    public void A_report_is_kept_as_the_last_sign_of_media()
    {
        Talk(10);

        Assert.Equal(_start.AddSeconds(10), _session.LastMediaAt);
    }

    [Fact]
    public void When_a_side_drops_the_clock_stops_where_media_ended()
    {
        Talk(30);

        _session = _story.Reports(_session, Requester, false, 2);

        Assert.Equal((SessionState.Interrupted, _start.AddSeconds(28)), (_session.State, _session.InterruptedAt));
        Assert.Equal(TimeSpan.FromSeconds(28), _session.Clock.At(_story.Now.AddHours(1)));
        Assert.Single(_story.Told.OfType<Notice.SessionInterrupted>());
    }

    [Fact]
    public void Back_in_time_it_goes_on_as_the_same_session()
    {
        Talk(30);
        _story.Reports(_session, Requester, false, 0);
        _story.Wait(20);

        _session = _story.Reports(_session, Requester, true, 5);

        Assert.Equal((SessionState.Active, null), (_session.State, _session.InterruptedAt));
        Assert.Equal(_start.AddSeconds(45), _session.Clock.RunningSince);
        Assert.Single(_story.Told.OfType<Notice.SessionChanged>());
        Assert.Equal(40, EndedAfter(5).Clock.BillableSeconds);
    }

    [Fact]
    public void Not_back_in_time_it_ended_where_it_was_interrupted()
    {
        Talk(30);
        _story.Reports(_session, Interpreter, false, 0);

        _story.Wait(60);

        _session = _story.Tables.Sessions[_session.Id];
        Assert.Equal((EndReason.ConnectionLost, _start.AddSeconds(30)), (_session.EndReason, _session.EndedAt));
        Assert.Equal(30, _session.Clock.BillableSeconds);
        Assert.Equal(RequestState.Fulfilled, RequestOf().State);
    }

    [Fact]
    public void Thirty_seconds_of_silence_are_an_interruption_as_of_the_last_sign()
    {
        Talk(20);

        _story.Wait(29.9);
        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);
        _story.Wait(0.1);

        _session = _story.Tables.Sessions[_session.Id];
        Assert.Equal((SessionState.Interrupted, _start.AddSeconds(20)), (_session.State, _session.InterruptedAt));
    }

    [Fact]
    public void A_call_whose_media_never_stopped_while_we_did_not_hear_loses_nothing()
    {
        Talk(20);
        _story.Wait(50);
        Assert.Equal(SessionState.Interrupted, _story.Tables.Sessions[_session.Id].State);

        _session = _story.BothReportMedia(_session, 70);

        Assert.Equal(80, EndedAfter(10).Clock.BillableSeconds);
    }

    [Fact]
    public void One_side_that_reports_is_no_silence()
    {
        for (var i = 0; i < 10; i++)
        {
            _story.Wait(20);
            _session = _story.Reports(_session, Interpreter, true, 20);
        }

        Assert.Equal(SessionState.Active, _session.State);
    }

    [Fact]
    public void An_interruption_cannot_be_dated_before_the_last_start_of_media()
    {
        Talk(10);
        _story.Reports(_session, Requester, false, 0);
        _story.Wait(10);
        _story.Reports(_session, Requester, true, 0);
        _story.Wait(5);

        _session = _story.Reports(_session, Interpreter, false, 500);

        Assert.Equal(_start.AddSeconds(20), _session.InterruptedAt);
        Assert.Equal(TimeSpan.FromSeconds(10), _session.Clock.Counted);
    }

    [Fact]
    public void Hold_by_the_interpreter_stops_the_clock()
    {
        Talk(20);
        Hold(Interpreter, true);
        Talk(25);
        Hold(Interpreter, false);

        Assert.Equal(30, EndedAfter(10).Clock.BillableSeconds);
    }

    [Fact]
    public void Hold_by_the_requester_does_not_stop_the_clock()
    {
        Talk(20);
        Hold(Requester, true);
        Assert.True(_session.HeldByRequester);

        Assert.Equal(30, EndedAfter(10).Clock.BillableSeconds);
    }

    [Fact]
    public void A_hold_survives_an_interruption()
    {
        Talk(20);
        Hold(Interpreter, true);
        _story.Reports(_session, Requester, false, 0);
        _story.Wait(10);
        _session = _story.Reports(_session, Requester, true, 0);
        Assert.Null(_session.Clock.RunningSince);
        _story.Wait(10);
        Hold(Interpreter, false);

        Assert.Equal(25, EndedAfter(5).Clock.BillableSeconds);
    }

    [Fact]
    public void A_hold_that_ended_during_an_interruption_is_not_billed_afterwards()
    {
        Talk(20);
        Hold(Interpreter, true);
        _story.Wait(35);
        Hold(Interpreter, false);

        _session = _story.BothReportMedia(_session, 55);

        Assert.Equal(25, EndedAfter(5).Clock.BillableSeconds);
    }

    [Fact]
    public void Time_between_the_last_media_and_a_hold_is_not_billed()
    {
        Talk(20);
        _story.Wait(15);
        Hold(Interpreter, true);

        _story.Wait(15);

        Assert.Equal(TimeSpan.FromSeconds(20), _story.Tables.Sessions[_session.Id].Clock.Counted);
    }

    [Theory]
    [InlineData(5, 45)]
    [InlineData(500, 30)]
    [InlineData(1e11, 30)]
    [InlineData(-5, 50)]
    public void A_hang_up_told_late_counts_from_then_but_not_before_the_last_sign(double ago, int billed)
    {
        Talk(30);
        _story.Wait(20);

        Assert.Equal(billed, _story.EndsBy(_session, Requester, ago).Clock.BillableSeconds);
    }

    [Fact]
    public void A_hang_up_during_an_interruption_bills_up_to_the_interruption()
    {
        Talk(30);
        _story.Reports(_session, Requester, false, 0);
        _story.Wait(10);

        _session = _story.EndsBy(_session, Interpreter);

        Assert.Equal((EndReason.HangUpInterpreter, 30), (_session.EndReason, _session.Clock.BillableSeconds));
    }

    [Fact]
    public void A_coordinator_can_end_it_by_hand()
    {
        Talk(12);

        _session = _story.EndsBy(_session, Party.Coordinator(new UserId(Given.Id(1))));

        Assert.Equal((EndReason.EndedByCoordinator, 12), (_session.EndReason, _session.Clock.BillableSeconds));
    }

    [Fact]
    public void A_second_hang_up_does_no_harm()
    {
        Talk(12);
        var ended = _story.EndsBy(_session, Requester);

        var again = _story.Do(new DispatchCommand.EndSession(_session.Id, Interpreter, TimeSpan.Zero));

        Assert.Equal(ended, Assert.IsType<DispatchReply.SessionIs>(again).Session);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void After_the_end_a_report_changes_nothing_and_a_hold_is_refused()
    {
        var ended = _story.EndsBy(_session, Requester);

        Assert.Equal(ended, _story.Reports(_session, Requester, true));
        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.SessionEnded),
            _story.Do(new DispatchCommand.HoldSession(_session.Id, Requester, true)));
    }

    [Fact]
    public void A_session_of_others_is_not_to_be_found()
    {
        var stranger = Party.Of(new UserId(Given.Id(1)));
        var refused = new DispatchReply.Refused(ErrorCode.SessionNotFound);

        Assert.Equal(refused, _story.Do(new DispatchCommand.ReportMedia(_session.Id, stranger, true, TimeSpan.Zero)));
        Assert.Equal(refused, _story.Do(new DispatchCommand.HoldSession(_session.Id, stranger, true)));
        Assert.Equal(refused, _story.Do(new DispatchCommand.EndSession(_session.Id, stranger, TimeSpan.Zero)));
    }

    private void Talk(double seconds)
    {
        _story.Wait(seconds);
        _session = _story.BothReportMedia(_session, seconds);
    }

    private void Hold(Party by, bool on)
    {
        _story.Do(new DispatchCommand.HoldSession(_session.Id, by, on));
        _session = _story.Tables.Sessions[_session.Id];
    }

    private Session EndedAfter(double seconds)
    {
        _story.Wait(seconds);
        return _story.EndsBy(_session, Requester);
    }

    private InterpretingRequest RequestOf() => _story.Tables.Requests[_session.Request];
}
