using System.Diagnostics;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>Delta debugging (Zeller): leaves out ever smaller pieces of a failing list, as long as it still fails.</summary>
internal static class Shrinker
{
    /// <summary>First by whole groups, such as all that one person does, then one by one.</summary>
    public static IReadOnlyList<T> Shrink<T, TGroup>(IReadOnlyList<T> failing, Func<T, TGroup> groupOf, Func<IReadOnlyList<T>, bool> fails, TimeSpan patience)
    {
        List<T> Of(IReadOnlyList<TGroup> groups)
        {
            var kept = groups.ToHashSet();
            return [.. failing.Where(one => kept.Contains(groupOf(one)))];
        }

        var watch = Stopwatch.StartNew();
        var fewest = Shrink([.. failing.Select(groupOf).Distinct()], groups => fails(Of(groups)), patience);
        return Shrink(Of(fewest), fails, patience - watch.Elapsed);
    }

    public static IReadOnlyList<T> Shrink<T>(IReadOnlyList<T> failing, Func<IReadOnlyList<T>, bool> fails, TimeSpan patience)
    {
        var watch = Stopwatch.StartNew();
        var best = failing;
        for (var size = Math.Max(best.Count / 2, 1); ; size /= 2)
        {
            var before = best.Count;
            for (var from = 0; from < best.Count;)
            {
                var without = Without(best, from, size);
                if (watch.Elapsed > patience)
                {
                    return best;
                }

                if (fails(without))
                {
                    best = without;
                }
                else
                {
                    from += size;
                }
            }

            if (size == 1 && best.Count == before)
            {
                return best;
            }

            // A piece left out at the end can make another one dispensable: singles are tried until nothing changes.
            size = size == 1 ? 2 : size;
        }
    }

    private static List<T> Without<T>(IReadOnlyList<T> list, int from, int size) => [.. list.Where((_, at) => at < from || at >= from + size)];
}
