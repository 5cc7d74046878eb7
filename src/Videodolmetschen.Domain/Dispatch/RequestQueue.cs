namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Those who wait for one language, first place first. Priorities age by one point per second (SEMANTICS.md 1): a head start
/// of so many points is the same as having asked so many seconds earlier, so the order never changes while they wait.
/// </summary>
internal sealed class RequestQueue
{
    private readonly OrderedList<LiveRequest> _waiting = new(ByPlace);

    public static IComparer<LiveRequest> ByPlace { get; } = Comparer<LiveRequest>.Create(Compare);

    public int Count => _waiting.Count;

    /// <summary>How many wait for one interpreter by name: their hope hangs on a single person.</summary>
    public int Named { get; private set; }

    public LiveRequest this[int index] => _waiting[index];

    /// <summary>True when somebody else's position has changed by it.</summary>
    public bool Add(LiveRequest request)
    {
        request.Queued = true;
        Named += request.Named is null ? 0 : 1;
        return _waiting.Add(request) < _waiting.Count - 1;
    }

    /// <inheritdoc cref="Add"/>
    public bool Remove(LiveRequest request)
    {
        request.Queued = false;
        Named -= request.Named is null ? 0 : 1;
        return _waiting.Remove(request) < _waiting.Count;
    }

    /// <summary>1 is next; null when it does not wait.</summary>
    public int? PositionOf(LiveRequest request) => request.Queued ? _waiting.IndexOf(request) + 1 : null;

    public static int Compare(LiveRequest? one, LiveRequest? other)
    {
        var byPlace = one!.Place.CompareTo(other!.Place);
        return byPlace != 0 ? byPlace : one.Row.Id.Value.CompareTo(other.Row.Id.Value);
    }
}
