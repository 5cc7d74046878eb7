using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <summary>A dispute in the list of staff, with the line that it is about.</summary>
internal sealed record DisputeRow
{
    public Guid Id { get; init; }

    public string Side { get; init; } = "";

    /// <summary>Of the customer; of an interpreter the number.</summary>
    public string Party { get; init; } = "";

    public Guid ServiceId { get; init; }

    public int LineNumber { get; init; }

    public string ServiceKind { get; init; } = "";

    public DateTimeOffset ServedFrom { get; init; }

    public DateTimeOffset ServedUntil { get; init; }

    public string LineKind { get; init; } = "";

    public decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    public decimal UnitPrice { get; init; }

    public decimal Net { get; init; }

    public string Explanation { get; init; } = "";

    /// <summary>All lines of the service.</summary>
    public decimal ServiceNet { get; init; }

    /// <summary>The document that counts and on which the service stands.</summary>
    public string? Document { get; init; }

    public string Reason { get; init; } = "";

    /// <summary>Null once they were forgotten.</summary>
    public string? Words { get; init; }

    public string State { get; init; } = "";

    public string? RaisedBy { get; init; }

    public DateTimeOffset RaisedAt { get; init; }

    public DateOnly AnswerBy { get; init; }

    public string? EndedBy { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public string? Answer { get; init; }

    /// <summary>What the answer has changed.</summary>
    public decimal? Correction { get; init; }

    public bool IsWithdrawn { get; init; }

    public string? CancelledDocument { get; init; }

    public bool IsOverdue { get; init; }
}

/// <param name="Words">Of staff.</param>
/// <param name="CorrectionNumber">The line that corrects.</param>
/// <param name="IsWithdrawn">The service is not billed at all.</param>
internal sealed record DisputeEnd(DisputeState State, string? Words = null, int? CorrectionNumber = null, bool IsWithdrawn = false, Guid? CancelledDocument = null);

/// <summary>The table <c>line_disputes</c>.</summary>
internal static class DisputeStore
{
    public const int AtMost = 300;

    /// <summary>Open ones first, by the day of the answer; then the others, the last answered first.</summary>
    public static async Task<IReadOnlyList<DisputeRow>> ReadAsync(NpgsqlTransaction transaction, bool all, DateOnly today, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<DisputeRow>(new CommandDefinition(
            $"""
            SELECT d.id, s.side, coalesce(c.name, i.number) AS party, d.service_id, d.line_number, s.kind AS service_kind, s.served_from, s.served_until,
              l.kind AS line_kind, l.quantity, l.unit, l.unit_price, l.net, l.explanation, (SELECT sum(x.net) FROM billing_lines x WHERE x.service_id = s.id) AS service_net,
              {DisputedLineStore.DocumentNumber} AS document, d.reason, d.words, d.state, r.display_name AS raised_by, d.raised_at, d.answer_by, e.display_name AS ended_by, d.ended_at, d.answer,
              k.net AS correction, d.is_withdrawn, x.number AS cancelled_document
            FROM line_disputes d
            JOIN rated_services s ON s.id = d.service_id
            JOIN billing_lines l ON l.service_id = d.service_id AND l.number = d.line_number
            LEFT JOIN billing_lines k ON k.service_id = d.service_id AND k.number = d.correction_number
            LEFT JOIN customers c ON s.side = 'customer' AND c.id = s.customer_id
            LEFT JOIN interpreters i ON s.side = 'interpreter' AND i.id = s.interpreter_id
            LEFT JOIN users r ON r.id = d.raised_by
            LEFT JOIN users e ON e.id = d.ended_by
            LEFT JOIN documents x ON x.id = d.cancelled_document_id
            WHERE @all OR d.state = 'open'
            ORDER BY d.state = 'open' DESC, CASE WHEN d.state = 'open' THEN d.answer_by END, d.ended_at DESC, d.raised_at, d.id
            LIMIT @limit
            """,
            new { all, limit = AtMost },
            transaction,
            cancellationToken: cancellationToken)))
            .Select(row => row with { IsOverdue = row.State == "open" && DisputeDeadline.IsOverdue(row.AnswerBy, today) }),
    ];

    /// <returns>Null where one about this line is open.</returns>
    public static async Task<Guid?> AddAsync(
        NpgsqlTransaction transaction, DisputedLine line, DisputeReason reason, string words, DateOnly answerBy, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var added = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO line_disputes (id, service_id, line_number, reason, words, state, raised_by, raised_at, answer_by)
            VALUES (@id, @ServiceId, @LineNumber, @reason, @words, 'open', @by, @now, @answerBy)
            ON CONFLICT (service_id, line_number) WHERE state = 'open' DO NOTHING
            """,
            new { id, line.ServiceId, line.LineNumber, reason = SnakeCase.Of(reason), words, by = by.Value, now, answerBy },
            transaction,
            cancellationToken: cancellationToken));
        return added == 1 ? id : null;
    }

    /// <summary>Locks the dispute.</summary>
    /// <param name="interpreter">The one whose it must be; null for staff.</param>
    public static async Task<(Guid ServiceId, int LineNumber, DisputeState State, DisputeReason Reason)?> FindAsync(NpgsqlTransaction transaction, Guid id, Guid? interpreter, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<(Guid ServiceId, int LineNumber, string State, string Reason)?>(new CommandDefinition(
            """
            SELECT d.service_id, d.line_number, d.state, d.reason
            FROM line_disputes d
            JOIN rated_services s ON s.id = d.service_id
            WHERE d.id = @id
              AND (@interpreter::uuid IS NULL OR s.interpreter_id = @interpreter)
            FOR UPDATE OF d
            """,
            new { id, interpreter },
            transaction,
            cancellationToken: cancellationToken)) is { } row
            ? (row.ServiceId, row.LineNumber, SnakeCase.Parse<DisputeState>(row.State), SnakeCase.Parse<DisputeReason>(row.Reason))
            : null;

    public static Task EndAsync(NpgsqlTransaction transaction, Guid id, DisputeEnd end, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE line_disputes
            SET state = @state, answer = @Words, correction_number = @CorrectionNumber, is_withdrawn = @IsWithdrawn, cancelled_document_id = @CancelledDocument, ended_by = @by, ended_at = @now
            WHERE id = @id
            """,
            new { id, state = SnakeCase.Of(end.State), end.Words, end.CorrectionNumber, end.IsWithdrawn, end.CancelledDocument, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
}
