using Dapper;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// The table <c>sign_in_attempts</c>. An attempt is counted before the password is looked at, so that a hundred guesses at
/// once count as a hundred.
/// </summary>
internal sealed class SignInAttemptStore(TenantScope scope)
{
    internal sealed record Count(string Key, int Attempts, DateTimeOffset WindowUntil);

    public async Task<IReadOnlyList<Count>> CountAsync(
        string[] keys, DateTimeOffset now, TimeSpan window, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var counts = await staff.Connection.QueryAsync<Count>(new CommandDefinition(
            """
            INSERT INTO sign_in_attempts AS a (key, attempts, window_until)
            SELECT key, 1, @until
            FROM unnest(@keys) AS key
            ON CONFLICT (key) DO UPDATE
            SET attempts = CASE WHEN a.window_until <= @now THEN 1 ELSE a.attempts + 1 END,
                window_until = CASE WHEN a.window_until <= @now THEN @until ELSE a.window_until END
            RETURNING key, attempts, window_until
            """,
            new { keys, now, until = now + window },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return [.. counts];
    }

    /// <summary>Takes a counted attempt back, because the password was right.</summary>
    public async Task TakeBackAsync(string[] keys, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sign_in_attempts
            SET attempts = greatest(attempts - 1, 0)
            WHERE key = ANY (@keys)
            """,
            new { keys },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }
}
