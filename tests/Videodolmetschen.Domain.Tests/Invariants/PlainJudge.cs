using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Looks at pairs of request and interpreter, the slow and plain way: who should ring and does not (I11), who rings and should
/// not (I18), who searches without hope and who gave up with some (I12), who was passed over (I14). Written from SEMANTICS.md 2,
/// not from the dispatcher.
/// </summary>
internal sealed class PlainJudge(DispatchPolicy policy, Tables tables)
{
    /// <summary>
    /// Deadlines of one instant are worked off in the order in which they were set, so a wave of a later request may widen just before
    /// that of an earlier one. That may happen to somebody now and then, not again and again.
    /// </summary>
    private const int PassedOverAtMost = 3;

    private readonly HashSet<OfferId> _alone = [];
    private readonly HashSet<RequestId> _resigned = [];
    private readonly Dictionary<RequestId, int> _passedOver = [];
    private DispatchPolicy _policy = policy;

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

    /// <summary>The requester would rather be called back: the search ends although there is hope.</summary>
    public void Resigned(RequestId request) => _resigned.Add(request);

    public void Use(DispatchPolicy policy) => _policy = policy;

    public void Restarted(DispatchPolicy? policy = null)
    {
        _policy = policy ?? _policy;
        _alone.Clear();
    }

    /// <summary>What is wrong with what has just happened. A hope can only be lost at the desks named.</summary>
    public void Judge(DispatchOutcome outcome, DateTimeOffset now, IEnumerable<LanguageCode> desksInDoubt, Objections objections)
    {
        var passedOver = new HashSet<RequestId>();
        foreach (var change in outcome.Changes)
        {
            switch (change)
            {
                case Change.OfOffer { Before: null, After: var offer }:
                    objections.Expect("I18", MayRing(offer, now), $"{offer} should not ring");
                    CollectPassedOver(offer, now, passedOver);
                    break;
                case Change.OfCallback { After: { State: CallbackState.Ready } callback } when callback.ReadyAt == now:
                    objections.Expect("I11", IsAnybodyFree(callback.Wanted, now), $"nobody is free for {callback.Id}");
                    break;
                case Change.OfSession { Before: null, After: var session }:
                    objections.Expect("I18", IsValid(session, now), $"{session} is not valid at {now:O}");
                    break;
                case Change.OfStint { Before: null, After: { Relief: not null } stint }:
                    objections.Expect("I18", IsValid(stint, now), $"{stint} is not valid at {now:O}");
                    break;
                case Change.OfRequest { After: var request }:
                    JudgeHope(request, now, objections);
                    var early = request.State == RequestState.Unserved && !_resigned.Contains(request.Id) && now < (request.Promised?.EndsAt ?? request.RequestedAt + _policy.UnservedAfter);
                    objections.Expect("I12", !early || !HasHope(request, now), $"{request.Id} gave up with hope");
                    break;
            }
        }

        foreach (var language in desksInDoubt)
        {
            foreach (var request in tables.Desk(language).Searching.Values)
            {
                JudgeHope(request, now, objections);
            }
        }

        JudgeOrder(passedOver, objections);
    }

    public void JudgeIdleHands(LanguageCode language, DateTimeOffset now, Objections objections)
    {
        var desk = tables.Desk(language);
        foreach (var request in desk.Promised.Values)
        {
            objections.Expect("I11", !IsKeptWaiting(request, now), $"{request.Promised} waits for somebody who is there");
        }

        if (desk.Free.Count + desk.Resting.Count == 0)
        {
            return;
        }

        foreach (var request in desk.Searching.Values)
        {
            if (request.Promised is null && Wants(request, now))
            {
                JudgeIdleHands(desk.Free.Values, request, now, objections);
                JudgeIdleHands(desk.Resting.Values, request, now, objections);
            }
        }
    }

