using Dapper;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// The invariants of RELIABILITY.md 2 as questions to the tables. Knows nothing of the dispatcher: rows and log must be right by
/// themselves. Each question is one statement, so that it sees one moment.
/// </summary>
internal sealed class InvariantStore(TenantScope scope)
{
    /// <summary>So far back the log is read for the state before an event. Older ones are taken on trust.</summary>
    public const int LookBack = 10_000;

    private const string LastEvent =
        """
        SELECT coalesce(max(id), 0)
        FROM dispatch_events
        """;

    private const string TwoSessionsOfOneInterpreter =
        """
        SELECT interpreter_id AS subject
        FROM session_stints
        WHERE left_at IS NULL
        GROUP BY interpreter_id
        HAVING count(*) > 1
        UNION
        SELECT sessions.id
        FROM sessions
        LEFT JOIN session_stints AS stints ON stints.session_id = sessions.id AND stints.state = 'interpreting'
        WHERE sessions.ended_at IS NULL
        GROUP BY sessions.id, sessions.interpreter_id
        HAVING count(stints.id) <> 1
          OR bool_or(stints.interpreter_id <> sessions.interpreter_id)
        """;

    private const string RungTwiceOrDuringASession =
        """
        SELECT interpreter_id AS subject
        FROM offers
        WHERE state = 'open'
        GROUP BY interpreter_id
        HAVING count(DISTINCT request_id) > 1
        UNION
        SELECT offers.interpreter_id
        FROM offers
        JOIN session_stints AS stints ON stints.interpreter_id = offers.interpreter_id
        WHERE offers.state = 'open'
          AND stints.left_at IS NULL
        """;

    /// <summary>A session that never connected may be followed by another (migration 0002).</summary>
    private const string TwoSessionsOfOneRequest =
        """
        SELECT request_id AS subject
        FROM sessions
        WHERE ended_at IS NULL
        GROUP BY request_id
        HAVING count(*) > 1
        UNION
        SELECT request_id
        FROM sessions
        WHERE started_at IS NOT NULL
          AND request_id IN (
            SELECT unfinished.request_id
            FROM sessions AS unfinished
            WHERE unfinished.ended_at IS NULL
            UNION
            SELECT fresh.request_id
            FROM dispatch_events
            JOIN sessions AS fresh ON fresh.id = dispatch_events.subject_id
            WHERE dispatch_events.id > @AfterEvent
              AND dispatch_events.id <= @UpToEvent
              AND dispatch_events.kind = 'session')
        GROUP BY request_id
        HAVING count(*) > 1
        """;

    private const string BrokenChainOfStates =
        """
        WITH chain AS (
          SELECT id, kind, subject_id, before_state, after_state,
            lag(after_state) OVER (PARTITION BY kind, subject_id ORDER BY id) AS left_in
          FROM dispatch_events
          WHERE id > @AfterEvent - @LookBack
            AND id <= @UpToEvent)
        SELECT DISTINCT subject_id AS subject
        FROM chain
        WHERE id > @AfterEvent
          AND (before_state <> left_in
            OR (before_state IS NULL AND left_in IS NOT NULL)
            OR NOT EXISTS (
              SELECT FROM unnest(@Kinds, @Befores, @Afters) AS legal (kind, before_state, after_state)
              WHERE legal.kind = chain.kind
                AND legal.before_state IS NOT DISTINCT FROM chain.before_state
                AND legal.after_state = chain.after_state))
        """;

