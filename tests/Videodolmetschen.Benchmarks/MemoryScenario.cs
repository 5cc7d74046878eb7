using System.Globalization;

namespace Videodolmetschen.Benchmarks;

/// <summary>What an idle connection costs in memory that stays.</summary>
internal sealed class MemoryScenario(Effort effort, Postgres postgres)
{
    private const int People = 4;

    public async Task<Section> RunAsync()
    {
        var section = new Section($"Memory of an idle connection, at {effort.Connections}", ["Server", "kB per connection", "against a bare SignalR connection"]);
        var bare = await BareAsync();
        var ours = await OursAsync();
        var raw = await RawAsync();
        var socketIo = await NodeAsync("socketio.js", (port, name) => TextSocket.SocketIoAsync(port, name, (_, _) => { }));
        var peerJs = await NodeAsync("peerjs.js", (port, name) => TextSocket.PeerJsAsync(port, name, (_, _) => { }));
        foreach (var (name, kilobytes) in new[] { ("this service, signed in and resumed", ours), ("bare SignalR hub", bare), ("raw WebSocket on Kestrel", raw), ("socket.io", socketIo), ("PeerJS server", peerJs) })
        {
            section.Add(name, Print.Of($"{kilobytes:0.0}"), Print.Times(kilobytes / bare));
        }

        section.Goals.Add(new Goal("memory per idle, signed-in connection against a bare SignalR connection", ours / bare, 1.3));
        section.Notes.Add("Growth of the resident set by the connections, each time after full collections, on plain HTTP.");
        return section;
    }

    private async Task<double> OursAsync()
    {
        var world = await World.CreateAsync(postgres, People);
        await using var service = await LiveService.StartAsync(world, PeerProcess.SmallNursery);
        var cookies = new List<string>();
        foreach (var email in world.Pairs.SelectMany(pair => new[] { pair.RequesterEmail, pair.InterpreterEmail }))
        {
            cookies.Add(await Desk.SignInAsync(service.Address, email));
        }

        return await GrowthAsync(service.ProcessId, number => Desk.ConnectAsync(service.Address, cookies[number % cookies.Count]));
    }

    private async Task<double> BareAsync()
    {
        using var server = await PeerProcess.BareHubAsync();
        return await GrowthAsync(server.Id, async number =>
        {
            var socket = await HubSocket.ConnectAsync(server.Hub);
            await socket.InvokeAsync("Enter", $"{number}");
            return socket;
        });
    }

    private async Task<double> RawAsync()
    {
        using var server = await PeerProcess.BareHubAsync();
        return await GrowthAsync(server.Id, _ => TextSocket.OpenAsync(new Uri($"ws://127.0.0.1:{server.Port}/raw")));
    }

    private async Task<double> NodeAsync(string script, Func<int, string, Task<TextSocket>> open)
    {
        using var server = await PeerProcess.NodeAsync(script);
        return await GrowthAsync(server.Id, number => open(server.Port, $"n{number}"));
    }

    private async Task<double> GrowthAsync<T>(int process, Func<int, Task<T>> open)
        where T : IAsyncDisposable
    {
        // The first ones pay for what is there only once.
        List<T> sockets = [];
        await OpenAsync(sockets, effort.Connections / 5, open);
        var before = await SettledAsync(process);
        await OpenAsync(sockets, effort.Connections, open);
        var after = await SettledAsync(process);
        foreach (var socket in sockets)
        {
            await socket.DisposeAsync();
        }

        return (after - before) / effort.Connections;
    }

    private static async Task OpenAsync<T>(List<T> sockets, int count, Func<int, Task<T>> open)
    {
        foreach (var some in Enumerable.Range(sockets.Count, count).Chunk(8))
        {
            sockets.AddRange(await Task.WhenAll(some.Select(number => PatientlyAsync(() => open(number)))));
        }
    }

    /// <summary>On a busy machine a service may refuse one for the moment.</summary>
    private static async Task<T> PatientlyAsync<T>(Func<Task<T>> open)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await open();
            }
            catch (System.Net.WebSockets.WebSocketException) when (attempt < 5)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }

    private static async Task<double> SettledAsync(int process)
    {
        for (var time = 0; time < 2; time++)
        {
            await FullCollection.InAsync(process);
            // Memory that has become free is given back little by little.
            await Task.Delay(TimeSpan.FromSeconds(1));
        }

        var resident = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmRSS", StringComparison.Ordinal));
        return double.Parse(resident.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
