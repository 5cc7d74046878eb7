using Dapper;
using Npgsql;
using Videodolmetschen.Server.Reporting.Sums;

namespace Videodolmetschen.Server.Reporting.Views;

internal sealed record UsageRow(string Key, long Sessions, long Booked, long Seconds, decimal Net, decimal ProgrammeNet);

/// <summary>Conversations, their time and their cost.</summary>
internal static class UsageStore
{
    private const string Columns = "day, hour, customer_id, unit_id, language, modality, sessions, booked, seconds, net, programme_net";

    public static async Task<IReadOnlyList<UsageRow>> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, CancellationToken cancellationToken)
    {
        var rawFrom = await ReportStore.ReadRawFromAsync(transaction, order.Period, cancellationToken);
        return
        [
            .. await transaction.Connection!.QueryAsync<UsageRow>(new CommandDefinition(
                $"""
                SELECT key::text, sessions, booked, seconds, net, programme_net
                FROM (
                  SELECT {ReportStore.Key(order.By)} AS key, sum(sessions)::bigint AS sessions, sum(booked)::bigint AS booked, sum(seconds)::bigint AS seconds,
                    sum(net) AS net, sum(programme_net) AS programme_net
                  FROM ({ReportStore.Both("report_usage", Columns, RawRowsStore.Usage, rawFrom, order.Period)}) AS used
                  GROUP BY 1) AS summed
                """,
                ReportStore.Parameters(order, rawFrom),
                transaction,
                ReportStore.Patience,
                cancellationToken: cancellationToken)),
        ];
    }
}
