using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Bringing requests and free interpreters together, from either end.</content>
public sealed partial class Dispatcher
{
    /// <summary>Rings as many as the wave wants.</summary>
    private void Fill(LiveRequest request)
    {
        if (request.IsPromised)
        {
            RingPromised(request);
            SettleRinging(request);
            return;
        }

        var wave = Waves.At(_policy, request.Row, _now);
        if (Wants(request, wave))
        {
            var wanted = wave.Size - request.RingingInTime;
            var candidates = CandidateRanking.Best(request, Wished(request), wanted, _policy, _now);
            if (request.Row.Priority == Priority.Emergency)
            {
                var rung = candidates.Select(candidate => candidate.Interpreter).ToHashSet();
                candidates.AddRange(CandidateRanking.OnCall(request, _roster.OnCall.Where(one => !rung.Contains(one)), _policy, _now));
            }

            for (var i = 0; i < candidates.Count; i++)
            {
                Ring(request, candidates[i], wave.Number, i + 1);
            }
        }

        SettleRinging(request);
    }

    /// <summary>Rings a free interpreter for the best placed request that wants one more and suits.</summary>
    private void Match(LiveInterpreter interpreter)
    {
        if (KeepPromise(interpreter) || (!interpreter.IsFree && !(interpreter.IsOnCall && interpreter.IsIdle)))
        {
            return;
        }

        LiveRequest? best = null;
        foreach (var (desk, _) in interpreter.Seats)
        {
            best = FirstFor(interpreter, desk.Queue, best) ?? best;
            best = FirstFor(interpreter, desk.Related, best) ?? best;
        }

        if (best is not null)
        {
            var wave = Waves.At(_policy, best.Row, _now);
            Ring(best, new Candidate(interpreter, CandidateRanking.Reasons(best.Row, interpreter)), wave.Number, 1);
            SettleRinging(best);
        }
    }

    private LiveRequest? FirstFor(LiveInterpreter interpreter, RequestQueue queue, LiveRequest? before)
    {
        for (var i = 0; i < queue.Count; i++)
        {
            var request = queue[i];
            if (before is not null && RequestQueue.Compare(request, before) >= 0)
            {
                return null;
            }

            var isForAnother = (request.Named is { } named && named != interpreter.Id) || !interpreter.MayBeRungFor(request.Row);
            if (!isForAnother
                && Wants(request, Waves.At(_policy, request.Row, _now))
                && Eligibility.Now(interpreter, request, _policy, _now) == Obstacles.None)
            {
                return request;
            }
        }

        return null;
    }

    private bool Wants(LiveRequest request, Waves.Wave wave) =>
        request.IsSearching && request.Alone is null && request.RingingInTime < wave.Size && _now < request.UnservedAt;

    /// <summary>The interpreter whom the request names, by requirement or wish.</summary>
    private LiveInterpreter? Wished(LiveRequest request)
    {
        if (request.Named is { } named)
        {
            return _roster.Find(named);
        }

        foreach (var wish in request.Row.Wishes)
        {
            if (wish.What is Requirement.ThisInterpreter wished)
            {
                return _roster.Find(wished.Interpreter);
            }
        }

        return null;
    }

    /// <summary>Offered while somebody rings, waiting while nobody does.</summary>
    private void SettleRinging(LiveRequest request)
    {
        if (request.Row.State == RequestState.Waiting && request.Ringing.Count > 0)
        {
            Move(request, RequestEvent.Offer, request.Row);
        }
        else if (request.Row.State == RequestState.Offered && request.Ringing.Count == 0)
        {
            Move(request, RequestEvent.OffersGone, request.Row);
        }
    }

    private void Enqueue(LiveRequest request)
    {
        if (request.IsPromised)
        {
            return;
        }

        if (request.Desk.Queue.Add(request))
        {
            TellPositionsSoon(request.Desk);
        }

        for (var i = 0; i < request.RelatedDesks.Count; i++)
        {
            request.RelatedDesks[i].Related.Add(request);
        }
    }

    private void Dequeue(LiveRequest request)
    {
        LookAtCallbacks();
        _deadlines.Set(request.Step, null);
        _deadlines.Set(request.Grace, null);
        if (request.IsPromised)
        {
            return;
        }

        for (var i = 0; i < request.RelatedDesks.Count; i++)
        {
            request.RelatedDesks[i].Related.Remove(request);
        }

        if (request.Desk.Queue.Remove(request))
        {
            TellPositionsSoon(request.Desk);
        }

        if (request.Desk.Queue.Count == 0)
        {
            request.Desk.MostDeclined = 0;
        }
    }
}
