using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>How many could take a request. Asked at every change of a queue.</content>
internal sealed partial class Roster
{
    public int CountKnown(InterpretingRequest request) =>
        Count(request, group => group.Known, _ => true) + CountRelated(request, group => group.Known, _ => true);

    /// <summary>How many who speak the language and could take it are on duty, free or busy.</summary>
    public int CountOnDuty(InterpretingRequest request) => Count(request, group => group.OnDuty, one => one.IsOnDuty);

    /// <summary>How many more are on duty who speak only a related language, where that is allowed.</summary>
    public int CountRelatedOnDuty(InterpretingRequest request) => CountRelated(request, group => group.OnDuty, one => one.IsOnDuty);

    /// <summary>How many of both have not declined it.</summary>
    public int CountHopes(LiveRequest request)
    {
        var hopes = CountOnDuty(request.Row) + CountRelatedOnDuty(request.Row);
        if (request.Row.Priority == Priority.Emergency)
        {
            hopes += OnCall.Count(one => !request.HasDeclined(one.Id) && Eligibility.Lasting(one, request.Row) == Obstacles.None);
        }

        foreach (var id in request.Declined)
        {
            if (Find(id) is { IsOnDuty: true } declined && Eligibility.Lasting(declined, request.Row) == Obstacles.None)
            {
                hopes--;
            }
        }

        return hopes;
    }

    private int Count(InterpretingRequest request, Func<ProfileGroup, int> of, Predicate<LiveInterpreter> counts)
    {
        if (Eligibility.Named(request) is { } named)
        {
            return Find(named) is { } one && counts(one) && Eligibility.Lasting(one, request) == Obstacles.None ? 1 : 0;
        }

        var desk = Desk(request.Language);
        var count = 0;
        for (var i = 0; i < desk.Groups.Count; i++)
        {
            if (Eligibility.OfProfile(desk.Groups[i].Profile, request) == Obstacles.None)
            {
                count += of(desk.Groups[i]);
            }
        }

        return count - CountBlocked(request, counts);
    }

    /// <summary>Person by person: whoever speaks the language itself, or an earlier related one, is not counted here.</summary>
    private int CountRelated(InterpretingRequest request, Func<ProfileGroup, int> of, Predicate<LiveInterpreter> counts)
    {
        if (!request.RelatedAllowed || Eligibility.Named(request) is not null)
        {
            return 0;
        }

        var count = 0;
        for (var i = 0; i < request.RelatedLanguages.Count; i++)
        {
            var desk = Desk(request.RelatedLanguages[i]);
            for (var j = 0; j < desk.Groups.Count; j++)
            {
                if (of(desk.Groups[j]) > 0 && Eligibility.OfProfile(desk.Groups[j].Profile, request) == Obstacles.None)
                {
                    count += CountAt(desk, desk.Groups[j], request, counts);
                }
            }
        }

        return count;
    }

    private static int CountAt(LanguageDesk desk, ProfileGroup group, InterpretingRequest request, Predicate<LiveInterpreter> counts)
    {
        var count = 0;
        foreach (var one in group.Members)
        {
            if (counts(one) && one.SeatFor(request)?.Desk == desk && !one.Row.BlockedCustomers.Contains(request.Customer))
            {
                count++;
            }
        }

        return count;
    }

    private int CountBlocked(InterpretingRequest request, Predicate<LiveInterpreter> counts) =>
        _blockedFor.TryGetValue(request.Customer, out var blocked)
            ? blocked.Count(one => counts(one) && one.SeatFor(request)?.Desk.Language == request.Language && Eligibility.Lasting(one, request) == Obstacles.Blocked)
            : 0;
}
