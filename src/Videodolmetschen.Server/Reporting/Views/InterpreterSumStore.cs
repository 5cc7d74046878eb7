using Dapper;
using Npgsql;
using Videodolmetschen.Server.Reporting.Sums;

namespace Videodolmetschen.Server.Reporting.Views;

internal sealed record InterpreterRow(Guid Id, string Number, long Offers, long Accepted, long Declined, long Missed, long Stints, long Seconds, decimal Earned);

/// <summary>Offers, answers, time and earnings of each interpreter, for our own staff only.</summary>
internal static class InterpreterSumStore
{
    private const string Columns = "day, interpreter_id, offers, accepted, declined, missed, stints, seconds, earned";

    public static async Task<IReadOnlyList<InterpreterRow>> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, CancellationToken cancellationToken)
    {
        var rawFrom = await ReportStore.ReadRawFromAsync(transaction, order.Period, cancellationToken);
        var sums = $"SELECT {Columns} FROM report_interpreters WHERE day BETWEEN @From AND @LastSummed";
        return
        [
            .. await transaction.Connection!.QueryAsync<InterpreterRow>(new CommandDefinition(
                $"""
                SELECT i.id, i.number, summed.offers, summed.accepted, summed.declined, summed.missed, summed.stints, summed.seconds, summed.earned
                FROM (
                  SELECT interpreter_id, sum(offers)::bigint AS offers, sum(accepted)::bigint AS accepted, sum(declined)::bigint AS declined, sum(missed)::bigint AS missed,
                    sum(stints)::bigint AS stints, sum(seconds)::bigint AS seconds, sum(earned) AS earned
                  FROM ({sums} {(rawFrom > order.Period.To ? "" : $"UNION ALL SELECT {Columns} FROM ({RawRowsStore.Interpreters}) AS raw")}) AS worked
                  GROUP BY 1) AS summed
                JOIN interpreters i ON i.id = summed.interpreter_id
                ORDER BY summed.offers DESC, i.number
                """,
                ReportStore.Parameters(order, rawFrom),
                transaction,
                ReportStore.Patience,
                cancellationToken: cancellationToken)),
        ];
    }
}
