using System.Net;
using Npgsql;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>PostgreSQL dies in the middle of everything and comes back, in real time.</summary>
public sealed class KilledDatabaseTests(RealPostgres postgres)
{
    private static readonly TimeSpan RecoveredWithin = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public Task A_database_that_is_away_for_a_while_is_said_to_be_away_and_everybody_goes_on_when_it_is_back(int seconds) =>
        DieForAsync(TimeSpan.FromSeconds(seconds));

    /// <summary>As long as RELIABILITY.md 3 says; run it with <c>-explicit on</c>.</summary>
    [Fact(Explicit = true)]
    public Task A_database_that_is_away_for_a_minute_is_said_to_be_away_and_everybody_goes_on_when_it_is_back() =>
        DieForAsync(TimeSpan.FromSeconds(60));

    private async Task DieForAsync(TimeSpan time)
    {
        using var folder = postgres.Made.Copy();
        var first = RealPostgres.CreateEmbedded(folder.Path);
        await first.StartAsync(CancellationToken.None);
        var logs = Path.Combine(folder.Path, "server");
        await using var server = await OpenAsync(first.ConnectionString, logs);
        await using var crowd = new Crowd(server);
        var (talking, partner, waiting) = (await crowd.RequesterAsync(), await crowd.InterpreterAsync("tur"), await crowd.RequesterAsync());
        var (ringing, rung, late) = (await crowd.RequesterAsync(), await crowd.InterpreterAsync("kmr"), await crowd.RequesterAsync());
        var session = await talking.ConnectWithAsync(partner, "tur");
        var (queued, request, offer) = (await waiting.RequestAsync("tur"), await ringing.RequestAsync("kmr"), await rung.OfferAsync());
        TemporaryFolder.KillServer(Path.Combine(folder.Path, "postgres"));
        var outage = Task.Delay(time);
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => rung.AcceptAsync(offer)));
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => late.RequestAsync("kmr")));
        await AssertRefusedForTheMomentAsync(server, crowd.BrowserOf(late));
        await talking.InvokeAsync("Signal", session.Id, "interpreter", new { says = "still here" });
        await partner.NextAsync("SignalReceived");
        await first.DisposeAsync();
        await outage;
        await using var second = RealPostgres.CreateEmbedded(folder.Path, new NpgsqlConnectionStringBuilder(first.ConnectionString).Port);
        await second.StartAsync(CancellationToken.None);
        var back = new[] { talking, partner, waiting, ringing, rung, late }.Select(one => new Traveller(crowd, one)).ToArray();
        var found = await Task.WhenAll(back.Select(one => one.ResumeAsync())).WaitAsync(RecoveredWithin);
        Assert.Equal((session.Id, session.Id, queued.Id, request.Id), (found[0].Session!.Id, found[1].Session!.Id, found[2].Request!.Id, found[3].Request!.Id));
        Assert.Equal((RequestState.Waiting, offer.Id), (found[2].Request!.State, Assert.Single(found[4].Offers).Id));
        Assert.Equal("accepted", (await back[4].DoAsync(one => one.AcceptAsync(offer))).Outcome);
        Assert.Equal(RequestState.Waiting, (await back[5].DoAsync(one => one.RequestAsync("kmr"))).State);
        await EndAsync(server, back[0], back[1], found[0].Session!);
        await crowd.AssertUnharmedAsync(Lines(logs));
    }

    private static Task<RealServer> OpenAsync(string database, string logs) => RealServer.StartAsync(
        database,
        null,
        "Access:PasswordIterations=100000",
        "Dispatch:Policy:OfferLife=00:05:00",
        "Dispatch:Policy:UnservedAfter=00:15:00",
        "Realtime:CallBurst=100000",
        "Hosting:LogFile=true",
        "Serilog:MinimumLevel:Default=Debug",
        "Database:DataFolder=" + logs);

    private static async Task AssertRefusedForTheMomentAsync(RealServer server, Browser browser)
    {
        using var refused = await browser.GetAsync("/api/me");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        Assert.Equal("service_unavailable", await refused.CodeAsync());
        Assert.True((await server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await server.Client.GetAsync("/health/ready")).StatusCode);
    }

    /// <summary>Both say by their own clocks that it flowed on all the time, and that is what is billed.</summary>
    private static async Task EndAsync(RealServer server, Traveller requester, Traveller interpreter, SessionView session)
    {
        var flowed = (DateTimeOffset.UtcNow - session.StartedAt!.Value).TotalSeconds;
        await requester.DoAsync(one => one.ReportMediaAsync(session.Id, forSeconds: flowed));
        await interpreter.DoAsync(one => one.ReportMediaAsync(session.Id, forSeconds: flowed));
        var ended = await requester.DoAsync(one => one.EndAsync(session.Id));
        Assert.Equal(SessionState.Ended, ended.State);
        var counted = await server.QueryAsync<decimal>("SELECT counted_seconds FROM sessions WHERE id = @Id", new { session.Id });
        Assert.Equal((ended.EndedAt - ended.StartedAt)!.Value.TotalSeconds, (double)counted, tolerance: 0.001);
    }

    private static IEnumerable<string> Lines(string logs)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(logs, "logs")));
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd().Split('\n');
    }
}
