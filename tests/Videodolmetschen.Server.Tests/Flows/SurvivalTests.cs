using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class SurvivalTests(RealPostgres postgres)
{
    private const string AllBackends =
        "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    [Fact]
    public async Task A_session_goes_on_through_a_restart_of_the_server_and_is_billed_to_its_true_end()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(10);
        await stage.RestartAsync();
        stage.Time.Advance(5);
        var requesterAgain = await stage.AgainAsync(requester, requester.Device);
        var interpreterAgain = await stage.AgainAsync(interpreter, interpreter.Device);
        Assert.NotNull((await requesterAgain.ResumeAsync(holds: session.Id)).Call);
        Assert.NotNull((await interpreterAgain.ResumeAsync(holds: session.Id)).Call);
        await requesterAgain.ReportMediaAsync(session.Id, forSeconds: 15);
        await interpreterAgain.ReportMediaAsync(session.Id, forSeconds: 15);
        stage.Time.Advance(10);
        Assert.Equal((session.Id, 25), ((await requesterAgain.EndAsync(session.Id)).Id, await BilledAsync(stage)));
    }

    [Fact]
    public async Task After_a_restart_the_tab_that_still_has_the_media_gets_the_call_even_when_another_came_first()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        await stage.RestartAsync();
        var other = await stage.AgainAsync(requester);
        await other.ResumeAsync();
        var carrying = await stage.AgainAsync(requester, requester.Device);
        Assert.NotNull((await carrying.ResumeAsync(holds: session.Id)).Call);
        Assert.Equal(session.Id, (await other.NextAsync<CallMoved>("CallMoved")).SessionId);
    }

    [Fact]
    public async Task An_offer_rings_on_after_a_restart()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        await stage.RestartAsync();
        await (await stage.AgainAsync(requester, requester.Device)).ResumeAsync();
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        Assert.Equal(offer.Id, Assert.Single((await again.ResumeAsync()).Offers).Id);
        Assert.Equal("accepted", (await again.AcceptAsync(offer)).Outcome);
    }

    [Fact]
    public async Task Resuming_gives_what_a_fresh_page_gets()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var request = await requester.RequestAsync();
        await interpreter.OfferAsync();
        var fresh = await (await stage.AgainAsync(requester)).ResumeAsync();
        await requester.DisposeAsync();
        var resumed = await (await stage.AgainAsync(requester, requester.Device)).ResumeAsync();
        Assert.Equal((request.Id, RequestState.Offered, 1), (resumed.Request!.Id, resumed.Request.State, resumed.Request.Ringing));
        Assert.Equivalent(fresh.Request, resumed.Request);
    }

    [Fact]
    public async Task A_requester_who_stays_away_longer_than_the_grace_loses_the_place()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:OfferLife=00:05:00");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        await interpreter.OfferAsync();
        await stage.LeaveAsync(requester);
        stage.Time.Advance(61);
        await interpreter.NextAsync("OfferWithdrawn");
        Assert.Equal("disconnect", await stage.QueryAsync<string>("SELECT cancelled_by FROM requests"));
    }

    [Fact]
    public async Task An_interpreter_who_stays_away_longer_than_the_grace_is_off_duty()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        await stage.LeaveAsync(interpreter);
        stage.Time.Advance(31);
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        Assert.Equal(PresenceState.Offline, (await again.ResumeAsync()).Presence!.State);
    }

    [Fact]
    public async Task A_wall_clock_that_jumps_changes_no_billed_second()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(12);
        stage.Time.SetWallClock(TimeSpan.FromHours(-1));
        stage.Time.Advance(12);
        stage.Time.SetWallClock(TimeSpan.FromHours(1));
        Assert.Equal(24, (await requester.EndAsync(session.Id)).BillableSeconds);
    }

    [Fact]
    public async Task When_all_database_connections_are_cut_nothing_told_is_lost_and_the_service_recovers()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        await stage.CutDatabaseAsync(AllBackends);
        Assert.True((await stage.Server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
        var answer = await stage.InsistAsync(async () => await (await stage.AgainAsync(interpreter, interpreter.Device)).AcceptAsync(offer));
        Assert.Equal("accepted", answer.Outcome);
        Assert.Equal(1, await stage.InsistAsync(() => stage.QueryAsync<int>("SELECT count(*) FROM sessions")));
    }

    private static Task<int> BilledAsync(Stage stage) =>
        stage.QueryAsync<int>("SELECT sum(billable_seconds)::int FROM sessions WHERE state = 'ended'");
}
