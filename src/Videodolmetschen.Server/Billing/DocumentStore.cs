using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Who issues, for whom, and where it belongs.</summary>
/// <param name="Party">The customer or the interpreter, by the side.</param>
/// <param name="Cancels">The document that this one takes back, or stands in the place of.</param>
internal sealed record Issue(BillingSide Side, Guid Party, Guid? Run, Guid? Cancels, UserId By, DateTimeOffset At);

/// <param name="Party">The customer or the interpreter, by the side.</param>
/// <param name="IsTakenBack">Cancelled, or corrected by another.</param>
internal sealed record IssuedDocument(DocumentSource Source, string Number, BillingSide Side, Guid Party, bool IsTakenBack);

/// <summary>The tables <c>documents</c>, <c>document_lines</c> and <c>number_series</c>: the number is taken in the transaction that issues.</summary>
internal static class DocumentStore
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>
    /// One after the other, for all series, because the chain goes through all of them: whoever issues next waits here, and then finds the
    /// number, the link and the lines as the one before has left them. Asked for before anything is read that goes into a document.
    /// </summary>
    public static async Task LockAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken)
    {
        // Fifty may stand here at once, and nothing is wrong with that: longer than a command may wait elsewhere.
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('lock_timeout', '60s', true), set_config('statement_timeout', '90s', true)", transaction: transaction, cancellationToken: cancellationToken));
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT pg_advisory_xact_lock(hashtextextended('documents', 0))", transaction: transaction, commandTimeout: 90, cancellationToken: cancellationToken));
    }

    /// <summary>Under the lock.</summary>
    public static async Task<(Guid Id, string Number)> IssueAsync(NpgsqlTransaction transaction, DocumentSource source, Issue issue, CancellationToken cancellationToken)
    {
        var series = source.Kind switch { DocumentKind.SelfBilled => "GS", DocumentKind.Cancellation or DocumentKind.SelfBilledCancellation => "ST", _ => "RE" };
        var (serial, before, previous) = await NextAsync(transaction, series, source.IssuedOn.Year, cancellationToken);
        var number = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{series}-{source.IssuedOn.Year}-{serial:D5}");
        var document = source.ToDomain(number);
        var files = DocumentFiles.Of(document, source.Format);
        var kept = ChainedDocument.After(previous is null ? null : DocumentHash.FromHex(previous), files.Xml);
        var id = Guid.CreateVersion7();
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO documents (id, kind, series, year, serial, number, side, customer_id, interpreter_id, run_id, cancels_id, issued_on, due_on, from_day, until_day, net, tax, gross,
              specification, source, xml, pdf, hash, position, link, issued_by, issued_at)
            VALUES (@id, @kind, @series, @year, @serial, @number, @side, @customer, @interpreter, @Run, @Cancels, @issuedOn, @dueOn, @from, @until, @net, @tax, @gross,
              @specification, @source::jsonb, @xml, @pdf, @hash, @position, @link, @by, @At)
            """,
            new
            {
                id, kind = SnakeCase.Of(source.Kind), series, year = source.IssuedOn.Year, serial, number,
                side = SnakeCase.Of(issue.Side),
                customer = issue.Side == BillingSide.Customer ? issue.Party : (Guid?)null,
                interpreter = issue.Side == BillingSide.Interpreter ? issue.Party : (Guid?)null,
                issue.Run, issue.Cancels, issuedOn = source.IssuedOn, dueOn = source.DueOn,
                from = document.Period!.Value.From, until = document.Period.Value.Until,
                net = document.Totals.Net, tax = document.Totals.Tax, gross = document.Totals.Gross,
                specification = files.Specification, source = JsonSerializer.Serialize(source, Json),
                xml = kept.Bytes.ToArray(), pdf = files.Pdf, hash = kept.Hash.Hex, position = before + 1, link = kept.Link.Hex, by = issue.By.Value, issue.At,
            },
            transaction,
            cancellationToken: cancellationToken));
        if (!source.Kind.IsCreditNote())
        {
            await AddLinesAsync(transaction, id, source.Lines, cancellationToken);
        }

        return (id, number);
    }

    /// <summary>For a cancellation or a correction; null where there is none.</summary>
    public static async Task<IssuedDocument?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken)
    {
        var row = await transaction.Connection!.QuerySingleOrDefaultAsync<(string Source, string Number, string Side, Guid Party, bool IsTakenBack)?>(new CommandDefinition(
            """
            SELECT source, number, side, coalesce(customer_id, interpreter_id), EXISTS (SELECT FROM documents c WHERE c.cancels_id = d.id)
            FROM documents d
            WHERE id = @id
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken));
        return row is { } found
            ? new IssuedDocument(JsonSerializer.Deserialize<DocumentSource>(found.Source, Json)!, found.Number, SnakeCase.Parse<BillingSide>(found.Side), found.Party, found.IsTakenBack)
            : null;
    }

    private static async Task<(int Serial, long Position, string? Link)> NextAsync(NpgsqlTransaction transaction, string series, int year, CancellationToken cancellationToken)
    {
        var connection = transaction.Connection!;
        var serial = await connection.QuerySingleAsync<int>(new CommandDefinition(
            """
            INSERT INTO number_series AS n (series, year, last)
            VALUES (@series, @year, 1)
            ON CONFLICT (series, year) DO UPDATE
            SET last = n.last + 1
            RETURNING last
            """,
            new { series, year },
            transaction,
            cancellationToken: cancellationToken));
        var (position, link) = await connection.QuerySingleOrDefaultAsync<(long, string?)>(new CommandDefinition(
            """
            SELECT position, link
            FROM documents
            ORDER BY position DESC
            LIMIT 1
            """,
            transaction: transaction,
            cancellationToken: cancellationToken));
        return (serial, position, link);
    }

    private static Task<int> AddLinesAsync(NpgsqlTransaction transaction, Guid document, IReadOnlyList<SourceLine> lines, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO document_lines (service_id, line_number, attempt, document_id, position)
            SELECT given.service_id, given.line_number,
              1 + (SELECT count(*) FROM document_lines d JOIN documents c ON c.cancels_id = d.document_id WHERE d.service_id = given.service_id AND d.line_number = given.line_number),
              @document, given.position
            FROM unnest(@services, @numbers) WITH ORDINALITY AS given (service_id, line_number, position)
            """,
            new { document, services = lines.Select(line => line.ServiceId).ToArray(), numbers = lines.Select(line => line.LineNumber).ToArray() },
            transaction,
            cancellationToken: cancellationToken));
}
