using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <param name="From">The first instant.</param>
/// <param name="Until">Not part of it.</param>
internal sealed record AppointmentRange(DateTimeOffset From, DateTimeOffset Until)
{
    public Guid? Unit { get; init; }

    public string? State { get; init; }

    public Guid? Interpreter { get; init; }
}

/// <summary>The table <c>appointments</c>. A change names the state and version that it expects, and counts one row.</summary>
internal sealed class AppointmentStore(TenantScope scope)
{
    /// <summary>Of an <see cref="AppointmentRow"/>.</summary>
    public const string Columns =
        $"""
        appointments.id, version, series_id, key, appointments.customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203,
          requirements, wishes, own_reference, starts_at, ends_at, is_necessary, booked_at, appointments.answer_by, asks_all, appointments.state, appointments.interpreter_id,
          cancelled_by, cancel_percent, missed_by, ended_at, ready_at, customer_came_at,
          (appointments.state = 'assigned' AND EXISTS (
            SELECT FROM absences
            WHERE absences.interpreter_id = appointments.interpreter_id
              AND absences.from_at < appointments.ends_at
              AND absences.until_at > appointments.starts_at)) AS interpreter_absent,
          (appointments.state = 'requested' AND EXISTS (
            SELECT FROM appointment_asks
            WHERE appointment_asks.appointment_id = appointments.id
              AND appointment_asks.state = 'given_back')) AS given_back,
          (appointments.state = 'assigned' AND ready_at IS NOT NULL AND {RoomStore.InterpreterIsHere}) AS interpreter_ready
        """;

    private const int AtMost = 2_000;

    private sealed record BookedRow(Guid InterpreterId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    public Task<ScopedTransaction> OpenAsync(CancellationToken cancellationToken) => scope.OpenForStaffAsync(cancellationToken);

    /// <returns>Those of the same press that stand already; empty where it is new.</returns>
    public static async Task<IReadOnlyList<AppointmentRow>> FindByKeyAsync(NpgsqlTransaction transaction, UserId requester, Guid key, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM appointments
            WHERE requester_id = @requester
              AND key = @key
            ORDER BY starts_at
            """,
            new { requester = requester.Value, key },
            transaction,
            cancellationToken: cancellationToken))];

    public static Task<int> AddAsync(NpgsqlTransaction transaction, AppointmentRow row, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO appointments (id, series_id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203,
              requirements, wishes, own_reference, starts_at, ends_at, is_necessary, booked_at, answer_by, asks_all, state)
            VALUES (@Id, @SeriesId, @Key, @CustomerId, @UnitId, @RequesterId, @Language, @Field, @Modality, @Priority, @NeedsSection203,
              @Requirements::jsonb, @Wishes::jsonb, @OwnReference, @StartsAt, @EndsAt, @IsNecessary, @BookedAt, @AnswerBy, @AsksAll, @State)
            """,
            row,
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Holds the row until the end of the transaction: whoever acts on an appointment does so one after the other.</summary>
    public static async Task<AppointmentRow?> LockAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM appointments
            WHERE id = @id
            FOR NO KEY UPDATE
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>As it is, without holding it.</summary>
    public static async Task<AppointmentRow?> PeekAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        await transaction.Connection!.QuerySingleOrDefaultAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM appointments
            WHERE id = @id
            """,
            new { id },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>The slots to which interpreters are bound, by interpreter.</summary>
    public static async Task<ILookup<Guid, AppointmentSlot>> ReadBookedAsync(NpgsqlTransaction transaction, DateTimeOffset from, DateTimeOffset until, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<BookedRow>(new CommandDefinition(
            """
            SELECT interpreter_id, starts_at, ends_at
            FROM appointments
            WHERE state = 'assigned'
              AND starts_at > @from
              AND starts_at < @until
            """,
            new { from, until },
            transaction,
            cancellationToken: cancellationToken))).ToLookup(row => row.InterpreterId, row => new AppointmentSlot(row.StartsAt, row.EndsAt));

    /// <exception cref="DomainException"><see cref="ErrorCode.InterpreterNotFree"/> when the interpreter has another appointment in that time.</exception>
    public static async Task SaveAsync(NpgsqlTransaction transaction, AppointmentRow before, Appointment after, int? cancelPercent, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                UPDATE appointments
                SET version = version + 1, field = @field, modality = @modality, own_reference = @OwnReference, state = @state, interpreter_id = @interpreter,
                  cancelled_by = @cancelledBy, cancel_percent = @cancelPercent, missed_by = @missedBy, ended_at = @EndedAt,
                  ready_at = CASE WHEN @interpreter::uuid = interpreter_id THEN ready_at END
                WHERE id = @id
                  AND version = @version
                  AND state = @stateBefore
                """,
                new
                {
                    id = before.Id,
                    version = before.Version,
                    stateBefore = before.State,
                    field = SnakeCase.Of(after.Field),
                    modality = SnakeCase.Of(after.Modality),
                    after.OwnReference,
                    state = SnakeCase.Of(after.State),
                    interpreter = after.Interpreter?.Value,
                    cancelledBy = SnakeCase.Of(after.CancelledBy),
                    cancelPercent,
                    missedBy = SnakeCase.Of(after.MissedBy),
                    after.EndedAt,
                },
                transaction,
                cancellationToken: cancellationToken));
            if (rows != 1)
            {
                throw new DomainException(ErrorCode.AppointmentChangedMeanwhile);
            }
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.ExclusionViolation)
        {
            throw new DomainException(ErrorCode.InterpreterNotFree);
        }
    }

    /// <summary>The live request that it has become.</summary>
    public static Task<int> LinkAsync(NpgsqlTransaction transaction, Guid id, RequestId request, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE appointments
            SET request_id = @request
            WHERE id = @id
              AND state = 'requested'
              AND request_id IS NULL
            """,
            new { id, request = request.Value },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Null where there is none, or it is another customer's: from here they look alike.</summary>
    public async Task<AppointmentRow?> FindAsync(SignedIn who, Guid id, CancellationToken cancellationToken)
    {
        await using var scoped = await OpenForAsync(who, cancellationToken);
        return await scoped.Connection.QuerySingleOrDefaultAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM appointments
            WHERE id = @id
              AND (@interpreter::uuid IS NULL OR interpreter_id = @interpreter)
            """,
            new { id, interpreter = who.IsCoordinator || who.Customer is not null ? null : who.Interpreter?.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>In the order of their starts, at most two thousand.</summary>
    public async Task<IReadOnlyList<AppointmentRow>> ReadAsync(SignedIn who, AppointmentRange range, CancellationToken cancellationToken)
    {
        await using var scoped = await OpenForAsync(who, cancellationToken);
        return [.. await scoped.Connection.QueryAsync<AppointmentRow>(new CommandDefinition(
            $"""
            SELECT {Columns}
            FROM appointments
            WHERE starts_at >= @From
              AND starts_at < @Until
              AND (@Unit::uuid IS NULL OR unit_id = @Unit)
              AND (@State::text IS NULL OR state = @State)
              AND (@Interpreter::uuid IS NULL OR interpreter_id = @Interpreter)
            ORDER BY starts_at, id
            LIMIT {AtMost}
            """,
            range,
            scoped.Transaction,
            cancellationToken: cancellationToken))];
    }

    private Task<ScopedTransaction> OpenForAsync(SignedIn who, CancellationToken cancellationToken) =>
        who.Customer is { } customer && !who.IsCoordinator ? scope.OpenForCustomerAsync(customer, cancellationToken) : scope.OpenForStaffAsync(cancellationToken);
}
