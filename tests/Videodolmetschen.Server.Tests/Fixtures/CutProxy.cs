using System.Net;
using System.Net.Sockets;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>
/// Stands between the server and its database. Told to, it lets the next large batch through and cuts the connection
/// instead of passing on the answer: committed, and nobody knows.
/// </summary>
internal sealed class CutProxy : IAsyncDisposable
{
    private const int LargerThanAnyKeepAlive = 500;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly int _target;
    private int _armed;

    public CutProxy(int target)
    {
        _target = target;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _ = AcceptAsync();
    }

    public int Port { get; }

    public TaskCompletionSource HasCut { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void CutNextAnswer() => Volatile.Write(ref _armed, 1);

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

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            var line = new Line();
            await Task.WhenAny(
                PassAsync(client, server, read => line.Cuts |= read > LargerThanAnyKeepAlive && Interlocked.Exchange(ref _armed, 0) == 1, () => false),
                PassAsync(server, client, _ => { }, () => line.Cuts));
            if (line.Cuts)
            {
                HasCut.TrySetResult();
            }
        }
    }

    private async Task PassAsync(TcpClient from, TcpClient to, Action<int> seen, Func<bool> cuts)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.GetStream().ReadAsync(buffer, _closing.Token) is > 0 and var read)
            {
                seen(read);
                if (cuts())
                {
                    return;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read), _closing.Token);
            }
        }
        catch (Exception over) when (over is OperationCanceledException or IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
    }

    private sealed class Line
    {
        public bool Cuts { get; set; }
    }
}
