using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
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
    private readonly List<IAsyncDisposable> _clients = [];
    private readonly Dictionary<string, Browser> _browsers = [];
    private RealServer _beside = null!;
    private Tenant _tenant = null!;
    private int _people;

    public ServerProcess Server { get; private set; } = null!;

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
        _tenant = await _beside.AddTenantAsync();
        await Server.StartAgainAsync();
    }

    public async Task<HubClient> RequesterAsync()
    {
        var email = NewEmail();
        await _beside.AddRequesterAsync(email, _tenant);
        return await EnterAsync(email);
    }

    /// <summary>Connected and on duty.</summary>
    public async Task<HubClient> InterpreterAsync(string language)
    {
        var email = NewEmail();
        await _beside.AddInterpreterAsync(email, 5000 + _people, language);
        var client = await EnterAsync(email);
        await client.InvokeAsync("SetPresence", new { wanted = "available" });
        return client;
    }

    /// <summary>The same tab, come back.</summary>
    public async Task<HubClient> AgainAsync(HubClient person)
    {
        var client = await HubClient.ConnectAsync(_browsers[person.Email], _beside.Address, person.Device);
        client.Email = person.Email;
        _clients.Add(client);
        return client;
    }

    /// <summary>The process dies when it comes to this place while it does what is asked; the answer is lost. Then it is started again.</summary>
    /// <param name="meanwhile">While it is down.</param>
    public async Task DieAsync(string place, Func<Task> during, Func<Task>? meanwhile = null)
    {
        await File.WriteAllTextAsync(Order, place);
        var doing = during();
        await Server.EndedAsync();
        await Assert.ThrowsAnyAsync<IOException>(() => doing);
        await (meanwhile?.Invoke() ?? Task.CompletedTask);
        await Server.StartAgainAsync();
    }

    /// <summary>As if the session had run for a minute longer: nobody waits for that.</summary>
    public Task AgeAsync(Guid session) => _beside.ExecuteAsStaffAsync(
        "UPDATE sessions SET created_at = created_at - interval '60 s', started_at = started_at - interval '60 s', running_since = running_since - interval '60 s' WHERE id = @session",
        new { session });

    public async Task<T> QueryAsync<T>(string sql, object? parameters = null) => await _beside.QueryAsync<T>(sql, parameters);

    /// <summary>What must hold after each fault: no invariant is broken, and no log gives anything away.</summary>
    public async Task AssertUnharmedAsync()
    {
        var now = DateTimeOffset.UtcNow;
        var moment = new CheckMoment(new DispatchPolicy()) { Now = now, TookOverAt = now };
        var store = new InvariantStore(_beside.Services.GetRequiredService<TenantScope>());
        Assert.Empty(await store.ReadAsync(moment, CancellationToken.None));
        var secrets = _browsers.Values.SelectMany(browser => browser.Cookies.GetAllCookies()).Select(cookie => cookie.Value)
            .Append(Canary).Append(People.Password).Append("Anna Anforderin").Append("Ina Interpretin");
        Assert.All(secrets, secret => Assert.DoesNotContain(Server.Lines, line => line.Contains(secret, StringComparison.Ordinal)));
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

        await Server.DisposeAsync();
        await _beside.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<HubClient> EnterAsync(string email)
    {
        _browsers[email] = await Browser.SignedInAsync(_beside, email);
        var client = await HubClient.ConnectAsync(_browsers[email], _beside.Address);
        client.Email = email;
        _clients.Add(client);
        await client.ResumeAsync();
        return client;
    }

    private string NewEmail() => $"person-{++_people}@behoerde.example.de";
}
