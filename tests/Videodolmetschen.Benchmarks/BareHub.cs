using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Benchmarks;

/// <summary>A signal as a typed hub would declare it.</summary>
internal sealed record TypedSignal(string Type, string Sdp);

/// <summary>The floor under every figure: a SignalR hub that knows nothing, and passes a message on to another connection.</summary>
internal sealed class BareHub : Hub
{
    private static readonly ConcurrentDictionary<string, string> Names = new();

    public void Enter(string name) => Names[name] = Context.ConnectionId;

    public Task Pass(string to, object payload) => Clients.Client(Names[to]).SendAsync("Passed", payload);

    public Task PassTyped(string to, TypedSignal payload) => Clients.Client(Names[to]).SendAsync("Passed", payload);

    public Task PassRaw(string to, RawJson payload) => Clients.Client(Names[to]).SendAsync("Passed", payload);

    /// <summary>Runs as a process of its own, as the service under test does.</summary>
    public static async Task<int> RunAsync(bool areSocketsInline, string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = areSocketsInline);
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        builder.Services.AddSignalR();
        var app = builder.Build();
        app.UseWebSockets();
        app.MapHub<BareHub>("/hub");
        app.Map("/raw", HoldAsync);
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
        return 0;
    }

    /// <summary>The least that a WebSocket can be: one that only reads.</summary>
    private static async Task HoldAsync(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var buffer = new byte[256];
        while (socket.State == System.Net.WebSockets.WebSocketState.Open)
        {
            await socket.ReceiveAsync(buffer, context.RequestAborted);
        }
    }
}
