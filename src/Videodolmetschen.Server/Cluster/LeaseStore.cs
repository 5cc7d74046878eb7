using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Cluster;

/// <summary>Who holds the dispatch lease, and whether that is us now.</summary>
internal sealed record LeaseState
{
    public long HeldEpoch { get; init; }

    /// <summary>Null once it was given up.</summary>
    public Guid? HeldBy { get; init; }

    public bool Taken { get; init; }
}

/// <summary>The table <c>dispatch_lease</c>. What must be one step stands in its functions.</summary>
internal static class LeaseStore
{
    /// <summary>A transaction of the dispatcher whose epoch has passed.</summary>
    public const string PassedOn = "VDL01";

    public static Task<LeaseState> TakeAsync(NpgsqlConnection connection, NodeId node, TimeSpan runsOutAfter, CancellationToken cancellationToken) =>
        connection.QuerySingleAsync<LeaseState>(new CommandDefinition(
            """
            SELECT held_epoch, held_by, taken
            FROM take_dispatch_lease(@node, @runsOutAfter)
            """,
            new { node = node.Value, runsOutAfter },
            cancellationToken: cancellationToken));

    /// <summary>False when another node has taken it.</summary>
    public static async Task<bool> RenewAsync(NpgsqlConnection connection, long epoch, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE dispatch_lease
            SET renewed_at = clock_timestamp()
            WHERE epoch = @epoch
              AND holder IS NOT NULL
            """,
            new { epoch },
            cancellationToken: cancellationToken)) == 1;

    public static Task GiveUpAsync(NpgsqlConnection connection, long epoch) =>
        connection.ExecuteAsync("SELECT give_up_dispatch_lease(@epoch)", new { epoch });

    /// <summary>First command of each batch of the dispatcher: for staff, and only while the epoch holds. Costs no round trip of its own.</summary>
    public static NpgsqlBatchCommand Begin(long epoch) => new("SELECT begin_dispatch($1)")
    {
        Parameters = { new NpgsqlParameter<long> { TypedValue = epoch } },
    };
}
