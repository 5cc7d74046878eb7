using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A failed invocation with the code of PROTOCOL.md 1.</summary>
public sealed class HubFailureException(string method, string message) : Exception($"{method}: {message}")
{
    /// <summary>Null when the message carries none.</summary>
    public string? Code { get; } = CodeOf(message);

    private static string? CodeOf(string message)
    {
        var start = message.IndexOf("{\"code\"", StringComparison.Ordinal);
        return start < 0 ? null : JsonSerializer.Deserialize<JsonElement>(message[start..]).GetProperty("code").GetString();
    }
}

/// <summary>One tab of one person: a real WebSocket that speaks SignalR's JSON protocol, and an inbox of what it was told.</summary>
public sealed class HubClient : IAsyncDisposable
{
    private const byte EndOfRecord = 0x1e;
    private static readonly TimeSpan UsualPatience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonElement>> _answers = new();
    private readonly ConcurrentDictionary<string, Channel<JsonElement>> _inbox = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private int _invocations;
    private bool _disposed;

    /// <summary>Completes when the server has closed the connection, or the client itself.</summary>
    public Task Closed => _reading;

    public Guid Device { get; private init; }

    /// <summary>How long it waits for an answer or a message.</summary>
    public TimeSpan Patience { get; set; } = UsualPatience;

    /// <summary>Whose tab it is.</summary>
    public string Email { get; set; } = "";

    public static async Task<HubClient> ConnectAsync(Browser browser, Uri server, Guid? device = null, bool reads = true, string handshake = """{"protocol":"json","version":1}""", string path = RealtimeSetup.HubPath)
    {
        var client = new HubClient { Device = device ?? Guid.NewGuid() };
        client._socket.Options.Cookies = browser.Cookies;
        client._socket.Options.SetRequestHeader("Origin", server.GetLeftPart(UriPartial.Authority));
        using var limit = new CancellationTokenSource(UsualPatience);
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, limit.Token);
        await client.SendAsync(handshake);
        if (reads)
        {
            client._reading = client.ReadAllAsync();
        }

        return client;
    }

    public async Task<T> InvokeAsync<T>(string method, params object?[] arguments) =>
        (await InvokeAsync(method, arguments)).Deserialize<T>(WireJson.Options)!;

    public Task<JsonElement> InvokeAsync(string method, params object?[] arguments) =>
        InvokeTextAsync(method, "[" + string.Join(',', arguments.Select(one => JsonSerializer.Serialize(one, JsonSerializerOptions.Web))) + "]");

    /// <summary>Sends the arguments as they are, however wrong.</summary>
    public async Task<JsonElement> InvokeTextAsync(string method, string arguments)
    {
        var id = Interlocked.Increment(ref _invocations).ToString(CultureInfo.InvariantCulture);
        var answer = _answers[id] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_reading is { IsCompleted: true } && _reading != Task.CompletedTask)
        {
            throw new IOException("The connection is closed.");
        }

        await SendAsync($$"""{"type":1,"invocationId":"{{id}}","target":"{{method}}","arguments":{{arguments}}}""");
        var completion = await answer.Task.WaitAsync(Patience);
        return completion.TryGetProperty("error", out var error)
            ? throw new HubFailureException(method, error.GetString()!)
            : completion.TryGetProperty("result", out var result) ? result : default;
    }

    /// <summary>The next message of this name that has not been taken yet; waits for it.</summary>
    public async Task<JsonElement> NextAsync(string message)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await Inbox(message).Reader.ReadAsync(limit.Token);
        }
        catch (OperationCanceledException late)
        {
            throw new TimeoutException($"{message} did not come. Else came: {string.Join(", ", _inbox.Where(box => box.Value.Reader.Count > 0).Select(box => box.Key))}", late);
        }
    }

    public async Task<T> NextAsync<T>(string message) => (await NextAsync(message)).Deserialize<T>(WireJson.Options)!;

    /// <summary>Takes messages until one fits.</summary>
    public async Task<T> NextAsync<T>(string message, Func<T, bool> fits)
    {
        while (true)
        {
            var next = await NextAsync<T>(message);
            if (fits(next))
            {
                return next;
            }
        }
    }

    /// <summary>Waits for the message and leaves it in the inbox.</summary>
    public async Task<HubClient> HasComeAsync(string message)
    {
        await Inbox(message).Reader.WaitToReadAsync(_closing.Token).AsTask().WaitAsync(Patience);
        return this;
    }

    /// <summary>What has come and has not been taken yet.</summary>
    public int Count(string message) => Inbox(message).Reader.Count;

    /// <summary>Whether the server said goodbye for good: a browser does not come back by itself then.</summary>
    public bool IsSentAway { get; private set; }

    public Task SendAsync(string text) => SendAsync([.. Encoding.UTF8.GetBytes(text), EndOfRecord]);

    /// <summary>Bytes as they are: half a record, or none.</summary>
    public async Task SendAsync(byte[] bytes)
    {
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, _closing.Token);
        }
        catch (OperationCanceledException cut) when (cut.InnerException is IOException && !_closing.IsCancellationRequested)
        {
            // What the socket says of a line that is taken away while something is being sent.
            throw new IOException("The line was cut.", cut);
        }
        finally
        {
            _sending.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await _closing.CancelAsync();
        await _reading;
        _socket.Dispose();
        _closing.Dispose();
        _sending.Dispose();
    }

    private Channel<JsonElement> Inbox(string message) => _inbox.GetOrAdd(message, _ => Channel.CreateUnbounded<JsonElement>());

    private async Task ReadAllAsync()
    {
        var record = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var received = await _socket.ReceiveAsync(record.GetMemory(4096), _closing.Token);
                if (received.MessageType == WebSocketMessageType.Close)
                {
                    break;
                }

                record.Advance(received.Count);
                if (received.EndOfMessage)
                {
                    Take(record.WrittenSpan);
                    record.Clear();
                }
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
        }

        foreach (var answer in _answers.Values)
        {
            answer.TrySetException(new IOException("The connection is closed."));
        }
    }

    private void Take(ReadOnlySpan<byte> records)
    {
        while (records.IndexOf(EndOfRecord) is >= 0 and var end)
        {
            Take(JsonSerializer.Deserialize<JsonElement>(records[..end]));
            records = records[(end + 1)..];
        }
    }

    private void Take(JsonElement record)
    {
        switch (record.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1:
                Inbox(record.GetProperty("target").GetString()!).Writer.TryWrite(record.GetProperty("arguments")[0]);
                break;
            case 3 when _answers.TryRemove(record.GetProperty("invocationId").GetString()!, out var answer):
                answer.TrySetResult(record);
                break;
            case 7:
                IsSentAway = !record.TryGetProperty("allowReconnect", out var allowed) || !allowed.GetBoolean();
                break;
        }
    }
}
