using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>An interpreter and a customer who do not work together.</summary>
/// <param name="BlockedBy"><c>interpreter</c> or <c>customer</c>: which side decided it.</param>
/// <param name="InterpreterName">Not to customers: their records show the number.</param>
public sealed record ConflictView(
    Guid Id, Guid InterpreterId, string InterpreterNumber, string? InterpreterName, Guid CustomerId, string CustomerName, string BlockedBy, string Reason, DateTimeOffset CreatedAt);

/// <summary>Whom a new conflict concerns, and who decided it.</summary>
internal sealed record NewConflict(InterpreterId Interpreter, CustomerId Customer, string BlockedBy, ConflictReason Reason, UserId By);

/// <summary>The table <c>conflicts</c>, each change with its audit entry.</summary>
internal sealed class ConflictStore(TenantScope scope, AuditStore audit)
{
    private const string List =
        """
        SELECT f.id, f.interpreter_id, i.number AS interpreter_number, i.display_name AS interpreter_name, f.customer_id, c.name AS customer_name,
          f.blocked_by, f.reason, f.created_at
        FROM conflicts f
        JOIN interpreters i ON i.id = f.interpreter_id
        JOIN customers c ON c.id = f.customer_id
        """;

    /// <summary>Whoever was in, a relief that left again included; the last one where nobody is named.</summary>
    private const string MeetingOfSession =
        """
        SELECT interpreter_id, customer_id
        FROM session_stints
        WHERE session_id = @id
          AND (@interpreter::uuid IS NULL OR interpreter_id = @interpreter)
        ORDER BY number DESC
        LIMIT 1
        """;

    private const string MeetingOfOffer =
        """
        SELECT offers.interpreter_id, requests.customer_id
        FROM offers
        JOIN requests ON requests.id = offers.request_id
        WHERE offers.id = @id
        """;

    /// <summary>Null leaves a side open. Newest first.</summary>
    public async Task<IReadOnlyList<ConflictView>> ReadAsync(InterpreterId? interpreter, CustomerId? customer, string? blockedBy, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return
        [
            .. await staff.Connection.QueryAsync<ConflictView>(new CommandDefinition(
                $"""
                {List}
                WHERE (@interpreter::uuid IS NULL OR f.interpreter_id = @interpreter)
                  AND (@customer::uuid IS NULL OR f.customer_id = @customer)
                  AND (@blockedBy::text IS NULL OR f.blocked_by = @blockedBy)
                ORDER BY f.created_at DESC
                """,
                new { interpreter = interpreter?.Value, customer = customer?.Value, blockedBy },
                staff.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }

    /// <summary>Who met, or would have met; null when there is no such session or offer, or the named interpreter was not in it.</summary>
    public async Task<(InterpreterId Interpreter, CustomerId Customer)?> FindMeetingAsync(
        Guid id, bool isOffer, Guid? interpreter, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var row = await staff.Connection.QuerySingleOrDefaultAsync<Meeting>(new CommandDefinition(
            isOffer ? MeetingOfOffer : MeetingOfSession, new { id, interpreter }, staff.Transaction, cancellationToken: cancellationToken));
        return row is null ? null : (new InterpreterId(row.InterpreterId), new CustomerId(row.CustomerId));
    }

    /// <summary>The same again changes the reason and nothing else.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/> when one of them does not exist.</exception>
    public async Task<Guid> AddAsync(NewConflict conflict, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var (interpreter, customer, reason) = (conflict.Interpreter.Value, conflict.Customer.Value, SnakeCase.Of(conflict.Reason));
        var id = await staff.Connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(
            """
            INSERT INTO conflicts (interpreter_id, customer_id, blocked_by, reason, created_by)
            SELECT i.id, c.id, @blockedBy, @reason, @by
            FROM interpreters i
            CROSS JOIN customers c
            WHERE i.id = @interpreter
              AND c.id = @customer
            ON CONFLICT (interpreter_id, customer_id, blocked_by) DO UPDATE
            SET reason = EXCLUDED.reason
            RETURNING id
            """,
            new { interpreter, customer, blockedBy = conflict.BlockedBy, reason, by = conflict.By.Value },
            staff.Transaction,
            cancellationToken: cancellationToken)) ?? throw new DomainException(ErrorCode.NotFound);
        var details = new { interpreter, customer, blockedBy = conflict.BlockedBy, reason };
        await audit.AddAsync(staff.Transaction, new AuditEntry(conflict.By, "conflict.added", $"conflict:{id}") { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return id;
    }

    public async Task RemoveAsync(ConflictView conflict, UserId by, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            "DELETE FROM conflicts WHERE id = @Id", new { conflict.Id }, staff.Transaction, cancellationToken: cancellationToken));
        var details = new { interpreter = conflict.InterpreterId, customer = conflict.CustomerId, blockedBy = conflict.BlockedBy, reason = conflict.Reason };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "conflict.removed", $"conflict:{conflict.Id}") { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private sealed record Meeting(Guid InterpreterId, Guid CustomerId);
}
