using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Videodolmetschen.Benchmarks;

/// <summary>A message as it came in, with the moment of its arrival (<see cref="Stopwatch"/> ticks).</summary>
internal readonly record struct Arrival(long At, JsonElement Content);

/// <summary>
/// The thinnest client of a SignalR JSON hub: the same for the service and for the bare hub, so that it cancels out of the ratios.
/// </summary>
internal sealed class HubSocket : IAsyncDisposable
{
    private const byte RecordEnd = 0x1e;

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<Arrival>> _expected = new();
    private Task _reading = Task.CompletedTask;
    private int _invocations;

    /// <summary>Looks at each record before anybody parses it; true when it has taken it.</summary>
    public Func<ReadOnlyMemory<byte>, bool>? Tap { get; set; }

    /// <param name="url">Such as <c>ws://127.0.0.1:5080/hubs/interpreting</c>.</param>
    /// <param name="cookie">The whole Cookie header, or null.</param>
    public static async Task<HubSocket> ConnectAsync(Uri url, string? cookie = null)
    {
        var hub = new HubSocket();
        if (cookie is not null)
        {
            hub._socket.Options.SetRequestHeader("Cookie", cookie);
            hub._socket.Options.SetRequestHeader("Origin", $"http://{url.Authority}");
        }

        await hub._socket.ConnectAsync(url, CancellationToken.None);
        var handshake = hub.Expect("handshake");
        hub._reading = hub.ReadAsync();
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        await handshake;
        return hub;
    }

    /// <summary>The next message to this target. Ask before causing it.</summary>
    public Task<Arrival> Expect(string target) =>
        _expected.GetOrAdd(target, _ => new TaskCompletionSource<Arrival>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <exception cref="InvalidOperationException">The hub refused.</exception>
    public async Task<Arrival> InvokeAsync(string target, params object?[] arguments)
    {
        var id = "#" + Interlocked.Increment(ref _invocations);
        var answer = Expect(id);
        await SendAsync(JsonSerializer.Serialize(new { type = 1, invocationId = id, target, arguments }, JsonSerializerOptions.Web));
        var completion = await answer;
        return completion.Content.TryGetProperty("error", out var error)
            ? throw new InvalidOperationException($"{target}: {error.GetString()}")
            : completion with { Content = completion.Content.TryGetProperty("result", out var result) ? result : default };
    }

    public async ValueTask DisposeAsync()
    {
        _socket.Abort();
        await _reading;
        _socket.Dispose();
    }

    /// <summary>Without waiting for an answer, and without asking for one.</summary>
    public Task SendAsync(string json)
    {
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(json.Length) + 1];
        var length = Encoding.UTF8.GetBytes(json, bytes);
        bytes[length] = RecordEnd;
        return _socket.SendAsync(bytes.AsMemory(0, length + 1), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask();
    }

    private async Task ReadAsync()
    {
        // Small, because memory scenarios hold thousands of these.
        var buffer = new byte[2 * 1024];
        var filled = 0;
        try
        {
            while (true)
            {
                var read = await _socket.ReceiveAsync(buffer.AsMemory(filled), CancellationToken.None);
                if (read.MessageType == WebSocketMessageType.Close)
                {
                    return;
                }

                filled = TakeRecords(buffer, filled + read.Count, Stopwatch.GetTimestamp());
                if (filled == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * filled);
                }
            }
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException)
        {
            // Disposed, or the service under test is gone: whoever waits runs into the bound of the scenario.
        }
    }

    private int TakeRecords(byte[] buffer, int filled, long at)
    {
        var start = 0;
        for (int end; (end = buffer.AsSpan(start, filled - start).IndexOf(RecordEnd)) >= 0; start += end + 1)
        {
            Take(buffer.AsMemory(start, end), at);
        }

        buffer.AsSpan(start, filled - start).CopyTo(buffer);
        return filled - start;
    }

    private void Take(ReadOnlyMemory<byte> record, long at)
    {
        if (Tap?.Invoke(record) == true)
        {
            return;
        }

        using var document = JsonDocument.Parse(record);
        var root = document.RootElement;
        var kind = root.TryGetProperty("type", out var type) ? type.GetInt32() : 0;
        var (name, content) = kind switch
        {
            0 => ("handshake", root),
            1 => (root.GetProperty("target").GetString()!, root.GetProperty("arguments")[0]),
            3 => (root.GetProperty("invocationId").GetString()!, root),
            _ => ("", root),
        };
        if (name.Length > 0 && _expected.TryRemove(name, out var waiting))
        {
            waiting.TrySetResult(new Arrival(at, content.Clone()));
        }
    }
}
