using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>
/// The server as a process of its own, in real time, for the tests of one class: it dies at a named place and is started again
/// on the same port and database. Each test brings its own people and its own language.
/// </summary>
public sealed class KillableServer(RealPostgres postgres) : IAsyncLifetime
{
    /// <summary>Stands in connection strings, keys and people's own words, and must never stand in a log.</summary>
    public const string Canary = "geheimer-kanarienvogel";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private RealServer _beside = null!;

    public ServerProcess Server { get; private set; } = null!;

    public Crowd Crowd { get; private set; } = null!;

    private string Order => Path.Combine(_folder.Path, "crash");

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CreateDatabaseAsync();
        Server = new ServerProcess(
            database,
            "Hosting:BuildWeb=false",
            "Turn:Urls:0=turn:turn.example.de:3478",
            "Turn:Secret=" + Canary,
            "Dispatch:Policy:OfferLife=00:05:00",
            "Dispatch:Policy:UnservedAfter=00:15:00",
            "Serilog:MinimumLevel:Default=Debug");
        Server.Environment[CrashPoint.Variable] = Order;
        _beside = await RealServer.BesideAsync(database, new Uri(Server.Address));
        Crowd = new Crowd(_beside);
        await Server.StartAgainAsync();
    }

    /// <summary>The process dies when it comes to this place while it does what is asked; the answer is lost. Then it is started again.</summary>
    /// <param name="meanwhile">While it is down.</param>
    public async Task DieAsync(string place, Func<Task> during, Func<Task>? meanwhile = null)
    {
        await File.WriteAllTextAsync(Order, place);
        var doing = Record.ExceptionAsync(during);
        await Server.EndedAsync();
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        await Server.StartAgainAsync();
        Assert.IsAssignableFrom<IOException>(await doing);
    }

    /// <summary>As if the session had run for a minute longer: nobody waits for that.</summary>
    public Task AgeAsync(Guid session) => _beside.ExecuteAsStaffAsync(
        "UPDATE sessions SET created_at = created_at - interval '60 s', started_at = started_at - interval '60 s', running_since = running_since - interval '60 s' WHERE id = @session",
        new { session });

    public async Task<T> QueryAsync<T>(string sql, object? parameters = null) => await _beside.QueryAsync<T>(sql, parameters);

    /// <inheritdoc cref="Crowd.AssertUnharmedAsync"/>
    public Task AssertUnharmedAsync() => Crowd.AssertUnharmedAsync(Server.Lines, Canary);

    public async ValueTask DisposeAsync()
    {
        await Crowd.DisposeAsync();
        await Server.DisposeAsync();
        await _beside.DisposeAsync();
        _folder.Dispose();
    }
}
