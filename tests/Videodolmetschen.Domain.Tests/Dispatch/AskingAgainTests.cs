using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class AskingAgainTests
{
    private readonly Story _story = new();

    public AskingAgainTests() => _story.OnDuty(Given.Interpreter());

    [Fact]
    public void The_same_press_twice_is_one_request()
    {
        var need = Given.Request().Requiring(new Requirement.OfGender(Gender.Female));
        var first = _story.Asks(need);

        var reply = _story.Do(new DispatchCommand.RequestInterpreter(need with
        {
            Id = new RequestId(Given.NewId()),
            RequestedAt = _story.Now.AddSeconds(1),
            Requirements = [new Requirement.OfGender(Gender.Female)],
        }));

        Assert.Equal(first, Assert.IsType<DispatchReply.RequestStands>(reply).Situation.Request);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void The_same_press_gets_the_same_answer_even_after_the_end()
    {
        var need = Given.Request();
        _story.Asks(need);
        _story.Do(new DispatchCommand.CancelRequest(need.Id, Party.Of(need.Requester)));

        var reply = _story.Do(new DispatchCommand.RequestInterpreter(need));

        Assert.Equal(RequestState.Cancelled, Assert.IsType<DispatchReply.RequestStands>(reply).Situation.Request.State);
    }

    [Fact]
    public void The_same_key_for_another_need_is_refused()
    {
        var need = Given.Request();
        _story.Asks(need);

        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.KeyReused),
            _story.Do(new DispatchCommand.RequestInterpreter(need with { Field = Field.School })));
        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.KeyReused),
            _story.Do(new DispatchCommand.RequestInterpreter(need.Requiring(new Requirement.SwornToday()))));
    }

    [Fact]
    public void A_second_request_while_one_is_unfinished_is_refused()
    {
        var need = Given.Request();
        _story.Asks(need);

        var reply = _story.Do(new DispatchCommand.RequestInterpreter(Given.Request() with { Requester = need.Requester }));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestUnfinished), reply);
    }

    [Fact]
    public void After_the_end_the_next_request_stands()
    {
        var need = Given.Request();
        _story.Asks(need);
        _story.Do(new DispatchCommand.CancelRequest(need.Id, Party.Of(need.Requester)));

        var next = _story.Asks(Given.Request() with { Requester = need.Requester });

        Assert.Equal(RequestState.Offered, next.State);
    }

    [Fact]
    public void An_own_reference_is_at_most_twenty_characters()
    {
        var reply = _story.Do(new DispatchCommand.RequestInterpreter(Given.Request() with { OwnReference = new string('x', 21) }));

        Assert.Equal(new DispatchReply.Refused(ErrorCode.OwnReferenceTooLong), reply);
        Assert.True(_story.Asks(Given.Request() with { OwnReference = new string('x', 20) }).IsOpen);
    }

    [Fact]
    public void What_has_ended_is_forgotten_after_two_minutes()
    {
        var need = Given.Request();
        _story.Asks(need);
        var cancel = new DispatchCommand.CancelRequest(need.Id, Party.Of(need.Requester));
        _story.Do(cancel);

        _story.Wait(120);

        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotFound), _story.Do(cancel));
    }
}
