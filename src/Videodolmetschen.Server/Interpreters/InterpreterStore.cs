using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>Interpreters and what they may take. Those who have left are read only until their last session has ended.</summary>
internal sealed class InterpreterStore(TenantScope scope, CurrentRules rules)
{
    /// <summary>At the start of a busy machine the read may take longer than a call that somebody waits for.</summary>
    private const int Patience = 30;

    /// <summary>All of them in one round trip; 20,000 took half a second.</summary>
    /// <param name="weekSince">Monday 0:00 in Berlin, from when on offered minutes count for fairness.</param>
    public Task<IReadOnlyList<Interpreter>> ReadAllAsync(DateTimeOffset weekSince, CancellationToken cancellationToken) =>
        ReadAsync(null, weekSince, cancellationToken);

    /// <summary>Null for one who does not exist or has left.</summary>
    public async Task<Interpreter?> FindAsync(InterpreterId id, DateTimeOffset weekSince, CancellationToken cancellationToken) =>
        (await ReadAsync(id, weekSince, cancellationToken)).SingleOrDefault();

    private async Task<IReadOnlyList<Interpreter>> ReadAsync(InterpreterId? id, DateTimeOffset weekSince, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT id, number, display_name, gender, section_203_until, reach
            FROM interpreters
            WHERE (@only::uuid IS NULL OR id = @only)
              AND (left_at IS NULL OR id IN (SELECT interpreter_id FROM session_stints WHERE left_at IS NULL))
            ORDER BY number;

            SELECT interpreter_id, language, level, to_german, from_german, varieties
            FROM interpreter_languages
            WHERE @only::uuid IS NULL
              OR interpreter_id = @only
            ORDER BY interpreter_id, level, language;

            SELECT interpreter_id, language, authority, basis, valid_until, renewal_applied_at
            FROM oaths
            WHERE @only::uuid IS NULL
              OR interpreter_id = @only;

            SELECT interpreter_id, field
            FROM interpreter_fields
            WHERE @only::uuid IS NULL
              OR interpreter_id = @only;

            SELECT interpreter_id, customer_id
            FROM conflicts
            WHERE @only::uuid IS NULL
              OR interpreter_id = @only
            UNION
            SELECT interpreters.id, choosy.customer_id
            FROM interpreters
            CROSS JOIN (SELECT DISTINCT customer_id FROM allowed_interpreters) AS choosy
            WHERE (@only::uuid IS NULL OR interpreters.id = @only)
              AND NOT EXISTS (
                SELECT FROM allowed_interpreters AS allowed
                WHERE allowed.customer_id = choosy.customer_id
                  AND allowed.interpreter_id = interpreters.id);

            SELECT interpreter_id, weekday, from_minute, to_minute
            FROM availability_windows
            WHERE @only::uuid IS NULL
              OR interpreter_id = @only;

            SELECT interpreter_id, from_at, until_at
            FROM absences
            WHERE until_at > @weekSince
              AND (@only::uuid IS NULL OR interpreter_id = @only)
            ORDER BY interpreter_id, from_at;

            SELECT interpreter_id, starts_at - @gap AS from_at, ends_at AS until_at
            FROM appointments
            WHERE state = 'assigned'
              AND ends_at > @weekSince
              AND (@only::uuid IS NULL OR interpreter_id = @only)
            ORDER BY interpreter_id, starts_at;

            SELECT interpreter_id, sum(billable_seconds) / 60 AS minutes
            FROM session_stints
            WHERE joined_at >= @weekSince
              AND (@only::uuid IS NULL OR interpreter_id = @only)
              AND state = 'left'
            GROUP BY interpreter_id
            """,
            new { weekSince, only = id?.Value, gap = rules.Rules.Gap },
            staff.Transaction,
            Patience,
            cancellationToken: cancellationToken));
        var persons = await results.ReadAsync<PersonRow>();
        var facts = await Facts.ReadAsync(results);
        return [.. persons.Select(facts.Complete)];
    }

    private sealed record PersonRow
    {
        public Guid Id { get; init; }

        public string Number { get; init; } = "";

        public string DisplayName { get; init; } = "";

        public string Gender { get; init; } = "";

        public DateOnly? Section203Until { get; init; }

        public string Reach { get; init; } = "";
    }

    private sealed record LanguageRow
    {
        public Guid InterpreterId { get; init; }

        public string Language { get; init; } = "";

        public short Level { get; init; }

        public bool ToGerman { get; init; }

        public bool FromGerman { get; init; }

        public string[] Varieties { get; init; } = [];

        public SpokenLanguage ToDomain() => new(new LanguageCode(Language), (QualificationLevel)Level)
        {
            ToGerman = ToGerman,
            FromGerman = FromGerman,
            Varieties = Varieties,
        };
    }

    private sealed record OathRow
    {
        public Guid InterpreterId { get; init; }

        public string Language { get; init; } = "";

        public string Authority { get; init; } = "";

        public string Basis { get; init; } = "";

        public DateOnly ValidUntil { get; init; }

        public DateOnly? RenewalAppliedAt { get; init; }

        public Oath ToDomain() => new(new LanguageCode(Language), Authority, SnakeCase.Parse<OathBasis>(Basis), ValidUntil)
        {
            RenewalAppliedAt = RenewalAppliedAt,
        };
    }

    private sealed record FieldRow(Guid InterpreterId, string Field);

    private sealed record ConflictRow(Guid InterpreterId, Guid CustomerId);

    private sealed record WindowRow(Guid InterpreterId, short Weekday, short FromMinute, short ToMinute)
    {
        public AvailabilityWindow ToDomain() => new((DayOfWeek)(Weekday % 7), FromMinute, ToMinute);
    }

    private sealed record SpanRow
    {
        public Guid InterpreterId { get; init; }

        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset UntilAt { get; init; }
    }

    private sealed record MinutesRow(Guid InterpreterId, long Minutes);

    private sealed record Facts(
        ILookup<Guid, SpokenLanguage> Languages,
        ILookup<Guid, Oath> Oaths,
        ILookup<Guid, Field> Fields,
        ILookup<Guid, CustomerId> Blocked,
        ILookup<Guid, AvailabilityWindow> Windows,
        ILookup<Guid, Absence> Absences,
        ILookup<Guid, ReservedTime> Reserved,
        Dictionary<Guid, int> Minutes)
    {
        public static async Task<Facts> ReadAsync(SqlMapper.GridReader results) => new(
            (await results.ReadAsync<LanguageRow>()).ToLookup(row => row.InterpreterId, row => row.ToDomain()),
            (await results.ReadAsync<OathRow>()).ToLookup(row => row.InterpreterId, row => row.ToDomain()),
            (await results.ReadAsync<FieldRow>()).ToLookup(row => row.InterpreterId, row => SnakeCase.Parse<Field>(row.Field)),
            (await results.ReadAsync<ConflictRow>()).ToLookup(row => row.InterpreterId, row => new CustomerId(row.CustomerId)),
            (await results.ReadAsync<WindowRow>()).ToLookup(row => row.InterpreterId, row => row.ToDomain()),
            (await results.ReadAsync<SpanRow>()).ToLookup(row => row.InterpreterId, row => new Absence(row.FromAt, row.UntilAt)),
            (await results.ReadAsync<SpanRow>()).ToLookup(row => row.InterpreterId, row => new ReservedTime(row.FromAt, row.UntilAt)),
            (await results.ReadAsync<MinutesRow>()).ToDictionary(row => row.InterpreterId, row => (int)row.Minutes));

        public Interpreter Complete(PersonRow person) => new()
        {
            Id = new InterpreterId(person.Id),
            Number = person.Number,
            DisplayName = person.DisplayName,
            Gender = SnakeCase.Parse<Gender>(person.Gender),
            Section203Until = person.Section203Until,
            Languages = [.. Languages[person.Id]],
            Oaths = [.. Oaths[person.Id]],
            Fields = Fields[person.Id].ToHashSet(),
            BlockedCustomers = Blocked[person.Id].ToHashSet(),
            Availability = Windows.Contains(person.Id) || Absences.Contains(person.Id)
                ? new Availability([.. Windows[person.Id]]) { Absences = [.. Absences[person.Id]] }
                : null,
            Reserved = [.. Reserved[person.Id]],
            Reach = SnakeCase.Parse<EmergencyReach>(person.Reach),
            OfferedMinutesThisWeek = Minutes.GetValueOrDefault(person.Id),
        };
    }
}
