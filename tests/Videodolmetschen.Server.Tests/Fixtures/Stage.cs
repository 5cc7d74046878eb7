using System.Net.WebSockets;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;

// Stories wait for sockets and for the database more than they compute.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The real server with manual time and a small world: one customer, and people as a test asks for them.</summary>
public sealed class Stage : IAsyncDisposable
{
    private readonly List<HubClient> _clients = [];
    private readonly Dictionary<string, Browser> _browsers = [];
    private readonly List<RealServer> _others = [];
    private readonly string[] _settings;
    private int _people;

    private Stage(ManualTime time, string[] settings) => (Time, _settings) = (time, settings);

    public ManualTime Time { get; }

    public RealServer Server { get; private set; } = null!;

    /// <summary>All nodes: <see cref="Server"/>, and those that were added.</summary>
    public IEnumerable<RealServer> Nodes => [Server, .. _others];

    /// <summary>The node at which people enter; the first one unless a test says otherwise.</summary>
    public RealServer Door
    {
        get => field ?? Server;
        set;
    }

    public Tenant Tenant { get; private set; } = null!;

    public static async Task<Stage> OpenAsync(RealPostgres postgres, params string[] settings) =>
        await OpenAsync(await postgres.CreateDatabaseAsync(), settings);

    public static Task<Stage> OpenAsync(string connectionString, params string[] settings) =>
        OpenAsync(connectionString, new ManualTime(), settings);

    public static async Task<Stage> OpenAsync(string connectionString, ManualTime time, params string[] settings)
    {
        var stage = new Stage(time, ["Realtime:CallBurst=100000", .. settings]);
        stage.Server = await RealServer.StartAsync(connectionString, stage.TakeTime, stage._settings);
        stage.Tenant = await stage.Server.AddTenantAsync();
        return stage;
    }

    /// <summary>Another node on the same database, in step with the one that decides.</summary>
    public async Task<RealServer> AddNodeAsync(params string[] settings)
    {
        var node = await RealServer.StartAsync(Server.ConnectionString, TakeTime, [.. _settings, .. settings]);
        _others.Add(node);
        await node.IsReadyAsync();
        return node;
    }

    /// <summary>Another node, on a machine whose wall clock is wrong.</summary>
    public async Task<RealServer> AddNodeAsync(TimeSpan wallClockAhead)
    {
        var node = await RealServer.StartAsync(Server.ConnectionString, builder =>
        {
            TakeTime(builder);
            builder.Services.AddSingleton<TimeProvider>(new SkewedTime(Time, wallClockAhead));
        }, _settings);
        _others.Add(node);
        await node.IsReadyAsync();
        return node;
    }

    /// <summary>Stops the server as if its machine had gone, and starts it on the same address and database.</summary>
    public async Task RestartAsync()
    {
        var address = Server.Address;
        await Server.DisposeAsync();
        Server = await RealServer.StartAsync(Server.ConnectionString, TakeTime, [.. _settings, $"urls={address.GetLeftPart(UriPartial.Authority)}"]);
    }

    /// <summary>A requester of <see cref="Tenant"/>, connected and resumed.</summary>
    public async Task<HubClient> RequesterAsync(Tenant? tenant = null)
    {
        var email = NewEmail();
        await Server.AddRequesterAsync(email, tenant ?? Tenant);
        return await EnterAsync(email);
    }

    /// <summary>An interpreter, connected and on duty.</summary>
    public async Task<HubClient> InterpreterAsync(string language = "kmr")
    {
        var client = await InterpreterOffDutyAsync(language);
        await client.InvokeAsync("SetPresence", new { wanted = "available" });
        return client;
    }

    public async Task<HubClient> InterpreterOffDutyAsync(string language = "kmr")
    {
        var email = NewEmail();
        await Server.AddInterpreterAsync(email, _people, language);
        return await EnterAsync(email);
    }

    /// <summary>Somebody who came by a link and waits, connected and resumed.</summary>
    public async Task<HubClient> GuestAsync(string token)
    {
        var browser = new Browser(Server);
        using var answer = await browser.ArriveAsync(token);
        answer.EnsureSuccessStatusCode();
        var client = await HubClient.ConnectAsync(browser, Server.Address, path: RealtimeSetup.GuestHubPath);
        client.Email = $"guest-{++_people}";
        _browsers[client.Email] = browser;
        _clients.Add(client);
        await client.ResumeAsync();
        return client;
    }

