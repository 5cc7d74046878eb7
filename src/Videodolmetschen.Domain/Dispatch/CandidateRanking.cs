using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>Somebody who may be rung, and why at this rank.</summary>
internal readonly record struct Candidate(LiveInterpreter Interpreter, RankReasons Reasons);

/// <summary>
/// Who is rung first (SEMANTICS.md 2): continuity, the language asked for before a related one, fulfilled wishes, best fit of the qualification, field known, longest idle,
/// fewest offered minutes. Best fit: where a level is required, the nearest to it, so that the higher qualified stay free for
/// those who need them; where none is, the highest.
/// </summary>
internal static class CandidateRanking
{
    public static IComparer<LiveInterpreter> ByIdleness { get; } = Comparer<LiveInterpreter>.Create(CompareIdleness);

    /// <summary>Those whom only emergencies may ring, the longest idle first; they come after all who are available.</summary>
    public static IEnumerable<Candidate> OnCall(LiveRequest request, IEnumerable<LiveInterpreter> onCall, DispatchPolicy policy, DateTimeOffset now) =>
        onCall
            .Where(one => Eligibility.Now(one, request, policy, now) == Obstacles.None)
            .OrderBy(one => one.Presence.IdleSince)
            .ThenBy(one => one.Id.Value)
            .Select(one => new Candidate(one, Reasons(request.Row, one)));

    /// <summary>The best free candidates, at most so many, best first.</summary>
    public static List<Candidate> Best(LiveRequest request, LiveInterpreter? wished, int count, DispatchPolicy policy, DateTimeOffset now)
    {
        var best = new List<Candidate>(Math.Min(count, 8));
        if (wished is not null && Eligibility.Now(wished, request, policy, now) == Obstacles.None)
        {
            best.Add(new Candidate(wished, Reasons(request.Row, wished)));
        }

        if ((request.Named ?? Eligibility.NamedByWish(request.Row, now)) is not null)
        {
            return best;
        }

        var ranked = RankGroups(request, policy, now);
        for (var from = 0; from < ranked.Count && best.Count < count;)
        {
            var to = from + 1;
            while (to < ranked.Count && ranked[to].Key == ranked[from].Key)
            {
                to++;
            }

            Take(best, ranked.GetRange(from, to - from), new Pick(request, wished, count, policy, now));
            from = to;
        }

        return best;
    }

    public static RankReasons Reasons(InterpretingRequest request, LiveInterpreter interpreter)
    {
        var (desk, group) = interpreter.SeatFor(request)!.Value;
        var profile = group.Profile;
        var continuity = IsWished(interpreter.Id, request);
        return new RankReasons(
            continuity,
            FulfilledWishes(profile, request) + (continuity ? 1 : 0),
            (int)profile.Level,
            profile.Knows(request.Field),
            interpreter.Presence.IdleSince,
            interpreter.MinutesThisWeek,
            desk.Language == request.Language ? null : desk.Language);
    }

    /// <summary>Smaller is better.</summary>
    public static int Fit(Profile profile, InterpretingRequest request)
    {
        QualificationLevel? required = null;
        for (var i = 0; i < request.Requirements.Count; i++)
        {
            if (request.Requirements[i] is Requirement.AtLeast atLeast && !(required <= atLeast.Level))
            {
                required = atLeast.Level;
            }
        }

        return required is { } level ? level - profile.Level : (int)profile.Level;
    }

    /// <summary>The requester wishes the same interpreter as last time.</summary>
    public static bool IsWished(InterpreterId interpreter, InterpretingRequest request)
    {
        for (var i = 0; i < request.Wishes.Count; i++)
        {
            if (request.Wishes[i].What is Requirement.ThisInterpreter same && same.Interpreter == interpreter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How many wishes the profile fulfils; who it is, is not a matter of the profile.</summary>
    public static int FulfilledWishes(Profile profile, InterpretingRequest request)
    {
        var fulfilled = 0;
        for (var i = 0; i < request.Wishes.Count; i++)
        {
            var what = request.Wishes[i].What;
            if (what is not Requirement.ThisInterpreter && Eligibility.Against(what, profile, request.Field) == Obstacles.None)
            {
                fulfilled++;
            }
        }

        return fulfilled;
    }

    private static List<RankedGroup> RankGroups(LiveRequest request, DispatchPolicy policy, DateTimeOffset now)
    {
        var ranked = new List<RankedGroup>();
        AddGroups(ranked, request, request.Desk, now);
        if (now >= Eligibility.RelatedFrom(request.Row, policy))
        {
            for (var i = 0; i < request.RelatedDesks.Count; i++)
            {
                AddGroups(ranked, request, request.RelatedDesks[i], now);
            }
        }

        ranked.Sort((one, other) => one.Key.CompareTo(other.Key));
        return ranked;
    }

    private static void AddGroups(List<RankedGroup> ranked, LiveRequest request, LanguageDesk desk, DateTimeOffset now)
    {
        var groups = desk.Groups;
        for (var i = 0; i < groups.Count; i++)
        {
            var profile = groups[i].Profile;
            if (groups[i].Free.Count > 0
                && Eligibility.OfProfile(profile, request.Row) == Obstacles.None
                && Eligibility.OfBindingWishes(profile, request.Row, now) == Obstacles.None)
            {
                var key = (
                    desk == request.Desk ? 0 : 1,
                    -FulfilledWishes(profile, request.Row),
                    Fit(profile, request.Row),
                    profile.Knows(request.Row.Field) ? 0 : 1);
                ranked.Add(new RankedGroup(key, desk, groups[i]));
            }
        }
    }

    /// <summary>From groups of equal rank the longest idle, whichever group they are in.</summary>
    private static void Take(List<Candidate> best, List<RankedGroup> equals, Pick pick)
    {
        var found = new List<LiveInterpreter>();
        foreach (var (_, desk, group) in equals)
        {
            var wanted = pick.Count - best.Count;
            foreach (var interpreter in group.Free)
            {
                if (wanted == 0)
                {
                    break;
                }

                if (pick.Allows(interpreter, desk))
                {
                    found.Add(interpreter);
                    wanted--;
                }
            }
        }

        if (equals.Count > 1)
        {
            found.Sort(ByIdleness);
        }

        foreach (var interpreter in found.Take(pick.Count - best.Count))
        {
            best.Add(new Candidate(interpreter, Reasons(pick.Request.Row, interpreter)));
        }
    }

    private static int CompareIdleness(LiveInterpreter? one, LiveInterpreter? other)
    {
        var byIdleness = one!.IdleKey.CompareTo(other!.IdleKey);
        return byIdleness != 0 ? byIdleness : one.Id.Value.CompareTo(other.Id.Value);
    }

    private readonly record struct RankedGroup((int Related, int Wishes, int Fit, int Field) Key, LanguageDesk Desk, ProfileGroup Group);

    private readonly record struct Pick(
        LiveRequest Request,
        LiveInterpreter? Wished,
        int Count,
        DispatchPolicy Policy,
        DateTimeOffset Now)
    {
        public bool Allows(LiveInterpreter interpreter, LanguageDesk desk) =>
            interpreter != Wished
            && (desk == Request.Desk || interpreter.SeatFor(Request.Row)?.Desk == desk)
            && !interpreter.Row.BlockedCustomers.Contains(Request.Row.Customer)
            && Eligibility.OfHistory(interpreter.Id, Request, Policy, Now) == Obstacles.None;
    }
}
