using Npgsql;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database;

/// <summary>Applies what is missing, in order, one migrator at a time, and refuses a database that does not fit this program.</summary>
internal sealed partial class Migrator(DatabaseAddress address, ILogger<Migrator> logger)
{
    /// <summary>The files to hold the database to; tests put their own here.</summary>
    public IReadOnlyList<Migration> Migrations { get; init; } = Migration.Embedded;

    /// <returns>How many files were applied.</returns>
    /// <exception cref="StartupException">An applied file was changed or is unknown here, or a file fails.</exception>
    public async Task<int> MigrateAsync(CancellationToken cancellationToken)
    {
        await using var owner = new NpgsqlConnection(ApplicationConnection.ForOwner(address.Owner));
        await owner.OpenAsync(cancellationToken);
        await MigrationStore.LockAsync(owner, cancellationToken);
        try
        {
            await MigrationStore.EnsureApplicationRoleAsync(owner, cancellationToken);
            await MigrationStore.EnsureTableAsync(owner, cancellationToken);
            return await ApplyMissingAsync(owner, cancellationToken);
        }
        finally
        {
            await MigrationStore.UnlockAsync(owner);
        }
    }

    private async Task<int> ApplyMissingAsync(NpgsqlConnection owner, CancellationToken cancellationToken)
    {
        var applied = (await MigrationStore.ReadAsync(owner, cancellationToken)).ToDictionary(row => row.Number);
        EnsureFits(applied);
        var missing = Migrations.Where(migration => !applied.ContainsKey(migration.Number)).ToList();
        foreach (var migration in missing)
        {
            try
            {
                await MigrationStore.ApplyAsync(owner, migration, cancellationToken);
            }
            catch (PostgresException refused)
            {
                throw new StartupException($"Die Migration {migration.Name} ist gescheitert und wurde zurückgenommen: {refused.MessageText} (Zeichen {refused.Position}).", refused);
            }

            LogApplied(migration.Name);
        }

        return missing.Count;
    }

    private void EnsureFits(Dictionary<int, AppliedMigration> applied)
    {
        foreach (var row in applied.Values)
        {
            var known = Migrations.FirstOrDefault(migration => migration.Number == row.Number)
                ?? throw new StartupException($"Die Datenbank ist neuer als dieses Programm: die Migration {row.Name} ist hier unbekannt. Bitte die aktuelle Version starten.");
            if (known.Checksum != row.Checksum)
            {
                throw new StartupException($"Die Migration {known.Name} wurde nach ihrer Anwendung geändert. Angewendete Dateien bleiben, wie sie sind; Änderungen kommen in eine neue Datei.");
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Migration {Migration} applied")]
    private partial void LogApplied(string migration);
}
