using Npgsql;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class DatabaseFailureTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.DiskFull, true)]
    [InlineData(PostgresErrorCodes.IoError, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, true)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, true)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.UndefinedTable, false)]
    public void A_database_that_is_away_or_out_of_room_passes_and_a_fault_of_ours_does_not(string state, bool passes) =>
        Assert.Equal(passes, DatabaseFailure.IsPassing(new InvalidOperationException("wrapped", new PostgresException("", "ERROR", "ERROR", state))));
}
