using Npgsql;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Tells a database that is away or busy right now from a fault of ours.</summary>
internal static class DatabaseFailure
{
    public static bool IsPassing(Exception? exception) => exception switch
    {
        PostgresException refused => IsPassing(refused.SqlState),
        NpgsqlException => true,
        null => false,
        _ => IsPassing(exception.InnerException),
    };

    // 08 connection, 40 rolled back to let another go first (a deadlock), 53 out of resources (disk full too),
    // 57 shut down or cancelled by a limit, 58 the system below it (a disk that fails), 55P03 lock not granted in time.
    private static bool IsPassing(string state) =>
        state.StartsWith("08", StringComparison.Ordinal)
        || state.StartsWith("40", StringComparison.Ordinal)
        || state.StartsWith("53", StringComparison.Ordinal)
        || state.StartsWith("57", StringComparison.Ordinal)
        || state.StartsWith("58", StringComparison.Ordinal)
        || state is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction;
}
