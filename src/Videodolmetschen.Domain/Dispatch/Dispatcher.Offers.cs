using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Offers from ringing to their end.</content>
public sealed partial class Dispatcher
{
    private LiveOffer Ring(LiveRequest request, Candidate candidate, int wave, int rank)
    {
        var interpreter = candidate.Interpreter;
        var row = new Offer
        {
            Id = new OfferId(_newId()),
            Request = request.Row.Id,
            Interpreter = interpreter.Id,
            Wave = wave,
            Rank = rank,
            Reasons = candidate.Reasons,
            OfferedAt = _now,
            ExpiresAt = request.IsPromised ? request.UnservedAt : _now + _policy.OfferLife,
        };
        var offer = Remember(row, request, interpreter);
        _draft.Write((Offer?)null, row);
        _draft.Tell(new Notice.OfferReceived(row, request.Row));
        TellPositionsSoon(request.Desk);
        return offer;
    }

    private LiveOffer Remember(Offer row, LiveRequest request, LiveInterpreter interpreter)
    {
        var offer = new LiveOffer(row, request, interpreter);
        _offers.Add(row.Id, offer);
        request.Offers.Add(row.Id);
        if (row.State == OfferState.Open)
        {
            offer.Expiry = new Alarm(() => Expire(offer));
            _deadlines.Set(offer.Expiry, row.ExpiresAt);
            request.Ringing.Add(offer);
            interpreter.Ringing = offer;
            _roster.Refresh(interpreter);
        }

        return offer;
    }

    private DispatchReply Accept(DispatchCommand.AcceptOffer command)
    {
        if (OfferTo(command.Interpreter, command.Offer) is not { } offer)
        {
            return Refuse(ErrorCode.OfferNotFound);
        }

        var request = offer.Request;
        if (offer.Row.State == OfferState.Accepted && offer.Interpreter.Session is { } mine && mine == (request.Relieves ?? request.Session))
        {
            return new DispatchReply.OfferAccepted(SituationOf(mine));
        }

        WithdrawIfDisqualified(offer);
        if (offer.Row.State != OfferState.Open)
        {
            return new DispatchReply.OfferGone(offer.Row.State, offer.Row.WithdrawnBecause);
        }

        Close(offer, OfferEvent.Accept, offer.Row);
        var freed = WithdrawRinging(request, WithdrawnBecause.TakenByOther);
        Dequeue(request);
        Move(request, RequestEvent.Accept, request.Row);
        var session = request.Relieves is { } running
            ? Join(running, request, offer.Interpreter)
            : BeginSession(request, offer.Interpreter, offer.Row.Reasons.Related ?? request.Row.Language);
        freed.ForEach(Match);
        return new DispatchReply.OfferAccepted(SituationOf(session));
    }

    /// <summary>An oath or an obligation may have run out at midnight, while it rang or while the service was away.</summary>
    private void WithdrawIfDisqualified(LiveOffer offer)
    {
        if (offer.Row.State == OfferState.Open && !IsStillTrue(offer))
        {
            Withdraw(offer, WithdrawnBecause.InterpreterLeft);
            Match(offer.Interpreter);
            Fill(offer.Request);
        }
    }

    /// <summary>Also of the language: whoever was rung for a related one may have lost just that, or gained the one asked for.</summary>
    private static bool IsStillTrue(LiveOffer offer) =>
        Eligibility.Lasting(offer.Interpreter, offer.Request.Row) == Obstacles.None
        && offer.Interpreter.SeatFor(offer.Request.Row)?.Desk.Language == (offer.Row.Reasons.Related ?? offer.Request.Row.Language);

    private DispatchReply Decline(DispatchCommand.DeclineOffer command)
    {
        if (OfferTo(command.Interpreter, command.Offer) is not { } offer)
        {
            return Refuse(ErrorCode.OfferNotFound);
        }

        if (offer.Request.IsPromised)
        {
            return Refuse(ErrorCode.AppointmentPromised);
        }

        if (offer.Row.State == OfferState.Open)
        {
            Close(offer, OfferEvent.Decline, offer.Row with { DeclineReason = command.Reason });
            offer.Request.Decline(offer.Interpreter.Id);
            Store(offer.Interpreter, offer.Interpreter.Presence with { MissedInARow = 0 });
            Match(offer.Interpreter);
            Fill(offer.Request);
            GiveUpIfHopeless(offer.Request);
        }

        return offer.Row.State == OfferState.Declined
            ? new DispatchReply.Done()
            : new DispatchReply.OfferGone(offer.Row.State, offer.Row.WithdrawnBecause);
    }

