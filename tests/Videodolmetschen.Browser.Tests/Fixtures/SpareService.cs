using System.Net.Http.Json;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(SpareService))]

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>
/// The service of the class that comes next, started while the stories of this one run: people at browsers wait more than they compute,
/// and a start with its first sign-in takes five seconds.
/// </summary>
public sealed class SpareService : IAsyncDisposable
{
    private Task<StartedService>? _next;

    /// <summary>The one that stands ready, or else a new one; and the next is begun.</summary>
    internal async Task<StartedService> TakeAsync(RealPostgres postgres)
    {
        var taken = _next ?? StartAsync(postgres);
        _next = null;
        var service = await taken;
        _next = StartWarmAsync(postgres);
        return service;
    }

    private static async Task<StartedService> StartWarmAsync(RealPostgres postgres)
    {
        var service = await StartAsync(postgres);
        using var client = new HttpClient { BaseAddress = new Uri(service.Server.Address) };
        client.DefaultRequestHeaders.Add("Origin", service.Server.Address);
        using var stranger = await client.PostAsJsonAsync("/api/sign-in", new { email = "nobody@demo.example", password = "wrong" });
        using var page = await client.GetAsync("/");
        return service;
    }

    internal static async Task<StartedService> StartAsync(RealPostgres postgres, params string[] settings)
    {
        var database = await postgres.CreateDatabaseAsync();
        var server = await ServerProcess.StartAsync(database, ["Access:PasswordIterations=100000", .. settings]);
        return new StartedService(server, new Tables(database));
    }

    public async ValueTask DisposeAsync()
    {
        if (_next is not null)
        {
            await (await _next).Server.DisposeAsync();
        }
    }
}

internal sealed record StartedService(ServerProcess Server, Tables Tables);