    /// <summary>Judges plain requests only: what requirements and wishes mean is the dispatcher's to say.</summary>
    private const string WaitsBesideSomebodyFree =
        """
        SELECT requests.id AS subject
        FROM requests
        WHERE requests.state = 'waiting'
          AND requests.appointment_id IS NULL
          AND requests.requirements = '[]'
          AND requests.wishes = '[]'
          AND greatest(requests.requested_at, @TookOverAt) < @Now - @Patience
          AND requests.requested_at + @UnservedAfter > @Now
          AND NOT EXISTS (
            SELECT FROM dispatch_events
            WHERE dispatch_events.subject_id = requests.id
              AND dispatch_events.at > @Now - @Patience)
          AND EXISTS (
            SELECT FROM presences
            JOIN interpreters ON interpreters.id = presences.interpreter_id
            JOIN interpreter_languages AS spoken ON spoken.interpreter_id = interpreters.id
            WHERE presences.state = 'available'
              AND presences.since < @Now - @Patience
              AND interpreters.id = ANY (@Connected)
              AND interpreters.left_at IS NULL
              AND interpreters.id <> ALL (requests.excluded)
              AND (NOT EXISTS (
                  SELECT FROM availability_windows
                  WHERE availability_windows.interpreter_id = interpreters.id)
                OR 2 = (
                  SELECT count(DISTINCT moment.at)
                  FROM (VALUES (@Now::timestamptz), (@Now - @Patience)) AS moment (at)
                  JOIN availability_windows ON availability_windows.interpreter_id = interpreters.id
                  CROSS JOIN LATERAL (SELECT moment.at AT TIME ZONE 'Europe/Berlin') AS wall (clock)
                  WHERE availability_windows.weekday = extract(isodow FROM wall.clock)
                    AND extract(hour FROM wall.clock) * 60 + extract(minute FROM wall.clock) >= availability_windows.from_minute
                    AND extract(hour FROM wall.clock) * 60 + extract(minute FROM wall.clock) < availability_windows.to_minute))
              AND NOT EXISTS (
                SELECT FROM absences
                WHERE absences.interpreter_id = interpreters.id
                  AND absences.from_at <= @Now
                  AND absences.until_at > @Now - @Patience)
              AND spoken.language = requests.language
              AND spoken.to_german
              AND spoken.from_german
              AND (NOT requests.needs_section_203 OR interpreters.section_203_until >= (@Now AT TIME ZONE 'Europe/Berlin')::date)
              AND (NOT EXISTS (
                  SELECT FROM allowed_interpreters
                  WHERE allowed_interpreters.customer_id = requests.customer_id)
                OR EXISTS (
                  SELECT FROM allowed_interpreters
                  WHERE allowed_interpreters.customer_id = requests.customer_id
                    AND allowed_interpreters.interpreter_id = interpreters.id))
              AND NOT EXISTS (
                SELECT FROM conflicts
                WHERE conflicts.interpreter_id = interpreters.id
                  AND conflicts.customer_id = requests.customer_id)
              AND NOT EXISTS (
                SELECT FROM appointments
                WHERE appointments.interpreter_id = interpreters.id
                  AND appointments.state = 'assigned'
                  AND appointments.starts_at - @Gap < @Now
                  AND appointments.ends_at > @Now - @Patience)
              AND NOT EXISTS (
                SELECT FROM session_stints AS stints
                WHERE stints.interpreter_id = interpreters.id
                  AND stints.left_at IS NULL)
              AND NOT EXISTS (
                SELECT FROM offers
                WHERE offers.interpreter_id = interpreters.id
                  AND offers.state = 'open')
              AND NOT EXISTS (
                SELECT FROM offers
                WHERE offers.interpreter_id = interpreters.id
                  AND offers.request_id = requests.id
                  AND (offers.state IN ('declined', 'accepted')
                    OR (offers.state = 'expired' AND requests.requested_at + @EverybodyAfter > @Now - @Patience))))
        """;

    /// <summary>A request whose session never connected gets some time more.</summary>
    private const string WaitsForEver =
        """
        SELECT requests.id AS subject
        FROM requests
        LEFT JOIN LATERAL (
          SELECT max(answered_at) AS at
          FROM offers
          WHERE offers.request_id = requests.id
            AND offers.state = 'accepted') AS taken ON true
        WHERE requests.ended_at IS NULL
          AND requests.state IN ('waiting', 'offered')
          AND greatest(coalesce(requests.promised_until, requests.requested_at + @UnservedAfter), coalesce(requests.help_answered_at, requests.help_asked_at) + @HelpWithin, @TookOverAt + @RequesterGrace + @ConnectWithin, taken.at + 2 * @ConnectWithin)
            + 2 * @Overdue < @Now
        """;

