namespace Videodolmetschen.Server.Jobs;

/// <summary>
/// Says when jobs run, on one node at a time, and remembers it over restarts. Quartz.NET by default, Hangfire with
/// <c>-p:JobEngine=Hangfire</c>. Both hand <see cref="JobRunner"/> a name and know nothing else of a job.
/// </summary>
internal interface IJobEngine
{
    /// <summary>For people.</summary>
    string Name { get; }

    /// <summary>Creates the engine's own tables where they are missing, as the owner of the database.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Runs are told to stop, and waited for: what they have not done stands in the tables.</summary>
    Task StopAsync(CancellationToken cancellationToken);

    /// <summary>Holds the stored schedule to the catalogue. What fits already stays as it is, so that runs missed while the service was down are made up for.</summary>
    Task ScheduleAsync(IReadOnlyList<PlannedJob> jobs, CancellationToken cancellationToken);

    /// <summary>Asks for a run as soon as some node is free.</summary>
    Task RunSoonAsync(string job, Guid? askedBy, CancellationToken cancellationToken);

    /// <summary>By name of the job; null for one that the engine does not know.</summary>
    Task<IReadOnlyDictionary<string, DateTimeOffset?>> ReadNextRunsAsync(CancellationToken cancellationToken);
}
