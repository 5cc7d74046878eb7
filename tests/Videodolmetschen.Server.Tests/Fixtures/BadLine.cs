using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>
/// A network between a browser and the server, or between the server and its database, that goes wrong: it swallows everything while
/// both ends believe to be connected, or it breaks in the middle of a frame.
/// </summary>
internal sealed class BadLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly Uri _server;
    private volatile bool _swallows;
    private int _toServer = int.MaxValue;
    private int _toBrowser = int.MaxValue;

    public BadLine(Uri server)
    {
        _server = server;
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>From now on nothing passes, in either direction, and nobody is told.</summary>
    public void Swallow() => _swallows = true;

    /// <summary>What comes from now on passes; what was swallowed is gone.</summary>
    public void Pass() => _swallows = false;

    /// <summary>After so many more bytes the connection is reset.</summary>
    public void CutToServerAfter(int bytes) => Volatile.Write(ref _toServer, bytes);

    /// <inheritdoc cref="CutToServerAfter"/>
    public void CutToBrowserAfter(int bytes) => Volatile.Write(ref _toBrowser, bytes);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
        }
        catch (Exception over) when (over is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient browser)
    {
        using (browser)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(_server.Host, _server.Port);
            await Task.WhenAny(PassAsync(browser, server, read => Take(ref _toServer, read)), PassAsync(server, browser, read => Take(ref _toBrowser, read)));
            // Reset, not closed in order.
            (browser.LingerState, server.LingerState) = (new LingerOption(true, 0), new LingerOption(true, 0));
        }
    }

    private static int Take(ref int left, int read)
    {
        var known = Volatile.Read(ref left);
        if (known == int.MaxValue)
        {
            return read;
        }

        var passed = Math.Min(known, read);
        Volatile.Write(ref left, known - passed);
        return passed;
    }

    private async Task PassAsync(TcpClient from, TcpClient to, Func<int, int> passes)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _closing.Token) is > 0 and var read)
            {
                if (_swallows)
                {
                    continue;
                }

                var passed = passes(read);
                await to.GetStream().WriteAsync(buffer.AsMemory(0, passed), _closing.Token);
                if (passed < read)
                {
                    return;
                }
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }
}
