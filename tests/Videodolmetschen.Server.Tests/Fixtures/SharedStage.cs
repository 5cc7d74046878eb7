namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>One stage for the tests of a class; each test brings its own people and its own language.</summary>
public sealed class SharedStage(RealPostgres postgres) : IAsyncLifetime
{
    private Stage? _stage;

    /// <summary>For a test that moves the clock far and so needs a stage of its own.</summary>
    public RealPostgres Postgres => postgres;

    public Stage Stage => _stage ?? throw new InvalidOperationException("Not open.");

    public async ValueTask InitializeAsync() => _stage = await Stage.OpenAsync(
        postgres,
        "Realtime:SignalBurst=100000",
        "Realtime:OutboxLimit=16",
        "Turn:Urls:0=turn:turn.example.de:3478",
        "Turn:Secret=north");

    public ValueTask DisposeAsync() => Stage.DisposeAsync();
}
