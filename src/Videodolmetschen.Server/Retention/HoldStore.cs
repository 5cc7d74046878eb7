using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Retention;

/// <summary>What is held: one class, one customer, or one interpreter.</summary>
internal sealed record HoldTarget(string? Kind, Guid? CustomerId, Guid? InterpreterId);

internal sealed record HoldView
{
    public Guid Id { get; init; }

    public string? Kind { get; init; }

    /// <summary>Of the customer or interpreter.</summary>
    public string? Name { get; init; }

    public string Reason { get; init; } = "";

    public DateTimeOffset SetAt { get; init; }

    public string? SetBy { get; init; }
}

/// <summary>The table <c>legal_holds</c>, each change with its audit entry.</summary>
internal sealed class HoldStore(TenantScope scope, AuditStore audit)
{
    /// <summary>Those that hold, the newest first.</summary>
    public async Task<IReadOnlyList<HoldView>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return
        [
            .. await staff.Connection.QueryAsync<HoldView>(new CommandDefinition(
                """
                SELECT h.id, h.kind, coalesce(c.name, i.display_name || ' (' || i.number || ')') AS name, h.reason, h.set_at, u.display_name AS set_by
                FROM legal_holds h
                LEFT JOIN customers c ON c.id = h.customer_id
                LEFT JOIN interpreters i ON i.id = h.interpreter_id
                LEFT JOIN users u ON u.id = h.set_by
                WHERE h.lifted_at IS NULL
                ORDER BY h.set_at DESC, h.id
                """,
                transaction: staff.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>The same hold for the same reason again stays one.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: there is no such customer or interpreter.</exception>
    public async Task SetAsync(UserId by, HoldTarget target, HoldReason reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        try
        {
            var set = await staff.Connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
                """
                INSERT INTO legal_holds (id, kind, customer_id, interpreter_id, reason, set_by, set_at)
                VALUES (@id, @Kind, @CustomerId, @InterpreterId, @reason, @by, @now)
                ON CONFLICT DO NOTHING
                RETURNING id
                """,
                new { id = Guid.CreateVersion7(), target.Kind, target.CustomerId, target.InterpreterId, reason = SnakeCase.Of(reason), by = by.Value, now },
                staff.Transaction,
                cancellationToken: cancellationToken));
            if (set is { } hold)
            {
                await NoteAsync(staff, by, "legal_hold.set", hold, new { target.Kind, target.CustomerId, target.InterpreterId, reason = SnakeCase.Of(reason) }, cancellationToken);
                await staff.CommitAsync(cancellationToken);
            }
        }
        catch (PostgresException unknown) when (unknown.SqlState == PostgresErrorCodes.ForeignKeyViolation)
        {
            throw new DomainException(ErrorCode.NotFound);
        }
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: there is no such hold, or not any more.</exception>
    public async Task LiftAsync(UserId by, Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var lifted = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE legal_holds
            SET lifted_by = @by, lifted_at = greatest(@now, set_at)
            WHERE id = @id
              AND lifted_at IS NULL
            """,
            new { id, by = by.Value, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (lifted == 0)
        {
            throw new DomainException(ErrorCode.NotFound);
        }

        await NoteAsync(staff, by, "legal_hold.lifted", id, new { }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private Task NoteAsync(ScopedTransaction staff, UserId by, string action, Guid id, object details, CancellationToken cancellationToken) =>
        audit.AddAsync(staff.Transaction, new AuditEntry(by, action, $"legal_hold:{id}") { Details = details }, cancellationToken);
}
