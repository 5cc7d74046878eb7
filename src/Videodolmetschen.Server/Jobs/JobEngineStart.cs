using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Jobs;

/// <summary>Holds the schedule to the catalogue, then lets the engine run, until the host stops.</summary>
internal sealed class JobEngineStart(IJobEngine engine, JobStore store, SteadyClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await store.WatchAsync(JobCatalogue.All.Select(job => job.Name), clock.Now, cancellationToken);
        await engine.ScheduleAsync(JobCatalogue.All, cancellationToken);
        await engine.StartAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
}
