using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Videodolmetschen.Benchmarks;

/// <summary>Signals of 2 kB from one browser to another: how many a second of processor passes on, here and elsewhere.</summary>
internal sealed class RelayScenario(Effort effort, Postgres postgres)
{
    private const int Pairs = 16;
    private const int Window = 8;

    private static readonly string Payload = JsonSerializer.Serialize(new { type = "offer", sdp = string.Concat(Enumerable.Repeat("a=candidate:1 1 udp 2122260223 192.0.2.1 54400 typ host\r\n", 34)) });

    private static readonly byte[] Marker = Encoding.UTF8.GetBytes("a=candidate");

    /// <summary>One direction of one pair. At most a window of signals is under way.</summary>
    private sealed class Lane
    {
        private readonly SemaphoreSlim _window = new(Window);
        private long _heardAt;

        /// <summary>Sends one signal; told whether an answer is asked for.</summary>
        public required Func<bool, Task> Send { get; init; }

        public void Heard()
        {
            _heardAt = Stopwatch.GetTimestamp();
            _window.Release();
        }

        public async Task RunAsync(int signals, bool areAnswered)
        {
            for (var sent = 0; sent < signals; sent++)
            {
                await TakeAsync();
                await Send(areAnswered);
            }

            await EmptyAsync();
            _window.Release(Window);
        }

        /// <summary>One signal at a time, from sent to heard.</summary>
        public async Task TimeAsync(int signals, bool areAnswered, Durations took)
        {
            await EmptyAsync();
            for (var number = 0; number < signals; number++)
            {
                var sent = Stopwatch.GetTimestamp();
                await Send(areAnswered);
                await TakeAsync();
                took.Add(sent, _heardAt);
            }

            _window.Release(Window);
        }

        private async Task EmptyAsync()
        {
            for (var left = 0; left < Window; left++)
            {
                await TakeAsync();
            }
        }

        private async Task TakeAsync()
        {
            if (!await _window.WaitAsync(TimeSpan.FromSeconds(10)))
            {
                throw new TimeoutException("a signal was lost");
            }
        }
    }

    private sealed record Relay(string Name, int ProcessId, IReadOnlyList<Lane> Lanes, bool AreAnswered = false);

    /// <param name="PerSecond">Signals per second of the relay's processor.</param>
    /// <param name="P50">Of one signal at a time, in milliseconds.</param>
    private readonly record struct Seen(double PerSecond, double P50);

    public async Task<Section> RunAsync()
    {
        var world = await World.CreateAsync(postgres, Pairs);
        await using var service = await (await LiveService.StartAsync(world, PeerProcess.SmallNursery)).WithDesksAsync();
        using var bare = await PeerProcess.BareHubAsync();
        using var inline = await PeerProcess.BareHubAsync("inline");
        using var socketIo = await PeerProcess.NodeAsync("socketio.js");
        using var peerJs = await PeerProcess.NodeAsync("peerjs.js");
        var sessions = await Task.WhenAll(service.Desks.Select(desk => desk.BeginAsync()));
        Lane[] ours = [.. service.Desks.Select((desk, place) => HubLane(desk.Requester, desk.Interpreter, "Signal", $"\"{sessions[place]}\",\"interpreter\""))];
        var raw = await HubLanesAsync(bare.Hub, "PassRaw");
        List<Relay> relays =
        [
            new("this service", service.ProcessId, ours),
            new("this service, each signal answered", service.ProcessId, ours, AreAnswered: true),
            new("bare hub, raw JSON", bare.Id, raw),
            new("bare hub, raw JSON, each signal answered", bare.Id, raw, AreAnswered: true),
            new("bare hub, typed", bare.Id, await HubLanesAsync(bare.Hub, "PassTyped")),
            new("bare hub, raw JSON, sockets inline", inline.Id, await HubLanesAsync(inline.Hub, "PassRaw")),
            new("socket.io", socketIo.Id, await TextLanesAsync(socketIo.Port, TextSocket.SocketIoAsync, to => $"42[\"signal\",\"{to}\",{Payload}]")),
            new("PeerJS server", peerJs.Id, await TextLanesAsync(peerJs.Port, TextSocket.PeerJsAsync, to => $$"""{"type":"OFFER","dst":"{{to}}","payload":{{Payload}}}""")),
        ];
        List<Seen[]> rounds = [];
        for (var number = 0; number <= effort.Rounds; number++)
        {
            List<Seen> round = [];
            foreach (var relay in relays)
            {
                round.Add(await MeasureAsync(relay));
            }

            // Round 0 warms up and does not count.
            if (number > 0)
            {
                rounds.Add([.. round]);
            }
        }

        return Say(relays, rounds);
    }

