using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>A row of <c>appointment_asks</c>: one interpreter was asked for one appointment.</summary>
internal sealed record AskRow
{
    public const string Columns = "id, appointment_id, interpreter_id, rank, reasons, asked_at, answer_by, state, decline_reason, answered_at";

    public Guid Id { get; init; }

    public Guid AppointmentId { get; init; }

    public Guid InterpreterId { get; init; }

    public int Rank { get; init; }

    public string Reasons { get; init; } = "{}";

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset AnswerBy { get; init; }

    public string LinkHash { get; init; } = "";

    public string State { get; init; } = "";

    public string? DeclineReason { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public bool IsOpen => State == "open";
}

/// <summary>The table <c>appointment_asks</c>, always under the lock of its appointment.</summary>
internal static class AskStore
{
    public static async Task<IReadOnlyList<AskRow>> ReadAsync(NpgsqlTransaction transaction, Guid appointment, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<AskRow>(new CommandDefinition(
            $"""
            SELECT {AskRow.Columns}
            FROM appointment_asks
            WHERE appointment_id = @appointment
            ORDER BY rank
            """,
            new { appointment },
            transaction,
            cancellationToken: cancellationToken))];

    /// <param name="transaction">In the staff's scope.</param>
    /// <param name="id">Null to find it by its link.</param>
    /// <param name="linkHash">Of the token in the mail's link.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    public static async Task<AskRow?> FindAsync(NpgsqlTransaction transaction, Guid? id, string? linkHash, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<AskRow>(new CommandDefinition(
            $"""
            SELECT {AskRow.Columns}
            FROM appointment_asks
            WHERE id = @id
               OR link_hash = @linkHash
            """,
            new { id, linkHash },
            transaction,
            cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<AskRow>> ReadOpenOfAsync(NpgsqlTransaction transaction, Guid interpreter, DateTimeOffset now, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<AskRow>(new CommandDefinition(
            $"""
            SELECT {AskRow.Columns}
            FROM appointment_asks
            WHERE interpreter_id = @interpreter
              AND state IN ('open', 'expired')
              AND EXISTS (
                SELECT FROM appointments
                WHERE appointments.id = appointment_id
                  AND appointments.state = 'requested'
                  AND starts_at > @now)
            ORDER BY answer_by
            """,
            new { interpreter, now },
            transaction,
            cancellationToken: cancellationToken))];

    /// <summary>Questions that were open when the appointment was called off, and that nobody has to answer any more.</summary>
    public static async Task<IReadOnlyList<AskRow>> ReadCalledOffAsync(NpgsqlTransaction transaction, Guid interpreter, DateTimeOffset now, DateTimeOffset since, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<AskRow>(new CommandDefinition(
            $"""
            SELECT {AskRow.Columns}
            FROM appointment_asks
            WHERE interpreter_id = @interpreter
              AND state = 'withdrawn'
              AND EXISTS (
                SELECT FROM appointments
                WHERE appointments.id = appointment_id
                  AND appointments.state = 'cancelled'
                  AND appointments.interpreter_id IS DISTINCT FROM @interpreter
                  AND starts_at > @now
                  AND answered_at >= appointments.ended_at
                  AND appointments.ended_at > @since)
            ORDER BY answered_at DESC
            """,
            new { interpreter, now, since },
            transaction,
            cancellationToken: cancellationToken))];

    /// <summary>Somebody whom the Disposition bound unasked is bound no more, and is not asked for it either.</summary>
    public static Task AddUnaskedAsync(NpgsqlTransaction transaction, AskRow ask, string? reason, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO appointment_asks (id, appointment_id, interpreter_id, rank, reasons, asked_at, answer_by, link_hash, state, decline_reason, answered_at)
            VALUES (@Id, @AppointmentId, @InterpreterId, @Rank, @Reasons::jsonb, @AskedAt, @AnswerBy, @LinkHash, @State, @reason, @AnsweredAt)
            ON CONFLICT (appointment_id, interpreter_id) DO NOTHING
            """,
            new { ask.Id, ask.AppointmentId, ask.InterpreterId, ask.Rank, ask.Reasons, ask.AskedAt, ask.AnswerBy, ask.LinkHash, ask.State, ask.AnsweredAt, reason },
            transaction,
            cancellationToken: cancellationToken));

    public static Task AddAsync(NpgsqlTransaction transaction, AskRow ask, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO appointment_asks (id, appointment_id, interpreter_id, rank, reasons, asked_at, answer_by, link_hash, state)
            VALUES (@Id, @AppointmentId, @InterpreterId, @Rank, @Reasons::jsonb, @AskedAt, @AnswerBy, @LinkHash, 'open')
            """,
            ask,
            transaction,
            cancellationToken: cancellationToken));

    /// <returns>False when it was answered before.</returns>
    public static async Task<bool> AnswerAsync(NpgsqlTransaction transaction, AskRow ask, string state, string? reason, DateTimeOffset now, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointment_asks
            SET state = @state, decline_reason = @reason, answered_at = @now
            WHERE id = @Id
              AND state = @before
            """,
            new { ask.Id, state, reason, now, before = ask.State },
            transaction,
            cancellationToken: cancellationToken)) == 1;

    /// <summary>Those whose time for an answer has passed.</summary>
    public static Task<int> ExpireAsync(NpgsqlTransaction transaction, Guid appointment, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointment_asks
            SET state = 'expired', answered_at = @now
            WHERE appointment_id = @appointment
              AND state = 'open'
              AND answer_by <= @now
            """,
            new { appointment, now },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Somebody is bound: the own question, where there was one, is accepted, and those of the others are withdrawn.</summary>
    public static async Task SettleAsync(NpgsqlTransaction transaction, Guid appointment, Guid interpreter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await WithdrawAsync(transaction, appointment, interpreter, now, cancellationToken);
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointment_asks
            SET state = 'accepted', decline_reason = NULL, answered_at = @now
            WHERE appointment_id = @appointment
              AND interpreter_id = @interpreter
            """,
            new { appointment, interpreter, now },
            transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>All that are open or accepted, or all but those of one interpreter.</summary>
    public static Task<int> WithdrawAsync(NpgsqlTransaction transaction, Guid appointment, Guid? except, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointment_asks
            SET state = 'withdrawn', answered_at = @now
            WHERE appointment_id = @appointment
              AND state IN ('open', 'accepted')
              AND interpreter_id IS DISTINCT FROM @except
            """,
            new { appointment, except, now },
            transaction,
            cancellationToken: cancellationToken));
}