    private void JudgeIdleHands(Dictionary<InterpreterId, Interpreter>.ValueCollection interpreters, InterpretingRequest request, DateTimeOffset now, Objections objections)
    {
        foreach (var interpreter in interpreters)
        {
            var couldRing = Suits(interpreter, request, now) && MayBeRungFor(interpreter, request, now) && IsIdle(interpreter);
            objections.Expect("I11", !couldRing, $"{interpreter.DisplayName} is free and {request.Id} wants more at {now - request.RequestedAt}");
        }
    }

    /// <summary>The interpreter of an appointment is there, and nothing rings.</summary>
    private bool IsKeptWaiting(InterpretingRequest request, DateTimeOffset now) =>
        request.Promised is { } promised
        && now < promised.EndsAt
        && Wants(request, now)
        && tables.Interpreters.GetValueOrDefault(promised.Interpreter) is { } interpreter
        && MayKeepPromise(interpreter)
        && IsIdle(interpreter)
        && Qualifies(interpreter, request, now);

    private bool MayKeepPromise(Interpreter interpreter) =>
        tables.Presences.GetValueOrDefault(interpreter.Id)?.State is PresenceState.Available or PresenceState.Paused;

    private void JudgeHope(InterpretingRequest request, DateTimeOffset now, Objections objections) =>
        objections.Expect("I12", !IsSearching(tables.Requests[request.Id]) || request.HelpAskedAt is not null || request.Promised is not null || HasHope(request, now), $"{request.Id} searches without hope");

    private void JudgeOrder(HashSet<RequestId> passedOver, Objections objections)
    {
        foreach (var request in passedOver)
        {
            var times = _passedOver[request] = _passedOver.GetValueOrDefault(request) + 1;
            objections.Expect("I14", times <= PassedOverAtMost, $"{request} was passed over {times} times");
        }
    }

    /// <summary>Those of the same language and priority who came first, whom this interpreter suits, and who want more.</summary>
    private void CollectPassedOver(Offer offer, DateTimeOffset now, HashSet<RequestId> passedOver)
    {
        var (rung, interpreter) = (tables.Requests[offer.Request], tables.Interpreters[offer.Interpreter]);
        if (_alone.Contains(offer.Id))
        {
            return;
        }

        foreach (var other in tables.Desk(rung.Language).Searching.Values)
        {
            if (other.Priority == rung.Priority && other.Language == rung.Language && (other.ReliefFor is null) == (rung.ReliefFor is null) && other.Place < rung.Place && Wants(other, now) && Suits(interpreter, other, now))
            {
                passedOver.Add(other.Id);
            }
        }
    }

    private bool Wants(InterpretingRequest request, DateTimeOffset now)
    {
        var ringing = 0;
        foreach (var offer in tables.OffersFor(request.Id))
        {
            if (offer.State != OfferState.Open || offer.Extended)
            {
                continue;
            }

            ringing++;
            if (_alone.Contains(offer.Id))
            {
                return false;
            }
        }

        return IsSearching(request) && ringing < Size(request, now);
    }

    private int Size(InterpretingRequest request, DateTimeOffset now)
    {
        if (request.Promised is not null)
        {
            return 1;
        }

        var age = now - request.RequestedAt;
        if (request.Priority == Priority.Emergency || age >= _policy.EverybodyAfter)
        {
            return int.MaxValue;
        }

        var size = _policy.FirstWaveSize;
        for (var at = _policy.FirstWaveAlone; at <= age; at += _policy.NextWaveEvery)
        {
            size += _policy.NextWaveSize;
        }

        return size;
    }

    private bool MayRing(Offer offer, DateTimeOffset now)
    {
        var (request, interpreter) = (tables.Requests[offer.Request], tables.Interpreters[offer.Interpreter]);
        return _alone.Contains(offer.Id)
            ? Qualifies(interpreter, request, now) && HasNotAnswered(interpreter, request)
            : MayBeRungFor(interpreter, request, now) && Suits(interpreter, request, now, except: offer.Id);
    }

