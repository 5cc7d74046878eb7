using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>What a customer has spent, what runs and what is booked, as far as the tables know it. Prices of the rest are reckoned by the tariff.</summary>
internal static class SpendingStore
{
    private sealed record RatedRow(Guid UnitId, DateOnly Day, decimal Net);

    /// <summary>Conversations at once, searched for or going on. A search for a relief belongs to a conversation that is counted.</summary>
    private const string Running =
        """
        SELECT 'customer' AS side, 'session' AS kind, r.id AS source_id, r.customer_id, r.unit_id, c.land, r.language, r.modality, r.requirements, r.requested_at AS ordered_at,
          coalesce(s.started_at, @now) AS from_at, greatest(@now, coalesce(s.started_at, @now) + interval '1 minute') AS until_at,
          greatest(60, extract(epoch FROM @now - coalesce(s.started_at, @now)))::integer AS seconds
        FROM requests r
        JOIN customers c ON c.id = r.customer_id
        LEFT JOIN sessions s ON s.request_id = r.id AND s.ended_at IS NULL
        WHERE r.customer_id = @customer
          AND r.relief_for IS NULL
          AND r.appointment_id IS NULL
          AND (r.ended_at IS NULL OR s.id IS NOT NULL)
          AND r.requested_at >= @now - interval '1 day'
        """;

    /// <summary>One that began without an interpreter has become a conversation at once, and counts as that.</summary>
    private const string Booked =
        """
        SELECT 'customer' AS side, 'appointment' AS kind, a.id AS source_id, a.customer_id, a.unit_id, c.land, a.language, a.modality, a.requirements, a.booked_at AS ordered_at,
          a.starts_at AS from_at, a.ends_at AS until_at, a.ends_at AS ended_at, a.is_necessary
        FROM appointments a
        JOIN customers c ON c.id = a.customer_id
        WHERE a.customer_id = @customer
          AND a.state IN ('requested', 'assigned')
          AND a.request_id IS NULL
          AND a.starts_at >= @from
          AND a.starts_at < @until
        """;

    /// <summary>By unit and day, with what disputes have changed.</summary>
    public static async Task<IEnumerable<Spending>> ReadRatedAsync(NpgsqlTransaction transaction, CustomerId customer, BudgetPeriod period, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<RatedRow>(new CommandDefinition(
            """
            SELECT unit_id, day, sum(net) AS net
            FROM (
              SELECT unit_id, day, net + programme_net AS net
              FROM rated_services
              WHERE side = 'customer'
                AND customer_id = @customer
                AND day BETWEEN @from AND @until
              UNION ALL
              SELECT s.unit_id, s.day, a.net + a.programme_net
              FROM service_adjustments a
              JOIN rated_services s ON s.id = a.service_id
              WHERE s.side = 'customer'
                AND s.customer_id = @customer
                AND s.day BETWEEN @from AND @until) AS spent
            GROUP BY unit_id, day
            """,
            new { customer = customer.Value, from = period.From, until = period.Until },
            transaction,
            cancellationToken: cancellationToken))).Select(row => new Spending(new UnitId(row.UnitId), row.Day, row.Net, SpendingStage.Rated));

    /// <summary>What is over and stands in no line yet.</summary>
    public static async Task<IReadOnlyList<DueService>> ReadUnratedAsync(NpgsqlTransaction transaction, CustomerId customer, BudgetPeriod period, CancellationToken cancellationToken)
    {
        List<DueService> due = [];
        foreach (var source in DueServiceStore.Sources.Where(source => source.Side == BillingSide.Customer))
        {
            var sql = $"SELECT *\nFROM ({source.Sql}) AS due\nWHERE customer_id = @customer\n  AND from_at >= @from\n  AND from_at < @until";
            due.AddRange(await ReadAsync(transaction, sql, customer, period, default, cancellationToken));
        }

        return due;
    }

    public static Task<IReadOnlyList<DueService>> ReadRunningAsync(NpgsqlTransaction transaction, CustomerId customer, BudgetPeriod period, DateTimeOffset now, CancellationToken cancellationToken) =>
        ReadAsync(transaction, Running, customer, period, now, cancellationToken);

    public static Task<IReadOnlyList<DueService>> ReadBookedAsync(NpgsqlTransaction transaction, CustomerId customer, BudgetPeriod period, CancellationToken cancellationToken) =>
        ReadAsync(transaction, Booked, customer, period, default, cancellationToken);

    private static async Task<IReadOnlyList<DueService>> ReadAsync(
        NpgsqlTransaction transaction, string sql, CustomerId customer, BudgetPeriod period, DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<DueService>(new CommandDefinition(
            sql,
            new { side = "customer", customer = customer.Value, from = BerlinTime.BeginOf(period.From), until = BerlinTime.BeginOf(period.Until.AddDays(1)), now },
            transaction,
            cancellationToken: cancellationToken)),
    ];
}
