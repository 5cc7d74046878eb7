using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Reporting.Views;

/// <param name="Net">Of the conversation itself; null where it is not priced yet, or is part of an appointment.</param>
internal sealed record SessionListRow(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset StartedAt, string Language, string Modality, string CustomerName, string UnitName, int Seconds, decimal? Net);

/// <summary>The single conversations behind a figure. Our staff see all; whoever is from outside sees what he or she has ordered.</summary>
internal static class SessionListStore
{
    private const string Rows =
        """
        WITH found AS MATERIALIZED (
          SELECT s.id, s.request_id, s.created_at, s.started_at, s.language, s.modality, s.customer_id, s.counted_seconds
          FROM sessions s
          WHERE s.created_at >= @Since - interval '1 day'
            AND s.created_at < least(@Before, @Until)
            AND s.started_at >= @Since
            AND s.started_at < @Until
            AND s.ended_at IS NOT NULL
            AND (@Customer::uuid IS NULL OR s.customer_id = @Customer)
            AND (@Unit::uuid IS NULL OR EXISTS (SELECT FROM requests r WHERE r.id = s.request_id AND r.unit_id = @Unit))
            AND (@Language::text IS NULL OR s.language = @Language)
            AND (@Modality::text IS NULL OR s.modality = @Modality)
            AND (@Hour::integer IS NULL OR extract(hour FROM s.started_at AT TIME ZONE 'Europe/Berlin') = @Hour)
            AND (@Requester::uuid IS NULL OR s.requester_id = @Requester)
          ORDER BY s.created_at DESC
          LIMIT @limit)
        SELECT f.id, f.created_at, f.started_at, f.language, f.modality, c.name AS customer_name, u.name AS unit_name, floor(f.counted_seconds)::integer AS seconds,
          (SELECT v.net + coalesce((SELECT sum(a.net) FROM service_adjustments a WHERE a.service_id = v.id), 0) FROM rated_services v WHERE v.side = 'customer' AND v.kind = 'session' AND v.source_id = f.id AND v.interpreter_id IS NULL) AS net
        FROM found f
        JOIN customers c ON c.id = f.customer_id
        JOIN requests r ON r.id = f.request_id
        JOIN units u ON u.id = r.unit_id
        ORDER BY f.created_at DESC
        """;

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<SessionListRow>> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, int limit, CancellationToken cancellationToken)
    {
        await InOrderOfTimeAsync(transaction, cancellationToken);
        return [.. await transaction.Connection!.QueryAsync<SessionListRow>(new CommandDefinition(Rows, Parameters(order, limit), transaction, ReportStore.Patience, cancellationToken: cancellationToken))];
    }

    /// <summary>One after the other, for a file of any length.</summary>
    public static async IAsyncEnumerable<SessionListRow> StreamAsync(NpgsqlTransaction transaction, ReportOrder order, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await InOrderOfTimeAsync(transaction, cancellationToken);
        await foreach (var row in transaction.Connection!.QueryUnbufferedAsync<SessionListRow>(Rows, Parameters(order, int.MaxValue), transaction, 600).WithCancellation(cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>The planner takes the rules of who sees what for a filter that leaves one row of a hundred, and would read and sort all to find the newest.</summary>
    private static Task<int> InOrderOfTimeAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('enable_sort', 'off', true), set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)",
            transaction: transaction,
            cancellationToken: cancellationToken));

    private static object Parameters(ReportOrder order, int limit) => new
    {
        order.Period.Since, Until = order.Period.Before, order.Before, order.Customer, order.Unit, order.Language, order.Modality, order.Hour,
        Requester = order.Outsider?.User.Value, limit,
    };
}
