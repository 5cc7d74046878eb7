using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class OfferExtensionTests
{
    private readonly Story _story = new(new DispatchPolicy { MediaSilence = TimeSpan.FromHours(1) });

    [Fact]
    public void An_offer_can_be_given_a_second_life()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        var before = _story.RingingAt(interpreter)!;
        _story.Wait(18);

        Extends(before);

        Assert.Equal((true, before.ExpiresAt.AddSeconds(20)), (_story.RingingAt(interpreter)!.Extended, _story.RingingAt(interpreter)!.ExpiresAt));
        Assert.Single(_story.Told.OfType<Notice.OfferChanged>());
        _story.Wait(20);
        _story.Accepts(interpreter);
    }

    [Fact]
    public void But_only_one()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        Extends(_story.RingingAt(interpreter)!);
        var until = _story.RingingAt(interpreter)!.ExpiresAt;

        Extends(_story.RingingAt(interpreter)!);

        Assert.Empty(_story.Told);
        Assert.Equal(until, _story.RingingAt(interpreter)!.ExpiresAt);
    }

    [Fact]
    public void It_never_outlives_its_request()
    {
        var busy = _story.OnDuty(Given.Interpreter());
        _story.Talking(busy);
        var request = _story.Asks(Given.Request());
        _story.Wait(210);
        var late = _story.OnDuty(Given.Interpreter());

        Extends(_story.RingingAt(late)!);

        Assert.Equal(request.RequestedAt.AddSeconds(240), _story.RingingAt(late)!.ExpiresAt);
        _story.Wait(30);
        Assert.Null(_story.RingingAt(late));
        Assert.Equal(RequestState.Unserved, _story.StateOf(request).State);
    }

    [Fact]
    public void Others_are_rung_as_if_it_had_ended()
    {
        _story.OnDuty(4);
        var request = _story.Asks(Given.Request());
        Assert.Equal(3, _story.RingingFor(request).Length);

        Extends(_story.RingingFor(request)[0]);

        Assert.Equal(4, _story.RingingFor(request).Length);
    }

    [Fact]
    public void One_who_rings_alone_by_the_coordinators_hand_does_not_hold_the_request_back_with_it()
    {
        var interpreters = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.AssignInterpreter(request.Id, interpreters[1].Id));
        Assert.Single(_story.RingingFor(request));

        Extends(_story.RingingFor(request)[0]);

        Assert.Equal(2, _story.RingingFor(request).Length);
    }

    [Fact]
    public void What_has_ended_is_gone()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        var offer = _story.RingingAt(interpreter)!;
        _story.Wait(20);

        Assert.Equal(new DispatchReply.OfferGone(OfferState.Expired, null), Extends(offer));
    }

    [Fact]
    public void Nobody_extends_somebody_elses_offer()
    {
        var interpreters = _story.OnDuty(2);
        _story.Asks(Given.Request());
        var offer = _story.RingingAt(interpreters[0])!;

        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.OfferNotFound),
            _story.Do(new DispatchCommand.ExtendOffer(offer.Id, interpreters[1].Id)));
    }

    [Fact]
    public void It_can_be_extended_after_a_restart()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        _story.Wait(18);
        _story.Restart();
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));

        Extends(_story.RingingAt(interpreter)!);

        Assert.Equal(_story.Now.AddSeconds(30), _story.RingingAt(interpreter)!.ExpiresAt);
    }

    private DispatchReply Extends(Offer offer) => _story.Do(new DispatchCommand.ExtendOffer(offer.Id, offer.Interpreter));
}
