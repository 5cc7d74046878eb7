using System.Net.WebSockets;
using System.Text;

namespace Videodolmetschen.Benchmarks;

/// <summary>A WebSocket of text frames, for the peers that do not speak SignalR.</summary>
internal sealed class TextSocket : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly byte[] _buffer;
    private Task _reading = Task.CompletedTask;

    private TextSocket(int bufferSize) => _buffer = new byte[bufferSize];

    /// <summary>socket.io: connected, and in the room of this name.</summary>
    public static async Task<TextSocket> SocketIoAsync(int port, string name, Action<TextSocket, string> heard)
    {
        var socket = await OpenAsync(new Uri($"ws://127.0.0.1:{port}/socket.io/?EIO=4&transport=websocket"));
        await socket.ReadAsync();
        await socket.SendAsync("40");
        await socket.ReadAsync();
        await socket.SendAsync($"42[\"enter\",\"{name}\"]");
        // Whoever does not answer a ping is cut after 45 s.
        socket.Listen(frame => _ = frame is "2" ? socket.SendAsync("3") : Hear(frame));
        return socket;

        Task Hear(string frame)
        {
            heard(socket, frame);
            return Task.CompletedTask;
        }
    }

    /// <summary>PeerJS: known to the server by this name.</summary>
    public static async Task<TextSocket> PeerJsAsync(int port, string name, Action<TextSocket, string> heard)
    {
        var socket = await OpenAsync(new Uri($"ws://127.0.0.1:{port}/peerjs?key=peerjs&id={name}&token={name}&version=1.5.5"));
        await socket.ReadAsync();
        socket.Listen(frame => heard(socket, frame));
        return socket;
    }

    public static async Task<TextSocket> OpenAsync(Uri url)
    {
        var socket = new TextSocket(4 * 1024);
        socket._socket.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        await socket._socket.ConnectAsync(url, CancellationToken.None);
        return socket;
    }

    public Task SendAsync(string frame) =>
        _socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    private void Listen(Action<string> heard) => _reading = ListenAsync(heard);

    private async Task ListenAsync(Action<string> heard)
    {
        try
        {
            while (await ReadAsync() is { } frame)
            {
                heard(frame);
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Disposed, or the peer is gone: the scenario runs into its bound.
        }
    }

    private async Task<string?> ReadAsync()
    {
        var filled = 0;
        while (true)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(filled), CancellationToken.None);
            filled += read.Count;
            if (read.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (read.EndOfMessage)
            {
                return Encoding.UTF8.GetString(_buffer, 0, filled);
            }
        }
    }
}
