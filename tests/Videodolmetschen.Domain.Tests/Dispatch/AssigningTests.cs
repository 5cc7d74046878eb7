using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class AssigningTests
{
    private readonly Story _story = new();

    [Fact]
    public void The_assigned_interpreter_rings_alone()
    {
        var five = _story.OnDuty(5);
        var request = _story.Asks(Given.Request());

        Assign(request, five[4]);

        Assert.Equal(five[4].Id, Assert.Single(_story.RingingFor(request)).Interpreter);
        Assert.Equal(3, _story.Told.OfType<Notice.OfferWithdrawn>().Count(told => told.Offer.WithdrawnBecause == WithdrawnBecause.Reassigned));
        _story.Wait(15);
        Assert.Single(_story.RingingFor(request));
    }

    [Fact]
    public void After_the_assigned_one_the_waves_go_on()
    {
        var five = _story.OnDuty(5);
        var request = _story.Asks(Given.Request());
        Assign(request, five[4]);

        _story.Declines(five[4]);

        Assert.Equal(3, _story.RingingFor(request).Length);
    }

    [Fact]
    public void Whoever_rings_elsewhere_is_taken_from_there()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var first = _story.Asks(Given.Request());
        var second = _story.Asks(Given.Request());

        Assign(second, interpreter);

        Assert.Equal(second.Id, _story.RingingAt(interpreter)!.Request);
        Assert.Equal(RequestState.Waiting, _story.StateOf(first).State);
    }

    [Fact]
    public void Assigning_twice_does_no_harm()
    {
        var interpreter = _story.OnDuty(3)[2];
        var request = _story.Asks(Given.Request());
        Assign(request, interpreter);

        Assert.IsType<DispatchReply.Done>(Assign(request, interpreter));
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Whoever_does_not_qualify_is_not_assigned()
    {
        _story.OnDuty(Given.Interpreter());
        var other = _story.OnDuty(Given.Interpreter(language: Given.Dari));
        var request = _story.Asks(Given.Request());

        Assert.Equal(new DispatchReply.Refused(ErrorCode.InterpreterNotAvailable), Assign(request, other));
    }

    [Fact]
    public void Whoever_declined_or_is_away_is_not_assigned()
    {
        var (declined, away) = (_story.OnDuty(Given.Interpreter()), _story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());
        _story.Declines(declined);
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(away.Id)));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.InterpreterNotAvailable), Assign(request, declined));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.InterpreterNotAvailable), Assign(request, away));
    }

    [Fact]
    public void Nobody_is_assigned_to_a_request_that_somebody_has_accepted()
    {
        var two = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());
        _story.Accepts(two[0]);

        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotWaiting), Assign(request, two[1]));
    }

    [Fact]
    public void A_coordinator_may_pass_over_a_wish_that_binds()
    {
        var man = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        var request = _story.Asks(Given.Request().Wishing(new Requirement.OfGender(Gender.Female), 60));

        Assign(request, man);

        Assert.NotNull(_story.RingingAt(man));
    }

    private DispatchReply Assign(InterpretingRequest request, Interpreter interpreter) =>
        _story.Do(new DispatchCommand.AssignInterpreter(request.Id, interpreter.Id));
}