    private async Task<Seen> MeasureAsync(Relay relay)
    {
        var before = ProcessorTime.Read(relay.ProcessId);
        await Task.WhenAll(relay.Lanes.Select(lane => lane.RunAsync(effort.Signals / Pairs, relay.AreAnswered)));
        var perSecond = effort.Signals / (ProcessorTime.Read(relay.ProcessId) - before).Service;
        var took = new Durations();
        await relay.Lanes[0].TimeAsync(effort.Samples, relay.AreAnswered, took);
        return new Seen(perSecond, took.P50);
    }

    private static Section Say(List<Relay> relays, List<Seen[]> rounds)
    {
        var section = new Section("Signals of 2 kB from browser to browser", ["Relay", "signals per second of its processor", "this service against it", "p50, one at a time"]);
        double Ratio(int one, int other) => Median.Of(rounds, round => round[one].PerSecond / round[other].PerSecond);
        for (var place = 0; place < relays.Count; place++)
        {
            section.Add(
                relays[place].Name,
                Print.Whole(Median.Of(rounds, round => round[place].PerSecond)),
                place == 0 ? "" : Print.Times(Ratio(place == 3 ? 1 : 0, place)),
                Print.Ms(Median.Of(rounds, round => round[place].P50)));
        }

        section.Goals.Add(new Goal("signals per second of processor against a bare hub that passes raw JSON", Ratio(0, 2), 0.9, AtLeast: true));
        section.Goals.Add(new Goal("the same, each signal answered as our browsers ask for it", Ratio(1, 3), 0.9, AtLeast: true));
        section.Goals.Add(new Goal("signals per second of processor against a bare typed hub", Ratio(0, 4), 1.1, AtLeast: true));
        section.Goals.Add(new Goal("signals per second of processor against socket.io", Ratio(0, 6), 1, AtLeast: true));
        section.Goals.Add(new Goal("signals per second of processor against the PeerJS server", Ratio(0, 7), 1, AtLeast: true));
        section.Goals.Add(new Goal("one signal, p50 against a bare typed hub", Median.Of(rounds, round => round[0].P50 / round[4].P50), 1.05));
        section.Notes.Add($"{Pairs} pairs, at most {Window} signals of each under way. This service checks session, seat, size and rate of each signal; the others check nothing.");
        section.Notes.Add("Sockets of this service and of the bare hubs continue on the thread pool; the row \"sockets inline\" shows what giving that up would gain a bare hub.");
        return section;
    }

    private static async Task<IReadOnlyList<Lane>> HubLanesAsync(Uri hub, string method)
    {
        List<Lane> lanes = [];
        for (var pair = 0; pair < Pairs; pair++)
        {
            var (sender, receiver) = (await HubSocket.ConnectAsync(hub), await HubSocket.ConnectAsync(hub));
            await receiver.InvokeAsync("Enter", method + pair);
            lanes.Add(HubLane(sender, receiver, method, $"\"{method}{pair}\""));
        }

        return lanes;
    }

    private static Lane HubLane(HubSocket sender, HubSocket receiver, string method, string to)
    {
        // As the browser's client writes it: the arguments first.
        string Message(string id) => $$"""{"arguments":[{{to}},{{Payload}}],{{id}}"target":"{{method}}","type":1}""";
        var (plain, answered) = (Message(""), Message("\"invocationId\":\"0\","));
        var lane = new Lane { Send = isAnswered => sender.SendAsync(isAnswered ? answered : plain) };
        receiver.Tap = record => Hear(record.Span, lane);
        return lane;
    }

    private static bool Hear(ReadOnlySpan<byte> record, Lane lane)
    {
        if (record.IndexOf(Marker) < 0)
        {
            return false;
        }

        lane.Heard();
        return true;
    }

    private static async Task<IReadOnlyList<Lane>> TextLanesAsync(int port, Func<int, string, Action<TextSocket, string>, Task<TextSocket>> open, Func<string, string> frame)
    {
        List<Lane> lanes = [];
        for (var pair = 0; pair < Pairs; pair++)
        {
            var sender = await open(port, $"sender{pair}", (_, _) => { });
            var message = frame($"receiver{pair}");
            var lane = new Lane { Send = _ => sender.SendAsync(message) };
            await open(port, $"receiver{pair}", (_, heard) => Hear(Encoding.UTF8.GetBytes(heard), lane));
            lanes.Add(lane);
        }

        return lanes;
    }
}
