using System.Net;
using System.Net.Http.Json;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class TrustedProxyTests(RealPostgres postgres)
{
    [Fact]
    public async Task Behind_a_proxy_the_page_s_origin_is_https_and_the_cookie_secure()
    {
        await using var server = await RealServer.StartAsync(postgres);
        await server.AddStaffAsync("doris@example.de");
        using var answer = await SignInAsync(server, "doris@example.de", "192.0.2.1", "https://" + server.Address.Authority);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("; secure", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Behind_a_proxy_one_caller_s_attempts_are_not_another_s()
    {
        await using var server = await RealServer.StartAsync(postgres, adjust: null, "Access:AttemptsPerAddress=1");
        using var first = await SignInAsync(server, "a@example.de", "192.0.2.1");
        using var same = await SignInAsync(server, "b@example.de", "192.0.2.1");
        using var other = await SignInAsync(server, "c@example.de", "192.0.2.2");
        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests, HttpStatusCode.Unauthorized],
            [first.StatusCode, same.StatusCode, other.StatusCode]);
    }

    [Theory]
    [InlineData("10.1.2.3")]
    [InlineData("10.0.0.0/8")]
    [InlineData("2001:db8::1")]
    public async Task A_proxy_or_a_network_of_proxies_can_be_named(string proxy)
    {
        await using var server = await RealServer.StartAsync(postgres, adjust: null, "Hosting:TrustedProxies:0=" + proxy);
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/live")).StatusCode);
    }

    private static Task<HttpResponseMessage> SignInAsync(RealServer server, string email, string caller, string? origin = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = JsonContent.Create(new { email, password = People.Password }) };
        request.Headers.Add("X-Forwarded-For", caller);
        request.Headers.Add("X-Forwarded-Proto", "https");
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return server.Client.SendAsync(request);
    }
}
