using Hangfire;
using Hangfire.Storage;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>Hangfire with its queue in PostgreSQL: one recurring job for each of the catalogue. Its storage knows no asynchronous calls.</summary>
internal sealed class HangfireEngine(
    JobStorage storage, IRecurringJobManagerV2 recurring, IBackgroundJobClientV2 client, BackgroundJobServerOptions options, DatabaseAddress address) : IJobEngine, IDisposable
{
    private BackgroundJobServer? _running;

    public string Name => "Hangfire";

    public Task PrepareAsync(CancellationToken cancellationToken) => HangfireSchema.CreateAsync(address, cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = new BackgroundJobServer(options, storage);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be stopped twice.
        if (Interlocked.Exchange(ref _running, null) is { } server)
        {
            server.SendStop();
            await server.WaitForShutdownAsync(cancellationToken);
            server.Dispose();
        }
    }

    /// <summary>However many runs were missed, one makes up for them (<see cref="MisfireHandlingMode.Relaxed"/>): a sweep finds all that is there.</summary>
    public Task ScheduleAsync(IReadOnlyList<PlannedJob> jobs, CancellationToken cancellationToken)
    {
        var known = jobs.Select(job => job.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var stored in Stored().Where(stored => !known.Contains(stored.Id)))
        {
            recurring.RemoveIfExists(stored.Id);
        }

        var plan = new RecurringJobOptions
        {
            TimeZone = TimeZoneInfo.FindSystemTimeZoneById(BerlinTime.ZoneId),
            MisfireHandling = MisfireHandlingMode.Relaxed,
        };
        foreach (var (name, cron) in jobs.Select(job => (job.Name, job.Cadence.Cron)))
        {
            // Writes what differs only: where cadence and zone are the same, the stored next run stays, overdue or not.
            recurring.AddOrUpdate<HangfireRun>(name, run => run.RunAsync(name, null, CancellationToken.None), cron, plan);
        }

        return Task.CompletedTask;
    }

    public Task RunSoonAsync(string job, Guid? askedBy, CancellationToken cancellationToken)
    {
        client.Enqueue<HangfireRun>(run => run.RunAsync(job, askedBy, CancellationToken.None));
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadNextRunsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<string, DateTimeOffset?>>(Stored().ToDictionary(job => job.Id, NextRunOf, StringComparer.Ordinal));

    /// <summary>A host that was never stopped.</summary>
    public void Dispose() => _running?.Dispose();

    private static DateTimeOffset? NextRunOf(RecurringJobDto job) =>
        job.NextExecution is { } next ? new DateTimeOffset(DateTime.SpecifyKind(next, DateTimeKind.Utc)) : null;

    private List<RecurringJobDto> Stored()
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs();
    }
}
