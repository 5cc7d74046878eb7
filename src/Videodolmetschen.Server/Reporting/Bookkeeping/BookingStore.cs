using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Bookkeeping;

namespace Videodolmetschen.Server.Reporting.Bookkeeping;

/// <summary>Settings of bookkeeping as they stand in the table, with the number of their change.</summary>
internal sealed record KeptSettings(BookingSettings Settings, int Revision);

/// <summary>Whose books, and which account is whose.</summary>
internal static class BookingStore
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static async Task<KeptSettings?> FindAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<(string Content, int Revision)?>(new CommandDefinition(
            "SELECT content::text, revision FROM booking_settings", transaction: transaction, cancellationToken: cancellationToken));
        return row is { } kept ? new KeptSettings(JsonSerializer.Deserialize<BookingSettings>(kept.Content, Json)!, kept.Revision) : null;
    }

    /// <param name="revision">What the writer has seen; 0 where there was nothing.</param>
    /// <returns>False where somebody else was faster.</returns>
    public static async Task<bool> SaveAsync(NpgsqlTransaction transaction, BookingSettings settings, int revision, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO booking_settings (id, content, revision, changed_by, changed_at)
            SELECT 1, @content::jsonb, @revision + 1, @by, @now
            WHERE @revision = 0 OR EXISTS (SELECT FROM booking_settings)
            ON CONFLICT (id) DO UPDATE SET content = EXCLUDED.content, revision = EXCLUDED.revision, changed_by = EXCLUDED.changed_by, changed_at = EXCLUDED.changed_at
            WHERE booking_settings.revision = @revision
            """,
            new { content = JsonSerializer.Serialize(settings, Json), revision, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Whoever has a document of the period and no account yet is given the next one. One after the other: the settings are locked.</summary>
    public static Task<int> GiveAccountsAsync(NpgsqlTransaction transaction, BookingSettings settings, DateOnly from, DateOnly until, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            SELECT FROM booking_settings FOR UPDATE;

            INSERT INTO booking_accounts (account, customer_id, given_at)
            SELECT greatest(@DebtorsFrom, 1 + coalesce((SELECT max(account) FROM booking_accounts WHERE customer_id IS NOT NULL), 0)) + row_number() OVER (ORDER BY first) - 1, customer_id, @now
            FROM (
              SELECT customer_id, min(position) AS first
              FROM documents
              WHERE issued_on BETWEEN @from AND @until
                AND customer_id IS NOT NULL
                AND customer_id NOT IN (SELECT customer_id FROM booking_accounts WHERE customer_id IS NOT NULL)
              GROUP BY 1) AS without;

            INSERT INTO booking_accounts (account, interpreter_id, given_at)
            SELECT greatest(@CreditorsFrom, 1 + coalesce((SELECT max(account) FROM booking_accounts WHERE interpreter_id IS NOT NULL), 0)) + row_number() OVER (ORDER BY first) - 1, interpreter_id, @now
            FROM (
              SELECT interpreter_id, min(position) AS first
              FROM documents
              WHERE issued_on BETWEEN @from AND @until
                AND interpreter_id IS NOT NULL
                AND interpreter_id NOT IN (SELECT interpreter_id FROM booking_accounts WHERE interpreter_id IS NOT NULL)
              GROUP BY 1) AS without;
            """,
            new { settings.DebtorsFrom, settings.CreditorsFrom, from, until, now },
            transaction,
            cancellationToken: cancellationToken));
}
