using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>The tables <c>availability_windows</c>, <c>absences</c> and <c>interpreter_preferences</c>, each change with its audit entry.</summary>
internal sealed partial class AvailabilityStore(TenantScope scope, AuditStore audit)
{
    /// <summary>Absences that have ended are left out.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/> for an interpreter who does not exist or has left.</exception>
    public async Task<StoredAvailability> ReadAsync(InterpreterId interpreter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ReadAsync(staff, interpreter, now, cancellationToken);
    }

    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.AvailabilityChangedMeanwhile"/> when the version is not the current one, <see cref="ErrorCode.AvailabilityInvalid"/>
    /// when there are too many absences.
    /// </exception>
    public async Task SaveAsync(UserId by, InterpreterId interpreter, AvailabilityEdit edit, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await LockAsync(staff, interpreter, cancellationToken);
        var before = await ReadAsync(staff, interpreter, now, cancellationToken);
        if (before.Version != edit.Version)
        {
            throw new DomainException(ErrorCode.AvailabilityChangedMeanwhile);
        }

        if (before.Absences.Count + edit.Added.Count - edit.Removed.Count > CalendarReader.AbsencesAtMost)
        {
            throw new DomainException(ErrorCode.AvailabilityInvalid);
        }

        await WriteWeekAsync(staff, interpreter, edit, cancellationToken);
        await WriteAbsencesAsync(staff, interpreter, edit, cancellationToken);
        await WritePreferencesAsync(staff, by, interpreter, edit.Preferences, cancellationToken);
        var details = new
        {
            version = edit.Version + 1,
            windows = edit.Windows.Select(WindowView.Of),
            preferences = PreferencesView.Of(edit.Preferences),
            added = edit.Added.Select(absence => absence.When),
            removed = before.Absences.Where(absence => edit.Removed.Contains(absence.Id)).Select(absence => absence.When),
        };
        await CommitAsync(staff, new AuditEntry(by, "interpreter.availability_changed", $"interpreter:{interpreter.Value}") { Details = details }, cancellationToken);
    }

    /// <summary>Two changes of one interpreter follow each other.</summary>
    private static Task<int> LockAsync(ScopedTransaction staff, InterpreterId interpreter, CancellationToken cancellationToken) =>
        staff.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT id FROM interpreters WHERE id = @id FOR NO KEY UPDATE", new { id = interpreter.Value }, staff.Transaction, cancellationToken: cancellationToken));

