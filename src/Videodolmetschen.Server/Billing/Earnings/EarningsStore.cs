using Dapper;
using Npgsql;
using Videodolmetschen.Server.Billing.Disputes;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>A line of an interpreter's service, or a service without any: both together are what was rated.</summary>
internal sealed record EarnedRow
{
    public Guid ServiceId { get; init; }

    public string ServiceKind { get; init; } = "";

    public DateTimeOffset ServedFrom { get; init; }

    public DateTimeOffset ServedUntil { get; init; }

    public DateOnly Day { get; init; }

    public string? Language { get; init; }

    public string? Modality { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>The document that counts and on which the service stands.</summary>
    public string? Document { get; init; }

    /// <summary>Null where the service has no line.</summary>
    public int? Number { get; init; }

    public string Kind { get; init; } = "";

    public string Rule { get; init; } = "";

    public decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    public decimal UnitPrice { get; init; }

    public decimal Net { get; init; }

    public string Explanation { get; init; } = "";

    /// <summary>The last one about the line.</summary>
    public Guid? DisputeId { get; init; }

    public string? DisputeState { get; init; }

    public string? DisputeReason { get; init; }

    public string? DisputeWords { get; init; }

    public DateTimeOffset? RaisedAt { get; init; }

    public DateOnly? AnswerBy { get; init; }

    public string? Answer { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}

/// <summary>What one interpreter earned.</summary>
internal static class EarningsStore
{
    /// <summary>Days of service in Berlin, both included; in the order of the services.</summary>
    public static async Task<IReadOnlyList<EarnedRow>> ReadAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<EarnedRow>(new CommandDefinition(
            $"""
            SELECT s.id AS service_id, s.kind AS service_kind, s.served_from, s.served_until, s.day, s.language, s.modality,
              EXISTS (SELECT FROM line_disputes w WHERE w.service_id = s.id AND w.is_withdrawn) AS is_withdrawn, {DisputedLineStore.DocumentNumber} AS document,
              l.number, l.kind, l.rule, l.quantity, l.unit, l.unit_price, l.net, l.explanation,
              d.id AS dispute_id, d.state AS dispute_state, d.reason AS dispute_reason, d.words AS dispute_words, d.raised_at, d.answer_by, d.answer, d.ended_at
            FROM rated_services s
            LEFT JOIN billing_lines l ON l.service_id = s.id
            LEFT JOIN LATERAL (
              SELECT x.*
              FROM line_disputes x
              WHERE x.service_id = l.service_id
                AND x.line_number = l.number
              ORDER BY x.raised_at DESC, x.id DESC
              LIMIT 1) d ON true
            WHERE s.interpreter_id = @interpreter
              AND s.side = 'interpreter'
              AND s.day BETWEEN @from AND @until
            ORDER BY s.served_from, s.id, l.number
            """,
            new { interpreter, from, until },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>By day of service, corrections included; what is not billed at all does not count.</summary>
    public static Task<decimal> SumAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<decimal>(new CommandDefinition(
            """
            SELECT coalesce(sum(l.net), 0)
            FROM rated_services s
            JOIN billing_lines l ON l.service_id = s.id
            WHERE s.interpreter_id = @interpreter
              AND s.side = 'interpreter'
              AND s.day BETWEEN @from AND @until
              AND NOT EXISTS (SELECT FROM line_disputes w WHERE w.service_id = s.id AND w.is_withdrawn)
            """,
            new { interpreter, from, until },
            transaction,
            cancellationToken: cancellationToken));

    public static Task<string> ReadNumberAsync(NpgsqlTransaction transaction, Guid interpreter, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleAsync<string>(new CommandDefinition(
            """
            SELECT number
            FROM interpreters
            WHERE id = @interpreter
            """,
            new { interpreter },
            transaction,
            cancellationToken: cancellationToken));
}
