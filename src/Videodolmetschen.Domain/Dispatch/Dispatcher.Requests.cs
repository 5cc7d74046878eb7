using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Asking, cancelling, giving up.</content>
public sealed partial class Dispatcher
{
    private DispatchReply Ask(InterpretingRequest asked)
    {
        if (_latest.TryGetValue(asked.Requester, out var before))
        {
            if (before.Row.Key == asked.Key)
            {
                return SameNeed(before.Row, asked) ? Stands(before) : Refuse(ErrorCode.KeyReused);
            }

            if (before.Row.IsOpen)
            {
                return Refuse(ErrorCode.RequestUnfinished);
            }
        }

        if (asked.OwnReference?.Length > InterpretingRequest.OwnReferenceLength)
        {
            return Refuse(ErrorCode.OwnReferenceTooLong);
        }

        var request = Remember(asked with { State = RequestState.Waiting, Wishes = WithoutTheAbsent(asked.Wishes) });
        _draft.Write((InterpretingRequest?)null, request.Row);
        Touch(request);
        Search(request);
        return Stands(request);
    }

    /// <summary>Nobody is made to wait for a person who is not on duty: that wish only ranks.</summary>
    private IReadOnlyList<Wish> WithoutTheAbsent(IReadOnlyList<Wish> wishes) =>
        wishes.Any(IsForTheAbsent) ? [.. wishes.Select(wish => IsForTheAbsent(wish) ? wish with { ReleasedAfter = null } : wish)] : wishes;

    private bool IsForTheAbsent(Wish wish) =>
        wish is { What: Requirement.ThisInterpreter named, ReleasedAfter: not null } && _roster.Find(named.Interpreter) is not { IsOnDuty: true };

    /// <summary>Takes its place in the queue, rings whom it can, and gives up at once where there is no hope.</summary>
    private void Search(LiveRequest request)
    {
        Enqueue(request);
        if (!request.IsRelief && !_requestersHere.Contains(request.Row.Requester))
        {
            _deadlines.Set(request.Grace, _now + _policy.RequesterGrace);
        }

        if (!GiveUpIfHopeless(request))
        {
            Fill(request);
            Schedule(request);
        }
    }

    private LiveRequest Remember(InterpretingRequest row)
    {
        LiveRequest? request = null;
        request = new LiveRequest(row, _roster.Desk(row.Language), row.Place - _policy.HeadStartOf(row))
        {
            Step = new Alarm(() => Step(request!)),
            Grace = new Alarm(() => EndGrace(request!)),
            UnservedAt = PatienceOf(row),
            RelatedDesks = RelatedDesksOf(row),
        };
        foreach (var excluded in row.Excluded)
        {
            request.Decline(excluded);
        }

        _requests.Add(row.Id, request);
        AwaitPromise(request);
        if (!request.IsRelief)
        {
            _latest[row.Requester] = request;
        }

        return request;
    }

    private DispatchReply Cancel(DispatchCommand.CancelRequest command)
    {
        if (!_requests.TryGetValue(command.Request, out var request) || !Concerns(request.Row, command.By))
        {
            return Refuse(ErrorCode.RequestNotFound);
        }

        var by = command.By.Side == Side.Coordinator ? CancelledBy.Coordinator : CancelledBy.Requester;
        if (request is { Row.IsOpen: true, Relieves: { } session })
        {
            EndRelief(session, by);
        }
        else if (request.IsSearching)
        {
            EndSearch(request, RequestEvent.Cancel, request.Row with { CancelledBy = by });
        }
        else if (request is { Row.State: RequestState.Assigned, Session.Row.State: SessionState.Connecting })
        {
            CancelConnecting(request.Session, by);
        }
        else if (request.Row.State != RequestState.Cancelled)
        {
            return Refuse(ErrorCode.RequestNotCancellable);
        }

        return Stands(request);
    }

    private static bool Concerns(InterpretingRequest request, Party by) =>
        by.Side == Side.Coordinator || (request.ReliefFor is null && by == Party.Of(request.Requester));

    /// <summary>The requester did not come back in time.</summary>
    private void EndGrace(LiveRequest request)
    {
        if (request.IsSearching)
        {
            EndSearch(request, RequestEvent.Cancel, request.Row with { CancelledBy = CancelledBy.Disconnect });
        }
    }

    /// <summary>A moment the request has been waiting for: a wider wave, a released wish, the end of patience.</summary>
    private void Step(LiveRequest request)
    {
        if (_now >= request.UnservedAt)
        {
            GiveUp(request, CauseAfterWaiting(request));
            return;
        }

        Fill(request);
        Schedule(request);
    }

