using Quartz;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnQuartz;

/// <summary>Quartz.NET with its clustered store in PostgreSQL: one trigger for each job, fired by one node at a time.</summary>
internal sealed class QuartzEngine([FromKeyedServices(EngineSetup.Scheduler)] ISchedulerFactory factory, DatabaseAddress address) : IJobEngine
{
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(10);

    private IScheduler? _running;

    public string Name => "Quartz.NET";

    public Task PrepareAsync(CancellationToken cancellationToken) => QuartzSchema.CreateAsync(address, cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _running = await factory.GetScheduler(cancellationToken);
        await _running.Start(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // One that has been shut down is not given out again, and a host may be stopped twice.
        if (Interlocked.Exchange(ref _running, null) is { } scheduler)
        {
            try
            {
                await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken).AsTask().WaitAsync(StopsWithin, CancellationToken.None);
            }
            catch (TimeoutException)
            {
                // Without its database it tries for ever to sign off. What it had in hand is made up for by the next node.
            }
        }
    }

    public async Task ScheduleAsync(IReadOnlyList<PlannedJob> jobs, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var known = jobs.Select(job => KeyOf(job.Name)).ToHashSet();
        var stored = await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup(), cancellationToken);
        await scheduler.DeleteJobs([.. stored.Where(key => !known.Contains(key))], cancellationToken);
        foreach (var job in jobs)
        {
            await scheduler.AddJob(DetailOf(job), new AddJobOptions { Replace = true }, cancellationToken);
            // A trigger that says the same already is left alone: replaced, it would forget what was missed.
            var present = await scheduler.GetTrigger(TriggerOf(job.Name), cancellationToken) as ICronTrigger;
            if (present?.CronExpressionString != CronOf(job))
            {
                await scheduler.ScheduleTrigger(NewTrigger(job), TriggerConflict.Replace, cancellationToken);
            }
        }
    }

    public async Task RunSoonAsync(string job, Guid? askedBy, CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var data = new JobDataMap();
        if (askedBy is { } user)
        {
            data[QuartzRun.AskedBy] = user.ToString();
        }

        await scheduler.TriggerJob(KeyOf(job), data, cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadNextRunsAsync(CancellationToken cancellationToken)
    {
        var scheduler = await factory.GetScheduler(cancellationToken);
        var next = new Dictionary<string, DateTimeOffset?>(StringComparer.Ordinal);
        foreach (var job in JobCatalogue.All)
        {
            next[job.Name] = (await scheduler.GetTrigger(TriggerOf(job.Name), cancellationToken))?.NextFireTimeUtc;
        }

        return next;
    }

    private static JobKey KeyOf(string job) => new(job);

    private static TriggerKey TriggerOf(string job) => new(job);

    /// <summary>Quartz wants one of the two days left open.</summary>
    private static string CronOf(PlannedJob job) => job.Cadence.Cron[..^1] + "?";

    private static IJobDetail DetailOf(PlannedJob job) => JobBuilder.Create<QuartzRun>()
        .WithIdentity(KeyOf(job.Name))
        .StoreDurably()
        .RequestRecovery()
        .DisallowConcurrentExecution()
        .Build();

    /// <summary>However many runs were missed, one makes up for them: a sweep finds all that is there.</summary>
    private static ITrigger NewTrigger(PlannedJob job) => TriggerBuilder.Create()
        .WithIdentity(TriggerOf(job.Name))
        .ForJob(KeyOf(job.Name))
        .WithCronSchedule(CronOf(job), cron => cron
            .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(BerlinTime.ZoneId))
            .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed))
        .Build();
}
