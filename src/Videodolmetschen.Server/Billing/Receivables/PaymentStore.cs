using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>A row of <c>payments</c> before it is one.</summary>
/// <param name="Reverses">The payment that this one takes back, with its reason.</param>
internal sealed record NewPayment(Guid Key, Guid Customer, DateOnly ReceivedOn, decimal Amount, Guid? BankEntry = null, Guid? Reverses = null, string? Reason = null);

internal sealed record PaymentRow
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public string Customer { get; init; } = "";

    public DateOnly ReceivedOn { get; init; }

    public decimal Amount { get; init; }

    /// <summary>What counts for no invoice and was not paid back.</summary>
    public decimal Rest { get; init; }

    public bool IsFromBank { get; init; }

    public string? Remittance { get; init; }

    /// <summary>Triples of document, number and amount.</summary>
    public string Allocations { get; init; } = "[]";

    public DateOnly? ReversedOn { get; init; }

    public string? ReversedBecause { get; init; }

    public string? BookedBy { get; init; }

    public DateTimeOffset BookedAt { get; init; }
}

/// <summary>The tables <c>payments</c> and <c>payment_allocations</c>: rows are added, under the lock of receivables, and never changed.</summary>
internal static class PaymentStore
{
    public const int AtMost = 500;

    /// <summary>What this press has booked before.</summary>
    public static Task<(Guid Id, Guid Customer, DateOnly ReceivedOn, decimal Amount)?> FindByKeyAsync(NpgsqlTransaction transaction, Guid key, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<(Guid, Guid, DateOnly, decimal)?>(new CommandDefinition(
            """
            SELECT id, customer_id, received_on, amount
            FROM payments
            WHERE key = @key
            """,
            new { key },
            transaction,
            cancellationToken: cancellationToken));

    public static async Task<Guid> AddAsync(NpgsqlTransaction transaction, NewPayment payment, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        try
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO payments (id, key, customer_id, received_on, amount, bank_entry_id, reverses_id, reason, booked_by, booked_at)
                VALUES (@id, @Key, @Customer, @ReceivedOn, @Amount, @BankEntry, @Reverses, @Reason, @by, @now)
                """,
                new { id, payment.Key, payment.Customer, payment.ReceivedOn, payment.Amount, payment.BankEntry, payment.Reverses, payment.Reason, by = by.Value, now },
                transaction,
                cancellationToken: cancellationToken));
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        return id;
    }

    public static Task AllocateAsync(NpgsqlTransaction transaction, Guid payment, IReadOnlyList<MatchedPart> parts, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO payment_allocations (id, payment_id, document_id, amount, allocated_by, allocated_at)
            VALUES (@id, @payment, @Document, @Amount, @by, @now)
            """,
            parts.Select(part => new { id = Guid.CreateVersion7(), payment, part.Document, part.Amount, by = by.Value, now }),
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>What counts for which invoice of a payment.</summary>
    public static async Task<IReadOnlyList<MatchedPart>> ReadPartsAsync(NpgsqlTransaction transaction, Guid payment, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<MatchedPart>(new CommandDefinition(
            """
            SELECT document_id AS document, sum(amount) AS amount
            FROM payment_allocations
            WHERE payment_id = @payment
            GROUP BY document_id
            """,
            new { payment },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    public static Task<PaymentRow?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<PaymentRow>(new CommandDefinition($"{Rows}\n  AND p.id = @id", new { id }, transaction, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<PaymentRow>> ReadAsync(NpgsqlTransaction transaction, Guid? customer, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<PaymentRow>(new CommandDefinition(
            $"""
            {Rows}
              AND (@customer::uuid IS NULL OR p.customer_id = @customer)
              AND (p.received_on BETWEEN @from AND @until OR EXISTS (SELECT FROM refunds f WHERE f.payment_id = p.id AND f.refunded_on BETWEEN @from AND @until))
            ORDER BY p.received_on DESC, p.id DESC
            LIMIT @AtMost
            """,
            new { customer, from, until, AtMost },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>Without the reversals: they stand beside what they reverse.</summary>
    private const string Rows =
        """
        SELECT p.id, p.customer_id, c.name AS customer, p.received_on, p.amount, p.bank_entry_id IS NOT NULL AS is_from_bank, e.remittance,
          coalesce(credit_of(p.id), 0) AS rest,
          coalesce((
            SELECT jsonb_agg(jsonb_build_array(d.id, d.number, a.amount) ORDER BY d.position, a.id)
            FROM payment_allocations a
            JOIN documents d ON d.id = a.document_id
            WHERE a.payment_id = p.id), '[]')::text AS allocations,
          r.received_on AS reversed_on, r.reason AS reversed_because, u.display_name AS booked_by, p.booked_at
        FROM payments p
        JOIN customers c ON c.id = p.customer_id
        LEFT JOIN bank_entries e ON e.id = p.bank_entry_id
        LEFT JOIN payments r ON r.reverses_id = p.id
        LEFT JOIN users u ON u.id = p.booked_by
        WHERE p.reverses_id IS NULL
        """;
}
