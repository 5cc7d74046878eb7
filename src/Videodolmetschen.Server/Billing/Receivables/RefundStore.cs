using Dapper;
using Npgsql;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>A row of <c>refunds</c> before it is one.</summary>
/// <param name="Reverses">The refund that this one takes back, with its reason.</param>
internal sealed record NewRefund(Guid Key, Guid Payment, DateOnly On, decimal Amount, string Reference, Guid? Reverses = null, string? Reason = null);

internal sealed record RefundRow
{
    public Guid Id { get; init; }

    public Guid Key { get; init; }

    public Guid PaymentId { get; init; }

    public DateOnly RefundedOn { get; init; }

    public decimal Amount { get; init; }

    public string Reference { get; init; } = "";

    public DateOnly? ReversedOn { get; init; }

    public string? ReversedBecause { get; init; }

    public string? BookedBy { get; init; }
}

/// <summary>The table <c>refunds</c>: rows are added, under the lock of receivables, and never changed.</summary>
internal static class RefundStore
{
    /// <summary>Without the reversals: they stand beside what they reverse.</summary>
    private const string Rows =
        """
        SELECT f.id, f.key, f.payment_id, f.refunded_on, f.amount, f.reference, r.refunded_on AS reversed_on, r.reason AS reversed_because, u.display_name AS booked_by
        FROM refunds f
        LEFT JOIN refunds r ON r.reverses_id = f.id
        LEFT JOIN users u ON u.id = f.booked_by
        WHERE f.reverses_id IS NULL
        """;

    public static Task<RefundRow?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<RefundRow>(new CommandDefinition($"{Rows}\n  AND f.id = @id", new { id }, transaction, cancellationToken: cancellationToken));

    /// <summary>What this press has booked before.</summary>
    public static Task<RefundRow?> FindByKeyAsync(NpgsqlTransaction transaction, Guid key, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<RefundRow>(new CommandDefinition($"{Rows}\n  AND f.key = @key", new { key }, transaction, cancellationToken: cancellationToken));

    /// <summary>By payment, the oldest first.</summary>
    public static async Task<ILookup<Guid, RefundRow>> ReadAsync(NpgsqlTransaction transaction, IEnumerable<Guid> payments, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<RefundRow>(new CommandDefinition(
            $"{Rows}\n  AND f.payment_id = ANY (@payments)\nORDER BY f.refunded_on, f.id", new { payments = payments.ToArray() }, transaction, cancellationToken: cancellationToken)))
        .ToLookup(row => row.PaymentId);

    public static async Task<Guid> AddAsync(NpgsqlTransaction transaction, NewRefund refund, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO refunds (id, key, payment_id, refunded_on, amount, reference, reverses_id, reason, booked_by, booked_at)
            VALUES (@id, @Key, @Payment, @On, @Amount, @Reference, @Reverses, @Reason, @by, @now)
            """,
            new { id, refund.Key, refund.Payment, refund.On, refund.Amount, refund.Reference, refund.Reverses, refund.Reason, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
        return id;
    }
}
