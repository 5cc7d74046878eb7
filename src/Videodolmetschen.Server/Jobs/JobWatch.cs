using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Jobs;

/// <summary>Raises an alert for a job that has been silent for two periods. It is no job itself: an engine that stands still cannot say so.</summary>
internal sealed partial class JobWatch : BackgroundService
{
    private readonly JobStore _store;
    private readonly SteadyClock _clock;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<JobWatch> _logger;
    private readonly Counter<long> _silent;

    public JobWatch(JobStore store, SteadyClock clock, TimeProvider time, IOptions<JobOptions> options, Telemetry telemetry, ILogger<JobWatch> logger)
    {
        (_store, _clock, _time, _every, _logger) = (store, clock, time, options.Value.WatchEvery, logger);
        _silent = telemetry.Counter("job.silent", "{alert}", "Alerts for jobs that have not succeeded for two periods.");
    }

    /// <returns>The jobs that are silent.</returns>
    public async Task<IReadOnlyList<string>> CheckAsync(CancellationToken cancellationToken)
    {
        var (states, now) = (await _store.ReadStatesAsync(cancellationToken), _clock.Now);
        var silent = JobCatalogue.All
            .Where(job => states.TryGetValue(job.Name, out var state) && JobHealth.IsSilent(job, state, now))
            .Select(job => job.Name)
            .ToList();
        foreach (var job in silent)
        {
            LogSilent(job);
            _silent.Add(1, Telemetry.Tag("job", job));
        }

        return silent;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CheckAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                LogNotChecked(failure);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} has not succeeded for two periods")]
    private partial void LogSilent(string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The jobs could not be looked after; next try in the next round")]
    private partial void LogNotChecked(Exception failure);
}
