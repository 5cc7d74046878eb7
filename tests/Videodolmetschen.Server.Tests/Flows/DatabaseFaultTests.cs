using System.Net;
using Npgsql;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class DatabaseFaultTests(RealPostgres postgres)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task An_acceptance_that_was_stored_but_never_confirmed_is_found_in_the_tables_and_told_to_both()
    {
        var database = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync());
        await using var proxy = new CutProxy(database.Port);
        database.Port = proxy.Port;
        await using var stage = await Stage.OpenAsync(database.ConnectionString);
        await (await stage.RequesterAsync()).ConnectWithAsync(await stage.InterpreterAsync("tur"), "tur");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        proxy.CutNextAnswer();
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => interpreter.AcceptAsync(offer)));
        await Task.WhenAll(requester.Closed, interpreter.Closed).WaitAsync(TimeSpan.FromSeconds(20));
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        Assert.Equal("accepted", (await again.AcceptAsync(offer)).Outcome);
        Assert.NotNull((await (await stage.AgainAsync(requester, requester.Device)).ResumeAsync()).Session);
    }

    [Fact]
    public async Task A_database_that_is_killed_and_comes_back_has_lost_nothing_that_was_told()
    {
        using var folder = postgres.Made.Copy();
        var first = RealPostgres.CreateEmbedded(folder.Path);
        await first.StartAsync(CancellationToken.None);
        var address = new NpgsqlConnectionStringBuilder(first.ConnectionString) { KeepAlive = 0 };
        await using var stage = await Stage.OpenAsync(address.ConnectionString);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        TemporaryFolder.KillServer(Path.Combine(folder.Path, "postgres"));
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => interpreter.AcceptAsync(offer)));
        Assert.True((await stage.Server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
        await first.DisposeAsync();
        await using var second = RealPostgres.CreateEmbedded(folder.Path, address.Port);
        await second.StartAsync(CancellationToken.None);
        await stage.InsistAsync(() => stage.QueryAsync<int>("SELECT 1"));
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        Assert.Equal("accepted", (await stage.InsistAsync(() => again.AcceptAsync(offer))).Outcome);
    }

    [Fact]
    public async Task A_foreign_lock_fails_commands_soon_while_the_process_stays_alive_and_work_goes_on_after_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        await using var owner = await stage.LockAsync("ACCESS EXCLUSIVE");
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => requester.RequestAsync()).WaitAsync(Soon));
        Assert.True((await stage.Server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
        await owner.CloseAsync();
        var again = await stage.InsistAsync(() => stage.AgainAsync(requester, requester.Device));
        Assert.Equal(RequestState.Unserved, (await stage.InsistAsync(() => again.RequestAsync())).State);
    }

    [Fact]
    public Task A_paused_database_fails_commands_soon_while_the_process_stays_alive_and_work_goes_on_after_it() => PauseAsync(TimeSpan.Zero);

    /// <summary>As long as RELIABILITY.md 3 says; run it with <c>-explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public Task A_database_that_is_paused_for_a_minute_fails_commands_soon_and_work_goes_on_after_it() => PauseAsync(TimeSpan.FromSeconds(60));

    private async Task PauseAsync(TimeSpan atLeast)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pauses processes by signals");
        using var folder = postgres.Made.Copy();
        await using var database = RealPostgres.CreateEmbedded(folder.Path);
        await database.StartAsync(CancellationToken.None);
        await using var stage = await Stage.OpenAsync(database.ConnectionString);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        using (PausedCluster.Pause(Path.Combine(folder.Path, "postgres")))
        {
            var paused = Task.Delay(atLeast);
            Assert.Equal("service_unavailable", await Doing.CodeAsync(() => interpreter.AcceptAsync(offer)).WaitAsync(Soon));
            Assert.True((await stage.Server.Client.GetAsync("/health/live").WaitAsync(TimeSpan.FromSeconds(1))).IsSuccessStatusCode);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await stage.Server.Client.GetAsync("/health/ready").WaitAsync(Soon)).StatusCode);
            await paused;
        }

        await stage.InsistAsync(() => stage.QueryAsync<int>("SELECT 1"));
        var again = await stage.InsistAsync(() => stage.AgainAsync(interpreter, interpreter.Device));
        Assert.Equal("accepted", (await stage.InsistAsync(() => again.AcceptAsync(offer))).Outcome);
    }
}
