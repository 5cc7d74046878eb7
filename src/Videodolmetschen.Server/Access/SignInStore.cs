using Dapper;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>The table <c>sign_ins</c>: what makes a cookie worth something, and what ends it.</summary>
internal sealed class SignInStore(TenantScope scope)
{
    private sealed record Row(Guid SignInId, Guid UserId, Guid? CustomerId, Guid? UnitId, Guid? InterpreterId, string Roles);

    public async Task StartAsync(Guid signIn, Account account, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO sign_ins (id, user_id, security_stamp, started_at, expires_at)
            VALUES (@signIn, @user, @stamp, @now, @until)
            """,
            new { signIn, user = account.Id, stamp = account.SecurityStamp, now, until },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }

    public async Task EndAsync(Guid signIn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE sign_ins
            SET ended_at = @now
            WHERE id = @signIn
              AND ended_at IS NULL
            """,
            new { signIn, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>Those of the sign-ins that hold now, with the rights their people have now.</summary>
    public async Task<IReadOnlyList<SignedIn>> ReadValidAsync(Guid[] signIns, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT s.id AS sign_in_id, u.id AS user_id, u.customer_id, u.unit_id, u.interpreter_id,
                   (
                     SELECT coalesce(string_agg(r.name, ' ' ORDER BY r.name), '')
                     FROM user_roles ur
                     JOIN roles r ON r.id = ur.role_id
                     WHERE ur.user_id = u.id
                   ) AS roles
            FROM sign_ins s
            JOIN users u ON u.id = s.user_id
            WHERE s.id = ANY (@signIns)
              AND s.ended_at IS NULL
              AND s.expires_at > @now
              AND s.security_stamp = u.security_stamp
              AND u.disabled_at IS NULL
            """,
            new { signIns, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows.Select(ToSignedIn)];
    }

    /// <summary>Forgets counted attempts whose window is over. Sign-ins themselves go by their retention class.</summary>
    /// <returns>How many rows were forgotten.</returns>
    public async Task<int> PurgeAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM sign_in_attempts
            WHERE window_until < @now
            """,
            new { now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
        return rows;
    }

    private static SignedIn ToSignedIn(Row row) => new(row.SignInId, new UserId(row.UserId), row.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries))
    {
        Customer = row.CustomerId is { } customer ? new CustomerId(customer) : null,
        Unit = row.UnitId is { } unit ? new UnitId(unit) : null,
        Interpreter = row.InterpreterId is { } interpreter ? new InterpreterId(interpreter) : null,
    };
}
