using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class RingingTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_request_rings_at_once_and_says_who_may_take_it()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());

        var request = _story.Asks(Given.Request());

        Assert.Equal(RequestState.Offered, request.State);
        var told = Assert.Single(_story.Told.OfType<Notice.OfferReceived>());
        Assert.Equal((interpreter.Id, 1, 1), (told.Offer.Interpreter, told.Offer.Wave, told.Offer.Rank));
    }

    [Fact]
    public void A_request_that_rings_at_once_is_stored_as_one_row_before_its_offers()
    {
        _story.OnDuty(Given.Interpreter());

        _story.Asks(Given.Request());

        Assert.Equal([typeof(Change.OfRequest), typeof(Change.OfOffer)], _story.Stored.Select(change => change.GetType()));
    }

    [Fact]
    public void An_unanswered_offer_goes_to_the_next_interpreter()
    {
        var story = new Story(new DispatchPolicy { FirstWaveSize = 1, FirstWaveAlone = TimeSpan.FromSeconds(60) });
        var two = story.OnDuty(2);
        var request = story.Asks(Given.Request());

        story.Wait(20);

        Assert.Equal(OfferState.Expired, story.Tables.Offers.Values.Single(offer => offer.Interpreter == two[0].Id).State);
        Assert.Equal([two[1].Id], story.RingingFor(request).Select(offer => offer.Interpreter));
    }

    [Fact]
    public void An_offer_rings_for_twenty_seconds_and_not_longer()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());

        _story.Wait(19.9);
        Assert.NotNull(_story.RingingAt(interpreter));
        _story.Wait(0.1);
        Assert.Null(_story.RingingAt(interpreter));
        Assert.Single(_story.Told.OfType<Notice.OfferExpired>());
    }

    [Fact]
    public void The_first_to_accept_wins_and_the_others_hear_that_it_is_taken()
    {
        var three = _story.OnDuty(3);
        _story.Asks(Given.Request());

        var session = _story.Accepts(three[1]);

        Assert.Equal((SessionState.Connecting, three[1].Id), (session.State, session.Interpreter));
        Assert.Equal(2, _story.Told.OfType<Notice.OfferWithdrawn>().Count(told => told.Offer.WithdrawnBecause == WithdrawnBecause.TakenByOther));
        Assert.Single(_story.Told.OfType<Notice.SessionReady>());
    }

    [Fact]
    public void Who_accepts_too_late_is_told_what_happened()
    {
        var two = _story.OnDuty(2);
        _story.Asks(Given.Request());
        var late = _story.RingingAt(two[1])!;
        _story.Accepts(two[0]);

        var reply = _story.Do(new DispatchCommand.AcceptOffer(late.Id, two[1].Id));

        Assert.Equal(new DispatchReply.OfferGone(OfferState.Withdrawn, WithdrawnBecause.TakenByOther), reply);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void An_offer_that_has_run_out_cannot_be_accepted()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        var offer = _story.RingingAt(interpreter)!;
        _story.Wait(20);

        var reply = _story.Do(new DispatchCommand.AcceptOffer(offer.Id, interpreter.Id));

        Assert.Equal(new DispatchReply.OfferGone(OfferState.Expired, null), reply);
    }

    [Fact]
    public void A_decline_rings_the_next_at_once()
    {
        var four = _story.OnDuty(4);
        var request = _story.Asks(Given.Request());
        Assert.Null(_story.RingingAt(four[3]));

        _story.Declines(four[0]);

        Assert.NotNull(_story.RingingAt(four[3]));
        Assert.Equal(3, _story.RingingFor(request).Length);
    }

    [Fact]
    public void The_same_request_is_not_offered_again_to_the_one_who_declined()
    {
        var two = _story.OnDuty(2);
        var request = _story.Asks(Given.Request());

        _story.Declines(two[0]);
        _story.Wait(100);

        Assert.Single(_story.Tables.Offers.Values, offer => offer.Interpreter == two[0].Id && offer.Request == request.Id);
    }

    [Fact]
    public void A_missed_request_is_offered_again_only_once_everybody_rings()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        _story.Wait(20);

        _story.Wait(24.9);
        Assert.Null(_story.RingingAt(interpreter));
        _story.Wait(0.1);
        Assert.NotNull(_story.RingingAt(interpreter));
    }

    [Fact]
    public void An_interpreter_is_rung_for_one_request_at_a_time()
    {
        var interpreter = _story.OnDuty(Given.Interpreter() with
        {
            Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.Sworn), new SpokenLanguage(Given.Dari, QualificationLevel.Sworn)],
        });
        var first = _story.Asks(Given.Request(Given.Kurmanji));
        var second = _story.Asks(Given.Request(Given.Dari));

        Assert.Equal(first.Id, _story.RingingAt(interpreter)!.Request);
        Assert.Equal(RequestState.Waiting, _story.StateOf(second).State);
        _story.Declines(interpreter);
        Assert.Equal(second.Id, _story.RingingAt(interpreter)!.Request);
    }

    [Fact]
    public void A_rare_language_at_the_head_does_not_delay_another()
    {
        var busy = _story.OnDuty(Given.Interpreter(language: Given.Dari));
        _story.Talking(busy, Given.Request(Given.Dari));
        _story.Asks(Given.Request(Given.Dari));
        _story.OnDuty(Given.Interpreter());

        var other = _story.Asks(Given.Request(Given.Kurmanji));

        Assert.Equal(RequestState.Offered, other.State);
    }

    [Fact]
    public void An_offer_of_somebody_else_is_not_to_be_found()
    {
        var two = _story.OnDuty(2);
        _story.Asks(Given.Request());
        var offer = _story.RingingAt(two[0])!;

        Assert.Equal(new DispatchReply.Refused(ErrorCode.OfferNotFound), _story.Do(new DispatchCommand.AcceptOffer(offer.Id, two[1].Id)));
        Assert.Equal(
            new DispatchReply.Refused(ErrorCode.OfferNotFound),
            _story.Do(new DispatchCommand.DeclineOffer(offer.Id, two[1].Id, DeclineReason.Other)));
    }

    [Fact]
    public void The_winner_who_accepts_again_gets_the_same_answer()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        var session = _story.Accepts(interpreter);
        var offer = _story.Tables.Offers.Values.Single();

        var again = _story.Do(new DispatchCommand.AcceptOffer(offer.Id, interpreter.Id));

        Assert.Equal(session, Assert.IsType<DispatchReply.OfferAccepted>(again).Session);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void A_second_decline_does_no_harm()
    {
        var interpreter = _story.OnDuty(2)[0];
        _story.Asks(Given.Request());
        var offer = _story.RingingAt(interpreter)!;
        _story.Declines(interpreter);

        var reply = _story.Do(new DispatchCommand.DeclineOffer(offer.Id, interpreter.Id, DeclineReason.Other));

        Assert.IsType<DispatchReply.Done>(reply);
        Assert.Empty(_story.Stored);
    }
}
