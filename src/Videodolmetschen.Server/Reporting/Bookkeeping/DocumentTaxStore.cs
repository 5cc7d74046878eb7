using System.Text.Json;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Bookkeeping;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Reporting.Bookkeeping;

/// <summary>What each treatment and each month of service have of each document (<c>document_taxes</c>), and the documents of a period by it.</summary>
internal static class DocumentTaxStore
{
    private const int AtOnce = 500;

    /// <summary>Documents that are not in the table yet. Twice is once; a document never changes, so neither does this.</summary>
    public static async Task<int> KeepUpAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        var (added, seen) = (0, AtOnce);
        while (seen == AtOnce)
        {
            var sources = (await transaction.Connection!.QueryAsync<(Guid Id, string Source)>(new CommandDefinition(
                """
                SELECT d.id, d.source::text
                FROM documents d
                WHERE NOT EXISTS (SELECT FROM document_taxes t WHERE t.document_id = d.id)
                ORDER BY d.position
                LIMIT @AtOnce
                """,
                new { AtOnce },
                transaction,
                cancellationToken: cancellationToken))).ToList();
            seen = sources.Count;
            added += await AddAsync(transaction, [.. sources.SelectMany(source => Taxes(source.Id, source.Source))], cancellationToken);
        }

        return added;
    }

    /// <summary>
    /// By day of issue, in the order of the chain. A correction stands in the place of an invoice: on its day that one is taken back, by its own number.
    /// </summary>
    public static async Task<IReadOnlyList<TaxedPart>> ReadAsync(NpgsqlTransaction transaction, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT d.kind, d.number, d.issued_on, d.due_on, d.until_day, d.treatment, d.net, d.tax, coalesce(c.name, i.number) AS party, a.account
            FROM (
              SELECT d.position, 1 AS place, d.kind, d.number, d.issued_on, d.due_on, t.until_day, d.customer_id, d.interpreter_id, t.treatment, t.net, t.tax
              FROM documents d
              JOIN document_taxes t ON t.document_id = d.id
              WHERE d.issued_on BETWEEN @from AND @until
              UNION ALL
              SELECT d.position, 0, 'cancellation', o.number, d.issued_on, NULL, t.until_day, d.customer_id, d.interpreter_id, t.treatment, t.net, t.tax
              FROM documents d
              JOIN documents o ON o.id = d.cancels_id
              JOIN document_taxes t ON t.document_id = o.id
              WHERE d.issued_on BETWEEN @from AND @until
                AND d.kind = 'correction') AS d
            LEFT JOIN customers c ON c.id = d.customer_id
            LEFT JOIN interpreters i ON i.id = d.interpreter_id
            LEFT JOIN booking_accounts a ON a.customer_id = d.customer_id OR a.interpreter_id = d.interpreter_id
            ORDER BY d.position, d.place, d.until_day, d.treatment
            """,
            new { from, until },
            transaction,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToDomain())];
    }

    /// <summary>
    /// For the summary: by day of service, added up by the database, one part for each month, kind and treatment. What takes a document back has its
    /// months; what a correction takes back is no document of its own.
    /// </summary>
    public static async Task<IReadOnlyList<TaxedPart>> ReadMonthsAsync(NpgsqlTransaction transaction, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var rows = await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT d.kind, '' AS number, max(d.issued_on) AS issued_on, date_trunc('month', d.until_day)::date AS until_day, d.treatment,
              sum(d.net) AS net, sum(d.tax) AS tax, '' AS party, sum(d.documents)::integer AS documents
            FROM (
              SELECT d.kind, d.issued_on, t.until_day, t.treatment, t.net, t.tax, 1 AS documents
              FROM document_taxes t
              JOIN documents d ON d.id = t.document_id
              WHERE t.until_day BETWEEN @from AND @until
              UNION ALL
              SELECT d.kind, d.issued_on, t.until_day, t.treatment, -t.net, -t.tax, 0
              FROM document_taxes t
              JOIN documents d ON d.cancels_id = t.document_id
              WHERE t.until_day BETWEEN @from AND @until
                AND d.kind = 'correction') AS d
            GROUP BY 1, 4, 5
            """,
            new { from, until },
            transaction,
            cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.ToDomain())];
    }

    private static IEnumerable<object> Taxes(Guid id, string source)
    {
        var lines = JsonSerializer.Deserialize<DocumentSource>(source, DocumentStore.Json)!.Lines;
        return VatPeriod.Split([.. lines.Select(line => (Money.ToCents(line.Quantity * line.UnitPrice), line.Vat, line.Until))])
            .Select(part => new { id, treatment = SnakeCase.Of(part.Treatment), until = part.Until, net = part.Net, tax = part.Tax });
    }

    private static Task<int> AddAsync(NpgsqlTransaction transaction, IReadOnlyList<object> taxes, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "INSERT INTO document_taxes (document_id, treatment, until_day, net, tax) VALUES (@id, @treatment, @until, @net, @tax) ON CONFLICT DO NOTHING",
            taxes,
            transaction,
            cancellationToken: cancellationToken));

    private sealed record Row
    {
        public string Kind { get; init; } = "";

        public string Number { get; init; } = "";

        public DateOnly IssuedOn { get; init; }

        public DateOnly? DueOn { get; init; }

        public DateOnly UntilDay { get; init; }

        public string Treatment { get; init; } = "";

        public decimal Net { get; init; }

        public decimal Tax { get; init; }

        public string Party { get; init; } = "";

        public long? Account { get; init; }

        public int Documents { get; init; } = 1;

        public TaxedPart ToDomain() => new()
        {
            Kind = SnakeCase.Parse<DocumentKind>(Kind),
            Number = Number,
            IssuedOn = IssuedOn,
            DueOn = DueOn,
            ServedUntil = UntilDay,
            Treatment = SnakeCase.Parse<VatTreatment>(Treatment),
            Net = Net,
            Tax = Tax,
            Party = Party,
            Documents = Documents,
            Account = Account?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "",
        };
    }
}
