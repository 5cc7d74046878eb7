using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Jobs;

/// <summary>The real engine on the real tables. Runs are asked for by hand: nobody waits for a cadence here.</summary>
public sealed class JobEngineTests(RealPostgres postgres)
{
    private const string On = "Jobs:Enabled=true";

    [Fact]
    public async Task An_administrator_sees_every_job_and_when_it_runs_next()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        var view = await ReadAsync(await AdministratorAsync(stage));
        Assert.Equal(EngineTables.Engine, view.GetProperty("engine").GetString());
        var jobs = view.GetProperty("jobs").EnumerateArray().ToList();
        Assert.Equal(JobCatalogue.All.Select(job => job.Name), jobs.Select(job => job.GetProperty("name").GetString()));
        Assert.All(jobs, job => Assert.NotEqual(JsonValueKind.Null, job.GetProperty("nextRunAt").ValueKind));
        Assert.Equal(new TimeOnly(3, 40), WallClock(jobs.Single(job => job.GetProperty("name").GetString() == "forget-job-runs").GetProperty("nextRunAt").GetDateTimeOffset()));
        Assert.All(jobs, job => Assert.False(job.GetProperty("isSilent").GetBoolean()));
    }

    [Fact]
    public async Task Run_now_runs_and_is_in_the_list_of_runs_and_in_the_audit()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        var administrator = await AdministratorAsync(stage);
        Assert.Equal(HttpStatusCode.Accepted, await RunAsync(administrator, "forget-job-runs"));
        var runs = await Until.SoAsync(() => RunsAsync(administrator, "forget-job-runs"), rows => rows.GetArrayLength() > 0);
        Assert.Equal("done", runs[0].GetProperty("outcome").GetString());
        Assert.Equal(1, await stage.Server.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'job.asked_for' AND subject = 'forget-job-runs'"));
    }

    [Fact]
    public async Task A_job_that_is_not_in_the_catalogue_is_not_found()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        Assert.Equal(HttpStatusCode.NotFound, await RunAsync(await AdministratorAsync(stage), "send-money"));
    }

    [Fact]
    public async Task Where_no_engine_runs_the_list_is_shown_and_nothing_is_promised()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var administrator = await AdministratorAsync(stage);
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(administrator)).GetProperty("engine").ValueKind);
        Assert.Equal(HttpStatusCode.Conflict, await RunAsync(administrator, "forget-job-runs"));
    }

    [Fact]
    public async Task A_start_leaves_a_stored_trigger_as_it_is_and_one_with_another_cadence_is_replaced()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        await stage.Server.App.StopAsync(TestContext.Current.CancellationToken);
        await stage.Server.ExecuteAsStaffAsync(EngineTables.AfterADayOut);
        await using var again = await RealServer.StartAsync(stage.Server.ConnectionString, null, On);
        await Until.SoAsync(
            () => again.QueryAsync<bool>("SELECT succeeded_at IS NOT NULL FROM job_states WHERE job = 'forget-sign-ins'"),
            hasRun => hasRun);
        Assert.StartsWith("0 40 3 ", await again.QueryAsync<string>(EngineTables.Cadence), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_role_that_works_creates_nothing_in_the_engines_schema()
    {
        await using var stage = await Stage.OpenAsync(postgres, On);
        await using var application = await stage.Server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => application.ExecuteAsync(EngineTables.CreateAnother));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static TimeOnly WallClock(DateTimeOffset instant) => TimeOnly.FromDateTime(BerlinTime.WallClock(instant));

    private static async Task<Browser> AdministratorAsync(Stage stage) => stage.BrowserOf(await stage.CoordinatorAsync(Roles.Administrator));

    private static async Task<JsonElement> ReadAsync(Browser browser)
    {
        using var answer = await browser.GetAsync("/api/jobs");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<JsonElement> RunsAsync(Browser browser, string job)
    {
        using var answer = await browser.GetAsync($"/api/jobs/{job}/runs");
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpStatusCode> RunAsync(Browser browser, string job)
    {
        using var answer = await browser.PostAsync($"/api/jobs/{job}/run", new { });
        return answer.StatusCode;
    }
}
