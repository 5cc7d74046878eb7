using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>A payment of which something counts for no invoice and was not paid back.</summary>
internal sealed record CreditRow(Guid PaymentId, Guid CustomerId, string Customer, DateOnly ReceivedOn, decimal Rest);

/// <summary>What customers owe: invoices in <c>documents</c> beside what counts for them in <c>payment_allocations</c>.</summary>
internal static class ReceivableStore
{
    private const string Filter =
        """
          AND (@Customer::uuid IS NULL OR d.customer_id = @Customer)
          AND (@From::date IS NULL OR d.issued_on >= @From)
          AND (@Until::date IS NULL OR d.issued_on <= @Until)
          AND (NOT @OnlyOpen OR (d.gross > coalesce((SELECT sum(a.amount) FROM payment_allocations a WHERE a.document_id = d.id), 0) AND NOT is_taken_back(d.id)))
        """;

    private const string Columns =
        """
        SELECT d.id, d.number, d.customer_id, c.name AS customer, c.land, d.issued_on, d.due_on, d.gross, is_taken_back(d.id) AS is_cancelled,
          coalesce((
            SELECT jsonb_agg(jsonb_build_array(p.received_on, a.amount) ORDER BY p.received_on, a.id)
            FROM payment_allocations a
            JOIN payments p ON p.id = a.payment_id
            WHERE a.document_id = d.id), '[]')::text AS parts,
          coalesce((
            SELECT jsonb_agg(jsonb_build_array(n.id, n.level, n.dunned_on) ORDER BY n.dunned_on, n.id)
            FROM dunning_notes n
            WHERE n.document_id = d.id
              AND n.withdraws_id IS NULL
              AND NOT EXISTS (SELECT FROM dunning_notes w WHERE w.withdraws_id = n.id)), '[]')::text AS notes
        FROM documents d
        JOIN customers c ON c.id = d.customer_id
        WHERE d.kind IN ('invoice', 'correction')
        """;

    /// <summary>
    /// Whoever books waits here for whoever books: what is open is read and what is paid is written as one. The triggers wait for the same lock,
    /// so a statement that forgets to is no danger.
    /// </summary>
    public static async Task LockAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '90s', true)", transaction: transaction, cancellationToken: cancellationToken));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended('receivables', 0))", transaction: transaction, commandTimeout: 90, cancellationToken: cancellationToken));
    }

    /// <summary>What is open with the oldest first, as it is to be paid; all with the newest first.</summary>
    /// <param name="atMost">Null for all of them.</param>
    public static async Task<IReadOnlyList<ReceivableRow>> ReadAsync(NpgsqlTransaction transaction, ReceivableFilter filter, CancellationToken cancellationToken, int? atMost = null) =>
    [
        .. await transaction.Connection!.QueryAsync<ReceivableRow>(new CommandDefinition(
            $"""
            {Columns}
            {Filter}
            ORDER BY {(filter.OnlyOpen ? "d.issued_on, d.position" : "d.issued_on DESC, d.position DESC")}
            LIMIT @atMost
            """,
            new { filter.Customer, filter.From, filter.Until, filter.OnlyOpen, atMost },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    public static Task<int> CountAsync(NpgsqlTransaction transaction, ReceivableFilter filter, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteScalarAsync<int>(new CommandDefinition(
            $"""
            SELECT count(*)::integer
            FROM documents d
            WHERE d.kind IN ('invoice', 'correction')
            {Filter}
            """,
            new { filter.Customer, filter.From, filter.Until, filter.OnlyOpen },
            transaction,
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<ReceivableRow>> FindAsync(NpgsqlTransaction transaction, IReadOnlyList<Guid> documents, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<ReceivableRow>(new CommandDefinition(
            $"{Columns}\n  AND d.id = ANY (@documents)\nORDER BY d.issued_on, d.position", new { documents = documents.ToArray() }, transaction, cancellationToken: cancellationToken)),
    ];

    /// <summary>What counts for an invoice that was taken back counts no more; what was paid back is no credit any more.</summary>
    public static async Task<IReadOnlyList<CreditRow>> ReadCreditsAsync(NpgsqlTransaction transaction, Guid? customer, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<CreditRow>(new CommandDefinition(
            """
            SELECT p.id AS payment_id, p.customer_id, c.name AS customer, p.received_on, p.amount - coalesce(sum(a.amount) FILTER (WHERE NOT is_taken_back(a.document_id)), 0)
                - coalesce((SELECT sum(f.amount) FROM refunds f WHERE f.payment_id = p.id), 0) AS rest
            FROM payments p
            JOIN customers c ON c.id = p.customer_id
            LEFT JOIN payment_allocations a ON a.payment_id = p.id
            WHERE p.reverses_id IS NULL
              AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id)
              AND (@customer::uuid IS NULL OR p.customer_id = @customer)
            GROUP BY p.id, c.name
            HAVING p.amount > coalesce(sum(a.amount) FILTER (WHERE NOT is_taken_back(a.document_id)), 0) + coalesce((SELECT sum(f.amount) FROM refunds f WHERE f.payment_id = p.id), 0)
            ORDER BY c.name, p.received_on
            """,
            new { customer },
            transaction,
            cancellationToken: cancellationToken)),
    ];
}
