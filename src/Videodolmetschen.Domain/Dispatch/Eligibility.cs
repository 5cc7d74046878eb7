using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>Why somebody may not be offered a request. None is a yes.</summary>
[Flags]
public enum Obstacles
{
    None = 0,
    /// <summary>Does not work in the language both ways.</summary>
    Language = 1,
    Gender = 1 << 1,
    /// <summary>No oath for the language that is valid today.</summary>
    Oath = 1 << 2,
    Level = 1 << 3,
    Field = 1 << 4,
    Variety = 1 << 5,
    /// <summary>Another interpreter is named by the request.</summary>
    AnotherNamed = 1 << 6,
    /// <summary>No obligation under § 203 StGB that is valid today.</summary>
    Section203 = 1 << 7,
    /// <summary>One side has blocked the other.</summary>
    Blocked = 1 << 8,
    /// <summary>Not available, without connection, ringing for another request, in a session, or before an own appointment.</summary>
    NotFree = 1 << 9,
    /// <summary>Declined this request, or could not connect in it.</summary>
    Declined = 1 << 10,
    /// <summary>Missed this request, and it may not be repeated yet.</summary>
    Missed = 1 << 11,
    /// <summary>Speaks a related language, and it is too early for that.</summary>
    RelatedLater = 1 << 12,
}

/// <summary>Who may be offered what, and if not, why not.</summary>
internal static class Eligibility
{
    /// <summary>The lasting obstacles: language, hard requirements, § 203, conflicts.</summary>
    public static Obstacles Lasting(LiveInterpreter interpreter, InterpretingRequest request)
    {
        if (interpreter.SeatFor(request) is not { } seat)
        {
            return Obstacles.Language;
        }

        var found = OfProfile(seat.Group.Profile, request);
        if (interpreter.Row.BlockedCustomers.Contains(request.Customer))
        {
            found |= Obstacles.Blocked;
        }

        return Named(request) is { } named && named != interpreter.Id ? found | Obstacles.AnotherNamed : found;
    }

    /// <summary>All obstacles at this moment, wishes that still bind among them.</summary>
    public static Obstacles Now(LiveInterpreter interpreter, LiveRequest request, DispatchPolicy policy, DateTimeOffset now)
    {
        var found = Lasting(interpreter, request.Row) | OfHistory(interpreter.Id, request, policy, now);
        if (interpreter.SeatFor(request.Row) is { } seat)
        {
            found |= OfBindingWishes(seat.Group.Profile, request.Row, now);
            found |= seat.Desk == request.Desk || now >= RelatedFrom(request.Row, policy) ? Obstacles.None : Obstacles.RelatedLater;
        }

        if (NamedByWish(request.Row, now) is { } named && named != interpreter.Id)
        {
            found |= Obstacles.AnotherNamed;
        }

        return interpreter.MayBeRungFor(request.Row) ? found : found | Obstacles.NotFree;
    }

    public static Obstacles OfProfile(Profile profile, InterpretingRequest request)
    {
        var found = request.NeedsSection203 && !profile.Obliged ? Obstacles.Section203 : Obstacles.None;
        for (var i = 0; i < request.Requirements.Count; i++)
        {
            found |= Against(request.Requirements[i], profile, request.Field);
        }

        return found;
    }

    /// <summary>From when on a related language will do.</summary>
    public static DateTimeOffset RelatedFrom(InterpretingRequest request, DispatchPolicy policy) => request.Place + policy.RelatedAfter;

    /// <summary>A wish with a release time binds like a requirement until then.</summary>
    public static Obstacles OfBindingWishes(Profile profile, InterpretingRequest request, DateTimeOffset now)
    {
        var found = Obstacles.None;
        for (var i = 0; i < request.Wishes.Count; i++)
        {
            if (Binds(request.Wishes[i], request, now))
            {
                found |= Against(request.Wishes[i].What, profile, request.Field);
            }
        }

        return found;
    }

    public static Obstacles OfHistory(InterpreterId interpreter, LiveRequest request, DispatchPolicy policy, DateTimeOffset now)
    {
        if (request.HasDeclined(interpreter))
        {
            return Obstacles.Declined;
        }

        return request.HasMissed(interpreter) && now < request.Row.RequestedAt + policy.EverybodyAfter
            ? Obstacles.Missed
            : Obstacles.None;
    }

    /// <summary>The one interpreter who alone may be offered it, by an appointment's promise or by requirement.</summary>
    public static InterpreterId? Named(InterpretingRequest request)
    {
        if (request.Promised is { } promised)
        {
            return promised.Interpreter;
        }

        for (var i = 0; i < request.Requirements.Count; i++)
        {
            if (request.Requirements[i] is Requirement.ThisInterpreter named)
            {
                return named.Interpreter;
            }
        }

        return null;
    }

    /// <summary>The one interpreter who alone may be offered it now, by a wish that still binds.</summary>
    public static InterpreterId? NamedByWish(InterpretingRequest request, DateTimeOffset now)
    {
        for (var i = 0; i < request.Wishes.Count; i++)
        {
            if (request.Wishes[i].What is Requirement.ThisInterpreter named && Binds(request.Wishes[i], request, now))
            {
                return named.Interpreter;
            }
        }

        return null;
    }

    public static bool Binds(Wish wish, InterpretingRequest request, DateTimeOffset now) =>
        wish.ReleasedAfter is { } after && now < request.RequestedAt + after;

    /// <summary>What the profile lacks. Who it is, is not a matter of the profile.</summary>
    public static Obstacles Against(Requirement requirement, Profile profile, Field field) => requirement switch
    {
        Requirement.OfGender of => profile.Gender == of.Gender ? Obstacles.None : Obstacles.Gender,
        Requirement.SwornToday => profile.Sworn ? Obstacles.None : Obstacles.Oath,
        Requirement.AtLeast atLeast => profile.Level <= atLeast.Level ? Obstacles.None : Obstacles.Level,
        Requirement.KnowsField => profile.Knows(field) ? Obstacles.None : Obstacles.Field,
        Requirement.SpeaksVariety speaks => profile.Speaks(speaks.Variety) ? Obstacles.None : Obstacles.Variety,
        _ => Obstacles.None,
    };
}
