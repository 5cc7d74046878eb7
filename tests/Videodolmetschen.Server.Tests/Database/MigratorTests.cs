using Dapper;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

public sealed class MigratorTests(RealPostgres postgres)
{
    private static readonly Migration Birds = new(1, "0001_birds", "CREATE TABLE birds (id integer PRIMARY KEY); INSERT INTO birds VALUES (1);");
    private static readonly Migration Nests = new(2, "0002_nests", "CREATE TABLE nests (id integer PRIMARY KEY);");
    private static readonly Migration Broken = new(2, "0002_broken", "CREATE TABLE half (id integer); SELECT 1 / 0;");

    [Fact]
    public async Task Migrations_are_applied_once()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        Assert.Equal(2, await MigrateAsync(database, Birds, Nests));
        Assert.Equal(0, await MigrateAsync(database, Birds, Nests));
    }

    [Fact]
    public async Task A_new_migration_is_applied_after_the_old_ones()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Birds);
        Assert.Equal(1, await MigrateAsync(database, Birds, Nests));
    }

    [Fact]
    public async Task Migrators_that_start_together_apply_everything_once()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => MigrateAsync(database, Birds, Nests)));
        Assert.Equal([0, 0, 0, 0, 0, 2], applied.Order());
    }

    [Fact]
    public async Task A_migration_changed_after_it_was_applied_stops_the_start()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Birds);
        var changed = Birds with { Sql = Birds.Sql + " -- changed" };
        var refused = await Assert.ThrowsAsync<StartupException>(() => MigrateAsync(database, new Migration(changed.Number, changed.Name, changed.Sql)));
        Assert.Contains("0001_birds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_of_a_checkout_do_not_count_as_a_change()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, new Migration(1, "0001_lines", "SELECT 1;\nSELECT 2;"));
        Assert.Equal(0, await MigrateAsync(database, new Migration(1, "0001_lines", "SELECT 1;\r\nSELECT 2;")));
    }

    [Fact]
    public async Task A_database_newer_than_the_program_stops_the_start()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await MigrateAsync(database, Birds, Nests);
        var refused = await Assert.ThrowsAsync<StartupException>(() => MigrateAsync(database, Birds));
        Assert.Contains("neuer als dieses Programm", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_behind()
    {
        var database = await postgres.CreateEmptyDatabaseAsync();
        await Assert.ThrowsAsync<StartupException>(() => MigrateAsync(database, Birds, Broken));
        await using var owner = new NpgsqlConnection(database);
        Assert.Equal(["birds", "schema_migrations"], await owner.QueryAsync<string>("SELECT relname::text FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1"));
    }

    private static Task<int> MigrateAsync(string database, params Migration[] migrations) =>
        RealPostgres.CreateMigrator(database, migrations).MigrateAsync(CancellationToken.None);
}
