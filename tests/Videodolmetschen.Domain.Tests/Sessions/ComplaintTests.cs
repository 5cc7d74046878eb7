using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public class ComplaintTests
{
    private readonly Story _story = new();
    private readonly Interpreter _interpreter;
    private readonly InterpretingRequest _request;
    private readonly Session _session;

    public ComplaintTests()
    {
        _interpreter = _story.OnDuty(Given.Interpreter());
        _request = Given.Request();
        _session = _story.Talking(_interpreter, _request);
    }

    [Fact]
    public void A_complaint_in_time_ends_the_session_and_bills_the_customer_nothing()
    {
        _story.GoesOn(_session, 60);

        Complains();

        var ended = _story.Tables.Sessions[_session.Id];
        Assert.Equal((EndReason.QualityComplaint, ComplaintReason.Understanding, 0), (ended.EndReason, ended.Complaint, ended.BillableSeconds));
        Assert.Equal(TimeSpan.FromSeconds(60), ended.Clock.Counted);
        Assert.Equal(RequestState.Fulfilled, _story.StateOf(_request).State);
        Assert.Equal(PresenceState.WrapUp, _story.PresenceOf(_interpreter).State);
    }

    [Fact]
    public void After_two_minutes_it_is_too_late()
    {
        _story.GoesOn(_session, 120);
        _story.Wait(1);

        Assert.Equal(new DispatchReply.Refused(ErrorCode.ComplaintTooLate), Complains());
        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);
    }

    [Fact]
    public void What_has_not_begun_cannot_be_complained_about()
    {
        _story.EndsBy(_session, Party.Of(_interpreter.Id));
        _story.Wait(15);
        _story.Asks(Given.Request());
        var connecting = _story.Accepts(_interpreter);

        var reply = _story.Do(new DispatchCommand.ComplainOfQuality(connecting.Id, connecting.Requester, ComplaintReason.Bias));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.ComplaintTooLate), reply);
    }

    [Fact]
    public void Nobody_else_complains() => Assert.Equal(
        new DispatchReply.Refused(ErrorCode.SessionNotFound),
        _story.Do(new DispatchCommand.ComplainOfQuality(_session.Id, new UserId(Given.NewId()), ComplaintReason.Bias)));

    [Fact]
    public void The_same_complaint_again_gets_the_same_answer()
    {
        var first = Complains();

        Assert.Equal(Assert.IsType<DispatchReply.SessionIs>(first).Session, Assert.IsType<DispatchReply.SessionIs>(Complains()).Session);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Asking_again_never_rings_the_same_interpreter_but_others()
    {
        var other = _story.OnDuty(Given.Interpreter());
        Complains();
        _story.Wait(15);

        var again = AsksAgain();

        Assert.NotNull(_story.RingingAt(other));
        _story.Wait(60);
        Assert.Null(_story.RingingAt(_interpreter));
        Assert.Equal([_interpreter.Id], _story.StateOf(again).Excluded);
    }

    [Fact]
    public void Asking_again_takes_the_place_of_the_first_request()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Wait(5);
        var waits = _story.Asks(Given.Request());
        Complains();

        var again = AsksAgain();

        Assert.Equal(_story.StateOf(_request).RequestedAt, again.PlaceSince);
        Assert.Equal(1, PositionOf(again));
        Assert.Equal(2, PositionOf(waits));
    }

    [Fact]
    public void The_place_and_the_exclusion_outlive_a_restart()
    {
        var busy = _story.OnDuty(Given.Interpreter());
        _story.Talking(busy);
        Complains();
        var again = AsksAgain();
        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(again.Requester)));

        _story.OnDuty(_interpreter);

        Assert.Null(_story.RingingAt(_interpreter));
        Assert.Equal(1, PositionOf(again));
    }

    [Fact]
    public void When_nobody_else_is_on_duty_it_says_so_at_once()
    {
        Complains();

        Assert.Equal(UnservedCause.NoneOnDuty, AsksAgain().UnservedBecause);
    }

    [Fact]
    public void A_second_complaint_excludes_both()
    {
        var other = _story.OnDuty(Given.Interpreter());
        Complains();
        AsksAgain();
        var second = _story.BothReportMedia(_story.Accepts(other));
        _story.Do(new DispatchCommand.ComplainOfQuality(second.Id, second.Requester, ComplaintReason.Bias));

        var third = Assert.IsType<DispatchReply.RequestStands>(_story.Do(new DispatchCommand.AskAgain(second.Id, second.Requester, Given.NewId())));

        Assert.Equal(new HashSet<InterpreterId> { _interpreter.Id, other.Id }, third.Situation.Request.Excluded);
    }

    [Fact]
    public void The_same_press_of_asking_again_is_one_request()
    {
        _story.OnDuty(Given.Interpreter());
        Complains();
        var key = Given.NewId();
        var command = new DispatchCommand.AskAgain(_session.Id, _session.Requester, key);
        var first = Assert.IsType<DispatchReply.RequestStands>(_story.Do(command));

        var second = Assert.IsType<DispatchReply.RequestStands>(_story.Do(command));

        Assert.Equal(first.Situation.Request.Id, second.Situation.Request.Id);
    }

    [Fact]
    public void A_wish_for_the_same_interpreter_is_not_repeated()
    {
        var other = _story.OnDuty(Given.Interpreter());
        _story.EndsBy(_session, Party.Of(_interpreter.Id));
        _story.Wait(15);
        var wishing = _story.Talking(_interpreter, Given.Request().Wishing(new Requirement.ThisInterpreter(_interpreter.Id), 60));
        _story.Do(new DispatchCommand.ComplainOfQuality(wishing.Id, wishing.Requester, ComplaintReason.Conduct));

        _story.Do(new DispatchCommand.AskAgain(wishing.Id, wishing.Requester, Given.NewId()));

        Assert.NotNull(_story.RingingAt(other));
    }

    private DispatchReply Complains() =>
        _story.Do(new DispatchCommand.ComplainOfQuality(_session.Id, _session.Requester, ComplaintReason.Understanding));

    private InterpretingRequest AsksAgain() => Assert.IsType<DispatchReply.RequestStands>(
        _story.Do(new DispatchCommand.AskAgain(_session.Id, _session.Requester, Given.NewId()))).Situation.Request;

    private int? PositionOf(InterpretingRequest request) => _story.SituationOf(Party.Of(request.Requester)).Request!.Position;
}
