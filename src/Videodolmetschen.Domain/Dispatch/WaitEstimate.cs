namespace Videodolmetschen.Domain.Dispatch;

/// <summary>How long others waited at this hour for this language, with the size of the sample. Too few cases say nothing.</summary>
/// <param name="Cases">Requests that were served or given up.</param>
/// <param name="IsKnown">False where there were too few cases.</param>
/// <param name="Median">Half of them waited at most so long; null when unknown, or when for half of them nobody came.</param>
/// <param name="Ninetieth">Nine out of ten waited at most so long; null likewise.</param>
public sealed record WaitEstimate(int Cases, bool IsKnown, TimeSpan? Median, TimeSpan? Ninetieth)
{
    /// <param name="waits">One for each case; null where nobody came, which counts as longer than any other.</param>
    /// <param name="casesAtLeast"><see cref="DispatchPolicy.EstimateCases"/>.</param>
    public static WaitEstimate Of(IReadOnlyCollection<TimeSpan?> waits, int casesAtLeast)
    {
        var ordered = waits.OrderBy(wait => wait ?? TimeSpan.MaxValue).ToList();
        return ordered.Count < casesAtLeast
            ? new WaitEstimate(ordered.Count, false, null, null)
            : new WaitEstimate(ordered.Count, true, Rank(ordered, 50), Rank(ordered, 90));
    }

    private static TimeSpan? Rank(List<TimeSpan?> ordered, int percent) => ordered[((ordered.Count * percent) + 99) / 100 - 1];
}
