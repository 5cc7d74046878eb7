using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>What is noted of a run, whichever engine asked for it.</summary>
public sealed class JobRunnerTests(RealPostgres postgres)
{
    private const string OldRun =
        """
        INSERT INTO job_states (job, watched_since) VALUES ('forget-job-runs', now()) ON CONFLICT DO NOTHING;
        INSERT INTO job_runs (job, started_at, finished_at, outcome, row_count)
        SELECT 'forget-job-runs', now() - interval '40 days', now() - interval '40 days', 'done', 1 FROM generate_series(1, 3)
        """;

    public static TheoryData<string> Jobs => [.. JobCatalogue.All.Select(job => job.Name)];

    [Theory]
    [MemberData(nameof(Jobs))]
    public async Task A_second_run_finds_nothing_left_to_do(string job)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.Server.ExecuteAsStaffAsync(OldRun);
        await stage.Server.RunJobAsync(job);
        await stage.Server.RunJobAsync(job);
        Assert.Equal(0, (await StateAsync(stage, job)).RowCount);
    }

    [Fact]
    public async Task A_run_that_did_something_is_remembered_and_an_idle_one_is_not()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.Server.ExecuteAsStaffAsync(OldRun);
        await stage.Server.RunJobAsync("forget-job-runs");
        await stage.Server.RunJobAsync("forget-job-runs");
        var run = Assert.Single(await StoreOf(stage).ReadRunsAsync("forget-job-runs", 10, TestContext.Current.CancellationToken));
        Assert.Equal((3, "done"), (run.Rows, run.Outcome));
    }

    [Fact]
    public async Task A_job_that_throws_is_noted_and_does_its_work_the_next_time()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.Server.ExecuteAsStaffAsync(OldRun);
        await stage.CutDatabaseAsync("REVOKE DELETE ON job_runs FROM videodolmetschen_app");
        Assert.False(await RunAsync(stage, "forget-job-runs"));
        Assert.False(await RunAsync(stage, "forget-job-runs"));
        var failed = await StateAsync(stage, "forget-job-runs");
        Assert.Equal(("failed", "PostgresException", 2, null), (failed.Outcome, failed.Error, failed.FailuresInARow, failed.SucceededAt));
        await stage.CutDatabaseAsync("GRANT DELETE ON job_runs TO videodolmetschen_app");
        await stage.Server.RunJobAsync("forget-job-runs");
        var done = await StateAsync(stage, "forget-job-runs");
        Assert.Equal(("done", 3, 0), (done.Outcome, done.RowCount, done.FailuresInARow));
    }

    [Fact]
    public async Task A_job_that_has_not_succeeded_for_two_periods_is_silent_and_one_that_never_ran_too()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (watch, now) = (JobCatalogue.Find("forget-sign-ins")!, DateTimeOffset.UtcNow);
        await StoreOf(stage).WatchAsync(JobCatalogue.All.Select(job => job.Name), now, TestContext.Current.CancellationToken);
        var state = await StateAsync(stage, watch.Name);
        Assert.False(JobHealth.IsSilent(watch, state, now.AddMinutes(20)));
        Assert.True(JobHealth.IsSilent(watch, state, now.AddMinutes(21)));
        Assert.False(JobHealth.IsSilent(watch, state with { SucceededAt = now.AddMinutes(20) }, now.AddMinutes(21)));
        Assert.True(JobHealth.IsSilent(watch, state with { SucceededAt = now.AddMinutes(20), Outcome = "failed" }, now.AddMinutes(41)));
    }

    private static JobStore StoreOf(Stage stage) => stage.Server.Services.GetRequiredService<JobStore>();

    private static Task<bool> RunAsync(Stage stage, string job) =>
        stage.Server.Services.GetRequiredService<JobRunner>().RunAsync(job, null, TestContext.Current.CancellationToken);

    private static async Task<JobState> StateAsync(Stage stage, string job) =>
        (await StoreOf(stage).ReadStatesAsync(TestContext.Current.CancellationToken))[job];
}
