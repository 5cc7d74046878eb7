using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="Id">Of the appointment.</param>
/// <param name="InterpreterId">Whom the live request found; null where nobody came.</param>
/// <param name="EndedAt">The end of the conversation, of the search, or of the slot.</param>
internal sealed record UncoveredEnd(Guid Id, Guid? InterpreterId, DateTimeOffset EndedAt);

/// <summary>The table <c>appointments</c> as jobs look through it.</summary>
internal sealed class AppointmentSweepStore(TenantScope scope)
{
    /// <summary>Those that nobody has taken and that are still to come, the nearest first.</summary>
    public Task<IReadOnlyList<Guid>> ReadUncoveredAsync(DateTimeOffset now, CancellationToken cancellationToken) => ReadComingAsync("requested", now, cancellationToken);

    /// <summary>The same for those that somebody has taken.</summary>
    public Task<IReadOnlyList<Guid>> ReadAssignedAsync(DateTimeOffset now, CancellationToken cancellationToken) => ReadComingAsync("assigned", now, cancellationToken);

    /// <summary>The version of the rules by which reminders were not planned yet; null where they were.</summary>
    public async Task<int?> ReadUnplannedRulesAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(
            """
            SELECT version
            FROM appointment_rules
            WHERE version > reminders_planned
            """,
            transaction: staff.Transaction,
            cancellationToken: cancellationToken));
    }

    public async Task NotePlannedAsync(int version, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointment_rules
            SET reminders_planned = @version
            WHERE reminders_planned < @version
            """,
            new { version },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await staff.CommitAsync(cancellationToken);
    }

    /// <summary>Those that have begun without anybody, and are not asked for live yet.</summary>
    public async Task<IReadOnlyList<AppointmentRow>> ReadBegunUncoveredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {AppointmentStore.Columns}
            FROM appointments
            WHERE state = 'requested'
              AND starts_at <= @now
              AND ends_at > @now
              AND request_id IS NULL
            ORDER BY starts_at
            """,
            new { now },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }

    /// <summary>Those that have begun with an interpreter, and have not come to an end.</summary>
    public async Task<IReadOnlyList<Guid>> ReadBegunAssignedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id
            FROM appointments
            WHERE state = 'assigned'
              AND starts_at <= @now
            ORDER BY starts_at
            """,
            new { now },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }

    /// <summary>Interpreters bound to an appointment that starts in that time.</summary>
    public async Task<IReadOnlyList<Guid>> ReadBoundBetweenAsync(DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT DISTINCT interpreter_id
            FROM appointments
            WHERE state = 'assigned'
              AND starts_at >= @from
              AND starts_at < @until
            """,
            new { from, until },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }

    /// <summary>Those whose live request has ended, and those whose slot is over without one.</summary>
    public async Task<IReadOnlyList<UncoveredEnd>> ReadEndedUncoveredAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<UncoveredEnd>(new CommandDefinition(
            """
            SELECT appointments.id, sessions.interpreter_id, coalesce(sessions.ended_at, requests.ended_at, ends_at) AS ended_at
            FROM appointments
            LEFT JOIN requests ON requests.id = appointments.request_id
            LEFT JOIN sessions ON sessions.request_id = requests.id AND sessions.started_at IS NOT NULL
            WHERE appointments.state = 'requested'
              AND (requests.ended_at IS NOT NULL OR (appointments.request_id IS NULL AND ends_at <= @now))
              AND (sessions.id IS NULL OR sessions.ended_at IS NOT NULL)
            ORDER BY starts_at
            """,
            new { now },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }

    private async Task<IReadOnlyList<Guid>> ReadComingAsync(string state, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return [.. await staff.Connection.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id
            FROM appointments
            WHERE state = @state
              AND starts_at > @now
            ORDER BY starts_at
            """,
            new { state, now },
            staff.Transaction,
            cancellationToken: cancellationToken))];
    }
}