    private void Schedule(LiveRequest request)
    {
        var next = request.UnservedAt;
        if (!request.IsPromised && Waves.Next(_policy, request.Row, _now) is { } wave && wave < next)
        {
            next = wave;
        }

        if (request.RelatedDesks.Count > 0 && Eligibility.RelatedFrom(request.Row, _policy) is var related && related > _now && related < next)
        {
            next = related;
        }

        foreach (var wish in request.Row.Wishes)
        {
            if (Eligibility.Binds(wish, request.Row, _now) && request.Row.RequestedAt + wish.ReleasedAfter < next)
            {
                next = request.Row.RequestedAt + wish.ReleasedAfter!.Value;
            }
        }

        _deadlines.Set(request.Step, request.IsSearching ? next : null);
    }

    private bool GiveUpIfHopeless(LiveRequest request)
    {
        if (!request.IsSearching || request.IsPromised || request.Row.HelpAskedAt is not null || _roster.CountHopes(request) > 0)
        {
            return false;
        }

        GiveUp(request, CauseWithoutHope(request));
        return true;
    }

    private void GiveUp(LiveRequest request, UnservedCause cause) =>
        EndSearch(request, RequestEvent.GiveUp, request.Row with { UnservedBecause = cause });

    private UnservedCause CauseWithoutHope(LiveRequest request)
    {
        // Whoever is to be relieved is known and on duty, and no answer to the search.
        var own = request.IsRelief ? 1 : 0;
        if (_roster.CountKnown(request.Row) <= own)
        {
            return UnservedCause.NoneQualified;
        }

        if (_roster.CountOnDuty(request.Row) + _roster.CountRelatedOnDuty(request.Row) <= own)
        {
            return HasFailedToConnect(request) ? UnservedCause.NoneConnected
                : request.AnyMissed ? UnservedCause.AllMissed
                : request.DeclinedCount > own ? UnservedCause.AllDeclined
                : UnservedCause.NoneOnDuty;
        }

        return HasFailedToConnect(request) ? UnservedCause.NoneConnected
            : request.DeclinedCount > 0 ? UnservedCause.AllDeclined
            : UnservedCause.NoneOnDuty;
    }

    private bool HasFailedToConnect(LiveRequest request) =>
        request.Sessions.Exists(id => _sessions.TryGetValue(id, out var session) && session.Row.EndReason == EndReason.NeverConnected);

    /// <param name="request">Whose search is over.</param>
    /// <param name="ringing">Those who still ring have had their time.</param>
    private UnservedCause CauseAfterWaiting(LiveRequest request, bool ringing = true)
    {
        if (request.IsPromised)
        {
            return UnservedCause.AllMissed;
        }

        var hopes = _roster.CountHopes(request);
        if (hopes == 0)
        {
            return CauseWithoutHope(request);
        }

        var silent = request.Missed.Union(request.Ringing.Where(_ => ringing).Select(offer => offer.Interpreter.Id))
            .Count(id => !request.HasDeclined(id) && _roster.Find(id) is { IsOnDuty: true });
        return silent >= hopes ? UnservedCause.AllMissed : UnservedCause.AllBusy;
    }

    private void EndSearch(LiveRequest request, RequestEvent happened, InterpretingRequest row)
    {
        var because = happened == RequestEvent.Cancel ? WithdrawnBecause.RequestCancelled : WithdrawnBecause.RequestEnded;
        var freed = WithdrawRinging(request, because);
        Dequeue(request);
        Move(request, happened, row with { EndedAt = _now });
        freed.ForEach(Match);
    }

    private void Move(LiveRequest request, RequestEvent happened, InterpretingRequest row)
    {
        var state = RequestTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        var after = row with { State = state };
        _draft.Write(request.Row, after);
        request.Row = after;
        Touch(request);
        if (!after.IsOpen)
        {
            ForgetPromise(request);
            _ended.Enqueue((_now, request));
        }
    }

    /// <summary>The same press again, whatever the request was eased to meanwhile.</summary>
    private static bool SameNeed(InterpretingRequest one, InterpretingRequest other)
    {
        var sameFacts = one with
        {
            Id = other.Id,
            RequestedAt = other.RequestedAt,
            PlaceSince = other.PlaceSince,
            Excluded = other.Excluded,
            State = other.State,
            CancelledBy = other.CancelledBy,
            UnservedBecause = other.UnservedBecause,
            EndedAt = other.EndedAt,
            Promised = other.Promised,
            Requirements = other.Requirements,
            Wishes = other.Wishes,
            RelatedLanguages = other.RelatedLanguages,
            Modality = one.Modality == Modality.Audio ? other.Modality : one.Modality,
            RelatedAllowed = one.RelatedAllowed ? other.RelatedAllowed : one.RelatedAllowed,
            HelpAskedAt = other.HelpAskedAt,
            HelpAnsweredAt = other.HelpAnsweredAt,
            HelpAnsweredBy = other.HelpAnsweredBy,
        } == other;
        return sameFacts && one.Promised?.Appointment == other.Promised?.Appointment && one.Requirements.SequenceEqual(other.Requirements) && one.Wishes.Select(wish => wish.What).SequenceEqual(other.Wishes.Select(wish => wish.What));
    }
}
