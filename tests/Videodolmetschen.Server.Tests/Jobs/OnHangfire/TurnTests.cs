using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Jobs.OnHangfire;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>One run of a job at a time, and what a killed node leaves behind.</summary>
public sealed class TurnTests(RealPostgres postgres)
{
    private const string On = "Jobs:Enabled=true";
    private const string Runs = "SELECT count(*) FROM job_runs WHERE job = 'forget-job-runs'";

    [Fact]
    public async Task A_run_that_was_asked_for_waits_until_the_running_one_has_ended()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        await using var running = await RunningAsync(stage);
        using var administrator = stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));
        using var asked = await administrator.PostAsync("/api/jobs/forget-job-runs/run");
        await Until.SoAsync(() => stage.QueryAsync<int>("SELECT count(*) FROM hangfire.job WHERE statename = 'Scheduled'"), waiting => waiting > 0);
        Assert.Equal(0, await stage.QueryAsync<int>(Runs));
        await running.CloseAsync();
        await Until.SoAsync(() => stage.QueryAsync<int>(Runs), runs => runs == 1);
    }

    [Fact]
    public async Task A_round_that_comes_while_the_job_runs_is_left_out()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        await using var running = await RunningAsync(stage);
        await RunAsync(stage);
        Assert.Null(await stage.QueryAsync<string?>("SELECT outcome FROM job_states WHERE job = 'forget-job-runs'"));
        await running.CloseAsync();
        await RunAsync(stage);
        Assert.Equal("done", await stage.QueryAsync<string?>("SELECT outcome FROM job_states WHERE job = 'forget-job-runs'"));
    }

    [Fact]
    public async Task A_lock_that_a_killed_node_left_holds_a_start_up_and_does_not_prevent_it()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        await stage.Server.App.StopAsync(TestContext.Current.CancellationToken);
        await stage.Server.ExecuteAsStaffAsync("INSERT INTO hangfire.lock (resource, acquired) VALUES ('hangfire:lock:recurring-job:forget-job-runs', now())");
        await using var again = await RealServer.StartAsync(stage.Server.ConnectionString, null, On);
        Assert.Equal(0, await again.QueryAsync<int>("SELECT count(*) FROM hangfire.lock WHERE acquired < now() - interval '5 seconds'"));
    }

    /// <summary>Another session holds the job's turn until it is closed.</summary>
    private static async Task<NpgsqlConnection> RunningAsync(Stage stage)
    {
        var session = new NpgsqlConnection(stage.Server.ConnectionString + ";Pooling=false");
        await session.OpenAsync(TestContext.Current.CancellationToken);
        await session.ExecuteAsync("SELECT pg_advisory_lock(22085, hashtext('forget-job-runs'))");
        return session;
    }

    /// <summary>As the cadence would have it.</summary>
    private static async Task RunAsync(Stage stage)
    {
        await using var scope = stage.Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<HangfireRun>().RunAsync("forget-job-runs", null, TestContext.Current.CancellationToken);
    }
}
