using Npgsql;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database;

internal static class DatabaseReadiness
{
    /// <summary>The database answers the application's role and stands at the level of this program.</summary>
    public static ReadinessCheck Create(IServiceProvider services)
    {
        var source = services.GetRequiredService<NpgsqlDataSource>();
        var expected = services.GetRequiredService<Migrator>().Migrations.Select(migration => migration.Number).DefaultIfEmpty().Max();
        return new ReadinessCheck("database", async cancellationToken =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            return await MigrationStore.ReadLevelAsync(connection, cancellationToken) == expected;
        });
    }
}
