using System.Net.Http.Json;

namespace Videodolmetschen.Benchmarks;

/// <summary>A requester and an interpreter at their sockets; each cycle is one whole conversation.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private readonly Pair _pair;
    private readonly HubSocket _requester;
    private readonly HubSocket _interpreter;

    private Desk(Pair pair, HubSocket requester, HubSocket interpreter) =>
        (_pair, _requester, _interpreter) = (pair, requester, interpreter);

    /// <summary>Durable commands of one cycle: request, accept, two media reports, end, end of the wrap-up.</summary>
    public const int CommandsPerCycle = 6;

    /// <summary>Whole conversations so far.</summary>
    public int Conversations { get; private set; }

    public HubSocket Requester => _requester;

    public HubSocket Interpreter => _interpreter;

    /// <summary>A few at a time: the service checks only so many passwords at once.</summary>
    public static async Task<Desk[]> OpenAllAsync(Uri address, IReadOnlyList<Pair> pairs)
    {
        List<Desk> desks = [];
        foreach (var two in pairs.Chunk(2))
        {
            desks.AddRange(await Task.WhenAll(two.Select(pair => OpenAsync(address, pair))));
        }

        return [.. desks];
    }

    public static Task<Desk> OpenAsync(Uri address, Pair pair) => OpenAsync(address, address, pair);

    /// <summary>The two sit at different nodes.</summary>
    public static async Task<Desk> OpenAsync(Uri requesterNode, Uri interpreterNode, Pair pair)
    {
        var requester = await ConnectAsync(requesterNode, await SignInAsync(requesterNode, pair.RequesterEmail));
        var interpreter = await ConnectAsync(interpreterNode, await SignInAsync(interpreterNode, pair.InterpreterEmail));
        await interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        return new Desk(pair, requester, interpreter);
    }

    /// <param name="requestToOffer">Request sent until the offer has reached the interpreter.</param>
    /// <param name="acceptToReady">Accept sent until both sides know of the session.</param>
    public async Task CycleAsync(Durations? requestToOffer = null, Durations? acceptToReady = null)
    {
        var offer = _interpreter.Expect("OfferReceived");
        var asked = System.Diagnostics.Stopwatch.GetTimestamp();
        var request = _requester.InvokeAsync("RequestInterpreter", Request());
        var offered = await offer;
        await request;
        requestToOffer?.Add(asked, offered.At);

        var ready = _requester.Expect("SessionReady");
        var accepted = System.Diagnostics.Stopwatch.GetTimestamp();
        var answer = await AcceptAsync(offered);
        var told = await ready;
        acceptToReady?.Add(accepted, Math.Max(answer.At, told.At));
        await TalkAsync(SessionOf(answer));
        await _interpreter.InvokeAsync("EndWrapUp");
        Conversations++;
    }

    /// <summary>Begins a conversation and leaves it running.</summary>
    public async Task<string> BeginAsync()
    {
        var offer = _interpreter.Expect("OfferReceived");
        await _requester.InvokeAsync("RequestInterpreter", Request());
        var answer = await AcceptAsync(await offer);
        return SessionOf(answer);
    }

    /// <summary>
    /// A request arrives at the very moment at which the interpreter, still busy with the paperwork of the conversation before,
    /// becomes free. True when they found each other; then they talk, and the interpreter is busy again.
    /// </summary>
    public async Task<bool> RaceAsync(TimeSpan within)
    {
        var offer = _interpreter.Expect("OfferReceived");
        var ready = _requester.Expect("SessionReady");
        await Task.WhenAll(_requester.InvokeAsync("RequestInterpreter", Request()), _interpreter.InvokeAsync("EndWrapUp"));
        if (await Task.WhenAny(offer, Task.Delay(within)) != offer)
        {
            return false;
        }

        var answer = await AcceptAsync(await offer);
        await ready;
        await TalkAsync(SessionOf(answer));
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _requester.DisposeAsync();
        await _interpreter.DisposeAsync();
    }

    private Task<Arrival> AcceptAsync(Arrival offered) =>
        _interpreter.InvokeAsync("AcceptOffer", new { offerId = offered.Content.GetProperty("offer").GetProperty("id").GetString() });

    private static string SessionOf(Arrival accepted) => accepted.Content.GetProperty("session").GetProperty("id").GetString()!;

    public async Task TalkAsync(string session)
    {
        var media = new { sessionId = session, flowing = true, forSeconds = 0 };
        var wrapUp = _interpreter.Expect("SessionEnded");
        await Task.WhenAll(_requester.InvokeAsync("ReportMedia", media), _interpreter.InvokeAsync("ReportMedia", media));
        await _requester.InvokeAsync("EndSession", new { sessionId = session, secondsAgo = 0 });
        await wrapUp;
    }

    private object Request() => new
    {
        key = Guid.NewGuid(),
        language = _pair.Language,
        field = "immigration",
        modality = "video",
        emergency = false,
        requirements = _pair.Named is { } named ? new object[] { new { kind = "interpreter", value = named } } : [],
        wishes = Array.Empty<object>(),
        relatedAllowed = false,
        ownReference = (string?)null,
    };

    /// <summary>The cookies of a new sign-in.</summary>
    public static async Task<string> SignInAsync(Uri address, string email)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        using var answer = await http.PostAsJsonAsync("/api/sign-in", new { email, password = World.Password });
        answer.EnsureSuccessStatusCode();
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(set => set.Split(';')[0]));
    }

    /// <summary>One tab of somebody who is signed in.</summary>
    public static async Task<HubSocket> ConnectAsync(Uri address, string cookie)
    {
        var socket = await HubSocket.ConnectAsync(new UriBuilder(address) { Scheme = "ws", Path = "/hubs/interpreting" }.Uri, cookie);
        await socket.InvokeAsync("Resume", new { deviceId = Guid.NewGuid(), holdsSessionId = (string?)null, takeCall = false });
        return socket;
    }
}
