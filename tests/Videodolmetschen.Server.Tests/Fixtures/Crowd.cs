using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>People who come to a server that runs as a process of its own, and what must hold whatever happens to it.</summary>
/// <param name="beside">The stores of that server, and its address.</param>
public sealed class Crowd(RealServer beside) : IAsyncDisposable
{
    private readonly List<HubClient> _clients = [];
    private readonly Dictionary<string, Browser> _browsers = [];
    private Tenant? _tenant;
    private int _people;

    /// <param name="node">The cookie by which a balancer knows where to go; null goes anywhere.</param>
    public async Task<HubClient> RequesterAsync(string? node = null)
    {
        var email = NewEmail();
        _tenant ??= await beside.AddTenantAsync();
        await beside.AddRequesterAsync(email, _tenant);
        return await EnterAsync(email, node);
    }

    /// <summary>Connected and on duty.</summary>
    /// <inheritdoc cref="RequesterAsync"/>
    public async Task<HubClient> InterpreterAsync(string language, string? node = null)
    {
        var email = NewEmail();
        await beside.AddInterpreterAsync(email, 5000 + _people, language);
        var client = await EnterAsync(email, node);
        await client.InvokeAsync("SetPresence", new { wanted = "available" });
        return client;
    }

    /// <summary>The same tab, come back.</summary>
    /// <param name="straightTo">Past the balancer.</param>
    public async Task<HubClient> AgainAsync(HubClient person, Uri? straightTo = null)
    {
        var client = await HubClient.ConnectAsync(_browsers[person.Email], straightTo ?? beside.Address, person.Device);
        client.Email = person.Email;
        _clients.Add(client);
        return client;
    }

    public Browser BrowserOf(HubClient person) => _browsers[person.Email];

    /// <summary>No invariant is broken, and no line of a log gives anything away.</summary>
    public async Task AssertUnharmedAsync(IEnumerable<string> log, params string[] canaries)
    {
        var now = DateTimeOffset.UtcNow;
        var moment = new CheckMoment(new DispatchPolicy()) { Gap = TimeSpan.FromMinutes(15), Now = now, TookOverAt = now };
        var store = new InvariantStore(beside.Services.GetRequiredService<TenantScope>());
        Assert.Empty(await store.ReadAsync(moment, CancellationToken.None));
        var cookies = _browsers.Values.SelectMany(browser => browser.Cookies.GetAllCookies()).Where(cookie => cookie.Name != Balancer.Cookie);
        string[] secrets = [.. cookies.Select(cookie => cookie.Value), .. canaries, People.Password, "Anna Anforderin", "Ina Interpretin"];
        Assert.All(secrets, secret => Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.Ordinal)));
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
    }

    private async Task<HubClient> EnterAsync(string email, string? node)
    {
        var browser = _browsers[email] = new Browser(beside);
        if (node is not null)
        {
            browser.Cookies.Add(beside.Address, new Cookie(Balancer.Cookie, node));
        }

        (await browser.SignInAsync(email)).EnsureSuccessStatusCode();
        var client = await HubClient.ConnectAsync(browser, beside.Address);
        client.Email = email;
        _clients.Add(client);
        await client.ResumeAsync();
        return client;
    }

    private string NewEmail() => $"person-{++_people}@behoerde.example.de";
}
