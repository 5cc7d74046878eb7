using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>The table <c>dunning_notes</c>: letters that somebody has sent.</summary>
internal static class DunningStore
{
    /// <summary>Twice the same is once. Under the lock of receivables.</summary>
    public static Task<int> AddAsync(NpgsqlTransaction transaction, IReadOnlyList<Guid> documents, DunningLevel level, DateOnly on, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO dunning_notes (id, document_id, level, dunned_on, noted_by, noted_at)
            SELECT gen_random_uuid(), given.id, @level, @on, @by, @now
            FROM unnest(@documents) AS given (id)
            WHERE NOT EXISTS (
              SELECT FROM dunning_notes n
              WHERE n.document_id = given.id AND n.level = @level AND n.dunned_on = @on AND n.withdraws_id IS NULL AND NOT EXISTS (SELECT FROM dunning_notes w WHERE w.withdraws_id = n.id))
            """,
            new { documents = documents.ToArray(), level = SnakeCase.Of(level), on, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False where there is no such note, or it was taken back before.</returns>
    public static async Task<bool> WithdrawAsync(NpgsqlTransaction transaction, Guid note, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO dunning_notes (id, document_id, level, dunned_on, withdraws_id, noted_by, noted_at)
            SELECT gen_random_uuid(), document_id, level, dunned_on, id, @by, @now
            FROM dunning_notes n
            WHERE id = @note
              AND withdraws_id IS NULL
              AND NOT EXISTS (SELECT FROM dunning_notes w WHERE w.withdraws_id = n.id)
            """,
            new { note, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken)) == 1;
}
