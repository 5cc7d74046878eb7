using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>What HTTP answers while PostgreSQL stands still: sockets open, nothing comes back.</summary>
public sealed class StandstillTests(RealPostgres postgres)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Every_endpoint_refuses_for_the_moment_within_ten_seconds_while_the_process_stays_alive()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "pauses processes by signals");
        using var folder = postgres.Made.Copy();
        await using var database = RealPostgres.CreateEmbedded(folder.Path);
        await database.StartAsync(CancellationToken.None);
        await using var stage = await Stage.OpenAsync(database.ConnectionString, "Hosting:GiveUpAfter=00:00:05");
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        using var nobody = new Browser(stage.Server);
        using var standstill = PausedCluster.Pause(Path.Combine(folder.Path, "postgres"));
        Task<HttpResponseMessage>[] asked =
        [
            coordinator.GetAsync("/api/me"), coordinator.GetAsync("/api/sessions"), coordinator.GetAsync("/api/dispatch-policy"),
            coordinator.SignOutAsync(), nobody.SignInAsync("person-1@behoerde.example.de"),
        ];
        Assert.True(await stage.Server.QuickestAsync("/health/live") < TimeSpan.FromMilliseconds(100));
        var answers = await Task.WhenAll(asked).WaitAsync(Limit);
        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, "2"), (answer.StatusCode, answer.Headers.RetryAfter?.ToString())));
        Assert.Equal("service_unavailable", await answers[0].CodeAsync());
    }
}