    private DispatchReply Extend(DispatchCommand.ExtendOffer command)
    {
        if (OfferTo(command.Interpreter, command.Offer) is not { } offer)
        {
            return Refuse(ErrorCode.OfferNotFound);
        }

        if (offer.Row.State != OfferState.Open)
        {
            return new DispatchReply.OfferGone(offer.Row.State, offer.Row.WithdrawnBecause);
        }

        if (!offer.Row.Extended)
        {
            var until = offer.Row.ExpiresAt + _policy.OfferExtension;
            var last = Later(offer.Request.UnservedAt, offer.Row.ExpiresAt);
            var after = offer.Row with { Extended = true, ExpiresAt = until < last ? until : last };
            _draft.Write(offer.Row, after);
            offer.Row = after;
            _deadlines.Set(offer.Expiry!, after.ExpiresAt);
            _draft.Tell(new Notice.OfferChanged(after, offer.Request.Row));
            offer.Request.Alone = offer.Request.Alone == offer ? null : offer.Request.Alone;
            Fill(offer.Request);
        }

        return new DispatchReply.Done();
    }

    private void Expire(LiveOffer offer)
    {
        Close(offer, OfferEvent.Expire, offer.Row);
        _draft.Tell(new Notice.OfferExpired(offer.Row));
        if (!offer.Request.IsPromised)
        {
            offer.Request.Miss(offer.Interpreter.Id);
            CountMiss(offer.Interpreter);
        }

        Match(offer.Interpreter);
        Fill(offer.Request);
    }

    /// <summary>Whoever has lost the connection could not hear it ring: that is no miss. Nor is one who rests obliged to answer.</summary>
    private void CountMiss(LiveInterpreter interpreter)
    {
        if (!interpreter.Connected || interpreter.IsOnCall || interpreter.Presence.State != PresenceState.Available)
        {
            return;
        }

        var counted = interpreter.Presence with { MissedInARow = interpreter.Presence.MissedInARow + 1 };
        if (counted.MissedInARow >= _policy.MissesUntilPause)
        {
            Move(interpreter, PresenceEvent.Pause, counted with { PausedBecause = PausedBecause.MissedOffers });
        }
        else
        {
            Store(interpreter, counted);
        }
    }

    /// <summary>A coordinator's choice: one rings alone, whatever the waves say.</summary>
    private DispatchReply Assign(DispatchCommand.AssignInterpreter command)
    {
        if (!_requests.TryGetValue(command.Request, out var request))
        {
            return Refuse(ErrorCode.RequestNotFound);
        }

        if (!request.IsSearching || request.IsPromised)
        {
            return Refuse(ErrorCode.RequestNotWaiting);
        }

        if (_roster.Find(command.Interpreter) is not { Presence.State: PresenceState.Available, InHours: true, Connected: true, IsReserved: false } chosen
            || chosen.Ringing is { Request.IsPromised: true }
            || request.HasDeclined(chosen.Id)
            || Eligibility.Lasting(chosen, request.Row) != Obstacles.None)
        {
            return Refuse(ErrorCode.InterpreterNotAvailable);
        }

        if (request.Alone?.Interpreter != chosen)
        {
            RingAlone(request, chosen);
        }

        return new DispatchReply.Done();
    }

    private void RingAlone(LiveRequest request, LiveInterpreter chosen)
    {
        var elsewhere = chosen.Ringing?.Request;
        var freed = WithdrawRinging(request, WithdrawnBecause.Reassigned);
        if (chosen.Ringing is { } other)
        {
            Withdraw(other, WithdrawnBecause.Reassigned);
        }

        var candidate = new Candidate(chosen, CandidateRanking.Reasons(request.Row, chosen));
        request.Alone = Ring(request, candidate, Waves.At(_policy, request.Row, _now).Number, 1);
        SettleRinging(request);
        freed.ForEach(Match);
        if (elsewhere is not null)
        {
            Fill(elsewhere);
        }
    }

    /// <summary>Withdraws all that ring, and says who is free by it: they are matched once the request has moved on.</summary>
    private List<LiveInterpreter> WithdrawRinging(LiveRequest request, WithdrawnBecause because)
    {
        var freed = new List<LiveInterpreter>(request.Ringing.Count);
        while (request.Ringing.Count > 0)
        {
            var offer = request.Ringing[0];
            Withdraw(offer, because);
            freed.Add(offer.Interpreter);
        }

        return freed;
    }

    private void Withdraw(LiveOffer offer, WithdrawnBecause because)
    {
        Close(offer, OfferEvent.Withdraw, offer.Row with { WithdrawnBecause = because });
        _draft.Tell(new Notice.OfferWithdrawn(offer.Row));
    }

    private void Close(LiveOffer offer, OfferEvent happened, Offer row)
    {
        var state = OfferTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        var after = row with { State = state, AnsweredAt = _now };
        _draft.Write(offer.Row, after);
        offer.Row = after;
        _deadlines.Set(offer.Expiry!, null);
        offer.Request.Ringing.Remove(offer);
        offer.Request.Alone = offer.Request.Alone == offer ? null : offer.Request.Alone;
        offer.Interpreter.Ringing = null;
        _roster.Refresh(offer.Interpreter);
        TellPositionsSoon(offer.Request.Desk);
    }

    private LiveOffer? OfferTo(InterpreterId interpreter, OfferId id) =>
        _offers.TryGetValue(id, out var offer) && offer.Interpreter.Id == interpreter ? offer : null;
}
