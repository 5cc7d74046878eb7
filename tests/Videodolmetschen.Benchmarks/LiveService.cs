using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Benchmarks;

/// <summary>The service under test as a process of its own, on a fresh database, with a desk for each pair of its world.</summary>
internal sealed class LiveService : IAsyncDisposable
{
    private readonly ServerProcess _process;

    private LiveService(World world, ServerProcess process) => (World, _process) = (world, process);

    public World World { get; }

    public Desk[] Desks { get; private set; } = [];

    public Uri Address => new(_process.Address);

    public int ProcessId => _process.ProcessId;

    /// <param name="environment">Of the process, such as the size of the collector's nursery.</param>
    public static async Task<LiveService> StartAsync(World world, IReadOnlyDictionary<string, string>? environment = null, params string[] settings)
    {
        var process = new ServerProcess(world.ConnectionString, [.. Settings, .. settings]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            process.Environment[name] = value;
        }

        await process.StartAgainAsync();
        return new LiveService(world, process);
    }

    public async Task<LiveService> WithDesksAsync()
    {
        Desks = await Desk.OpenAllAsync(Address, World.Pairs);
        return this;
    }

    /// <summary>Whole conversations at every desk at once.</summary>
    public Task<Stretch> SaturateAsync(TimeSpan time) => SaturateAsync(time, Desks.Length);

    /// <summary>So many conversations at once: each worker goes round its share of the desks.</summary>
    public async Task<Stretch> SaturateAsync(TimeSpan time, int inFlight)
    {
        var rounds = new int[inFlight];
        return await Saturation.MeasureAsync(
            inFlight, time, worker => Desks[(worker + (inFlight * rounds[worker]++)) % Desks.Length].CycleAsync(), ProcessId, World.Postgres.ProcessId);
    }

    public Task KillAsync() => _process.KillAsync();

    public Task StartAgainAsync() => _process.StartAgainAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var desk in Desks)
        {
            await desk.DisposeAsync();
        }

        await _process.DisposeAsync();
    }

    // Nobody at a benchmark is to be held back, and nothing is to end while it is measured.
    private static readonly string[] Settings =
    [
        "environment=Production",
        "Hosting:BuildWeb=false",
        $"Access:PasswordIterations={World.PasswordIterations}",
        "Realtime:CallsPerSecond=100000",
        "Realtime:CallBurst=100000",
        "Realtime:SignalsPerSecond=100000",
        "Realtime:SignalBurst=100000",
        "Dispatch:Policy:UnservedAfter=23:00:00",
        "Dispatch:Policy:ConnectWithin=23:00:00",
        "Dispatch:Policy:RequesterGrace=23:00:00",
        "Dispatch:Policy:PresenceGrace=23:00:00",
    ];
}
