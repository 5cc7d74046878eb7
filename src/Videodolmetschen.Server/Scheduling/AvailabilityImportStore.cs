using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Scheduling;

/// <content>Absences from a calendar file: the same event again is the same row.</content>
internal sealed partial class AvailabilityStore
{
    /// <summary>What <see cref="ImportAsync"/> would do.</summary>
    public async Task<ImportView> CompareAsync(InterpreterId interpreter, CalendarReading reading, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await ReadAsync(staff, interpreter, now, cancellationToken);
        return Compare(await ReadImportedAsync(staff, interpreter, now, cancellationToken), reading);
    }

    /// <summary>A file that says nothing new leaves no trace.</summary>
    /// <param name="removeMissing">Whether what an earlier import brought, and this one does not, is removed.</param>
    public async Task<ImportView> ImportAsync(
        (UserId By, InterpreterId Interpreter) who, CalendarReading reading, bool removeMissing, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await LockAsync(staff, who.Interpreter, cancellationToken);
        var before = await ReadAsync(staff, who.Interpreter, now, cancellationToken);
        var changes = Compare(await ReadImportedAsync(staff, who.Interpreter, now, cancellationToken), reading);
        if (changes.Added + changes.Moved + (removeMissing ? changes.Missing : 0) == 0)
        {
            return changes;
        }

        if (before.Absences.Count + changes.Added > CalendarReader.AbsencesAtMost)
        {
            throw new DomainException(ErrorCode.CalendarTooLarge);
        }

        await WriteImportAsync(staff, who.Interpreter, reading, removeMissing ? now : DateTimeOffset.MaxValue, cancellationToken);
        await WritePreferencesAsync(staff, who.By, who.Interpreter, before.Preferences, cancellationToken);
        var details = new { version = before.Version + 1, changes.Added, changes.Moved, removed = removeMissing ? changes.Missing : 0 };
        await CommitAsync(staff, new AuditEntry(who.By, "interpreter.absences_imported", $"interpreter:{who.Interpreter.Value}") { Details = details }, cancellationToken);
        return changes;
    }

    private static async Task<Dictionary<string, Absence>> ReadImportedAsync(
        ScopedTransaction staff, InterpreterId interpreter, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await staff.Connection.QueryAsync<ImportedRow>(new CommandDefinition(
            """
            SELECT import_key, from_at, until_at
            FROM absences
            WHERE interpreter_id = @id
              AND import_key IS NOT NULL
              AND until_at > @now
            """,
            new { id = interpreter.Value, now },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.ImportKey, row => new Absence(row.FromAt, row.UntilAt), StringComparer.Ordinal);
    }

    private static ImportView Compare(Dictionary<string, Absence> imported, CalendarReading reading)
    {
        var known = reading.Absences.Where(absence => imported.ContainsKey(absence.Key)).ToList();
        var same = known.Count(absence => imported[absence.Key] == absence.When);
        return new ImportView(
            Found: reading.Absences.Count,
            Added: reading.Absences.Count - known.Count,
            Moved: known.Count - same,
            Known: same,
            Missing: imported.Count - known.Count,
            reading.Free,
            reading.Unreadable,
            First: reading.Absences.Count > 0 ? reading.Absences.Min(absence => absence.When.From) : null,
            Last: reading.Absences.Count > 0 ? reading.Absences.Max(absence => absence.When.Until) : null);
    }

    /// <param name="missingAfter">What ends later and is not in the file is removed.</param>
    private static Task<int> WriteImportAsync(
        ScopedTransaction staff, InterpreterId interpreter, CalendarReading reading, DateTimeOffset missingAfter, CancellationToken cancellationToken) =>
        staff.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM absences
            WHERE interpreter_id = @id
              AND source = 'import'
              AND until_at > @missingAfter
              AND import_key <> ALL (@keys);

            INSERT INTO absences (interpreter_id, from_at, until_at, source, import_key)
            SELECT @id, a.from_at, a.until_at, 'import', a.import_key
            FROM unnest(@keys, @froms, @untils) AS a (import_key, from_at, until_at)
            ON CONFLICT (interpreter_id, import_key) DO UPDATE
            SET from_at = EXCLUDED.from_at, until_at = EXCLUDED.until_at
            """,
            new
            {
                id = interpreter.Value,
                missingAfter,
                keys = reading.Absences.Select(absence => absence.Key).ToArray(),
                froms = reading.Absences.Select(absence => absence.When.From).ToArray(),
                untils = reading.Absences.Select(absence => absence.When.Until).ToArray(),
            },
            staff.Transaction,
            cancellationToken: cancellationToken));

    private sealed record ImportedRow
    {
        public string ImportKey { get; init; } = "";

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset UntilAt { get; init; }
    }
}
