using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Database;

/// <summary>The table <c>schema_migrations</c>, the lock around it, and the role that the application runs as.</summary>
internal static class MigrationStore
{
    private const long LockKey = 0x56_44_4D_49_47;

    public static Task LockAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_lock(@LockKey)", new { LockKey }, cancellationToken: cancellationToken));

    public static Task UnlockAsync(NpgsqlConnection owner) =>
        owner.ExecuteAsync("SELECT pg_advisory_unlock(@LockKey)", new { LockKey });

    /// <summary>
    /// The role is one for the whole cluster, so several databases may create it at the same moment; and a creator
    /// who is no superuser needs membership before its connections may take the role.
    /// </summary>
    public static Task EnsureApplicationRoleAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.ExecuteAsync(new CommandDefinition(
            """
            DO $$
            BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'videodolmetschen_app') THEN
                BEGIN
                  CREATE ROLE videodolmetschen_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN
                  NULL;
                END;
              END IF;
              BEGIN
                SET LOCAL ROLE videodolmetschen_app;
                RESET ROLE;
              EXCEPTION WHEN insufficient_privilege THEN
                GRANT videodolmetschen_app TO CURRENT_USER;
              END;
            END
            $$
            """,
            cancellationToken: cancellationToken));

    public static Task EnsureTableAsync(NpgsqlConnection owner, CancellationToken cancellationToken) =>
        owner.ExecuteAsync(new CommandDefinition(
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
              number     integer PRIMARY KEY,
              name       text NOT NULL,
              checksum   text NOT NULL,
              applied_at timestamptz NOT NULL DEFAULT now()
            );
            GRANT SELECT ON schema_migrations TO videodolmetschen_app
            """,
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<AppliedMigration>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<AppliedMigration>(new CommandDefinition(
            """
            SELECT number, name, checksum
            FROM schema_migrations
            ORDER BY number
            """,
            cancellationToken: cancellationToken))];

    /// <summary>The file and its row in one transaction: a migration is applied whole or not at all.</summary>
    public static async Task ApplyAsync(NpgsqlConnection owner, Migration migration, CancellationToken cancellationToken)
    {
        await using var transaction = await owner.BeginTransactionAsync(cancellationToken);
        await owner.ExecuteAsync(new CommandDefinition(migration.Sql, transaction: transaction, cancellationToken: cancellationToken));
        await owner.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO schema_migrations (number, name, checksum)
            VALUES (@Number, @Name, @Checksum)
            """,
            new { migration.Number, migration.Name, migration.Checksum },
            transaction,
            cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
    }

    public static async Task<int> ReadLevelAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "SELECT coalesce(max(number), 0) FROM schema_migrations",
            cancellationToken: cancellationToken));
}

internal sealed record AppliedMigration(int Number, string Name, string Checksum);
