using System.Diagnostics.Metrics;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Jobs;

/// <summary>Runs one job by its name and notes what came of it. Both engines come through here.</summary>
internal sealed partial class JobRunner
{
    private readonly IServiceProvider _services;
    private readonly JobStore _store;
    private readonly SteadyClock _clock;
    private readonly ILogger<JobRunner> _logger;
    private readonly Counter<long> _runs;
    private readonly Histogram<double> _duration;

    public JobRunner(IServiceProvider services, JobStore store, SteadyClock clock, Telemetry telemetry, ILogger<JobRunner> logger)
    {
        (_services, _store, _clock, _logger) = (services, store, clock, logger);
        _runs = telemetry.Counter("job.runs", "{run}", "Runs of background jobs, by job and outcome.");
        _duration = telemetry.MachineSeconds("job.duration", "Time of one run of a background job.");
    }

    /// <summary>Does not throw what the job threw: its work still stands in the tables, and the next round finds it there.</summary>
    /// <returns>False when the job failed.</returns>
    public async Task<bool> RunAsync(string name, Guid? askedBy, CancellationToken cancellationToken)
    {
        if (JobCatalogue.Find(name) is not { } planned)
        {
            LogUnknown(name);
            return true;
        }

        var startedAt = _clock.Now;
        var run = new JobRun(name, startedAt, startedAt, 0, null) { AskedBy = askedBy };
        try
        {
            await _store.BeginAsync(name, startedAt, cancellationToken);
            CrashPoint.Reach("job_begun");
            var job = (IBackgroundJob)_services.GetRequiredService(planned.Job);
            run = run with { Rows = await job.RunAsync(cancellationToken) };
            CrashPoint.Reach("job_done");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogFailed(failure, name);
            run = run with { Error = failure.GetType().Name };
        }

        await NoteAsync(run with { FinishedAt = _clock.Now }, cancellationToken);
        return run.Error is null;
    }

    private async Task NoteAsync(JobRun run, CancellationToken cancellationToken)
    {
        _runs.Add(1, Telemetry.Tag("job", run.Job), Telemetry.Tag("outcome", run.Outcome));
        _duration.Record((run.FinishedAt - run.StartedAt).TotalSeconds, Telemetry.Tag("job", run.Job));
        try
        {
            await _store.FinishAsync(run, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            LogNotNoted(failure, run.Job);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Job} failed; its work stays in the tables for the next round")]
    private partial void LogFailed(Exception failure, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "What job {Job} did could not be noted")]
    private partial void LogNotNoted(Exception failure, string job);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Job {Job} is scheduled and not in the catalogue")]
    private partial void LogUnknown(string job);
}
