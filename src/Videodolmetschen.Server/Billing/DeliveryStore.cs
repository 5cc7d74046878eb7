using Dapper;
using Npgsql;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Billing;

/// <summary>The table <c>document_deliveries</c>. That a document was announced is noted by a trigger, with the mail that was sent.</summary>
internal static class DeliveryStore
{
    /// <summary>The first time counts.</summary>
    /// <param name="format"><c>pdf</c> or <c>xml</c>.</param>
    public static Task AddFetchedAsync(NpgsqlTransaction transaction, Guid document, string format, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO document_deliveries (document_id, channel, user_id, at)
            VALUES (@document, @format, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            new { document, format, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
}