    public async Task<HubClient> CoordinatorAsync(string role = Roles.Coordinator)
    {
        var email = NewEmail();
        await Server.AddStaffAsync(email, role);
        return await EnterAsync(email);
    }

    /// <summary>The same person in another tab, or, with the same device, the same tab after a reload.</summary>
    /// <param name="through">A line to the server that may go wrong.</param>
    public async Task<HubClient> AgainAsync(HubClient person, Guid? device = null, Uri? through = null)
    {
        var client = await HubClient.ConnectAsync(_browsers[person.Email], through ?? Door.Address, device);
        client.Email = person.Email;
        _clients.Add(client);
        return client;
    }

    /// <summary>The same tab after its node has gone, resumed at <see cref="Door"/>.</summary>
    /// <param name="holds">The call that it carries.</param>
    public async Task<HubClient> BackAsync(HubClient person, Guid? holds = null)
    {
        var again = await InsistAsync(() => AgainAsync(person, person.Device));
        await InsistAsync(() => again.ResumeAsync(holds));
        return again;
    }

    public Browser BrowserOf(HubClient person) => _browsers[person.Email];

    public Task<T> QueryAsync<T>(string sql, object? parameters = null) => Server.QueryAsync<T>(sql, parameters);

    /// <summary>Closes the tab and waits until the server has noticed.</summary>
    public async Task LeaveAsync(HubClient person)
    {
        var gone = HasGoneAsync(person);
        await person.DisposeAsync();
        await gone;
    }

    /// <summary>Returns when the server knows that nobody is left at this person's tabs.</summary>
    public async Task HasGoneAsync(HubClient person)
    {
        var connections = Server.Services.GetRequiredService<Connections>();
        var party = connections.Present().Single(party => connections.Of(party).Any(one => one.Device == person.Device));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (connections.IsPresent(party))
        {
            await Server.Client.GetAsync("/health/live", limit.Token);
        }

        await SettleAsync();
    }

    /// <summary>Returns when the dispatcher has decided everything that was posted before.</summary>
    public Task SettleAsync() => Server.Services.GetRequiredService<DispatchService>().AskAsync(new DispatchCommand.AskFloor());

    /// <summary>Returns once the board of the first node shows it.</summary>
    internal async Task SettleAsync(Func<LiveBoard, bool> shows)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!shows(Server.Services.GetRequiredService<LiveBoard>()))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    /// <summary>As the owner of the database, who may cut connections.</summary>
    public async Task CutDatabaseAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false }.ConnectionString);
        await owner.ExecuteScalarAsync(sql);
    }

    /// <summary>Somebody else's lock on the live tables: they can be read, but nothing is stored until it is disposed.</summary>
    public async Task<NpgsqlConnection> LockAsync(string mode = "EXCLUSIVE")
    {
        var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false }.ConnectionString);
        await owner.OpenAsync();
        await owner.ExecuteAsync($"BEGIN; LOCK TABLE requests IN {mode} MODE");
        return owner;
    }

    /// <summary>Nodes hear nothing of each other until it is disposed.</summary>
    public async Task<NpgsqlConnection> SilenceAsync()
    {
        var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Server.ConnectionString) { Pooling = false }.ConnectionString);
        await owner.OpenAsync();
        await owner.ExecuteAsync("BEGIN; LOCK TABLE node_messages IN EXCLUSIVE MODE");
        return owner;
    }

    /// <summary>Returns once so many nodes have something to say that <see cref="SilenceAsync"/> holds back, or somebody was answered without it.</summary>
    public static async Task HaveSomethingToSayAsync(NpgsqlConnection silence, int nodes, Task answer)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!answer.IsCompleted && await silence.ExecuteScalarAsync<int>(
            "SELECT count(*) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE NOT granted AND relation = 'node_messages'::regclass AND query LIKE '%INSERT INTO node_messages%'") < nodes)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Returns once the loop waits in the database for <see cref="LockAsync"/>.</summary>
    public static async Task HasStuckAsync(NpgsqlConnection owner)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await owner.ExecuteScalarAsync<bool>("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND relation = 'requests'::regclass)"))
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Tries again as a browser does, while the service has time to recover.</summary>
    public async Task<T> InsistAsync<T>(Func<Task<T>> act)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            try
            {
                return await act();
            }
            catch (Exception passing) when (passing is HubFailureException { Code: "service_unavailable" } or NpgsqlException or WebSocketException)
            {
                Time.Advance(0.5);
                await Server.Client.GetAsync("/health/ready", limit.Token);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
        {
            await client.DisposeAsync();
        }

        foreach (var browser in _browsers.Values)
        {
            browser.Dispose();
        }

        foreach (var node in Nodes.Reverse())
        {
            await node.DisposeAsync();
        }
    }

    private async Task<HubClient> EnterAsync(string email)
    {
        _browsers[email] = await Browser.SignedInAsync(Door, email);
        var client = await HubClient.ConnectAsync(_browsers[email], Door.Address);
        client.Email = email;
        _clients.Add(client);
        await client.ResumeAsync();
        return client;
    }

    private string NewEmail() => $"person-{++_people}@behoerde.example.de";

    // The database's clock is as manual as the wall clock of its machine.
    private void TakeTime(Microsoft.AspNetCore.Builder.WebApplicationBuilder builder) => builder.Services
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(new DatabaseClock(_ => Task.FromResult(Time.GetUtcNow())));
}

