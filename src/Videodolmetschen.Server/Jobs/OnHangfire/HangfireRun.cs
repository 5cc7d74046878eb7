using Hangfire;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>
/// The only class that Hangfire knows of: one for all jobs. Its name and the shape of its one method stand in the tables, so they stay as they
/// are; a job's own class may be renamed freely.
/// </summary>
internal sealed class HangfireRun(JobRunner runner, JobTurnStore turns, IBackgroundJobClientV2 client)
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(2);

    /// <summary>No run beside a running one. The next round finds what a skipped one left; somebody who asked gets a run of her own afterwards.</summary>
    /// <param name="job">As in the catalogue.</param>
    /// <param name="askedBy">Null where the cadence asked.</param>
    /// <param name="cancellationToken">Hangfire puts its own in when it calls.</param>
    [AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
    public async Task RunAsync(string job, Guid? askedBy, CancellationToken cancellationToken)
    {
        await using var turn = await turns.TryTakeAsync(job, cancellationToken);
        if (turn is not null)
        {
            await runner.RunAsync(job, askedBy, cancellationToken);
        }
        else if (askedBy is not null)
        {
            client.Schedule<HangfireRun>(run => run.RunAsync(job, askedBy, CancellationToken.None), AgainAfter);
        }
    }
}
