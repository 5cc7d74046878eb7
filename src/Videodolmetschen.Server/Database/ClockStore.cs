using Npgsql;

namespace Videodolmetschen.Server.Database;

/// <summary>What time it is at the database.</summary>
internal static class ClockStore
{
    public static async Task<DateTimeOffset> ReadAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var read = source.CreateCommand("SELECT clock_timestamp()");
        return new DateTimeOffset((DateTime)(await read.ExecuteScalarAsync(cancellationToken))!);
    }
}
