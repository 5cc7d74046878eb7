using System.Globalization;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(RealPostgres))]

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>
/// One embedded PostgreSQL for the whole run. A test takes it in its constructor and asks for a database of its own:
/// a copy of a migrated template, made in well under a second.
/// </summary>
public sealed class RealPostgres : IAsyncLifetime
{
    private const string Template = "migrated_template";

    private readonly TemporaryFolder _folder = TemporaryFolder.Create();
    private EmbeddedPostgres? _postgres;
    private int _count;

    public async ValueTask InitializeAsync()
    {
        TemporaryFolder.RemoveLeftovers();
        await using (var first = CreateEmbedded(_folder.Path))
        {
            await first.StartAsync(CancellationToken.None);
            await TrustTheMachineAsync(first);
            await CreateMigrator(first.ConnectionString).MigrateAsync(CancellationToken.None);
        }

        NpgsqlConnection.ClearAllPools();
        Made = MadeCluster.Keep(_folder.Path, Path.Combine(_folder.Path, "made"));
        _postgres = CreateEmbedded(_folder.Path);
        await _postgres.StartAsync(CancellationToken.None);
        await CreateAsync(Template, source: new NpgsqlConnectionStringBuilder(_postgres.ConnectionString).Database!);
    }

    /// <summary>For tests that do something to a server of their own.</summary>
    internal MadeCluster Made { get; private set; } = null!;

    /// <returns>The owner's connection string of a fresh, migrated database.</returns>
    public Task<string> CreateDatabaseAsync() => CreateAsync(NextName(), Template);

    /// <returns>The owner's connection string of a database without any table.</returns>
    public Task<string> CreateEmptyDatabaseAsync() => CreateAsync(NextName(), "template0");

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_postgres is not null)
        {
            await _postgres.DisposeAsync();
        }

        _folder.Dispose();
    }

    internal static EmbeddedPostgres CreateEmbedded(string folder, int port = 0) => new(
        Options.Create(new DatabaseOptions { DataFolder = folder, Port = port }),
        SilentStory(),
        NullLogger<EmbeddedPostgres>.Instance);

    internal static StartupStory SilentStory() => new(
        new ConfigurationBuilder().AddInMemoryCollection([new("Startup:Silent", "true")]).Build());

    internal static Migrator CreateMigrator(string connectionString, IReadOnlyList<Migration>? migrations = null)
    {
        var address = new DatabaseAddress();
        address.Set(connectionString, connectionString);
        return new Migrator(address, NullLogger<Migrator>.Instance) { Migrations = migrations ?? Migration.Embedded };
    }

    /// <summary>
    /// The folders live no longer than the run. Processes are killed here, the machine is not: a commit survives the former without
    /// fsync, and hundreds of databases are made, and at the end written down, without waiting for the disk.
    /// </summary>
    private static async Task TrustTheMachineAsync(EmbeddedPostgres postgres)
    {
        await using var superuser = new NpgsqlConnection(postgres.SuperuserConnectionString);
        await superuser.ExecuteAsync("ALTER SYSTEM SET fsync = off");
        await superuser.ExecuteAsync("SELECT pg_reload_conf()");
    }

    private string NextName() => string.Create(CultureInfo.InvariantCulture, $"test_{Interlocked.Increment(ref _count)}");

    private async Task<string> CreateAsync(string name, string source)
    {
        await using var superuser = new NpgsqlConnection(_postgres!.SuperuserConnectionString);
        await superuser.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {source} OWNER videodolmetschen");
        return new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Database = name }.ConnectionString;
    }
}
