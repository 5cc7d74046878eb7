using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Staffing;

/// <param name="By">The coordinator.</param>
/// <param name="At">Now.</param>
internal readonly record struct StandbyAct(UserId By, DateTimeOffset At);

/// <summary>Shifts and to whom they are offered, with their audit entries.</summary>
internal sealed class StandbyStore(TenantScope scope, AuditStore audit)
{
    /// <returns>To how many it is offered.</returns>
    public async Task<int> CreateAsync(StandbyShiftView shift, IReadOnlyCollection<Guid> interpreters, StandbyAct act, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO standby_shifts (id, language, starts_at, ends_at, places, note, state, created_at, created_by)
            VALUES (@Id, @Language, @StartsAt, @EndsAt, @Places, @Note, @State, @at, @by)
            """,
            new { shift.Id, shift.Language, shift.StartsAt, shift.EndsAt, shift.Places, shift.Note, shift.State, at = act.At, by = act.By.Value },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await NoteAsync(staff.Transaction, act, "standby.created", shift.Id, new { shift.Language, shift.StartsAt, shift.EndsAt, shift.Places, shift.Note }, cancellationToken);
        var offered = await OfferAsync(staff.Transaction, shift.Id, interpreters, act, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return offered;
    }

    /// <summary>To those who have it already nothing is offered again, to those who declined it is.</summary>
    /// <returns>How many have an offer now who had none.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>; <see cref="ErrorCode.StandbyOver"/> once it has ended or was called off.</exception>
    public async Task<int> OfferAsync(Guid shift, IReadOnlyCollection<Guid> interpreters, StandbyAct act, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var (state, _, endsAt) = await LockAsync(staff.Transaction, shift, cancellationToken);
        if (state is StandbyShiftState.Cancelled || endsAt <= act.At)
        {
            throw new DomainException(ErrorCode.StandbyOver);
        }

        var offered = await OfferAsync(staff.Transaction, shift, interpreters, act, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return offered;
    }

    /// <summary>Takes every offer and acceptance with it. What was called off already stays so.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>; <see cref="ErrorCode.StandbyBegun"/>.</exception>
    public async Task CancelAsync(Guid shift, StandbyAct act, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var (state, startsAt, _) = await LockAsync(staff.Transaction, shift, cancellationToken);
        if (StandbyShiftTransitions.Next(state, StandbyShiftEvent.Cancel) is null)
        {
            return;
        }

        if (startsAt <= act.At)
        {
            throw new DomainException(ErrorCode.StandbyBegun);
        }

        await staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            UPDATE standby_takes
            SET state = 'cancelled'
            WHERE shift_id = @shift
              AND state IN ('offered', 'accepted');

            UPDATE standby_shifts
            SET state = 'cancelled'
            WHERE id = @shift
              AND state IN ('open', 'filled')
            """,
            new { shift },
            staff.Transaction,
            cancellationToken: cancellationToken));
        await NoteAsync(staff.Transaction, act, "standby.cancelled", shift, null, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private async Task<int> OfferAsync(NpgsqlTransaction transaction, Guid shift, IReadOnlyCollection<Guid> interpreters, StandbyAct act, CancellationToken cancellationToken)
    {
        var offered = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO standby_takes (shift_id, during, interpreter_id, state, offered_at)
            SELECT standby_shifts.id, standby_shifts.during, interpreters.id, 'offered', @at
            FROM standby_shifts
            CROSS JOIN interpreters
            WHERE standby_shifts.id = @shift
              AND interpreters.id = ANY (@interpreters)
              AND interpreters.left_at IS NULL
            ON CONFLICT (shift_id, interpreter_id) DO UPDATE
            SET state = 'offered', offered_at = excluded.offered_at, answered_at = NULL
            WHERE standby_takes.state = 'declined'
            """,
            new { shift, interpreters = interpreters.ToArray(), at = act.At },
            transaction,
            cancellationToken: cancellationToken));
        if (offered > 0)
        {
            await NoteAsync(transaction, act, "standby.offered", shift, new { interpreters }, cancellationToken);
        }

        return offered;
    }

    private static async Task<(StandbyShiftState State, DateTimeOffset StartsAt, DateTimeOffset EndsAt)> LockAsync(
        NpgsqlTransaction transaction, Guid shift, CancellationToken cancellationToken)
    {
        var found = await transaction.Connection!.QuerySingleOrDefaultAsync<LockedShift>(new CommandDefinition(
            """
            SELECT state, starts_at, ends_at
            FROM standby_shifts
            WHERE id = @shift
            FOR UPDATE
            """,
            new { shift },
            transaction,
            cancellationToken: cancellationToken)) ?? throw new DomainException(ErrorCode.NotFound);
        return (SnakeCase.Parse<StandbyShiftState>(found.State), found.StartsAt, found.EndsAt);
    }

    private Task NoteAsync(NpgsqlTransaction transaction, StandbyAct act, string action, Guid shift, object? details, CancellationToken cancellationToken) =>
        audit.AddAsync(transaction, new AuditEntry(act.By, action, $"standby:{shift}") { Details = details }, cancellationToken);

    private sealed record LockedShift(string State, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
}