    private const string Stuck =
        """
        SELECT offers.id AS subject
        FROM offers
        WHERE offers.state = 'open'
          AND greatest(offers.expires_at, @TookOverAt + @RingAfterRestart) + @Overdue < @Now
        UNION
        SELECT sessions.id
        FROM sessions
        CROSS JOIN LATERAL (
          SELECT max(dispatch_events.at) AS at
          FROM dispatch_events
          WHERE dispatch_events.subject_id = sessions.id) AS moved
        WHERE sessions.ended_at IS NULL
          AND greatest(sessions.created_at, sessions.last_media_at, moved.at, @TookOverAt) + @Overdue
            + CASE sessions.state WHEN 'connecting' THEN @ConnectWithin WHEN 'active' THEN @MediaSilence ELSE @InterruptionGrace END < @Now
        UNION
        SELECT guests.id
        FROM guests
        JOIN sessions ON sessions.id = guests.session_id
        WHERE guests.ended_at IS NULL
          AND (sessions.ended_at IS NOT NULL
            OR (guests.state = 'invited' AND greatest(guests.link_until, @TookOverAt) + @Overdue < @Now))
        UNION
        SELECT callbacks.id
        FROM callbacks
        WHERE callbacks.ended_at IS NULL
          AND greatest(callbacks.expires_at, @TookOverAt) + @Overdue < @Now
        UNION
        SELECT presences.interpreter_id
        FROM presences
        WHERE presences.state = 'wrap_up'
          AND greatest(presences.wrap_up_until, @TookOverAt) + @Overdue < @Now
        UNION
        SELECT presences.interpreter_id
        FROM presences
        WHERE presences.state = 'in_session'
          AND NOT EXISTS (
            SELECT FROM session_stints AS stints
            WHERE stints.interpreter_id = presences.interpreter_id
              AND stints.left_at IS NULL)
        UNION
        SELECT requests.id
        FROM requests
        WHERE requests.ended_at IS NULL
          AND requests.state = 'assigned'
          AND NOT EXISTS (
            SELECT FROM sessions
            WHERE sessions.request_id = requests.id
              AND sessions.ended_at IS NULL)
          AND NOT EXISTS (
            SELECT FROM session_stints AS stints
            WHERE stints.relief_id = requests.id
              AND stints.state = 'joining')
        UNION
        SELECT stints.id
        FROM session_stints AS stints
        JOIN sessions ON sessions.id = stints.session_id
        WHERE stints.left_at IS NULL
          AND (sessions.ended_at IS NOT NULL
            OR (stints.state = 'joining'
              AND greatest(stints.hands_over_at, stints.joined_at + @ConnectWithin, @TookOverAt + @ConnectWithin)
                + @HandoverOverlap + 3 * @ConnectWithin + @Overdue < @Now))
        UNION
        SELECT requests.id
        FROM requests
        WHERE requests.ended_at IS NULL
          AND requests.state = 'offered'
          AND NOT EXISTS (
            SELECT FROM offers
            WHERE offers.request_id = requests.id
              AND offers.state = 'open')
        """;

    /// <summary>Whoever is offline has been without a connection for longer than the grace, or wanted to go.</summary>
    private const string RungWhileAway =
        """
        SELECT offers.interpreter_id AS subject
        FROM offers
        JOIN presences ON presences.interpreter_id = offers.interpreter_id
        WHERE offers.state = 'open'
          AND presences.state = 'offline'
        """;

