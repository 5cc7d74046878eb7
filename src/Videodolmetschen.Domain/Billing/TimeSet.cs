namespace Videodolmetschen.Domain.Billing;

/// <summary>Instants, as stretches in order that do not touch.</summary>
internal sealed class TimeSet
{
    private readonly IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> _stretches;

    private TimeSet(IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> stretches) => _stretches = stretches;

    public static TimeSet Nothing { get; } = new([]);

    public bool IsEmpty => _stretches.Count == 0;

    /// <summary>One more stretch; what it touches becomes one with it. Nothing where it is empty.</summary>
    public TimeSet With(DateTimeOffset from, DateTimeOffset until)
    {
        if (until <= from)
        {
            return this;
        }

        var touched = _stretches.Where(one => one.From <= until && from <= one.Until).Append((From: from, Until: until)).ToList();
        var merged = (touched.Min(one => one.From), touched.Max(one => one.Until));
        return new TimeSet([.. _stretches.Where(one => one.From > until || from > one.Until).Append(merged).Order()]);
    }

    public TimeSet With(TimeSet other) => other._stretches.Aggregate(this, (all, one) => all.With(one.From, one.Until));

    public TimeSet Without(TimeSet other) => new([.. other._stretches.Aggregate(
        _stretches.AsEnumerable(),
        (left, hole) => left.SelectMany(one => new[] { (one.From, Min(one.Until, hole.From)), (Max(one.From, hole.Until), one.Until) }).Where(one => one.Item2 > one.Item1))]);

    public TimeSpan Within(DateTimeOffset from, DateTimeOffset until) => _stretches.Aggregate(
        TimeSpan.Zero,
        (sum, one) => (Max(one.From, from), Min(one.Until, until)) is var (begin, end) && end > begin ? sum + (end - begin) : sum);

    private static DateTimeOffset Min(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
