using System.Diagnostics;

namespace Videodolmetschen.Benchmarks;

/// <summary>How much is measured.</summary>
internal sealed record Effort(int Rounds, int Samples, int WarmUp, TimeSpan Saturation)
{
    public static readonly Effort Quick = new(Rounds: 3, Samples: 150, WarmUp: 100, Saturation: TimeSpan.FromSeconds(3));

    public static readonly Effort Full = new(Rounds: 5, Samples: 400, WarmUp: 300, Saturation: TimeSpan.FromSeconds(8));
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
}
