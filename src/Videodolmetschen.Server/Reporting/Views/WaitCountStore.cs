using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Reporting;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Reporting.Sums;

namespace Videodolmetschen.Server.Reporting.Views;

internal readonly record struct CauseRow(string Key, string Cause, long Requests);

/// <summary>How requests at once ended, and after how long.</summary>
internal static class WaitCountStore
{
    private const string Columns = "day, hour, customer_id, unit_id, language, modality, outcome, cause, seconds, requests";

    /// <summary>By key; a row of a table may be made of hundreds of these.</summary>
    public static async Task<ILookup<string, WaitCount>> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, CancellationToken cancellationToken)
    {
        var rawFrom = await ReportStore.ReadRawFromAsync(transaction, order.Period, cancellationToken);
        var rows = await transaction.Connection!.QueryAsync<(string Key, string Outcome, short Seconds, int Requests)>(new CommandDefinition(
            $"""
            SELECT key::text, outcome, seconds, requests
            FROM (
              SELECT {ReportStore.Key(order.By)} AS key, outcome, seconds, sum(requests)::integer AS requests
              FROM ({ReportStore.Both("report_waits", Columns, RawRowsStore.Waits, rawFrom, order.Period)}) AS waited
              GROUP BY 1, 2, 3) AS summed
            """,
            ReportStore.Parameters(order, rawFrom),
            transaction,
            ReportStore.Patience,
            cancellationToken: cancellationToken));
        return rows.ToLookup(row => row.Key, row => new WaitCount(SnakeCase.Parse<WaitOutcome>(row.Outcome), row.Seconds, row.Requests), StringComparer.Ordinal);
    }

    /// <summary>By key and cause; the cause is empty for what was served or ended otherwise.</summary>
    public static async Task<IReadOnlyList<CauseRow>> ReadCausesAsync(NpgsqlTransaction transaction, ReportOrder order, CancellationToken cancellationToken)
    {
        var rawFrom = await ReportStore.ReadRawFromAsync(transaction, order.Period, cancellationToken);
        return
        [
            .. await transaction.Connection!.QueryAsync<CauseRow>(new CommandDefinition(
                $"""
                SELECT coalesce(key::text, '') AS key, coalesce(cause, '') AS cause, requests
                FROM (
                  SELECT {ReportStore.Key(order.By)} AS key, cause, sum(requests)::bigint AS requests
                  FROM ({ReportStore.Both("report_waits", Columns, RawRowsStore.Waits, rawFrom, order.Period)}) AS waited
                  GROUP BY 1, 2) AS summed
                """,
                ReportStore.Parameters(order, rawFrom),
                transaction,
                ReportStore.Patience,
                cancellationToken: cancellationToken)),
        ];
    }
}