    private static async Task<StoredAvailability> ReadAsync(
        ScopedTransaction staff, InterpreterId interpreter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT i.number, i.display_name, coalesce(p.version, 0) AS version,
              p.shortest_notice_minutes, p.longest_block_minutes, p.longest_day_minutes, p.pause_minutes
            FROM interpreters i
            LEFT JOIN interpreter_preferences p ON p.interpreter_id = i.id
            WHERE i.id = @id
              AND i.left_at IS NULL;

            SELECT weekday, from_minute, to_minute
            FROM availability_windows
            WHERE interpreter_id = @id
            ORDER BY weekday, from_minute;

            SELECT id, from_at, until_at, reason, source
            FROM absences
            WHERE interpreter_id = @id
              AND until_at > @now
            ORDER BY from_at, until_at, id
            """,
            new { id = interpreter.Value, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var person = await results.ReadSingleOrDefaultAsync<PersonRow>() ?? throw new DomainException(ErrorCode.NotFound);
        return new StoredAvailability(interpreter, person.Number, person.DisplayName, person.Version)
        {
            Windows = [.. (await results.ReadAsync<WindowRow>()).Select(row => row.ToDomain())],
            Absences = [.. (await results.ReadAsync<AbsenceRow>()).Select(row => row.ToDomain())],
            Preferences = person.ToPreferences(),
        };
    }

    private static Task<int> WriteWeekAsync(ScopedTransaction staff, InterpreterId interpreter, AvailabilityEdit edit, CancellationToken cancellationToken) =>
        staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM availability_windows
            WHERE interpreter_id = @id;

            INSERT INTO availability_windows (interpreter_id, weekday, from_minute, to_minute)
            SELECT @id, w.weekday, w.from_minute, w.to_minute
            FROM unnest(@days, @froms, @tos) AS w (weekday, from_minute, to_minute)
            """,
            new
            {
                id = interpreter.Value,
                days = edit.Windows.Select(window => WindowView.Of(window).Day).ToArray(),
                froms = edit.Windows.Select(window => window.FromMinute).ToArray(),
                tos = edit.Windows.Select(window => window.ToMinute).ToArray(),
            },
            staff.Transaction,
            cancellationToken: cancellationToken));

    private static Task<int> WriteAbsencesAsync(ScopedTransaction staff, InterpreterId interpreter, AvailabilityEdit edit, CancellationToken cancellationToken) =>
        staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM absences
            WHERE interpreter_id = @id
              AND id = ANY (@removed);

            INSERT INTO absences (interpreter_id, from_at, until_at, reason, source)
            SELECT @id, a.from_at, a.until_at, a.reason, 'own'
            FROM unnest(@froms, @untils, @reasons) AS a (from_at, until_at, reason)
            """,
            new
            {
                id = interpreter.Value,
                removed = edit.Removed.ToArray(),
                froms = edit.Added.Select(absence => absence.When.From).ToArray(),
                untils = edit.Added.Select(absence => absence.When.Until).ToArray(),
                reasons = edit.Added.Select(absence => SnakeCase.Of(absence.Reason)).ToArray(),
            },
            staff.Transaction,
            cancellationToken: cancellationToken));

    /// <summary>Counts the version on.</summary>
    private static Task<int> WritePreferencesAsync(
        ScopedTransaction staff, UserId by, InterpreterId interpreter, AvailabilityPreferences preferences, CancellationToken cancellationToken)
    {
        var wishes = PreferencesView.Of(preferences);
        return staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO interpreter_preferences
              (interpreter_id, version, shortest_notice_minutes, longest_block_minutes, longest_day_minutes, pause_minutes, changed_by)
            VALUES (@id, 1, @ShortestNoticeMinutes, @LongestBlockMinutes, @LongestDayMinutes, @PauseMinutes, @by)
            ON CONFLICT (interpreter_id) DO UPDATE
            SET version = interpreter_preferences.version + 1, shortest_notice_minutes = EXCLUDED.shortest_notice_minutes,
              longest_block_minutes = EXCLUDED.longest_block_minutes, longest_day_minutes = EXCLUDED.longest_day_minutes,
              pause_minutes = EXCLUDED.pause_minutes, changed_by = EXCLUDED.changed_by, changed_at = now()
            """,
            new { id = interpreter.Value, wishes.ShortestNoticeMinutes, wishes.LongestBlockMinutes, wishes.LongestDayMinutes, wishes.PauseMinutes, by = by.Value },
            staff.Transaction,
            cancellationToken: cancellationToken));
    }

    private async Task CommitAsync(ScopedTransaction staff, AuditEntry entry, CancellationToken cancellationToken)
    {
        await audit.AddAsync(staff.Transaction, entry, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private sealed record PersonRow
    {
        public string Number { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public int Version { get; init; }

        public int? ShortestNoticeMinutes { get; init; }

        public int? LongestBlockMinutes { get; init; }

        public int? LongestDayMinutes { get; init; }

        public int? PauseMinutes { get; init; }

        public AvailabilityPreferences ToPreferences() =>
            new PreferencesView(ShortestNoticeMinutes, LongestBlockMinutes, LongestDayMinutes, PauseMinutes).ToDomain();
    }

    private sealed record WindowRow(short Weekday, short FromMinute, short ToMinute)
    {
        public AvailabilityWindow ToDomain() => new((DayOfWeek)(Weekday % 7), FromMinute, ToMinute);
    }

    private sealed record AbsenceRow
    {
        public Guid Id { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset UntilAt { get; init; }

        public string? Reason { get; init; }

        public string Source { get; init; } = "";

        public StoredAbsence ToDomain() =>
            new(Id, new Absence(FromAt, UntilAt), SnakeCase.Find<AbsenceReason>(Reason), SnakeCase.Parse<AbsenceSource>(Source));
    }
}
