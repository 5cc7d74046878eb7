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
    /// <summary>Those that come and those that ended since, the earliest first.</summary>
    public async Task<IReadOnlyList<StandbyShiftView>> ReadAsync(DateTimeOffset endedSince, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT id, language, starts_at, ends_at, places, note, state
            FROM standby_shifts
            WHERE ends_at > @endedSince
            ORDER BY starts_at, id;

            SELECT takes.shift_id, interpreters.id AS interpreter_id, interpreters.number, interpreters.display_name AS name, takes.state, takes.offered_at,
              takes.answered_at, takes.served_minutes, takes.paused_minutes
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            JOIN interpreters ON interpreters.id = takes.interpreter_id
            WHERE shifts.ends_at > @endedSince
            ORDER BY interpreters.number
            """,
            new { endedSince },
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
              AND shifts.ends_at > @start
            """,
            new { language, start = slot.Start, end = slot.End },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var persons = await results.ReadAsync<PersonRow>();
        var windows = (await results.ReadAsync<WindowRow>()).ToLookup(row => row.InterpreterId, row => new AvailabilityWindow((DayOfWeek)(row.Weekday % 7), row.FromMinute, row.ToMinute));
        var taken = (await results.ReadAsync<TakenRow>()).ToLookup(row => row.InterpreterId, row => new AppointmentSlot(row.StartsAt, row.EndsAt));
        return
        [
            .. from person in persons
               let week = windows.Contains(person.Id) ? new Availability([.. windows[person.Id]]) : null
               let candidate = new StandbyCandidate(new InterpreterId(person.Id), week, [.. taken[person.Id]])
               select new StandbyCandidateView(person.Id, person.Number, person.Name, SnakeCase.Of(candidate.HindranceOf(slot))),
        ];
    }

    private sealed record TakeRow(
        Guid ShiftId, Guid InterpreterId, string Number, string Name, string State, DateTimeOffset OfferedAt, DateTimeOffset? AnsweredAt, int? ServedMinutes, int? PausedMinutes)
    {
        public StandbyTakeView ToView() => new(InterpreterId, Number, Name, State, OfferedAt, AnsweredAt, ServedMinutes, PausedMinutes);
    }

    private sealed record PersonRow(Guid Id, string Number, string Name);

    private sealed record WindowRow(Guid InterpreterId, int Weekday, int FromMinute, int ToMinute);

    private sealed record TakenRow(Guid InterpreterId, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
}