    /// <summary>Outside the declared hours and in a pause only an emergency rings, and only where its interpreter said so; in an absence nothing does.</summary>
    private bool MayBeRungFor(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now) =>
        request.Promised is { } promised ? promised.Interpreter == interpreter.Id && MayKeepPromise(interpreter) : !IsReserved(interpreter, now) && IsWilling(interpreter, request, now);

    private bool IsWilling(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now) =>
        (IsInHours(interpreter, now) && tables.Presences.GetValueOrDefault(interpreter.Id)?.State != PresenceState.Paused)
        || (request.Priority == Priority.Emergency && interpreter.Reach != EmergencyReach.Never && !IsAbsent(interpreter, now));

    private IEnumerable<Interpreter> HopesAt(TableDesk desk, InterpretingRequest request, DateTimeOffset now)
    {
        var onDuty = desk.OnDuty.Values.Where(one => IsInHours(one, now));
        return request.Priority == Priority.Emergency
            ? onDuty.Concat(desk.Resting.Values.Concat(desk.OnDuty.Values.Where(one => one.Reach != EmergencyReach.Never && tables.Presences[one.Id].State == PresenceState.Available)).Where(one => !IsAbsent(one, now)))
            : onDuty;
    }

    private bool IsIdle(Interpreter interpreter) =>
        tables.IsHere(interpreter.Id) && tables.RingingAt(interpreter.Id).Count == 0;

