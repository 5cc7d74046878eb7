using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Staffing;

/// <param name="Interpreter">Whose own shifts they are.</param>
/// <param name="By">The account.</param>
/// <param name="At">Now.</param>
internal readonly record struct StandbyAnswer(InterpreterId Interpreter, UserId By, DateTimeOffset At);

/// <summary>One interpreter's own shifts.</summary>
internal sealed class OwnStandbyStore(TenantScope scope, AuditStore audit)
{
    /// <summary>Offers that can still be answered, accepted ones, and what was served since; the earliest first.</summary>
    public async Task<IReadOnlyList<OwnStandby>> ReadAsync(InterpreterId interpreter, DateTimeOffset now, DateTimeOffset servedSince, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<OwnStandby>(new CommandDefinition(
            """
            SELECT shifts.id, shifts.language, shifts.starts_at, shifts.ends_at, shifts.note, takes.state, shifts.state = 'filled' AS is_full,
              takes.served_minutes, takes.paused_minutes
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            WHERE takes.interpreter_id = @interpreter
              AND (takes.state = 'accepted'
                OR takes.state = 'offered' AND shifts.ends_at > @now
                OR takes.state = 'cancelled' AND takes.answered_at IS NOT NULL AND shifts.ends_at > @now
                OR takes.state = 'served' AND shifts.ends_at > @servedSince)
            ORDER BY shifts.starts_at, shifts.id
            """,
            new { interpreter = interpreter.Value, now, servedSince },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <returns>False when somebody else took the last place: a lost race, and no error.</returns>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.NotFound"/> for a shift that was not offered to this interpreter; <see cref="ErrorCode.StandbyOver"/>, <see cref="ErrorCode.StandbyOverlaps"/>,
    /// <see cref="ErrorCode.StandbyInAbsence"/>, <see cref="ErrorCode.StandbyInAppointment"/>, <see cref="ErrorCode.StandbyGiveBackTooLate"/>.
    /// </exception>
    public async Task<bool> AnswerAsync(Guid shift, StandbyTakeEvent happened, StandbyAnswer answer, StandbyRules rules, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var found = await LockAsync(staff.Transaction, shift, answer.Interpreter, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        var next = StandbyTakeTransitions.Next(SnakeCase.Parse<StandbyTakeState>(found.TakeState), happened);
        if (next is not { } state || found.EndsAt <= answer.At)
        {
            throw new DomainException(ErrorCode.StandbyOver);
        }

        if (happened is StandbyTakeEvent.GiveBack && answer.At > rules.GiveBackUntil(new AppointmentSlot(found.StartsAt, found.EndsAt)))
        {
            throw new DomainException(ErrorCode.StandbyGiveBackTooLate);
        }

        if (happened is StandbyTakeEvent.Accept && found.Accepted >= found.Places)
        {
            return false;
        }

        if (happened is StandbyTakeEvent.Accept && SnakeCase.Find<StandbyHindrance>(found.Hindrance) is { } hindrance)
        {
            throw new DomainException(hindrance is StandbyHindrance.Absent ? ErrorCode.StandbyInAbsence : ErrorCode.StandbyInAppointment);
        }

        await SetAsync(staff.Transaction, shift, found, state, answer, cancellationToken);
        await audit.AddAsync(
            staff.Transaction, new AuditEntry(answer.By, $"standby.{SnakeCase.Of(happened)}", $"standby:{shift}") { Details = new { interpreter = answer.Interpreter.Value } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The shift first: all who answer it come one after the other.</summary>
    private static async Task<LockedTake?> LockAsync(NpgsqlTransaction transaction, Guid shift, InterpreterId interpreter, CancellationToken cancellationToken)
    {
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT FROM standby_shifts WHERE id = @shift FOR UPDATE", new { shift }, transaction, cancellationToken: cancellationToken));
        return await transaction.Connection!.QuerySingleOrDefaultAsync<LockedTake>(new CommandDefinition(
            $"""
            SELECT takes.state AS take_state, shifts.state AS shift_state, shifts.places, shifts.starts_at, shifts.ends_at,
              (SELECT count(*) FROM standby_takes WHERE shift_id = @shift AND state = 'accepted')::integer AS accepted,
              {StandbyListStore.InTheWay} AS hindrance
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            WHERE takes.shift_id = @shift
              AND takes.interpreter_id = @interpreter
            """,
            new { shift, interpreter = interpreter.Value },
            transaction,
            cancellationToken: cancellationToken));
    }

    private static async Task SetAsync(NpgsqlTransaction transaction, Guid shift, LockedTake found, StandbyTakeState state, StandbyAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                UPDATE standby_takes
                SET state = @state, answered_at = @at
                WHERE shift_id = @shift
                  AND interpreter_id = @interpreter
                  AND state = @before;

                UPDATE standby_shifts
                SET state = CASE WHEN (SELECT count(*) FROM standby_takes WHERE shift_id = @shift AND state = 'accepted') >= places THEN 'filled' ELSE 'open' END
                WHERE id = @shift
                  AND state = @shiftBefore
                """,
                new
                {
                    shift,
                    interpreter = answer.Interpreter.Value,
                    state = SnakeCase.Of(state),
                    before = found.TakeState,
                    shiftBefore = found.ShiftState,
                    at = answer.At,
                },
                transaction,
                cancellationToken: cancellationToken));
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            throw new DomainException(ErrorCode.StandbyOverlaps);
        }
    }

    private sealed record LockedTake(string TakeState, string ShiftState, int Places, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Accepted, string? Hindrance);
}
