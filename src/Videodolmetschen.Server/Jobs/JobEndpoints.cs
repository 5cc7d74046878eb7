using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Jobs;

/// <summary>What administrators see of background work, and "run now".</summary>
internal static class JobEndpoints
{
    private const int RunsShown = 50;

    /// <summary>Null where no engine runs in this process.</summary>
    internal sealed record JobsView(string? Engine, IReadOnlyList<JobView> Jobs);

    /// <param name="Name">As in the catalogue.</param>
    /// <param name="Cadence"><c>seconds:20</c>, <c>minutes:10</c>, or <c>daily:03:40</c>, by the clock in Berlin.</param>
    /// <param name="StartedAt">Of the last run.</param>
    /// <param name="FinishedAt">Null while it runs, and before the first run.</param>
    /// <param name="Outcome"><c>running</c>, <c>done</c>, <c>failed</c>; null before the first run.</param>
    internal sealed record JobView(string Name, string Cadence, DateTimeOffset? StartedAt, DateTimeOffset? FinishedAt, string? Outcome)
    {
        public DateTimeOffset? SucceededAt { get; init; }

        public DateTimeOffset? NextRunAt { get; init; }

        public int? Rows { get; init; }

        public string? Error { get; init; }

        public int FailuresInARow { get; init; }

        public bool IsSilent { get; init; }
    }

    internal sealed record JobRunView(DateTimeOffset StartedAt, DateTimeOffset FinishedAt, string Outcome, int Rows, string? Error);

    public static void MapJobs(this IEndpointRouteBuilder app)
    {
        var jobs = app.MapGroup("/api/jobs").RequireAuthorization(Policies.Administrator);
        app.MapGet("/api/jobs", AnswerAsync).RequireAuthorization(Policies.Administrator).Produces<JobsView>();
        jobs.MapGet("/{name}/runs", AnswerRunsAsync).Produces<IReadOnlyList<JobRunView>>();
        jobs.MapPost("/{name}/run", RunAsync).Produces(StatusCodes.Status202Accepted);
    }

    /// <summary><c>GET /api/jobs</c>: every job of the catalogue and how it stands.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, JobStore store, SteadyClock clock)
    {
        var engine = context.RequestServices.GetService<IJobEngine>();
        var states = await store.ReadStatesAsync(context.RequestAborted);
        var next = engine is null ? null : await engine.ReadNextRunsAsync(context.RequestAborted);
        var now = clock.Now;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new JobsView(engine?.Name, [.. JobCatalogue.All.Select(job => ViewOf(job, states.GetValueOrDefault(job.Name), next?.GetValueOrDefault(job.Name), now))]));
    }

    /// <summary><c>GET /api/jobs/{name}/runs</c>: the last runs that did something, failed, or were asked for; newest first.</summary>
    private static async Task<IResult> AnswerRunsAsync(HttpContext context, JobStore store, string name)
    {
        var job = Known(name);
        var runs = await store.ReadRunsAsync(job.Name, RunsShown, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(runs.Select(run => new JobRunView(run.StartedAt, run.FinishedAt, run.Outcome, run.Rows, run.Error)).ToList());
    }

    /// <summary><c>POST /api/jobs/{name}/run</c>: some node runs it as soon as it can; in the audit.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.JobsNotHere"/>.</exception>
    private static async Task<IResult> RunAsync(HttpContext context, TenantScope scope, AuditStore audit, string name)
    {
        var job = Known(name);
        var engine = context.RequestServices.GetService<IJobEngine>() ?? throw new DomainException(ErrorCode.JobsNotHere);
        var who = context.User.SignedIn().User;
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        await audit.AddAsync(staff.Transaction, new AuditEntry(who, "job.asked_for", job.Name), context.RequestAborted);
        await staff.CommitAsync(context.RequestAborted);
        await engine.RunSoonAsync(job.Name, who.Value, context.RequestAborted);
        return Results.Accepted();
    }

    private static PlannedJob Known(string name) => JobCatalogue.Find(name) ?? throw new DomainException(ErrorCode.NotFound);

    private static JobView ViewOf(PlannedJob job, JobState? state, DateTimeOffset? next, DateTimeOffset now) =>
        new(job.Name, job.Cadence.ToString(), state?.StartedAt, state?.FinishedAt, state?.Outcome)
        {
            SucceededAt = state?.SucceededAt,
            NextRunAt = next,
            Rows = state?.RowCount,
            Error = state?.Error,
            FailuresInARow = state?.FailuresInARow ?? 0,
            IsSilent = state is not null && JobHealth.IsSilent(job, state, now),
        };
}
