namespace Videodolmetschen.Domain.Reporting;

/// <summary>By the nearest rank: the smallest value that at least so large a part of all does not exceed. Always a value that was there.</summary>
public static class Percentile
{
    /// <param name="part">More than 0, at most 1.</param>
    /// <param name="counts">Values and how often each was there, in any order.</param>
    /// <returns>Null where there is none.</returns>
    public static int? Of(decimal part, IEnumerable<(int Value, int Count)> counts)
    {
        if (part is <= 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(part));
        }

        var sorted = counts.Where(one => one.Count > 0).OrderBy(one => one.Value).ToList();
        var rank = (long)Math.Ceiling(part * sorted.Sum(one => (long)one.Count));
        var seen = 0L;
        foreach (var (value, count) in sorted)
        {
            seen += count;
            if (seen >= rank)
            {
                return value;
            }
        }

        return null;
    }
}
