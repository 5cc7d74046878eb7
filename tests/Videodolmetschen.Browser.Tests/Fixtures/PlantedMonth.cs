namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>
/// A month as the dispatcher and the days of appointments would have left it, not rated yet: the second Wednesday of the last month, and the
/// Sunday before it. One office, two interpreters.
/// </summary>
internal static class PlantedMonth
{
    public const string Office = "sozialamt@demo.example";
    public const string Interpreter = "interpreter.rumaenisch@demo.example";
    public const string Relief = "interpreter.albanisch@demo.example";

    /// <summary>
    /// Conversations of 47 minutes, of 8 seconds, with a complaint, with a handover after ten of thirty minutes, and of half an hour on the Sunday; appointments of
    /// 45 minutes that were held, missed by the office, and called off for half the price; two hours of standby.
    /// </summary>
    public const string Sql =
        $"""
        CREATE TEMPORARY TABLE who AS
        SELECT u.id AS person, u.customer_id AS customer, u.unit_id AS unit, a.interpreter_id AS interpreter, b.interpreter_id AS relief,
          (first + (10 - extract(isodow FROM first)::integer) % 7 * interval '1 day' + interval '1 week') AS wednesday
        FROM users u, users a, users b, (SELECT date_trunc('month', now() AT TIME ZONE 'Europe/Berlin') - interval '1 month' AS first) AS month
        WHERE u.email = '{Office}' AND a.email = '{Interpreter}' AND b.email = '{Relief}';

        CREATE TEMPORARY TABLE talks AS
        SELECT gen_random_uuid() AS id, gen_random_uuid() AS search, name, ((wednesday + days * interval '1 day' + hour * interval '1 hour') AT TIME ZONE 'Europe/Berlin') AS at, seconds, billable, relief_after, who.*
        FROM who, (VALUES
          ('long', 0, 8, 2820, 2820, NULL), ('short', 0, 9, 8, 0, NULL), ('complaint', 0, 10, 60, 0, NULL), ('handover', 0, 11, 1800, 1800, 600), ('sunday', -3, 10, 1800, 1800, NULL)
        ) AS talk(name, days, hour, seconds, billable, relief_after);
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state, ended_at)
        SELECT id, id, customer, unit, person, 'ron', 'social', 'video', 'normal', false, '[]', '[]', false, at, 'fulfilled', at FROM talks;
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, state, end_reason, complaint, created_at, started_at, ended_at, counted_seconds, billable_seconds)
        SELECT id, id, interpreter, person, customer, 'ron', 'video', 'ended', CASE name WHEN 'complaint' THEN 'quality_complaint' ELSE 'hang_up_requester' END, CASE name WHEN 'complaint' THEN 'understanding' END, at, at, at + seconds * interval '1 second', seconds, billable
        FROM talks;
        INSERT INTO requests (id, key, relief_for, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state, ended_at)
        SELECT search, search, id, customer, unit, person, 'ron', 'social', 'video', 'normal', false, '[]', '[]', false, at, 'fulfilled', at FROM talks WHERE relief_after IS NOT NULL;
        INSERT INTO session_stints (id, session_id, interpreter_id, customer_id, relief_id, number, state, joined_at, took_over_at, left_at, seconds_before, billable_seconds)
        SELECT gen_random_uuid(), id, interpreter, customer, NULL::uuid, 1, 'left', at, at, at + coalesce(relief_after, seconds) * interval '1 second', 0, CASE name WHEN 'short' THEN 0 ELSE coalesce(relief_after, seconds) END
        FROM talks
        UNION ALL
        SELECT gen_random_uuid(), id, relief, customer, search, 2, 'left', at, at + relief_after * interval '1 second', at + seconds * interval '1 second', relief_after, seconds - relief_after
        FROM talks
        WHERE relief_after IS NOT NULL;

        CREATE TEMPORARY TABLE booked AS
        SELECT gen_random_uuid() AS id, state, ((wednesday + hour * interval '1 hour') AT TIME ZONE 'Europe/Berlin') AS at, who.*
        FROM who, (VALUES ('held', 13), ('missed', 14), ('cancelled', 15)) AS slot(state, hour);
        INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, starts_at, ends_at, booked_at, answer_by, asks_all,
          state, interpreter_id, cancelled_by, cancel_percent, missed_by, ended_at)
        SELECT id, id, customer, unit, person, 'ron', 'social', 'video', 'normal', false, '[]', '[]', at, at + interval '45 minutes', at - interval '10 days', at - interval '5 days', false,
          state, interpreter, CASE state WHEN 'cancelled' THEN 'requester' END, CASE state WHEN 'cancelled' THEN 50 END, CASE state WHEN 'missed' THEN 'customer' END, at - interval '3 hours'
        FROM booked;
        INSERT INTO appointment_facts (appointment_id, interpreter_id, outcome, starts_at, ends_at, talked_from, talked_until, counted_seconds, interpreter_late_seconds, customer_late_seconds,
          halved_delay_seconds, overrun_seconds, slot_is_billed, recorded_at)
        SELECT id, interpreter, CASE state WHEN 'held' THEN 'held' ELSE 'missed_by_customer' END, at, at + interval '45 minutes', CASE state WHEN 'held' THEN at END, CASE state WHEN 'held' THEN at + interval '45 minutes' END,
          CASE state WHEN 'held' THEN 2700 ELSE 0 END, 0, 0, 0, 0, true, at + interval '1 hour'
        FROM booked
        WHERE state <> 'cancelled';

        WITH shift AS (
          INSERT INTO standby_shifts (id, language, starts_at, ends_at, places, note, state, created_at, created_by)
          SELECT gen_random_uuid(), 'ron', (wednesday + interval '18 hours') AT TIME ZONE 'Europe/Berlin', (wednesday + interval '20 hours') AT TIME ZONE 'Europe/Berlin', 1, 'peak', 'filled', now() - interval '60 days', person
          FROM who
          RETURNING id, during)
        INSERT INTO standby_takes (shift_id, during, interpreter_id, state, offered_at, answered_at, served_minutes, paused_minutes)
        SELECT shift.id, shift.during, who.interpreter, 'served', lower(shift.during) - interval '5 days', lower(shift.during) - interval '4 days', 120, 0
        FROM shift, who
        """;
}
