using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Shifts to look at, and who may be asked for one.</summary>
internal sealed class StandbyListStore(TenantScope scope)
{
    /// <summary>What has come in the way of a take, as <see cref="StandbyCandidate.HindranceOf"/> names it.</summary>
    public const string InTheWay =
        """
        CASE
          WHEN EXISTS (
            SELECT FROM absences
            WHERE absences.interpreter_id = takes.interpreter_id
              AND absences.from_at < shifts.ends_at
              AND absences.until_at > shifts.starts_at) THEN 'absent'
          WHEN EXISTS (
            SELECT FROM appointments
            WHERE appointments.interpreter_id = takes.interpreter_id
              AND appointments.state = 'assigned'
              AND appointments.starts_at < shifts.ends_at
              AND appointments.ends_at > shifts.starts_at) THEN 'own_appointment'
        END
        """;

    /// <summary>Those that come and those that ended since, the earliest first.</summary>
    public async Task<IReadOnlyList<StandbyShiftView>> ReadAsync(DateTimeOffset now, DateTimeOffset endedSince, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            $"""
            SELECT id, language, starts_at, ends_at, places, note, state
            FROM standby_shifts
            WHERE ends_at > @endedSince
            ORDER BY starts_at, id;

            SELECT takes.shift_id, interpreters.id AS interpreter_id, interpreters.number, interpreters.display_name AS name, takes.state, takes.offered_at,
              takes.answered_at, takes.served_minutes, takes.paused_minutes,
              CASE WHEN takes.state IN ('offered', 'accepted') AND shifts.ends_at > @now THEN {InTheWay} END AS hindrance
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            JOIN interpreters ON interpreters.id = takes.interpreter_id
            WHERE shifts.ends_at > @endedSince
            ORDER BY interpreters.number
            """,
            new { now, endedSince },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var shifts = await results.ReadAsync<StandbyShiftView>();
        var takes = (await results.ReadAsync<TakeRow>()).ToLookup(row => row.ShiftId, row => row.ToView());
        return [.. shifts.Select(shift => shift with { Takes = [.. takes[shift.Id]] })];
    }

    /// <summary>Everybody at work who speaks the language, by number; null for any language.</summary>
    public async Task<IReadOnlyList<StandbyCandidateView>> FindCandidatesAsync(string? language, AppointmentSlot slot, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT id, number, display_name AS name
            FROM interpreters
            WHERE left_at IS NULL
              AND (@language::text IS NULL OR id IN (SELECT interpreter_id FROM interpreter_languages WHERE language = @language))
            ORDER BY number;

            SELECT interpreter_id, weekday::integer AS weekday, from_minute::integer AS from_minute, to_minute::integer AS to_minute
            FROM availability_windows;

            SELECT takes.interpreter_id, shifts.starts_at, shifts.ends_at
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            WHERE takes.state = 'accepted'
              AND shifts.starts_at < @end
              AND shifts.ends_at > @start;

            SELECT interpreter_id, from_at, until_at
            FROM absences
            WHERE from_at < @end
              AND until_at > @start;

            SELECT interpreter_id, starts_at, ends_at
            FROM appointments
            WHERE state = 'assigned'
              AND starts_at < @end
              AND ends_at > @start
            """,
            new { language, start = slot.Start, end = slot.End },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var persons = await results.ReadAsync<PersonRow>();
        var windows = (await results.ReadAsync<WindowRow>()).ToLookup(row => row.InterpreterId, row => new AvailabilityWindow((DayOfWeek)(row.Weekday % 7), row.FromMinute, row.ToMinute));
        var taken = (await results.ReadAsync<TakenRow>()).ToLookup(row => row.InterpreterId, row => new AppointmentSlot(row.StartsAt, row.EndsAt));
        var absences = (await results.ReadAsync<AbsentRow>()).ToLookup(row => row.InterpreterId, row => new Absence(row.FromAt, row.UntilAt));
        var booked = (await results.ReadAsync<TakenRow>()).ToLookup(row => row.InterpreterId, row => new AppointmentSlot(row.StartsAt, row.EndsAt));
        return
        [
            .. from person in persons
               let week = new Availability([.. windows[person.Id]]) { Absences = [.. absences[person.Id]] }
               let candidate = new StandbyCandidate(new InterpreterId(person.Id), week, [.. taken[person.Id]]) { Booked = [.. booked[person.Id]] }
               select new StandbyCandidateView(person.Id, person.Number, person.Name, SnakeCase.Of(candidate.HindranceOf(slot))),
        ];
    }

    private sealed record TakeRow(
        Guid ShiftId, Guid InterpreterId, string Number, string Name, string State, DateTimeOffset OfferedAt, DateTimeOffset? AnsweredAt, int? ServedMinutes, int? PausedMinutes, string? Hindrance)
    {
        public StandbyTakeView ToView() => new(InterpreterId, Number, Name, State, OfferedAt, AnsweredAt, ServedMinutes, PausedMinutes) { Hindrance = Hindrance };
    }

    private sealed record PersonRow(Guid Id, string Number, string Name);

    private sealed record WindowRow(Guid InterpreterId, int Weekday, int FromMinute, int ToMinute);

    private sealed record AbsentRow(Guid InterpreterId, DateTimeOffset FromAt, DateTimeOffset UntilAt);

    private sealed record TakenRow(Guid InterpreterId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
}
