using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Looks at every pair of request and interpreter, the slow and plain way: who should ring and does not (I11), who rings and should
/// not (I18), who searches without hope and who gave up with some. Written from SEMANTICS.md 2, not from the dispatcher.
/// </summary>
internal sealed class PlainJudge(DispatchPolicy policy, Tables tables, Func<InterpreterId, bool> isHere)
{
    private readonly HashSet<OfferId> _alone = [];

    public void Assigned(DispatchOutcome outcome, RequestId request)
    {
        foreach (var change in outcome.Changes)
        {
            if (change is Change.OfOffer { Before: null } born && born.After.Request == request)
            {
                _alone.Add(born.After.Id);
            }
        }
    }

    public void Restarted() => _alone.Clear();

    public IEnumerable<string> Objections(DispatchOutcome outcome, DateTimeOffset now) =>
        outcome.Changes.OfType<Change.OfOffer>().Where(change => change.Before is null)
            .Where(change => !MayRing(change.After, now))
            .Select(change => $"I18: {change.After} should not ring")
        .Concat(tables.Requests.Values.Where(request => IsSearching(request) && !HasHope(request, now))
            .Select(request => $"I12: {request.Id} searches without hope"))
        .Concat(outcome.Changes.OfType<Change.OfRequest>().Where(change => change.After.State == RequestState.Unserved)
            .Where(change => now < change.After.RequestedAt + policy.UnservedAfter && HasHope(change.After, now))
            .Select(change => $"I12: {change.After.Id} gave up with hope"));

    public IEnumerable<string> IdleHands(DateTimeOffset now) =>
        from request in tables.Requests.Values
        where Wants(request, now)
        from interpreter in tables.Interpreters.Values
        where IsFree(interpreter) && Suits(interpreter, request, now)
        select $"I11: {interpreter.DisplayName} is free and {request.Id} wants more at {now - request.RequestedAt}";

    private bool Wants(InterpretingRequest request, DateTimeOffset now)
    {
        var ringing = tables.Offers.Values.Where(offer => offer.Request == request.Id && offer.State == OfferState.Open).ToList();
        return IsSearching(request)
            && !ringing.Exists(offer => _alone.Contains(offer.Id))
            && ringing.Count < Size(request, now);
    }

    private int Size(InterpretingRequest request, DateTimeOffset now)
    {
        var age = now - request.RequestedAt;
        if (request.Priority == Priority.Emergency || age >= policy.EverybodyAfter)
        {
            return int.MaxValue;
        }

        var size = policy.FirstWaveSize;
        for (var at = policy.FirstWaveAlone; at <= age; at += policy.NextWaveEvery)
        {
            size += policy.NextWaveSize;
        }

        return size;
    }

    private bool IsFree(Interpreter interpreter) =>
        isHere(interpreter.Id)
        && tables.Presences.GetValueOrDefault(interpreter.Id)?.State == PresenceState.Available
        && !tables.Offers.Values.Any(offer => offer.Interpreter == interpreter.Id && offer.State == OfferState.Open);

    private bool MayRing(Offer offer, DateTimeOffset now)
    {
        var (request, interpreter) = (tables.Requests[offer.Request], tables.Interpreters[offer.Interpreter]);
        return _alone.Contains(offer.Id)
            ? Qualifies(interpreter, request, now) && History(interpreter, request).All(IsNoAnswer)
            : Suits(interpreter, request, now, except: offer.Id);
    }

    private bool HasHope(InterpretingRequest request, DateTimeOffset now) => tables.Interpreters.Values.Any(interpreter =>
        tables.Presences.GetValueOrDefault(interpreter.Id)?.State is PresenceState.Available or PresenceState.InSession or PresenceState.WrapUp
        && Qualifies(interpreter, request, now)
        && History(interpreter, request).All(IsNoAnswer));

    private bool Suits(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now, OfferId? except = null)
    {
        var age = now - request.RequestedAt;
        return Qualifies(interpreter, request, now)
            && request.Wishes.Where(wish => age < wish.ReleasedAfter).All(wish => Meets(interpreter, wish.What, request, BerlinTime.DayOf(now)))
            && History(interpreter, request).Where(offer => offer.Id != except).All(offer => MayFollow(offer, age));
    }

    private static bool Qualifies(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now)
    {
        var day = BerlinTime.DayOf(now);
        return interpreter.Languages.Any(spoken => spoken.Language == request.Language && spoken.BothWays)
            && !interpreter.BlockedCustomers.Contains(request.Customer)
            && (!request.NeedsSection203 || interpreter.Section203Until >= day)
            && request.Requirements.All(requirement => Meets(interpreter, requirement, request, day));
    }

    private static bool IsSearching(InterpretingRequest request) => request.State is RequestState.Waiting or RequestState.Offered;

    private static bool IsNoAnswer(Offer offer) => offer.State is not (OfferState.Declined or OfferState.Accepted);

    private IEnumerable<Offer> History(Interpreter interpreter, InterpretingRequest request) =>
        tables.Offers.Values.Where(offer => offer.Interpreter == interpreter.Id && offer.Request == request.Id);

    private bool MayFollow(Offer offer, TimeSpan age) => offer.State switch
    {
        OfferState.Withdrawn => true,
        OfferState.Expired => age >= policy.EverybodyAfter,
        _ => false,
    };

    private static bool Meets(Interpreter interpreter, Requirement requirement, InterpretingRequest request, DateOnly day)
    {
        var spoken = interpreter.Languages.First(one => one.Language == request.Language);
        return requirement switch
        {
            Requirement.OfGender of => interpreter.Gender == of.Gender,
            Requirement.SwornToday => interpreter.Oaths.Any(oath => oath.Language == request.Language && oath.IsValidOn(day)),
            Requirement.AtLeast atLeast => spoken.Level <= atLeast.Level,
            Requirement.KnowsField => interpreter.Fields.Contains(request.Field),
            Requirement.SpeaksVariety speaks => spoken.Varieties.Contains(speaks.Variety),
            Requirement.ThisInterpreter named => interpreter.Id == named.Interpreter,
            _ => false,
        };
    }
}
