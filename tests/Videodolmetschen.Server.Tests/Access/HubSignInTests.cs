using System.Net;
using System.Net.WebSockets;
using System.Text;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

/// <summary>Who may open a socket to the hub, and what ends one that is open.</summary>
public sealed class HubSignInTests(AccessServer access) : IClassFixture<AccessServer>
{
    private static readonly byte[] Handshake = Encoding.UTF8.GetBytes("""{"protocol":"json","version":1}""" + '\u001e');

    private string Own => access.Server.Address.GetLeftPart(UriPartial.Authority);

    [Fact]
    public async Task Without_a_sign_in_there_is_no_socket()
    {
        using var browser = new Browser(access.Server);
        using var socket = NewSocket(browser, Own);
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(socket));
        Assert.Equal(HttpStatusCode.Unauthorized, socket.HttpStatusCode);
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    public async Task A_foreign_page_gets_no_socket_with_the_visitor_s_cookie(string origin)
    {
        using var browser = await Browser.SignedInAsync(access.Server, await access.AddRequesterAsync());
        using var socket = NewSocket(browser, origin);
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(socket));
        Assert.Equal(HttpStatusCode.Forbidden, socket.HttpStatusCode);
    }

    [Fact]
    public async Task The_own_page_gets_a_socket_and_signing_out_closes_it()
    {
        using var browser = await Browser.SignedInAsync(access.Server, await access.AddRequesterAsync());
        using var socket = NewSocket(browser, Own);
        await ConnectAsync(socket);
        Assert.Equal("{}\u001e", await ReadAsync(socket, CancellationToken.None));
        await browser.SignOutAsync();
        Assert.True(await EndsAsync(socket));
    }

    private static ClientWebSocket NewSocket(Browser browser, string origin)
    {
        var socket = new ClientWebSocket();
        socket.Options.CollectHttpResponseDetails = true;
        socket.Options.Cookies = browser.Cookies;
        socket.Options.SetRequestHeader("Origin", origin);
        return socket;
    }

    private async Task ConnectAsync(ClientWebSocket socket)
    {
        await socket.ConnectAsync(new UriBuilder(access.Server.Address) { Scheme = "ws", Path = "/hubs/interpreting" }.Uri, CancellationToken.None);
        await socket.SendAsync(Handshake, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    private static async Task<string> ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        var read = await socket.ReceiveAsync(buffer, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read.Count);
    }

    /// <summary>Whatever still comes is read until the server closes or cuts the socket.</summary>
    private static async Task<bool> EndsAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            while (await ReadAsync(socket, limit.Token) is { Length: > 0 })
            {
            }
        }
        catch (WebSocketException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return socket.State is WebSocketState.CloseReceived or WebSocketState.Closed or WebSocketState.Aborted;
    }
}
