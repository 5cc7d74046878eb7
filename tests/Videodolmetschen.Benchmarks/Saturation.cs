using System.Diagnostics;

namespace Videodolmetschen.Benchmarks;

internal static class Saturation
{
    /// <summary>Each worker does one thing after the other for the given time; bounded by it.</summary>
    public static async Task<double> PerSecondAsync(int workers, TimeSpan time, Func<int, Task> act)
    {
        var began = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, workers).Select(async worker =>
        {
            var count = 0;
            for (; Stopwatch.GetElapsedTime(began) < time; count++)
            {
                await act(worker);
            }

            return count;
        }));
        return counts.Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}
