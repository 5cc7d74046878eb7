using System.Diagnostics;

namespace Videodolmetschen.Server.Hosting;

/// <summary>
/// Places where a process dies as in a power cut, so that tests see what a restart makes of it. The environment names a file, and the
/// file names the place: a test writes it when the moment has come. Release builds have no such places.
/// </summary>
internal static class CrashPoint
{
    public const string Variable = "VIDEODOLMETSCHEN_CRASH_FILE";

    private static readonly string? Order = Environment.GetEnvironmentVariable(Variable);

    [Conditional("DEBUG")]
    public static void Reach(string place)
    {
        if (Order is not null && IsOrdered(place))
        {
            Die();
        }
    }

    /// <param name="moment">Before or after the commit: <c>decided</c> or <c>stored</c>, <c>forgetting</c> or <c>forgotten</c>.</param>
    /// <param name="steps">What the commit is about; the place is both words, as in <c>stored_offer</c>.</param>
    [Conditional("DEBUG")]
    public static void Reach(string moment, IEnumerable<string> steps)
    {
        if (Order is not null && steps.Any(step => IsOrdered(moment + "_" + step)))
        {
            Die();
        }
    }

    private static bool IsOrdered(string place) => File.Exists(Order) && File.ReadAllText(Order) == place;

    /// <summary>SIGKILL: no handler, no <c>finally</c>, no last write. A moment later, so that whatever was told too early has arrived.</summary>
    private static void Die()
    {
        File.Delete(Order!);
        Thread.Sleep(100);
        Process.GetCurrentProcess().Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
