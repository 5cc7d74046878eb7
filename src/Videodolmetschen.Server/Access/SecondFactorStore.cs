using System.Globalization;
using Dapper;

namespace Videodolmetschen.Server.Access;

/// <summary>Secrets, used steps and recovery codes of second factors, in <c>user_tokens</c>.</summary>
internal sealed class SecondFactorStore(TenantScope scope)
{
    private const string Provider = "second_factor";

    public async Task<string?> ReadSecretAsync(Guid user, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT value
            FROM user_tokens
            WHERE user_id = @user
              AND login_provider = @Provider
              AND name = 'secret'
            """,
            new { user, Provider },
            staff.Transaction,
            cancellationToken: cancellationToken));
    }

    /// <returns>False when a second factor is already in force: that one must be ended first.</returns>
    public async Task<bool> ProposeAsync(Guid user, string secret, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO user_tokens (user_id, login_provider, name, value)
            SELECT id, @Provider, 'secret', @secret
            FROM users
            WHERE id = @user
              AND NOT two_factor_enabled
            ON CONFLICT (user_id, login_provider, name) DO UPDATE
            SET value = excluded.value
            """,
            new { user, secret, Provider },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows == 1;
    }

    /// <summary>From now on a sign-in needs the second factor; every other sign-in of the person ends.</summary>
    public async Task PutInForceAsync(SignedIn who, string[] recoveryHashes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE users
            SET two_factor_enabled = true
            WHERE id = @user;

            INSERT INTO user_tokens (user_id, login_provider, name)
            SELECT @user, @Provider, 'recovery:' || hash
            FROM unnest(@recoveryHashes) AS hash;

            UPDATE sign_ins
            SET ended_at = @now
            WHERE user_id = @user
              AND id <> @signIn
              AND ended_at IS NULL;

            INSERT INTO audit_entries (actor, action, subject)
            VALUES (@user, 'second_factor.in_force', 'user:' || @user)
            """,
            new { user = who.User.Value, signIn = who.SignInId, recoveryHashes, now, Provider },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }

    /// <returns>False when this step or a later one was used before: a code that somebody saw is worth nothing.</returns>
    public async Task<bool> UseStepAsync(Guid user, long step, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO user_tokens AS t (user_id, login_provider, name, value)
            VALUES (@user, @Provider, 'step', @step)
            ON CONFLICT (user_id, login_provider, name) DO UPDATE
            SET value = excluded.value
            WHERE t.value::bigint < excluded.value::bigint
            """,
            new { user, step = step.ToString(CultureInfo.InvariantCulture), Provider },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows == 1;
    }

    /// <returns>Whether there was such a code; it is gone now.</returns>
    public async Task<bool> UseRecoveryCodeAsync(Guid user, string hash, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM user_tokens
            WHERE user_id = @user
              AND login_provider = @Provider
              AND name = 'recovery:' || @hash
            """,
            new { user, hash, Provider },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows == 1;
    }
}
