using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What the tables know of the day of one appointment.</summary>
internal sealed record RoomRow
{
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>Whoever said to be ready and has gone since, with page and all, has to say so again: an appointment does not ring at nobody.</summary>
    public bool IsInterpreterHere { get; init; }

    public DateTimeOffset? CustomerCameAt { get; init; }

    /// <summary>The open live request of the room, and whose it is.</summary>
    public Guid? RequestId { get; init; }

    public Guid? RequesterId { get; init; }

    public DateTimeOffset? TalkedFrom { get; init; }

    public DateTimeOffset? TalkedUntil { get; init; }

    public bool IsTalking { get; init; }

    public decimal CountedSeconds { get; init; }

    /// <summary>Both sides came together, and no sound and picture came about.</summary>
    public bool HasFailed { get; init; }

    /// <summary>When the interpreter's next appointment begins, within a day.</summary>
    public DateTimeOffset? NextStartsAt { get; init; }

    public AppointmentDay DayOf(AppointmentRow row) => new(new AppointmentSlot(row.StartsAt, row.EndsAt), ReadyAt, CustomerCameAt, RequestId is not null && !IsTalking)
    {
        TalkedFrom = TalkedFrom,
        TalkedUntil = IsTalking ? null : TalkedUntil,
        IsTalking = IsTalking,
    };
}

/// <summary>Who came to an appointment, and the table <c>appointment_facts</c>.</summary>
internal static class RoomStore
{
    /// <summary>An interpreter without a page is offline, whatever was said before.</summary>
    public const string InterpreterIsHere =
        """
        EXISTS (
            SELECT FROM presences
            WHERE presences.interpreter_id = appointments.interpreter_id
              AND presences.state <> 'offline')
        """;

    public static Task<RoomRow> ReadAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleAsync<RoomRow>(new CommandDefinition(
            $"""
            SELECT appointments.ready_at, {InterpreterIsHere} AS is_interpreter_here, appointments.customer_came_at, waiting.id AS request_id, waiting.requester_id, talk.talked_from, talk.talked_until,
              coalesce(talk.is_talking, false) AS is_talking, coalesce(talk.counted_seconds, 0) AS counted_seconds, coalesce(talk.has_failed, false) AS has_failed,
              next.starts_at AS next_starts_at
            FROM appointments
            LEFT JOIN LATERAL (
              SELECT requests.id, requests.requester_id
              FROM requests
              WHERE requests.appointment_id = appointments.id
                AND requests.promised_interpreter_id = appointments.interpreter_id
                AND requests.ended_at IS NULL
              ORDER BY requests.requested_at
              LIMIT 1) AS waiting ON true
            LEFT JOIN LATERAL (
              SELECT min(sessions.started_at) AS talked_from, max(sessions.ended_at) FILTER (WHERE sessions.started_at IS NOT NULL) AS talked_until,
                bool_or(sessions.ended_at IS NULL) AS is_talking, sum(sessions.counted_seconds) AS counted_seconds,
                bool_or(sessions.started_at IS NULL AND sessions.end_reason IN ('never_connected', 'connection_lost')) AS has_failed
              FROM sessions
              JOIN requests ON requests.id = sessions.request_id
              WHERE requests.appointment_id = appointments.id
                AND requests.promised_interpreter_id = appointments.interpreter_id) AS talk ON true
            LEFT JOIN LATERAL (
              SELECT min(other.starts_at) AS starts_at
              FROM appointments AS other
              WHERE other.interpreter_id = appointments.interpreter_id
                AND other.state = 'assigned'
                AND other.starts_at >= appointments.ends_at
                AND other.starts_at < appointments.ends_at + interval '1 day') AS next ON true
            WHERE appointments.id = @id
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>The open requests for somebody who is, or was, bound to it.</summary>
    public static async Task<IReadOnlyList<(Guid Request, Guid By)>> ReadWaitingAsync(NpgsqlTransaction transaction, Guid id, Guid interpreter, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<(Guid, Guid)>(new CommandDefinition(
            """
            SELECT id, requester_id
            FROM requests
            WHERE appointment_id = @id
              AND promised_interpreter_id = @interpreter
              AND ended_at IS NULL
            """,
            new { id, interpreter },
            transaction,
            cancellationToken: cancellationToken))];

    public static Task<int> NoteReadyAsync(NpgsqlTransaction transaction, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        NoteAsync(transaction, "ready_at", id, now, cancellationToken);

    public static Task<int> NoteCustomerAsync(NpgsqlTransaction transaction, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        NoteAsync(transaction, "customer_came_at", id, now, cancellationToken);

    /// <summary>Only the first coming counts.</summary>
    private static Task<int> NoteAsync(NpgsqlTransaction transaction, string column, Guid id, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            $"""
            UPDATE appointments
            SET {column} = @now
            WHERE id = @id
              AND state = 'assigned'
              AND {column} IS NULL
            """,
            new { id, now },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Once for each interpreter who was bound to it.</summary>
    public static Task<int> AddFactsAsync(
        NpgsqlTransaction transaction, AppointmentRow row, RoomRow room, AppointmentVerdict verdict, AttendanceFacts facts, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO appointment_facts (appointment_id, interpreter_id, outcome, starts_at, ends_at, ready_at, customer_came_at, talked_from, talked_until,
              counted_seconds, interpreter_late_seconds, customer_late_seconds, halved_delay_seconds, overrun_seconds, slot_is_billed, line_failed, recorded_at)
            VALUES (@id, @interpreter, @outcome, @StartsAt, @EndsAt, @ReadyAt, @CustomerCameAt, @TalkedFrom, @TalkedUntil,
              @counted, @interpreterLate, @customerLate, @halved, @overrun, @billed, @failed, @now)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                id = row.Id,
                interpreter = row.InterpreterId,
                outcome = SnakeCase.Of(verdict is AppointmentVerdict.Replace ? AppointmentVerdict.MissedByInterpreter : verdict),
                row.StartsAt,
                row.EndsAt,
                room.ReadyAt,
                room.CustomerCameAt,
                room.TalkedFrom,
                TalkedUntil = room.TalkedFrom is null ? null : room.TalkedUntil,
                counted = (int)room.CountedSeconds,
                interpreterLate = (int)facts.InterpreterLate.TotalSeconds,
                customerLate = (int)facts.CustomerLate.TotalSeconds,
                halved = (int)facts.HalvedDelay.TotalSeconds,
                overrun = (int)facts.Overrun.TotalSeconds,
                billed = AppointmentDay.IsBilled(verdict, facts, room.HasFailed),
                failed = verdict == AppointmentVerdict.MissedByCustomer && !facts.MayCancelFree && room.HasFailed,
                now,
            },
            transaction,
            cancellationToken: cancellationToken));
}
