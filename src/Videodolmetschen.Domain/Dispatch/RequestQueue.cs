using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Those who wait for one language, first place first: emergencies before all others. Priorities age by one point per second
/// (SEMANTICS.md 1): a head start of so many points is the same as having asked so many seconds earlier, so the order never changes
/// while they wait.
/// </summary>
internal sealed class RequestQueue
{
    private readonly OrderedList<LiveRequest> _waiting = new(ByPlace);

    public static IComparer<LiveRequest> ByPlace { get; } = Comparer<LiveRequest>.Create(Compare);

    public int Count => _waiting.Count;

    /// <summary>How many wait for one interpreter by name: their hope hangs on a single person.</summary>
    public int Named { get; private set; }

    /// <summary>How many cannot take everybody who speaks the language.</summary>
    public int Choosy { get; private set; }

    public LiveRequest this[int index] => _waiting[index];

    /// <summary>True when somebody else's position has changed by it.</summary>
    public bool Add(LiveRequest request)
    {
        request.Queued = true;
        Named += request.Named is null ? 0 : 1;
        Choosy += request.IsChoosy ? 1 : 0;
        return _waiting.Add(request) < _waiting.Count - 1;
    }

    /// <inheritdoc cref="Add"/>
    public bool Remove(LiveRequest request)
    {
        request.Queued = false;
        Named -= request.Named is null ? 0 : 1;
        Choosy -= request.IsChoosy ? 1 : 0;
        return _waiting.Remove(request) < _waiting.Count;
    }

    /// <summary>
    /// The place among those who compete for the same interpreters: 1 is next; null when it does not wait. Whose needs no
    /// interpreter of the language could meet together is in nobody's way.
    /// </summary>
    public int? PositionOf(LiveRequest request)
    {
        if (!request.Queued)
        {
            return null;
        }

        var ahead = _waiting.IndexOf(request);
        return 1 + (Choosy == 0 ? ahead : CountRivals(request, ahead));
    }

    private int CountRivals(LiveRequest request, int ahead)
    {
        var rivals = 0;
        for (var i = 0; i < ahead; i++)
        {
            rivals += request.CompetesWith(_waiting[i]) ? 1 : 0;
        }

        return rivals;
    }

    public static int Compare(LiveRequest? one, LiveRequest? other)
    {
        var (first, second) = (one!.Row.Priority == Priority.Emergency, other!.Row.Priority == Priority.Emergency);
        if (first != second)
        {
            return first ? -1 : 1;
        }

        var byPlace = one.Place.CompareTo(other.Place);
        return byPlace != 0 ? byPlace : one.Row.Id.Value.CompareTo(other.Row.Id.Value);
    }
}