    // Asked about most often, as Speaks is: no query, no closure.
    private static bool IsReserved(Interpreter interpreter, DateTimeOffset now)
    {
        for (var i = 0; i < interpreter.Reserved.Count; i++)
        {
            if (interpreter.Reserved[i].From <= now && now < interpreter.Reserved[i].Until)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInHours(Interpreter interpreter, DateTimeOffset now) => interpreter.Availability?.Covers(now) ?? true;

    private static bool IsAbsent(Interpreter interpreter, DateTimeOffset now) => interpreter.Availability?.IsAbsent(now) ?? false;

    private bool IsValid(Session session, DateTimeOffset now)
    {
        var (request, interpreter) = (tables.Requests[session.Request], tables.Interpreters[session.Interpreter]);
        return session.Language == Spoken(interpreter, request)
            && session.Requester == request.Requester
            && session.Customer == request.Customer
            && Qualifies(interpreter, request, now);
    }

    /// <summary>A relief brings what the session was asked for, whoever was meant then.</summary>
    private bool IsValid(Stint stint, DateTimeOffset now)
    {
        var session = tables.Sessions[stint.Session];
        var (need, search) = (tables.Requests[session.Request], tables.Requests[stint.Relief!.Value]);
        var same = need with { Promised = null, Requirements = [.. need.Requirements.Where(one => one is not Requirement.ThisInterpreter)] };
        return search.ReliefFor == session.Id
            && stint.Customer == session.Customer
            && stint.Interpreter != session.Interpreter
            && search.Customer == need.Customer
            && search.Language == session.Language
            && Qualifies(tables.Interpreters[stint.Interpreter], same with { Language = session.Language }, now);
    }

    private bool HasHope(InterpretingRequest request, DateTimeOffset now)
    {
        foreach (var language in LanguagesOf(request))
        {
            foreach (var interpreter in HopesAt(tables.Desk(language), request, now))
            {
                if (Qualifies(interpreter, request, now) && HasNotAnswered(interpreter, request))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsAnybodyFree(InterpretingRequest wanted, DateTimeOffset now) =>
        LanguagesOf(wanted).Any(language => tables.Desk(language).Free.Values.Any(interpreter => IsInHours(interpreter, now) && !IsReserved(interpreter, now) && Qualifies(interpreter, wanted, now)));

    private static IEnumerable<LanguageCode> LanguagesOf(InterpretingRequest request) =>
        request.RelatedAllowed ? request.RelatedLanguages.Prepend(request.Language) : [request.Language];

    /// <summary>The language asked for before a related one.</summary>
    private static LanguageCode? Spoken(Interpreter interpreter, InterpretingRequest request)
    {
        if (Speaks(interpreter, request.Language))
        {
            return request.Language;
        }

        for (var i = 0; request.RelatedAllowed && i < request.RelatedLanguages.Count; i++)
        {
            if (Speaks(interpreter, request.RelatedLanguages[i]))
            {
                return request.RelatedLanguages[i];
            }
        }

        return null;
    }

    private static bool Speaks(Interpreter interpreter, LanguageCode language)
    {
        for (var i = 0; i < interpreter.Languages.Count; i++)
        {
            if (interpreter.Languages[i].Language == language && interpreter.Languages[i].BothWays)
            {
                return true;
            }
        }

        return false;
    }

    private bool Suits(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now, OfferId? except = null)
    {
        return Qualifies(interpreter, request, now)
            && (request.Promised is not null || Spoken(interpreter, request) == request.Language || now >= request.Place + _policy.RelatedAfter)
            && !request.Excluded.Contains(interpreter.Id)
            && (request.Promised is not null || MayBeAsked(interpreter, request, now, except));
    }

    private bool MayBeAsked(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now, OfferId? except)
    {
        var age = now - request.RequestedAt;
        return request.Wishes.All(wish => !(age < wish.ReleasedAfter) || Meets(interpreter, wish.What, request, BerlinDay.Of(now)))
            && tables.OffersFor(request.Id).TrueForAll(offer => offer.Interpreter != interpreter.Id || offer.Id == except || MayFollow(offer, age));
    }

    private static bool Qualifies(Interpreter interpreter, InterpretingRequest request, DateTimeOffset now)
    {
        var day = BerlinDay.Of(now);
        return (request.Promised is null || request.Promised.Interpreter == interpreter.Id)
            && Spoken(interpreter, request) is not null
            && !interpreter.BlockedCustomers.Contains(request.Customer)
            && (!request.NeedsSection203 || interpreter.Section203Until >= day)
            && request.Requirements.All(requirement => Meets(interpreter, requirement, request, day));
    }

    private static bool IsSearching(InterpretingRequest request) => request.State is RequestState.Waiting or RequestState.Offered;

    /// <summary>Whoever is to be relieved is no answer to the search.</summary>
    private bool HasNotAnswered(Interpreter interpreter, InterpretingRequest request) =>
        !request.Excluded.Contains(interpreter.Id)
        && !(request.ReliefFor is { } relieved && tables.Sessions[relieved].Interpreter == interpreter.Id)
        && tables.OffersFor(request.Id)
        .TrueForAll(offer => offer.Interpreter != interpreter.Id || offer.State is not (OfferState.Declined or OfferState.Accepted));

    private bool MayFollow(Offer offer, TimeSpan age) => offer.State switch
    {
        OfferState.Withdrawn => true,
        OfferState.Expired => age >= _policy.EverybodyAfter,
        _ => false,
    };

    private static bool Meets(Interpreter interpreter, Requirement requirement, InterpretingRequest request, DateOnly day)
    {
        var language = Spoken(interpreter, request);
        var spoken = interpreter.Languages.First(one => one.Language == language);
        return requirement switch
        {
            Requirement.OfGender of => interpreter.Gender == of.Gender,
            Requirement.SwornToday => interpreter.Oaths.Any(oath => oath.Language == language && oath.IsValidOn(day)),
            Requirement.AtLeast atLeast => spoken.Level <= atLeast.Level,
            Requirement.KnowsField => interpreter.Fields.Contains(request.Field),
            Requirement.SpeaksVariety speaks => spoken.Varieties.Contains(speaks.Variety),
            Requirement.ThisInterpreter named => interpreter.Id == named.Interpreter,
            _ => false,
        };
    }
}
