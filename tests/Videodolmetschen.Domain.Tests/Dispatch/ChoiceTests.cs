using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

/// <summary>What a requester can do while waiting (SEMANTICS.md 3).</summary>
public class ChoiceTests
{
    private static readonly UserId Doris = new(Given.Id(77));
    private readonly Story _story = new();

    [Fact]
    public void A_request_becomes_one_for_audio_and_those_who_ring_see_it()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        _story.Do(new DispatchCommand.EaseRequest(request.Id, Party.Of(request.Requester), ToAudio: true, AllowRelated: false));

        Assert.Equal(Modality.Audio, Assert.Single(_story.Told.OfType<Notice.OfferChanged>()).Request.Modality);
        Assert.Equal(Modality.Audio, _story.Accepts(interpreter).Modality);
    }

    [Fact]
    public void The_same_press_again_is_the_same_request_though_it_was_eased()
    {
        _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.EaseRequest(request.Id, Party.Of(request.Requester), ToAudio: true, AllowRelated: true));

        Assert.IsType<DispatchReply.RequestStands>(_story.Do(new DispatchCommand.RequestInterpreter(request)));
    }

    [Fact]
    public void Nobody_eases_the_request_of_another_or_one_that_is_over()
    {
        _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());
        var ease = new DispatchCommand.EaseRequest(request.Id, Party.Of(new UserId(Given.Id(1))), true, true);

        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotFound), _story.Do(ease));
        _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Of(request.Requester)));
        Assert.Equal(new DispatchReply.Refused(ErrorCode.RequestNotWaiting), _story.Do(ease with { By = Party.Of(request.Requester) }));
    }

    [Fact]
    public void Whoever_asks_the_Disposition_is_searched_for_longer_and_hears_its_answer()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());
        _story.Wait(20);
        _story.Do(new DispatchCommand.AskForHelp(request.Id, request.Requester));

        _story.Wait(300);
        _story.Do(new DispatchCommand.PromiseHelp(request.Id, Doris));

        Assert.Equal(_story.Now.AddSeconds(600), Assert.Single(_story.Told.OfType<Notice.RequestChanged>()).Situation.UnservedAt);
        Assert.Equal((RequestState.Waiting, Doris), (_story.StateOf(request).State, _story.StateOf(request).HelpAnsweredBy));
    }

    [Fact]
    public void A_request_born_with_the_wish_for_help_waits_although_nobody_is_on_duty()
    {
        _story.Known(Given.Interpreter());
        var request = _story.Asks(Given.Request() with { HelpAskedAt = _story.Now });
        Assert.Equal(RequestState.Waiting, request.State);

        _story.Wait(600);

        Assert.Equal(UnservedCause.NoneOnDuty, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void Help_is_promised_only_where_it_was_asked_for()
    {
        _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        Assert.Equal(new DispatchReply.Refused(ErrorCode.HelpNotAsked), _story.Do(new DispatchCommand.PromiseHelp(request.Id, Doris)));
    }

    [Fact]
    public void The_wish_for_help_survives_a_restart_with_its_patience()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        var request = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.AskForHelp(request.Id, request.Requester));
        var asked = _story.Now;

        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(request.Requester)));

        Assert.Equal(asked.AddSeconds(600), _story.SituationOf(Party.Of(request.Requester)).Request!.UnservedAt);
    }
}