    /// <summary>Sessions and reliefs that began since the last look: later an oath may run out and a language be taken away.</summary>
    private const string WithoutLanguageOrSecrecy =
        """
        SELECT DISTINCT stints.session_id AS subject
        FROM dispatch_events AS began
        JOIN session_stints AS stints ON stints.session_id = began.subject_id OR stints.id = began.subject_id
        JOIN sessions ON sessions.id = stints.session_id
        JOIN requests ON requests.id = sessions.request_id
        JOIN interpreters ON interpreters.id = stints.interpreter_id
        WHERE began.id > @AfterEvent
          AND began.id <= @UpToEvent
          AND began.kind IN ('session', 'stint')
          AND began.before_state IS NULL
          AND (
            NOT EXISTS (
              SELECT FROM interpreter_languages AS spoken
              WHERE spoken.interpreter_id = stints.interpreter_id
                AND spoken.language = sessions.language
                AND spoken.to_german
                AND spoken.from_german)
            OR (requests.needs_section_203
              AND (interpreters.section_203_until >= (stints.joined_at AT TIME ZONE 'Europe/Berlin')::date) IS NOT TRUE))
        """;

    private const string TimeThatCannotBe =
        """
        WITH judged AS (
          SELECT id, created_at, started_at, ended_at, counted_seconds, billable_seconds, complaint
          FROM sessions
          WHERE ended_at IS NULL
          UNION ALL
          SELECT id, created_at, started_at, ended_at, counted_seconds, billable_seconds, complaint
          FROM sessions
          WHERE id IN (
            SELECT subject_id
            FROM dispatch_events
            WHERE id > @AfterEvent
              AND id <= @UpToEvent
              AND kind = 'session'
              AND after_state = 'ended'))
        SELECT DISTINCT id AS subject
        FROM judged
        WHERE counted_seconds < 0
          OR billable_seconds < 0
          OR ended_at < started_at
          OR (started_at IS NULL AND greatest(counted_seconds, billable_seconds) > 0)
          OR greatest(counted_seconds, billable_seconds) > 1 + extract(epoch FROM coalesce(ended_at, @Now) - coalesce(started_at, created_at))
          OR (ended_at IS NOT NULL
            AND complaint IS NULL
            AND billable_seconds <> (
              SELECT coalesce(sum(stints.billable_seconds), 0)
              FROM session_stints AS stints
              WHERE stints.session_id = judged.id))
        """;

    private static readonly string Questions = Ask(
        ("I1", TwoSessionsOfOneInterpreter),
        ("I2", RungTwiceOrDuringASession),
        ("I3", TwoSessionsOfOneRequest),
        ("I5", BrokenChainOfStates),
        ("I11", WaitsBesideSomebodyFree),
        ("I12", WaitsForEver),
        ("I13", Stuck),
        ("I15", RungWhileAway),
        ("I16", TimeThatCannotBe),
        ("I18", WithoutLanguageOrSecrecy));

    public async Task<long> ReadLastEventAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.ExecuteScalarAsync<long>(new CommandDefinition(LastEvent, transaction: staff.Transaction, cancellationToken: cancellationToken));
    }

    /// <summary>One row for each invariant that does not hold.</summary>
    public async Task<IReadOnlyList<Violation>> ReadAsync(CheckMoment moment, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        List<Violation> found = [];
        await using var answers = await staff.Connection.QueryMultipleAsync(
            new CommandDefinition(Questions, moment, staff.Transaction, cancellationToken: cancellationToken));
        while (!answers.IsConsumed)
        {
            found.AddRange(await answers.ReadAsync<Violation>());
        }

        return found;
    }

    private static string Ask(params (string Invariant, string Question)[] questions) => string.Concat(questions.Select(one =>
        $"""
        SELECT '{one.Invariant}' AS invariant, count(*) AS count, (array_agg(subject ORDER BY subject))[1:5] AS subjects
        FROM (
        {one.Question}) AS found
        HAVING count(*) > 0;

        """));
}
