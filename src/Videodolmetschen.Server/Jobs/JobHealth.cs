namespace Videodolmetschen.Server.Jobs;

/// <summary>Judges how a job stands. A job that has not succeeded for two periods is silent, whatever the reason.</summary>
internal static class JobHealth
{
    private const int PeriodsOfSilence = 2;

    /// <summary>What a busy node may be late by.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(30);

    public static bool IsSilent(PlannedJob job, JobState state, DateTimeOffset now) =>
        now - (state.SucceededAt ?? state.WatchedSince) > (job.Cadence.Period * PeriodsOfSilence) + Tolerance;
}
