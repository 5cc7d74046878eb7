using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <summary>A Gutschrift that an interpreter has objected to.</summary>
internal sealed record ObjectionRow
{
    public Guid DocumentId { get; init; }

    public string Number { get; init; } = "";

    /// <summary>The interpreter's number.</summary>
    public string Party { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public decimal Gross { get; init; }

    public string Reason { get; init; } = "";

    public string? Words { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    /// <summary>The number of the document that took it back; null while that is still to be done.</summary>
    public string? CancelledBy { get; init; }
}

/// <summary>The table <c>document_objections</c>.</summary>
internal static class ObjectionStore
{
    /// <summary>Those that wait for their cancellation first.</summary>
    public static async Task<IReadOnlyList<ObjectionRow>> ReadAsync(NpgsqlTransaction transaction, bool all, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<ObjectionRow>(new CommandDefinition(
            """
            SELECT o.document_id, d.number, i.number AS party, d.issued_on, d.gross, o.reason, o.words, o.raised_at, c.number AS cancelled_by
            FROM document_objections o
            JOIN documents d ON d.id = o.document_id
            JOIN interpreters i ON i.id = d.interpreter_id
            LEFT JOIN documents c ON c.cancels_id = d.id
            WHERE @all OR c.id IS NULL
            ORDER BY c.id IS NULL DESC, o.raised_at DESC
            LIMIT @limit
            """,
            new { all, limit = DisputeStore.AtMost },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>Whether an own Gutschrift is one that can still be objected to; null where there is none.</summary>
    public static Task<bool?> FindCountingAsync(NpgsqlTransaction transaction, Guid document, Guid interpreter, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<bool?>(new CommandDefinition(
            """
            SELECT d.cancels_id IS NULL AND NOT EXISTS (SELECT FROM documents c WHERE c.cancels_id = d.id)
            FROM documents d
            WHERE d.id = @document
              AND d.interpreter_id = @interpreter
            """,
            new { document, interpreter },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False where there was an objection before.</returns>
    public static async Task<bool> AddAsync(NpgsqlTransaction transaction, Guid document, ObjectionReason reason, string? words, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO document_objections (document_id, reason, words, raised_by, raised_at)
            VALUES (@document, @reason, @words, @by, @now)
            ON CONFLICT DO NOTHING
            """,
            new { document, reason = SnakeCase.Of(reason), words, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken)) == 1;
}
