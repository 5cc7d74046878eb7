using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Receivables;

internal sealed record StatementRow
{
    public Guid Id { get; init; }

    public string Account { get; init; } = "";

    public string Number { get; init; } = "";

    public DateOnly ClosedOn { get; init; }

    public decimal? Opening { get; init; }

    public decimal? Closing { get; init; }

    public string Balance { get; init; } = "";

    public int Debits { get; init; }

    public int Pending { get; init; }

    /// <summary>Entries that came with this file; those that an earlier one had brought are not among them.</summary>
    public int Entries { get; init; }

    public DateTimeOffset ImportedAt { get; init; }
}

internal sealed record BankEntryRow
{
    public Guid Id { get; init; }

    public string Account { get; init; } = "";

    public string Number { get; init; } = "";

    public string Balance { get; init; } = "";

    public string Kind { get; init; } = "";

    public DateOnly BookedOn { get; init; }

    public DateOnly ValuedOn { get; init; }

    public decimal Amount { get; init; }

    public string? PayerName { get; init; }

    public string? PayerIban { get; init; }

    public string Remittance { get; init; } = "";

    public string? EndToEnd { get; init; }

    public bool IsSettled { get; init; }
}

/// <summary>The tables <c>bank_statements</c>, <c>bank_entries</c> and <c>bank_entry_dismissals</c>.</summary>
internal static class BankStore
{
    public const int EntriesAtMost = 500;

    private const string Statements =
        """
        SELECT s.id, s.account, s.number, s.closed_on, s.opening, s.closing, s.balance, s.debits, s.pending, s.imported_at,
          (SELECT count(*) FROM bank_entries e WHERE e.statement_id = s.id)::int AS entries
        FROM bank_statements s
        """;

    /// <summary>Open is what no payment was made of and nobody has put aside; one that was reversed as a mistake is open again.</summary>
    private const string Entries =
        """
        SELECT e.id, e.statement_id, e.place, s.account, s.number, s.balance, e.kind, e.booked_on, e.valued_on, e.amount, e.payer_name, e.payer_iban, e.remittance, e.end_to_end,
          EXISTS (SELECT FROM bank_entry_dismissals x WHERE x.entry_id = e.id)
            OR EXISTS (SELECT FROM payments p WHERE p.bank_entry_id = e.id AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id AND r.reason = 'mistake')) AS is_settled
        FROM bank_entries e
        JOIN bank_statements s ON s.id = e.statement_id
        """;

    /// <returns>The statement, stored now or before, and whether it is new.</returns>
    public static async Task<(Guid Id, bool IsNew)> AddAsync(NpgsqlTransaction transaction, string key, BankStatement statement, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var added = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bank_statements (id, key, account, number, closed_on, opening, closing, balance, debits, pending, imported_by, imported_at)
            VALUES (@id, @key, @Account, @Number, @ClosedOn, @Opening, @Closing, @balance, @Debits, @Pending, @by, @now)
            ON CONFLICT (key) DO NOTHING
            """,
            new { id, key, statement.Account, statement.Number, statement.ClosedOn, statement.Opening, statement.Closing, balance = SnakeCase.Of(statement.Balance), statement.Debits, statement.Pending, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
        if (added == 0)
        {
            return (await transaction.Connection!.QuerySingleAsync<Guid>(new CommandDefinition("SELECT id\nFROM bank_statements\nWHERE key = @key", new { key }, transaction, cancellationToken: cancellationToken)), false);
        }

        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bank_entries (id, statement_id, place, key, kind, booked_on, valued_on, amount, payer_name, payer_iban, remittance, end_to_end)
            VALUES (@Id, @Statement, @Place, @Key, @Kind, @BookedOn, @ValuedOn, @Amount, @PayerName, @PayerIban, @Remittance, @EndToEnd)
            ON CONFLICT (key) DO NOTHING
            """,
            statement.Entries.Select((entry, place) => new
            {
                Id = Guid.CreateVersion7(), Statement = id, Place = place + 1, entry.Key, Kind = SnakeCase.Of(entry.Kind), entry.BookedOn, entry.ValuedOn, entry.Amount, entry.PayerName, entry.PayerIban,
                entry.Remittance, entry.EndToEnd,
            }),
            transaction,
            cancellationToken: cancellationToken));
        return (id, true);
    }

    public static Task<StatementRow> FindStatementAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleAsync<StatementRow>(new CommandDefinition($"{Statements}\nWHERE s.id = @id", new { id }, transaction, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<StatementRow>> ReadStatementsAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<StatementRow>(new CommandDefinition($"{Statements}\nORDER BY s.imported_at DESC, s.id DESC\nLIMIT 50", transaction: transaction, cancellationToken: cancellationToken))];

    public static async Task<IReadOnlyList<BankEntryRow>> ReadOpenAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<BankEntryRow>(new CommandDefinition(
            $"SELECT *\nFROM ({Entries}) AS entries\nWHERE NOT is_settled\nORDER BY booked_on, statement_id, place\nLIMIT {EntriesAtMost}", transaction: transaction, cancellationToken: cancellationToken)),
    ];

    public static Task<BankEntryRow?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<BankEntryRow>(new CommandDefinition($"{Entries}\nWHERE e.id = @id", new { id }, transaction, cancellationToken: cancellationToken));

    public static Task DismissAsync(NpgsqlTransaction transaction, Guid entry, UserId by, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bank_entry_dismissals (entry_id, dismissed_by, dismissed_at)
            VALUES (@entry, @by, @now)
            """,
            new { entry, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>By what customers are known to a bank: what their invoices say, and the accounts from which they paid before.</summary>
    public static async Task<IReadOnlyList<KnownPayer>> ReadPayersAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<(Guid Customer, string Name, string?[] Ibans, string?[] References)>(new CommandDefinition(
            """
            SELECT c.id, coalesce(b.name, c.name),
              array_remove(array_append(ARRAY(SELECT DISTINCT e.payer_iban FROM payments p JOIN bank_entries e ON e.id = p.bank_entry_id
                WHERE p.customer_id = c.id AND p.reverses_id IS NULL AND e.payer_iban IS NOT NULL AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id)), b.iban), NULL),
              array_remove(ARRAY[b.leitweg_id, b.number], NULL)
            FROM customers c
            LEFT JOIN billing_parties b ON b.customer_id = c.id
            """,
            transaction: transaction,
            cancellationToken: cancellationToken))).Select(row => new KnownPayer(row.Customer, row.Name, [.. row.Ibans.OfType<string>()], [.. row.References.OfType<string>()])),
    ];

    /// <summary>Payments that an entry that went back may have been: of the same amount, the likeliest first.</summary>
    public static async Task<IReadOnlyList<ReturnablePayment>> ReadReturnableAsync(NpgsqlTransaction transaction, Guid entry, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<ReturnablePayment>(new CommandDefinition(
            """
            SELECT p.id AS payment_id, c.name AS customer, p.received_on
            FROM bank_entries back
            JOIN payments p ON p.amount = back.amount AND p.received_on <= back.valued_on
            JOIN customers c ON c.id = p.customer_id
            LEFT JOIN bank_entries e ON e.id = p.bank_entry_id
            WHERE back.id = @entry
              AND NOT EXISTS (SELECT FROM payments r WHERE r.reverses_id = p.id)
            ORDER BY (e.end_to_end = back.end_to_end) DESC NULLS LAST, (e.payer_iban = back.payer_iban) DESC NULLS LAST, p.received_on DESC
            LIMIT 10
            """,
            new { entry },
            transaction,
            cancellationToken: cancellationToken)),
    ];
}
