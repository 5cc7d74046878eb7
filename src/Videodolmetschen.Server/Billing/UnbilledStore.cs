using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>What a party owes or earned in a period and stands on no document that counts.</summary>
internal static class UnbilledStore
{
    /// <summary>A line with an amount, on no document, or only on such as were cancelled.</summary>
    private const string Lines =
        """
        FROM rated_services s
        JOIN billing_lines l ON l.service_id = s.id
        WHERE s.side = @side
          AND s.day BETWEEN @from AND @until
          AND l.net <> 0
          AND NOT EXISTS (
            SELECT FROM document_lines d
            WHERE d.service_id = l.service_id
              AND d.line_number = l.number
              AND NOT EXISTS (SELECT FROM documents c WHERE c.cancels_id = d.document_id))
          AND NOT EXISTS (SELECT FROM line_disputes w WHERE w.service_id = s.id AND w.is_withdrawn)
        """;

    /// <summary>Somebody disputes one of its lines and waits for an answer.</summary>
    private const string IsDisputed = "EXISTS (SELECT FROM line_disputes o WHERE o.service_id = s.id AND o.state = 'open')";

    /// <summary>By name.</summary>
    public static async Task<IReadOnlyList<UnbilledParty>> ReadPartiesAsync(NpgsqlTransaction transaction, BillingSide side, DateOnly from, DateOnly until, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<UnbilledParty>(new CommandDefinition(
            $"""
            SELECT open.id, open.services, open.net, coalesce(c.name, i.number) AS name, open.disputed, open.disputed_net
            FROM (
              SELECT CASE @side WHEN 'customer' THEN s.customer_id ELSE s.interpreter_id END AS id,
                (count(DISTINCT s.id) FILTER (WHERE NOT {IsDisputed}))::int AS services, coalesce(sum(l.net) FILTER (WHERE NOT {IsDisputed}), 0) AS net,
                (count(DISTINCT s.id) FILTER (WHERE {IsDisputed}))::int AS disputed, coalesce(sum(l.net) FILTER (WHERE {IsDisputed}), 0) AS disputed_net
              {Lines}
              GROUP BY 1) AS open
            LEFT JOIN customers c ON @side = 'customer' AND c.id = open.id
            LEFT JOIN interpreters i ON @side = 'interpreter' AND i.id = open.id
            ORDER BY name, open.id
            """,
            new { side = SnakeCase.Of(side), from, until },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>In the order of the services.</summary>
    /// <param name="withDisputed">Services with an open dispute are held back otherwise.</param>
    public static async Task<IReadOnlyList<UnbilledLine>> ReadLinesAsync(
        NpgsqlTransaction transaction, BillingSide side, Guid party, DateOnly from, DateOnly until, bool withDisputed, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<UnbilledLine>(new CommandDefinition(
            $"""
            SELECT s.id AS service_id, l.number AS line_number, s.kind AS service_kind, l.kind, l.rule, l.quantity, l.unit, l.unit_price, l.vat, s.modality, s.day,
              greatest(s.day, (s.served_until AT TIME ZONE 'Europe/Berlin')::date) AS last_day,
              (SELECT cost_centre FROM units WHERE id = s.unit_id AND @side = 'customer') AS account
            {Lines}
              AND CASE @side WHEN 'customer' THEN s.customer_id ELSE s.interpreter_id END = @party
              AND (@withDisputed OR NOT {IsDisputed})
            ORDER BY s.served_from, s.id, l.number
            """,
            new { side = SnakeCase.Of(side), party, from, until, withDisputed },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>What was left of the time before that day, disputed services not counted; null where nothing was.</summary>
    public static async Task<EarlierServices?> FindEarlierAsync(NpgsqlTransaction transaction, BillingSide side, DateOnly before, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleAsync<(DateOnly? From, int Services, decimal? Net)>(new CommandDefinition(
            $"""
            SELECT min(s.day), count(DISTINCT s.id)::int, sum(l.net)
            {Lines}
              AND NOT {IsDisputed}
            """,
            new { side = SnakeCase.Of(side), from = DateOnly.MinValue, until = before.AddDays(-1) },
            transaction,
            cancellationToken: cancellationToken)) is { From: { } first, Net: { } net } left ? new EarlierServices(first, left.Services, net) : null;

    /// <summary>How many services of the period are not rated, by party: they would be missing on the documents.</summary>
    public static async Task<Dictionary<Guid, int>> ReadUnratedAsync(NpgsqlTransaction transaction, BillingSide side, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        var waiting = new Dictionary<Guid, int>();
        foreach (var source in DueServiceStore.Sources.Where(source => source.Side == side))
        {
            foreach (var (who, count) in await DueServiceStore.CountAsync(transaction, source, BerlinTime.BeginOf(from), BerlinTime.BeginOf(until.AddDays(1)), cancellationToken))
            {
                waiting[who] = waiting.GetValueOrDefault(who) + count;
            }
        }

        return waiting;
    }
}

/// <param name="Id">The customer or the interpreter.</param>
/// <param name="Services">Without the disputed, as the net.</param>
/// <param name="Name">Of the customer; of an interpreter the number.</param>
/// <param name="Disputed">Services that wait for the answer to a dispute.</param>
internal sealed record UnbilledParty(Guid Id, int Services, decimal Net, string Name, int Disputed, decimal DisputedNet);

/// <param name="From">The day of the first of them.</param>
internal sealed record EarlierServices(DateOnly From, int Services, decimal Net);

internal sealed record UnbilledLine
{
    public Guid ServiceId { get; init; }

    public int LineNumber { get; init; }

    public string ServiceKind { get; init; } = "";

    public string Kind { get; init; } = "";

    public string Rule { get; init; } = "";

    public decimal Quantity { get; init; }

    public string Unit { get; init; } = "";

    public decimal UnitPrice { get; init; }

    public string Vat { get; init; } = "";

    public string? Modality { get; init; }

    public DateOnly Day { get; init; }

    public DateOnly LastDay { get; init; }

    public string? Account { get; init; }

    /// <param name="supplier">How the supplier is taxed on a day; what is not taxable at all stays so.</param>
    public SourceLine ToSource(Func<DateOnly, VatTreatment> supplier) => new(
        ServiceId,
        LineNumber,
        LineWords.Of(SnakeCase.Parse<BillingLineKind>(Kind), Rule, ServiceKind != "session", SnakeCase.Find<Modality>(Modality)),
        Quantity,
        SnakeCase.Parse<BillingUnit>(Unit),
        UnitPrice,
        SnakeCase.Parse<VatTreatment>(Vat) is VatTreatment.NotTaxable ? VatTreatment.NotTaxable : supplier(Day),
        Day,
        LastDay,
        Account);
}