/// <summary>What people do.</summary>
internal static class Doing
{
    public static Task<Server.Realtime.Situation> ResumeAsync(this HubClient person, Guid? holds = null, bool takeCall = false) =>
        person.InvokeAsync<Server.Realtime.Situation>("Resume", new { deviceId = person.Device, takeCall, holdsSessionId = holds });

    public static object Order(string language = "kmr", Guid? key = null) => new
    {
        key = key ?? Guid.NewGuid(),
        language,
        field = "health",
        modality = "video",
        emergency = false,
        requirements = Array.Empty<object>(),
        wishes = Array.Empty<object>(),
        relatedAllowed = false,
        ownReference = (string?)null,
    };

    public static Task<RequestView> RequestAsync(this HubClient requester, string language = "kmr", Guid? key = null) =>
        requester.InvokeAsync<RequestView>("RequestInterpreter", Order(language, key));

    public static async Task<OfferView> OfferAsync(this HubClient interpreter) =>
        (await interpreter.NextAsync<OfferReceived>("OfferReceived")).Offer;

    public static Task<AcceptAnswer> AcceptAsync(this HubClient interpreter, OfferView offer) =>
        interpreter.InvokeAsync<AcceptAnswer>("AcceptOffer", new { offerId = offer.Id });

    public static Task DeclineAsync(this HubClient interpreter, OfferView offer) =>
        interpreter.InvokeAsync("DeclineOffer", new { offerId = offer.Id, reason = "no_time" });

    public static Task ReportMediaAsync(this HubClient person, Guid session, bool flowing = true, double forSeconds = 0) =>
        person.InvokeAsync("ReportMedia", new { sessionId = session, flowing, forSeconds });

    public static Task<SessionView> EndAsync(this HubClient person, Guid session, double secondsAgo = 0, double? flowedSeconds = null) =>
        person.InvokeAsync<SessionView>("EndSession", new { sessionId = session, secondsAgo, flowedSeconds });

    public static Task<SessionView> SeekReliefAsync(this HubClient person, Guid session) =>
        person.InvokeAsync<SessionView>("SeekRelief", new { sessionId = session });

    public static Task<SessionView> HandOverAsync(this HubClient person, Guid session) =>
        person.InvokeAsync<SessionView>("HandOver", new { sessionId = session });

    /// <summary>The relief takes the offer, and its media stands.</summary>
    public static async Task<SessionView> JoinAsync(this HubClient relief)
    {
        var answer = await relief.AcceptAsync(await relief.OfferAsync());
        await relief.ReportMediaAsync(answer.Session!.Id);
        return answer.Session;
    }

    /// <summary>From the press to media on both sides.</summary>
    public static async Task<SessionView> ConnectWithAsync(this HubClient requester, HubClient interpreter, string language = "kmr")
    {
        await requester.RequestAsync(language);
        var answer = await interpreter.AcceptAsync(await interpreter.OfferAsync());
        await requester.NextAsync("SessionReady");
        await requester.ReportMediaAsync(answer.Session!.Id);
        await interpreter.ReportMediaAsync(answer.Session.Id);
        return (await requester.NextAsync<SessionStarted>("SessionStarted")).Session;
    }

    public static async Task<string?> CodeAsync(Func<Task> act) => (await Assert.ThrowsAsync<HubFailureException>(act)).Code;
}
