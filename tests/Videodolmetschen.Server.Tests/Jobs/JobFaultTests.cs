using System.Net;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>The engine, killed in the middle, on two nodes, and without its database for a while.</summary>
public sealed class JobFaultTests(RealPostgres postgres)
{
    private const string OldRuns =
        """
        INSERT INTO job_runs (job, started_at, finished_at, outcome, row_count)
        SELECT 'forget-job-runs', now() - interval '40 days', now() - interval '40 days', 'done', 1 FROM generate_series(1, 3)
        """;

    private const string OldRunsLeft = "SELECT count(*) FROM job_runs WHERE finished_at < now() - interval '30 days'";

    [Theory]
    [InlineData("job_begun")]
    [InlineData("job_done")]
    public async Task A_run_that_was_killed_is_made_again_after_the_restart(string place)
    {
        using var folder = TemporaryFolder.Create();
        var (database, order) = (await postgres.CreateDatabaseAsync(), Path.Combine(folder.Path, "crash"));
        await using var server = new ServerProcess(database, "Hosting:BuildWeb=false", "Jobs:Enabled=true", "Jobs:NodeSilentFor=00:00:02");
        server.Environment[CrashPoint.Variable] = order;
        await using var beside = await RealServer.BesideAsync(database, new Uri(server.Address));
        await server.StartAgainAsync();
        var administrator = await SignInAsync(beside);
        await beside.ExecuteAsStaffAsync(OldRuns);
        await File.WriteAllTextAsync(order, place, TestContext.Current.CancellationToken);
        await Record.ExceptionAsync(() => administrator.PostAsync("/api/jobs/forget-job-runs/run"));
        await server.EndedAsync();
        await server.StartAgainAsync();
        await Until.SoAsync(() => beside.QueryAsync<string?>("SELECT outcome FROM job_states WHERE job = 'forget-job-runs'"), outcome => outcome == "done");
        Assert.Equal(0, await beside.QueryAsync<int>(OldRunsLeft));
    }

    [Fact]
    public async Task Of_two_nodes_one_runs_what_was_asked_for_once()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Jobs:Enabled=true");
        await using var second = await RealServer.StartAsync(stage.Server.ConnectionString, null, "Jobs:Enabled=true");
        var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        const int Asked = 6;
        for (var i = 0; i < Asked; i++)
        {
            await AskAsync(administrator);
        }

        await Until.SoAsync(() => stage.QueryAsync<int>("SELECT count(*) FROM job_runs WHERE asked_by IS NOT NULL"), runs => runs >= Asked);
        await Until.SoAsync(() => stage.QueryAsync<int>(EngineTables.InFlight), fired => fired == 0);
        Assert.Equal(Asked, await stage.QueryAsync<int>("SELECT count(*) FROM job_runs WHERE asked_by IS NOT NULL"));
    }

    [Fact]
    public async Task Whose_sessions_the_database_ended_goes_on_with_new_ones()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Jobs:Enabled=true");
        var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        await stage.CutDatabaseAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid() AND datname = current_database()");
        await stage.InsistAsync(async () => await stage.Server.ExecuteAsStaffAsync(OldRuns));
        await Until.SoAsync(() => administrator.PostAsync("/api/jobs/forget-job-runs/run"), answer => answer.StatusCode == HttpStatusCode.Accepted);
        await Until.SoAsync(() => stage.QueryAsync<int>(OldRunsLeft), left => left == 0);
    }

    private static async Task AskAsync(Browser administrator)
    {
        using var answer = await administrator.PostAsync("/api/jobs/forget-job-runs/run");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    private static async Task<Browser> SignInAsync(RealServer beside)
    {
        await beside.AddStaffAsync("verwaltung@example.de", Roles.Administrator);
        return await Browser.SignedInAsync(beside, "verwaltung@example.de");
    }
}
