using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <summary>A billing line that somebody disputes or corrects, with its service.</summary>
internal sealed record DisputedLine
{
    public Guid ServiceId { get; init; }

    public int LineNumber { get; init; }

    public Guid? InterpreterId { get; init; }

    public Guid TariffId { get; init; }

    public DateTimeOffset ServedFrom { get; init; }

    public DateTimeOffset ServedUntil { get; init; }

    public DateOnly Day { get; init; }

    public string Kind { get; init; } = "";

    public string Rule { get; init; } = "";

    public decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    public decimal UnitPrice { get; init; }

    public string Vat { get; init; } = "";

    public string Explanation { get; init; } = "";

    public decimal ServiceNet { get; init; }

    public int LastNumber { get; init; }

    public int Corrections { get; init; }

    /// <summary>That counts and on which the service stands.</summary>
    public Guid? DocumentId { get; init; }

    public string? DocumentNumber { get; init; }

    /// <summary>An earlier dispute has ended so that the service is not billed at all.</summary>
    public bool IsWithdrawn { get; init; }

    public BillingLine ToDomain() => new()
    {
        Kind = SnakeCase.Parse<BillingLineKind>(Kind),
        Quantity = Quantity,
        Unit = SnakeCase.Parse<BillingUnit>(Unit),
        UnitPrice = UnitPrice,
        Vat = SnakeCase.Parse<VatTreatment>(Vat),
        Rule = Rule,
        Tariff = new TariffVersionId(TariffId),
        Explanation = Explanation,
        From = ServedFrom,
        Until = ServedUntil,
    };
}

/// <summary>Lines as disputes see them; corrections are added and nothing is changed.</summary>
internal static class DisputedLineStore
{
    private const string Document =
        """
        FROM document_lines dl
            JOIN documents doc ON doc.id = dl.document_id
            WHERE dl.service_id = s.id
              AND NOT EXISTS (SELECT FROM documents c WHERE c.cancels_id = doc.id)
            ORDER BY doc.position DESC
            LIMIT 1
        """;

    /// <summary>Of the document that counts and on which the service <c>s</c> stands.</summary>
    internal const string DocumentNumber = $"(SELECT doc.number {Document})";

    /// <summary>Null where there is none.</summary>
    /// <param name="interpreter">The one whose it must be; null for staff.</param>
    public static Task<DisputedLine?> FindAsync(NpgsqlTransaction transaction, Guid service, int number, Guid? interpreter, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<DisputedLine>(new CommandDefinition(
            $"""
            SELECT l.service_id, l.number AS line_number, s.interpreter_id, s.tariff_id, s.served_from, s.served_until, s.day, l.kind, l.rule, l.quantity, l.unit, l.unit_price, l.vat, l.explanation,
              (SELECT sum(net) FROM billing_lines WHERE service_id = s.id) AS service_net, (SELECT max(number) FROM billing_lines WHERE service_id = s.id) AS last_number,
              (SELECT count(*) FROM billing_lines WHERE service_id = s.id AND kind = 'correction')::int AS corrections,
              (SELECT doc.id {Document}) AS document_id, {DocumentNumber} AS document_number,
              EXISTS (SELECT FROM line_disputes w WHERE w.service_id = s.id AND w.is_withdrawn) AS is_withdrawn
            FROM billing_lines l
            JOIN rated_services s ON s.id = l.service_id
            WHERE l.service_id = @service
              AND l.number = @number
              AND (@interpreter::uuid IS NULL OR s.interpreter_id = @interpreter)
            """,
            new { service, number, interpreter },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Which line a position of a document is: what a customer on the telephone reads out.</summary>
    public static Task<(Guid ServiceId, int LineNumber)?> FindPositionAsync(NpgsqlTransaction transaction, string number, int position, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<(Guid, int)?>(new CommandDefinition(
            """
            SELECT l.service_id, l.line_number
            FROM document_lines l
            JOIN documents d ON d.id = l.document_id
            WHERE d.number = @number
              AND l.position = @position
            """,
            new { number, position },
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>Its number.</returns>
    public static async Task<int> AddCorrectionAsync(NpgsqlTransaction transaction, DisputedLine disputed, BillingLine correction, CancellationToken cancellationToken)
    {
        var number = disputed.LastNumber + 1;
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
            VALUES (@ServiceId, @number, @kind, @Rule, @Quantity, @unit, @UnitPrice, @Net, @vat, @Explanation)
            """,
            new
            {
                disputed.ServiceId, number, kind = SnakeCase.Of(correction.Kind), correction.Rule, correction.Quantity, unit = SnakeCase.Of(correction.Unit), correction.UnitPrice, correction.Net,
                vat = SnakeCase.Of(correction.Vat), correction.Explanation,
            },
            transaction,
            cancellationToken: cancellationToken));
        return number;
    }
}
