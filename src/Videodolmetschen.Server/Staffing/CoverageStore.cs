using Dapper;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Staffing;

/// <param name="Since">A Berlin midnight.</param>
/// <param name="Before">The Berlin midnight of today: what has not ended says nothing yet.</param>
/// <param name="Language">Null for all.</param>
internal sealed record CoverageQuery(DateTimeOffset Since, DateTimeOffset Before, string? Language);

/// <summary>Presences of those who speak the language.</summary>
internal sealed record DutyCount(int Available, int InSession, int WrapUp, int Paused);

/// <param name="FirstAt">When anybody asked for the first time, in whatever language; null for never.</param>
/// <param name="Speakers">All interpreters at work who speak the language.</param>
/// <param name="Undeclared">Those of them who have declared no week.</param>
internal sealed record CoverageSource(DateTimeOffset? FirstAt, int Speakers, int Undeclared, DutyCount OnDuty)
{
    public IReadOnlyList<HourDemand> Demand { get; init; } = [];

    /// <summary>Declared interpreters per hour: who is there for half of it counts half.</summary>
    public IReadOnlyDictionary<WeekHour, double> Declared { get; init; } = new Dictionary<WeekHour, double>();

    /// <summary>Accepted standby in the week from now on, one entry for each interpreter.</summary>
    public IReadOnlyList<AppointmentSlot> Standby { get; init; } = [];
}

/// <summary>What was asked for, who has declared to be there, and who is: over all customers, in one round trip.</summary>
internal sealed class CoverageStore(TenantScope scope)
{
    /// <summary>A year of a large service takes longer than a call that somebody waits for.</summary>
    private const int Patience = 20;

    public async Task<CoverageSource> ReadAsync(CoverageQuery query, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(new CommandDefinition(
            """
            SELECT date_bin('1 hour', requested_at, 'epoch') AS at, count(*)::integer AS cases, count(unserved_because)::integer AS unserved
            FROM requests
            WHERE requested_at >= @Since
              AND requested_at < @Before
              AND relief_for IS NULL
              AND appointment_id IS NULL
              AND (@Language::text IS NULL OR language = @Language)
            GROUP BY 1;

            SELECT date_bin('1 hour', created_at, 'epoch') AS at, count(*)::integer AS sessions,
              extract(epoch FROM sum(ended_at - created_at))::double precision AS bound_seconds
            FROM sessions
            WHERE created_at >= @Since
              AND created_at < @Before
              AND ended_at IS NOT NULL
              AND NOT ended_unstarted
              AND request_id NOT IN (SELECT id FROM requests WHERE appointment_id IS NOT NULL)
              AND (@Language::text IS NULL OR language = @Language)
            GROUP BY 1;

            SELECT windows.weekday::integer AS weekday, hour,
              sum(least(windows.to_minute, (hour + 1) * 60) - greatest(windows.from_minute, hour * 60))::double precision / 60 AS there
            FROM availability_windows AS windows
            JOIN interpreters ON interpreters.id = windows.interpreter_id AND interpreters.left_at IS NULL
            CROSS JOIN generate_series(windows.from_minute / 60, (windows.to_minute - 1) / 60) AS hour
            WHERE @Language::text IS NULL
              OR windows.interpreter_id IN (SELECT interpreter_id FROM interpreter_languages WHERE language = @Language)
            GROUP BY 1, 2;

            SELECT shifts.starts_at, shifts.ends_at
            FROM standby_takes AS takes
            JOIN standby_shifts AS shifts ON shifts.id = takes.shift_id
            WHERE takes.state = 'accepted'
              AND shifts.ends_at > @now
              AND shifts.starts_at < @now + interval '7 days'
              AND (shifts.language IS NULL OR @Language::text IS NULL OR shifts.language = @Language);

            SELECT (SELECT min(first.at)
                FROM customers
                CROSS JOIN LATERAL (SELECT min(requested_at) AS at FROM requests WHERE customer_id = customers.id) AS first) AS first_at,
              count(*)::integer AS speakers,
              count(*) FILTER (WHERE NOT EXISTS (
                SELECT FROM availability_windows
                WHERE availability_windows.interpreter_id = interpreters.id))::integer AS undeclared,
              count(*) FILTER (WHERE presences.state = 'available')::integer AS available,
              count(*) FILTER (WHERE presences.state = 'in_session')::integer AS in_session,
              count(*) FILTER (WHERE presences.state = 'wrap_up')::integer AS wrap_up,
              count(*) FILTER (WHERE presences.state = 'paused')::integer AS paused
            FROM interpreters
            LEFT JOIN presences ON presences.interpreter_id = interpreters.id
            WHERE interpreters.left_at IS NULL
              AND (@Language::text IS NULL OR interpreters.id IN (SELECT interpreter_id FROM interpreter_languages WHERE language = @Language))
            """,
            new { query.Since, query.Before, query.Language, now },
            staff.Transaction,
            Patience,
            cancellationToken: cancellationToken));
        var asked = (await results.ReadAsync<AskedRow>()).ToLookup(row => WeekHour.Of(row.At));
        var talked = (await results.ReadAsync<TalkedRow>()).ToLookup(row => WeekHour.Of(row.At));
        var declared = await results.ReadAsync<DeclaredRow>();
        var standby = await results.ReadAsync<StandbyRow>();
        return (await results.ReadSingleAsync<PoolRow>()).ToSource() with
        {
            Demand = [.. WeekHour.All.Select(hour => DemandOf(hour, asked[hour], talked[hour]))],
            Declared = declared.ToDictionary(row => HourOf(row.Weekday, row.Hour), row => row.There),
            Standby = [.. standby.Select(row => new AppointmentSlot(row.StartsAt, row.EndsAt))],
        };
    }

    private static WeekHour HourOf(int weekday, int hour) => new((DayOfWeek)(weekday % 7), hour);

    private static HourDemand DemandOf(WeekHour hour, IEnumerable<AskedRow> asked, IEnumerable<TalkedRow> talked) => new(
        hour,
        asked.Sum(row => row.Cases),
        asked.Sum(row => row.Unserved),
        talked.Sum(row => row.Sessions),
        TimeSpan.FromSeconds(talked.Sum(row => row.BoundSeconds)));

    /// <param name="At">The full hour: Berlin and UTC have the same ones.</param>
    private sealed record AskedRow(DateTimeOffset At, int Cases, int Unserved);

    private sealed record TalkedRow(DateTimeOffset At, int Sessions, double BoundSeconds);

    private sealed record DeclaredRow(int Weekday, int Hour, double There);

    private sealed record StandbyRow(DateTimeOffset StartsAt, DateTimeOffset EndsAt);

    private sealed record PoolRow(DateTimeOffset? FirstAt, int Speakers, int Undeclared, int Available, int InSession, int WrapUp, int Paused)
    {
        public CoverageSource ToSource() => new(FirstAt, Speakers, Undeclared, new DutyCount(Available, InSession, WrapUp, Paused));
    }
}
