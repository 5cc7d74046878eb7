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
}
