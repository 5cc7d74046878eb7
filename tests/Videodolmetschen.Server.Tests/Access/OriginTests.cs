using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class OriginTests(AccessServer access) : IClassFixture<AccessServer>
{
    public static TheoryData<string> Foreign => new(
        "https://evil.example",
        "null",
        "https://{host}.evil.example",
        "https://evil.example/{host}",
        "{own}.evil.example",
        "{own}@evil.example",
        "{own}/",
        "https://{host}",
        "http://localhost",
        "https://dolmetschen.example.de.evil.example",
        "http://dolmetschen.example.de",
        "");

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_page_cannot_post(string origin)
    {
        using var answer = await PostAsync("/api/sign-out", Fill(origin));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("origin_refused", await answer.CodeAsync());
    }

    [Theory]
    [MemberData(nameof(Foreign))]
    public async Task A_foreign_page_cannot_negotiate_with_the_hub(string origin)
    {
        using var answer = await PostAsync("/hubs/interpreting/negotiate?negotiateVersion=1", Fill(origin));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_foreign_page_cannot_open_a_socket_to_the_hub(string origin)
    {
        using var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.SetRequestHeader("Origin", origin);
        var hub = new UriBuilder(access.Server.Address) { Scheme = "ws", Path = "/hubs/interpreting" }.Uri;
        await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(hub, CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("{own}")]
    [InlineData("https://dolmetschen.example.de")]
    public async Task The_own_page_and_a_configured_one_may_post(string origin)
    {
        using var answer = await PostAsync("/api/sign-out", Fill(origin));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task Two_origins_at_once_are_refused()
    {
        using var answer = await PostAsync("/api/sign-out", Fill("{own}"), "https://evil.example");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("cross-site", HttpStatusCode.Forbidden)]
    [InlineData("same-site", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", HttpStatusCode.NoContent)]
    public async Task Without_an_origin_the_browser_s_word_on_the_site_counts(string site, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-out");
        request.Headers.Add("Sec-Fetch-Site", site);
        using var answer = await access.Server.Client.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
    }

    private string Fill(string pattern) => pattern
        .Replace("{own}", access.Server.Address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal)
        .Replace("{host}", access.Server.Address.Authority, StringComparison.Ordinal);

    private async Task<HttpResponseMessage> PostAsync(string path, params string[] origins)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.TryAddWithoutValidation("Origin", origins);
        return await access.Server.Client.SendAsync(request);
    }
}
