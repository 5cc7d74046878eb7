using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Benchmarks;

/// <summary>One embedded PostgreSQL for the whole run. Each scenario takes a fresh database.</summary>
internal sealed class Postgres : IAsyncDisposable
{
    private const string Template = "bench_template";

    private readonly string _folder = Directory.CreateTempSubdirectory("videodolmetschen-bench-").FullName;
    private EmbeddedPostgres _postgres;
    private int _databases;

    private Postgres() => _postgres = Server();

    /// <summary>The postmaster; its children are the backends.</summary>
    public int ProcessId => _postgres.ProcessId ?? throw new InvalidOperationException("PostgreSQL has gone.");

    public static async Task<Postgres> StartAsync()
    {
        var postgres = new Postgres();
        await postgres._postgres.StartAsync(CancellationToken.None);
        await postgres.LoadStatementCountsAsync();
        var template = await postgres.CreateAsync(Template, "template0");
        var address = new DatabaseAddress();
        address.Set(template, template);
        await new Migrator(address, NullLogger<Migrator>.Instance).MigrateAsync(CancellationToken.None);
        return postgres;
    }

    /// <returns>The owner's connection string of a fresh, migrated database.</returns>
    public Task<string> CreateDatabaseAsync() => CreateAsync($"bench_{++_databases}", Template);

    /// <returns>The owner's connection string of a database without any table.</returns>
    public Task<string> CreateEmptyDatabaseAsync() => CreateAsync($"bench_{++_databases}", "template0");

    /// <summary>For what only a superuser may: the same database.</summary>
    public string SuperuserConnectionString(string ofOwner) =>
        new NpgsqlConnectionStringBuilder(_postgres.SuperuserConnectionString) { Database = new NpgsqlConnectionStringBuilder(ofOwner).Database, Pooling = false }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private EmbeddedPostgres Server()
    {
        var story = new StartupStory(new ConfigurationBuilder().AddInMemoryCollection([new("Startup:Silent", "true")]).Build());
        return new EmbeddedPostgres(Options.Create(new DatabaseOptions { DataFolder = _folder }), story, NullLogger<EmbeddedPostgres>.Instance);
    }

    /// <summary>The module is there from the start of the server or not at all; it counts only while <see cref="StatementTimes"/> asks.</summary>
    private async Task LoadStatementCountsAsync()
    {
        await using (var superuser = Superuser())
        {
            await superuser.ExecuteAsync("ALTER SYSTEM SET shared_preload_libraries = 'pg_stat_statements'");
        }

        await _postgres.DisposeAsync();
        _postgres = Server();
        await _postgres.StartAsync(CancellationToken.None);
        await using var again = Superuser();
        await again.ExecuteAsync("ALTER SYSTEM SET pg_stat_statements.track = 'none'");
        await again.ExecuteAsync("SELECT pg_reload_conf()");
    }

    private NpgsqlConnection Superuser() =>
        new(new NpgsqlConnectionStringBuilder(_postgres.SuperuserConnectionString) { Pooling = false }.ConnectionString);

    private async Task<string> CreateAsync(string name, string source)
    {
        await using var superuser = Superuser();
        await superuser.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {source} OWNER videodolmetschen");
        return new NpgsqlConnectionStringBuilder(_postgres.ConnectionString) { Database = name, Pooling = false }.ConnectionString;
    }
}
