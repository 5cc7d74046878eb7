using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Server.Billing;

/// <summary>What an interpreter was paid for by our documents, net; what was taken back does not count. By the day of issue, which is the nearest that we know to the day of payment.</summary>
internal static class TurnoverStore
{
    public static async Task<SmallBusinessTurnover> ReadAsync(NpgsqlTransaction transaction, Guid interpreter, int year, CancellationToken cancellationToken)
    {
        var (previous, current) = await transaction.Connection!.QuerySingleAsync<(decimal, decimal)>(new CommandDefinition(
            """
            SELECT coalesce(sum(d.net) FILTER (WHERE d.year = @year - 1), 0), coalesce(sum(d.net) FILTER (WHERE d.year = @year), 0)
            FROM documents d
            WHERE d.interpreter_id = @interpreter
              AND d.year BETWEEN @year - 1 AND @year
              AND d.cancels_id IS NULL
              AND NOT EXISTS (SELECT FROM documents c WHERE c.cancels_id = d.id)
            """,
            new { interpreter, year },
            transaction,
            cancellationToken: cancellationToken));
        return new SmallBusinessTurnover(year, previous, current);
    }
}
