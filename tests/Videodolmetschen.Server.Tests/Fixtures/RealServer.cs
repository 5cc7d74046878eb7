using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The real host on a free port, on a database of its own.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private RealServer(WebApplication app, string connectionString, Uri? elsewhere = null)
    {
        (App, ConnectionString, Address) = (app, connectionString, elsewhere ?? new Uri(app.Urls.First()));
        Client = new HttpClient { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public string ConnectionString { get; }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <param name="adjust">Replaces registrations, for example the clock.</param>
    /// <param name="settings">Further configuration as <c>Section:Key=value</c>.</param>
    public static async Task<RealServer> StartAsync(RealPostgres postgres, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var connectionString = await postgres.CreateDatabaseAsync();
        return await StartAsync(connectionString, adjust, settings);
    }

    /// <summary>A second host on the database of a first one: the restart of a server.</summary>
    public static async Task<RealServer> StartAsync(string connectionString, Action<WebApplicationBuilder>? adjust = null, params string[] settings)
    {
        var app = Build(connectionString, adjust, settings);
        await app.PrepareDatabaseAsync();
        await app.PrepareJobsAsync();
        await app.StartAsync();
        return new RealServer(app, connectionString);
    }

    /// <summary>The stores of a server that runs as a process of its own, under its address. This one serves nobody.</summary>
    public static async Task<RealServer> BesideAsync(string connectionString, Uri address)
    {
        var app = Build(connectionString, null, []);
        await app.PrepareDatabaseAsync();
        return new RealServer(app, connectionString, address);
    }

    /// <summary>Returns once the node takes traffic: it decides, or follows one that does.</summary>
    public async Task IsReadyAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!(await Client.GetAsync("/health/ready", limit.Token)).IsSuccessStatusCode || !Services.GetRequiredService<DispatchService>().HasRole)
        {
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>The best of ten: a busy machine slows some of them down, a process that waits for its database all of them.</summary>
    public async Task<TimeSpan> QuickestAsync(string path)
    {
        var best = TimeSpan.MaxValue;
        for (var tries = 0; tries < 10; tries++)
        {
            var began = Stopwatch.GetTimestamp();
            (await Client.GetAsync(path)).EnsureSuccessStatusCode();
            var took = Stopwatch.GetElapsedTime(began);
            best = took < best ? took : best;
        }

        return best;
    }

    /// <summary>Returns once this node decides.</summary>
    public async Task HoldsAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Services.GetRequiredService<HolderDesk>().Epoch == 0)
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }

    private static WebApplication Build(string connectionString, Action<WebApplicationBuilder>? adjust, string[] settings)
    {
        string[] args =
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--ConnectionStrings:Videodolmetschen=" + connectionString,
            "--Startup:Silent=true",
            // The stories of the engine itself switch it on.
            "--Jobs:Enabled=false",
            // Stories begin with an empty town.
            "--Demo:History=false",
            "--Hosting:LogFile=false",
            // No test depends on how fast the machine is; the one of this limit sets it.
            "--Hosting:GiveUpAfter=00:01:00",
            "--Serilog:MinimumLevel:Default=Warning",
            .. settings.Select(setting => "--" + setting),
        ];
        return Program.Build(args, builder =>
        {
            // Thousands of people sign in here, and nobody steals their passwords.
            builder.Services.PostConfigure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1_000);
            adjust?.Invoke(builder);
        });
    }
}
