using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Jobs;

/// <param name="Job">Its name.</param>
/// <param name="StartedAt">By the clock of the service.</param>
/// <param name="FinishedAt">Likewise.</param>
/// <param name="Rows">How many rows it changed.</param>
/// <param name="Error">The type of what it threw; null when it did its work.</param>
internal sealed record JobRun(string Job, DateTimeOffset StartedAt, DateTimeOffset FinishedAt, int Rows, string? Error)
{
    public Guid? AskedBy { get; init; }

    public string Outcome => Error is null ? "done" : "failed";
}

/// <summary>How a job stands. The times are null until it has run for the first time.</summary>
internal sealed record JobState(
    string Job, DateTimeOffset WatchedSince, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, DateTimeOffset? SucceededAt, string? Outcome, int? RowCount, string? Error, int FailuresInARow);

/// <summary>The tables <c>job_states</c> and <c>job_runs</c>.</summary>
internal sealed class JobStore(TenantScope scope)
{
    /// <summary>Watched from now on: a job that never runs at all is noticed too. What the catalogue does not name any more is forgotten.</summary>
    public async Task WatchAsync(IEnumerable<string> jobs, DateTimeOffset now, CancellationToken cancellationToken) => await ExecuteAsync(
        """
        DELETE FROM job_states
        WHERE job <> ALL (@jobs);
        INSERT INTO job_states (job, watched_since)
        SELECT job, @now FROM unnest(@jobs) AS job
        ON CONFLICT (job) DO NOTHING
        """,
        new { jobs = jobs.ToArray(), now },
        cancellationToken);

    public async Task BeginAsync(string job, DateTimeOffset now, CancellationToken cancellationToken) => await ExecuteAsync(
        """
        INSERT INTO job_states (job, watched_since, started_at, outcome)
        VALUES (@job, @now, @now, 'running')
        ON CONFLICT (job) DO UPDATE
        SET started_at = EXCLUDED.started_at, finished_at = NULL, outcome = EXCLUDED.outcome, error = NULL
        """,
        new { job, now },
        cancellationToken);

    public async Task FinishAsync(JobRun run, CancellationToken cancellationToken) => await ExecuteAsync(
        """
        INSERT INTO job_states (job, watched_since)
        VALUES (@Job, @StartedAt)
        ON CONFLICT (job) DO NOTHING;
        UPDATE job_states
        SET started_at = @StartedAt,
            finished_at = greatest(@FinishedAt, @StartedAt),
            succeeded_at = CASE WHEN @Error IS NULL THEN @FinishedAt ELSE succeeded_at END,
            outcome = @Outcome,
            row_count = @Rows,
            error = @Error,
            failures_in_a_row = CASE WHEN @Error IS NULL THEN 0 ELSE failures_in_a_row + 1 END
        WHERE job = @Job;
        INSERT INTO job_runs (job, asked_by, started_at, finished_at, outcome, row_count, error)
        SELECT @Job, @AskedBy, @StartedAt, greatest(@FinishedAt, @StartedAt), @Outcome, @Rows, @Error
        WHERE @Rows > 0 OR @Error IS NOT NULL OR @AskedBy IS NOT NULL
        """,
        run,
        cancellationToken);

    public async Task<IReadOnlyDictionary<string, JobState>> ReadStatesAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var states = await staff.Connection.QueryAsync<JobState>(new CommandDefinition(
            """
            SELECT job, watched_since, started_at, finished_at, succeeded_at, outcome, row_count, error, failures_in_a_row
            FROM job_states
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
        return states.ToDictionary(state => state.Job, StringComparer.Ordinal);
    }

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<JobRun>> ReadRunsAsync(string job, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<JobRun>(new CommandDefinition(
            """
            SELECT job, started_at, finished_at, row_count AS rows, error
            FROM job_runs
            WHERE job = @job
            ORDER BY id DESC
            LIMIT @limit
            """,
            new { job, limit },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }

    private async Task<int> ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(sql, parameters, staff.Transaction, cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows;
    }
}
