using System.Diagnostics;

namespace Videodolmetschen.Benchmarks;

/// <summary>What a stretch with everything in flight came to, and whose processor time it took.</summary>
/// <param name="PerSecond">Acts done.</param>
/// <param name="PerAct">Processor time of one act.</param>
/// <param name="Foreign">Cores that others used meanwhile.</param>
internal sealed record Stretch(double PerSecond, ProcessorTime PerAct, double Foreign)
{
    public bool IsDisturbed => Foreign > 0.3;
}

internal static class Saturation
{
    /// <summary>Each worker does one thing after the other for the given time; bounded by it. Tried once more when others took the processor.</summary>
    public static async Task<Stretch> MeasureAsync(int workers, TimeSpan time, Func<int, Task> act, int? service = null, int? postmaster = null)
    {
        var first = await OnceAsync(workers, time, act, service, postmaster);
        if (!first.IsDisturbed)
        {
            return first;
        }

        var second = await OnceAsync(workers, time, act, service, postmaster);
        return second.Foreign < first.Foreign ? second : first;
    }

    private static async Task<Stretch> OnceAsync(int workers, TimeSpan time, Func<int, Task> act, int? service, int? postmaster)
    {
        var before = ProcessorTime.Read(service, postmaster);
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
        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var used = ProcessorTime.Read(service, postmaster) - before;
        return new Stretch(counts.Sum() / took, used / counts.Sum(), (used.Machine - used.Ours) / took);
    }
}
