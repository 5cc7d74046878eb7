using Microsoft.AspNetCore.Builder;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The real host on a free port, on a database of its own.</summary>
public sealed class RealServer : IAsyncDisposable
{
    private RealServer(WebApplication app, string connectionString)
    {
        (App, ConnectionString) = (app, connectionString);
        Client = new HttpClient { BaseAddress = Address };
    }

    public WebApplication App { get; }

    public IServiceProvider Services => App.Services;

    public string ConnectionString { get; }

    public Uri Address => new(App.Urls.First());

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
        string[] args =
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            "--ConnectionStrings:Videodolmetschen=" + connectionString,
            "--Startup:Silent=true",
            "--Hosting:LogFile=false",
            "--Serilog:MinimumLevel:Default=Warning",
            .. settings.Select(setting => "--" + setting),
        ];
        var app = Program.Build(args, adjust);
        await app.PrepareDatabaseAsync();
        await app.StartAsync();
        return new RealServer(app, connectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.StopAsync();
        await App.DisposeAsync();
    }
}
