using Dapper;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Shifts that are over, and what was served of them, from the log of presences.</summary>
internal sealed class ServedStandbyStore(TenantScope scope, AuditStore audit)
{
    private const int AtOnce = 200;

    private const string Over =
        """
        SELECT shift_id, interpreter_id, greatest(lower(during), answered_at) AS from_at, upper(during) AS until_at
        FROM standby_takes
        WHERE state = 'accepted'
          AND upper(during) <= @endedBefore
        ORDER BY upper(during), shift_id, interpreter_id
        LIMIT @limit
        """;

    /// <returns>How many were recorded; those of the shifts that ended first, 200 at most.</returns>
    public async Task<int> RecordAsync(DateTimeOffset endedBefore, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            WITH over AS (
            {Over}
            )
            SELECT over.shift_id, over.interpreter_id, over.from_at, over.until_at,
              (SELECT after_state
                FROM dispatch_events
                WHERE subject_id = over.interpreter_id
                  AND kind = 'presence'
                  AND at <= over.from_at
                ORDER BY id DESC
                LIMIT 1) AS before
            FROM over;

            WITH over AS (
            {Over}
            )
            SELECT over.shift_id, over.interpreter_id, dispatch_events.at, dispatch_events.after_state AS state
            FROM over
            JOIN dispatch_events ON dispatch_events.subject_id = over.interpreter_id
            WHERE dispatch_events.kind = 'presence'
              AND dispatch_events.at > over.from_at
              AND dispatch_events.at < over.until_at
            ORDER BY dispatch_events.id
            """,
            new { endedBefore, limit = AtOnce },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var over = (await results.ReadAsync<OverRow>()).ToList();
        var changes = (await results.ReadAsync<ChangeRow>()).ToLookup(
            row => (row.ShiftId, row.InterpreterId), row => new PresenceChange(row.At, SnakeCase.Parse<PresenceState>(row.State)));
        var recorded = 0;
        foreach (var take in over)
        {
            recorded += await SetAsync(staff, take, take.Served(changes[(take.ShiftId, take.InterpreterId)]), cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
        return recorded;
    }

    private async Task<int> SetAsync(ScopedTransaction staff, OverRow take, StandbyService served, CancellationToken cancellationToken)
    {
        var (minutes, paused) = (WholeMinutes(served.OnDuty), WholeMinutes(served.Paused));
        var changed = await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE standby_takes
            SET state = 'served', served_minutes = @minutes, paused_minutes = @paused
            WHERE shift_id = @ShiftId
              AND interpreter_id = @InterpreterId
              AND state = 'accepted'
            """,
            new { take.ShiftId, take.InterpreterId, minutes, paused },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (changed == 1)
        {
            var entry = new AuditEntry(null, "standby.served", $"standby:{take.ShiftId}") { Details = new { interpreter = take.InterpreterId, minutes, paused } };
            await audit.AddAsync(staff.Transaction, entry, cancellationToken);
        }

        return changed;
    }

    private static int WholeMinutes(TimeSpan time) => (int)Math.Round(time.TotalMinutes, MidpointRounding.AwayFromZero);

    private sealed record OverRow(Guid ShiftId, Guid InterpreterId, DateTimeOffset FromAt, DateTimeOffset UntilAt, string? Before)
    {
        public StandbyService Served(IEnumerable<PresenceChange> changes) =>
            StandbyService.Of(new AppointmentSlot(FromAt, UntilAt), Before is null ? PresenceState.Offline : SnakeCase.Parse<PresenceState>(Before), changes);
    }

    private sealed record ChangeRow(Guid ShiftId, Guid InterpreterId, DateTimeOffset At, string State);
}
