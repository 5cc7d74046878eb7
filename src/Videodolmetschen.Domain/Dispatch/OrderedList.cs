namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// A list kept in order. A rank is one binary search, and both ends, where a queue lives, cost next to nothing.
/// The keys of an item must not change while it is inside.
/// </summary>
internal sealed class OrderedList<T>(IComparer<T> order)
{
    private readonly List<T> _items = [];

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    /// <summary>Adds an item and says where it went.</summary>
    public int Add(T item)
    {
        var found = _items.BinarySearch(item, order);
        var at = found < 0 ? ~found : found;
        _items.Insert(at, item);
        return at;
    }

    /// <summary>Removes an item and says where it was.</summary>
    public int Remove(T item)
    {
        var at = IndexOf(item);
        if (at < 0)
        {
            throw new InvalidOperationException("the item is not in the list, or its key has changed inside");
        }

        _items.RemoveAt(at);
        return at;
    }

    public int IndexOf(T item)
    {
        var found = _items.BinarySearch(item, order);
        return found < 0 ? -1 : found;
    }
}
