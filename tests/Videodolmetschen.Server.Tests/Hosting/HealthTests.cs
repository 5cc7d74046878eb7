using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class HealthTests(RealPostgres postgres)
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task A_server_on_a_migrated_database_is_alive_and_ready(string path)
    {
        await using var server = await RealServer.StartAsync(postgres);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_server_whose_loop_stands_takes_no_traffic()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        await using var owner = await stage.LockAsync();
        var waiting = requester.RequestAsync();
        await Stage.HasStuckAsync(owner);
        stage.Time.Advance(16);
        using var answer = await stage.Server.Client.GetAsync("/health/ready");
        await owner.CloseAsync();
        await waiting;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("\"dispatch\":false", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await stage.Server.Client.GetAsync("/health/ready")).StatusCode);
    }
}
