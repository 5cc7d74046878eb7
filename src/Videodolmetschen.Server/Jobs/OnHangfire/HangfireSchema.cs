using Dapper;
using Hangfire.PostgreSql;
using Npgsql;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Jobs.OnHangfire;

/// <summary>
/// Hangfire creates and upgrades its tables itself, as the owner of the database, because the role that works may create nothing. It is the
/// step behind <c>PrepareSchemaIfNecessary</c>, called here so that a failure is heard at once instead of being tried again for a minute.
/// </summary>
internal static class HangfireSchema
{
    public const string Name = "hangfire";

    private const string Grants =
        $"""
        GRANT USAGE ON SCHEMA {Name} TO {ApplicationConnection.Role};
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {Name} TO {ApplicationConnection.Role};
        GRANT USAGE ON ALL SEQUENCES IN SCHEMA {Name} TO {ApplicationConnection.Role}
        """;

    public static async Task CreateAsync(DatabaseAddress address, CancellationToken cancellationToken)
    {
        await using var owner = new NpgsqlConnection(ApplicationConnection.ForOwner(address.Owner));
        await owner.OpenAsync(cancellationToken);
        await MigrationStore.LockAsync(owner, cancellationToken);
        try
        {
            PostgreSqlObjectsInstaller.Install(owner, Name);
            await owner.ExecuteAsync(new CommandDefinition(Grants, cancellationToken: cancellationToken));
        }
        finally
        {
            await MigrationStore.UnlockAsync(owner);
        }
    }
}
