using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class SecurityHeadersTests(RealPostgres postgres)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/health/live")]
    [InlineData("/api/no-such-thing")]
    [InlineData("/hubs/interpreting")]
    public async Task Every_answer_carries_the_policy(string path)
    {
        await using var server = await RealServer.StartAsync(postgres);
        using var answer = await server.Client.GetAsync(path);
        Assert.StartsWith("default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Data_is_never_kept_by_a_cache()
    {
        await using var server = await RealServer.StartAsync(postgres);
        using var answer = await server.Client.GetAsync("/api/me");
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Outside_development_browsers_are_told_to_use_https_only()
    {
        await using var server = await RealServer.StartAsync(postgres, null, "environment=Production");
        using var answer = await server.Client.GetAsync("/health/live");
        Assert.True(answer.Headers.Contains("Strict-Transport-Security"));
    }
}
