using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Looks at every pair of a searching request and a free interpreter, the slow and plain way, for one that should ring and does
/// not (I11). Written from SEMANTICS.md 2, not from the dispatcher.
/// </summary>
internal sealed class IdleHands(DispatchPolicy policy, Tables tables, Func<InterpreterId, bool> isHere)
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

    public IEnumerable<string> Find(DateTimeOffset now) =>
        from request in tables.Requests.Values
        where Wants(request, now)
        from interpreter in tables.Interpreters.Values
        where IsFree(interpreter) && Suits(interpreter, request, now)
        select $"I11: {interpreter.DisplayName} is free and {request.Id} wants more at {now - request.RequestedAt}";

    private bool Wants(InterpretingRequest request, DateTimeOffset now)
    {
        var ringing = tables.Offers.Values.Where(offer => offer.Request == request.Id && offer.State == OfferState.Open).ToList();
        return request.State is RequestState.Waiting or RequestState.Offered
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

    private bool Suits(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now)
    {
        var day = BerlinTime.DayOf(now);
        var age = now - request.RequestedAt;
        return interpreter.Languages.Any(spoken => spoken.Language == request.Language && spoken.BothWays)
            && !interpreter.BlockedCustomers.Contains(request.Customer)
            && (!request.NeedsSection203 || interpreter.Section203Until >= day)
            && request.Requirements.All(requirement => Meets(interpreter, requirement, request, day))
            && request.Wishes.Where(wish => age < wish.ReleasedAfter).All(wish => Meets(interpreter, wish.What, request, day))
            && History(interpreter, request).All(offer => MayFollow(offer, age));
    }

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
