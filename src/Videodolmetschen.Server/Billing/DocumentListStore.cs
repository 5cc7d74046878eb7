using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Server.Billing;

/// <summary>A document in a list; its bytes are fetched by themselves.</summary>
internal sealed record DocumentRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public string Number { get; init; } = "";

    public string Side { get; init; } = "";

    /// <summary>Of the customer; of an interpreter the number.</summary>
    public string Party { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly FromDay { get; init; }

    public DateOnly UntilDay { get; init; }

    public decimal Net { get; init; }

    public decimal Tax { get; init; }

    public decimal Gross { get; init; }

    public string Hash { get; init; } = "";

    /// <summary>An <see cref="InvoiceFormat"/>.</summary>
    public string Format { get; init; } = "";

    /// <summary>The number of the document that took this one back.</summary>
    public string? CancelledBy { get; init; }

    /// <summary>The number of the document that this one takes back.</summary>
    public string? Cancels { get; init; }

    /// <summary>Since then it has no effect as an invoice.</summary>
    public DateTimeOffset? ObjectedAt { get; init; }

    public string? ObjectionReason { get; init; }

    /// <summary>The mail that says where it is was sent; null for customers, whose invoices go other ways.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>The interpreter had one of its files for the first time.</summary>
    public DateTimeOffset? FetchedAt { get; init; }

    /// <summary>The number of the invoice that stands in the place of this one.</summary>
    public string? CorrectedBy { get; init; }

    /// <summary>The number of the invoice in whose place this one stands.</summary>
    public string? Corrects { get; init; }
}

/// <summary>The numbers of one series in one year.</summary>
internal sealed record NumberSeries
{
    public string Series { get; init; } = "";

    public int Year { get; init; }

    /// <summary>They go from 1 to it.</summary>
    public int Last { get; init; }

    /// <summary>Those that no document has; the tables let none arise.</summary>
    public int[] Missing { get; init; } = [];
}

/// <param name="Customer">Null for all.</param>
/// <param name="Interpreter">Null for all.</param>
/// <param name="Run">Null for all.</param>
internal sealed record DocumentFilter(string? Side, DateOnly From, DateOnly Until, Guid? Customer = null, Guid? Interpreter = null, Guid? Run = null);

internal static class DocumentListStore
{
    public const int AtMost = 500;

    public static async Task<IReadOnlyList<DocumentRow>> ReadAsync(NpgsqlTransaction transaction, DocumentFilter filter, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<DocumentRow>(new CommandDefinition(
            """
            SELECT d.id, d.kind, d.number, d.side, coalesce(c.name, i.number) AS party, d.issued_on, d.due_on, d.from_day, d.until_day, d.net, d.tax, d.gross, d.hash,
              CASE d.specification WHEN @cii THEN 'zugferd' ELSE 'xrechnung' END AS format,
              (SELECT number FROM documents x WHERE x.cancels_id = d.id AND x.kind <> 'correction') AS cancelled_by,
              (SELECT number FROM documents x WHERE x.id = d.cancels_id AND d.kind <> 'correction') AS cancels,
              (SELECT number FROM documents x WHERE x.cancels_id = d.id AND x.kind = 'correction') AS corrected_by,
              (SELECT number FROM documents x WHERE x.id = d.cancels_id AND d.kind = 'correction') AS corrects,
              o.raised_at AS objected_at, o.reason AS objection_reason,
              (SELECT min(at) FROM document_deliveries y WHERE y.document_id = d.id AND y.channel = 'mail') AS announced_at,
              (SELECT min(at) FROM document_deliveries y WHERE y.document_id = d.id AND y.channel <> 'mail') AS fetched_at
            FROM documents d
            LEFT JOIN document_objections o ON o.document_id = d.id
            LEFT JOIN customers c ON c.id = d.customer_id
            LEFT JOIN interpreters i ON i.id = d.interpreter_id
            WHERE d.issued_on BETWEEN @From AND @Until
              AND d.side = coalesce(@Side, d.side)
              AND (@Customer::uuid IS NULL OR d.customer_id = @Customer)
              AND (@Interpreter::uuid IS NULL OR d.interpreter_id = @Interpreter)
              AND (@Run::uuid IS NULL OR d.run_id = @Run)
            ORDER BY d.position DESC
            LIMIT @limit
            """,
            new { filter.Side, filter.From, filter.Until, filter.Customer, filter.Interpreter, filter.Run, cii = CiiInvoice.Specification, limit = AtMost },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <param name="owner">The customer or the interpreter who asks; null for staff.</param>
    public static Task<(string Number, byte[] Xml, byte[] Pdf)?> FindFilesAsync(NpgsqlTransaction transaction, Guid id, Guid? owner, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<(string, byte[], byte[])?>(new CommandDefinition(
            """
            SELECT number, xml, pdf
            FROM documents
            WHERE id = @id
              AND (@owner::uuid IS NULL OR coalesce(customer_id, interpreter_id) = @owner)
            """,
            new { id, owner },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Each series and year: how far its numbers went, and those that no document has.</summary>
    public static async Task<IReadOnlyList<NumberSeries>> ReadSeriesAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<NumberSeries>(new CommandDefinition(
            """
            SELECT n.series, n.year, n.last,
              ARRAY(SELECT serial FROM generate_series(1, n.last) AS serial WHERE NOT EXISTS (
                SELECT FROM documents d WHERE d.series = n.series AND d.year = n.year AND d.serial = serial.serial)) AS missing
            FROM number_series n
            ORDER BY n.year DESC, n.series
            """,
            transaction: transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>All documents in the order of the chain.</summary>
    public static IAsyncEnumerable<(string Number, byte[] Xml, string Hash, string Link)> ReadChainAsync(NpgsqlTransaction transaction) =>
        transaction.Connection!.QueryUnbufferedAsync<(string, byte[], string, string)>(
            """
            SELECT number, xml, hash, link
            FROM documents
            ORDER BY position
            """,
            transaction: transaction);
}
