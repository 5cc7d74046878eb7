using System.Diagnostics;

namespace Videodolmetschen.Benchmarks;

/// <summary>How much is measured.</summary>
internal sealed record Effort
{
    public bool IsQuick { get; init; }

    public int Rounds { get; init; }

    /// <summary>Whole conversations of a round, one after the other.</summary>
    public int Samples { get; init; }

    public TimeSpan WarmUp { get; init; }

    /// <summary>One stretch with everything in flight.</summary>
    public TimeSpan Stretch { get; init; }

    public TimeSpan OpenSnapshot { get; init; }

    /// <summary>A multiple of those in flight, so that each has a pause between two conversations.</summary>
    public int ManyDesks { get; init; }

    public int Connections { get; init; }

    public int Signals { get; init; }

    public static Effort Quick { get; } = new()
    {
        IsQuick = true, Rounds = 2, Samples = 60, WarmUp = TimeSpan.FromSeconds(2), Stretch = TimeSpan.FromSeconds(1),
        OpenSnapshot = TimeSpan.FromSeconds(2), ManyDesks = 64, Connections = 300, Signals = 12_000,
    };

    public static Effort Full { get; } = new()
    {
        Rounds = 5, Samples = 250, WarmUp = TimeSpan.FromSeconds(15), Stretch = TimeSpan.FromSeconds(5),
        OpenSnapshot = TimeSpan.FromSeconds(20), ManyDesks = 320, Connections = 2_000, Signals = 30_000,
    };
}

/// <summary>Durations of one round in milliseconds.</summary>
internal sealed class Durations
{
    private readonly List<double> _milliseconds = [];

    public double P50 => Percentile(0.50);

    public double P99 => Percentile(0.99);

    public void Add(long from, long to) => _milliseconds.Add(Stopwatch.GetElapsedTime(from, to).TotalMilliseconds);

    private double Percentile(double part)
    {
        var sorted = _milliseconds.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(part * sorted.Length))];
    }
}

internal static class Median
{
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted[sorted.Length / 2];
    }

    public static double Of<T>(IEnumerable<T> rounds, Func<T, double> figure) => Of(rounds.Select(figure));
}
