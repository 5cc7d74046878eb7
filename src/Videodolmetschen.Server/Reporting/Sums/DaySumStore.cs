using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Reporting.Sums;

/// <summary>The tables of sums, day by day.</summary>
internal static class DaySumStore
{
    /// <summary>For how many days sums of single interpreters are kept: two years can be compared.</summary>
    public const int InterpreterDays = 800;

    /// <summary>
    /// In order, today last: days without sums, days that are not closed, and days of which something was priced, or changed by a dispute, since the newest day was summed.
    /// Whatever was being written at that moment is looked for again (ten minutes).
    /// </summary>
    public static async Task<IReadOnlyList<DateOnly>> ReadDueAsync(NpgsqlTransaction transaction, DateOnly today, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<DateOnly>(new CommandDefinition(
            """
            WITH mark AS (
              SELECT summed_at - interval '10 minutes' AS at
              FROM report_days
              ORDER BY day DESC
              LIMIT 1),
            first AS (
              SELECT least(
                (SELECT min(one.at) FROM customers CROSS JOIN LATERAL (SELECT (min(requested_at) AT TIME ZONE 'Europe/Berlin')::date AS at FROM requests WHERE customer_id = customers.id) AS one),
                (SELECT min(day) FROM rated_services),
                @today) AS day)
            SELECT due.day::date
            FROM first
            CROSS JOIN generate_series(first.day::timestamp, @today::timestamp, '1 day') AS due(day)
            LEFT JOIN report_days AS done ON done.day = due.day
            WHERE done.closed IS NOT TRUE
              OR due.day IN (SELECT day FROM rated_services WHERE rated_at >= (SELECT at FROM mark))
              OR due.day IN (SELECT v.day FROM service_adjustments a JOIN rated_services v ON v.id = a.service_id WHERE a.adjusted_at >= (SELECT at FROM mark))
            ORDER BY 1
            """,
            new { today },
            transaction,
            commandTimeout: 60,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>Twice is once: the day is summed anew. Whoever sums the same day meanwhile waits at its row.</summary>
    /// <returns>Whether it is closed: nothing of it can change any more, but by a late price.</returns>
    public static Task<bool> SumAsync(NpgsqlTransaction transaction, DayRange day, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleAsync<bool>(new CommandDefinition(
            $"""
            INSERT INTO report_days (day, summed_at, closed)
            VALUES (@FirstDay, @now, false)
            ON CONFLICT (day) DO UPDATE SET summed_at = @now, closed = false;

            DELETE FROM report_usage WHERE day = @FirstDay;
            INSERT INTO report_usage (day, hour, customer_id, unit_id, language, modality, sessions, booked, seconds, net, programme_net)
            SELECT day, hour, customer_id, unit_id, language, modality, sum(sessions), sum(booked), sum(seconds), sum(net), sum(programme_net)
            FROM ({RawRowsStore.Usage}) AS raw
            GROUP BY 1, 2, 3, 4, 5, 6;

            DELETE FROM report_waits WHERE day = @FirstDay;
            INSERT INTO report_waits (day, hour, customer_id, unit_id, language, modality, outcome, cause, seconds, requests)
            SELECT day, hour, customer_id, unit_id, language, modality, outcome, cause, seconds, sum(requests)
            FROM ({RawRowsStore.Waits}) AS raw
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9;

            DELETE FROM report_interpreters WHERE day = @FirstDay;
            INSERT INTO report_interpreters (day, interpreter_id, offers, accepted, declined, missed, stints, seconds, earned)
            SELECT day, interpreter_id, sum(offers), sum(accepted), sum(declined), sum(missed), sum(stints), sum(seconds), sum(earned)
            FROM ({RawRowsStore.Interpreters}) AS raw
            WHERE @FirstDay > @forgotten
            GROUP BY 1, 2;

            UPDATE report_days
            SET closed = @now >= @Before + interval '1 hour'
              AND NOT EXISTS (SELECT FROM requests WHERE requested_at >= @Since AND requested_at < @Before AND ended_at IS NULL)
              AND NOT EXISTS (SELECT FROM sessions WHERE created_at >= @Since - interval '1 day' AND created_at < @Before AND ended_at IS NULL)
              AND NOT EXISTS (SELECT FROM session_stints WHERE joined_at >= @Since - interval '1 day' AND joined_at < @Before AND left_at IS NULL)
            WHERE day = @FirstDay
            RETURNING closed;
            """,
            new { day.FirstDay, day.LastDay, day.Since, day.Before, now, forgotten = Forgotten(now) },
            transaction,
            commandTimeout: 60,
            cancellationToken: cancellationToken));

    public static Task<int> ForgetInterpretersAsync(NpgsqlTransaction transaction, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM report_interpreters WHERE day <= @forgotten", new { forgotten = Forgotten(now) }, transaction, cancellationToken: cancellationToken));

    /// <summary>A first sum of years takes longer than a call that somebody waits for.</summary>
    public static Task PatientlyAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('statement_timeout', '60s', true), set_config('jit', 'off', true)", transaction: transaction, cancellationToken: cancellationToken));

    /// <summary>The last day whose sums of interpreters are gone.</summary>
    private static DateOnly Forgotten(DateTimeOffset now) => Domain.Calendar.BerlinTime.DayOf(now).AddDays(-InterpreterDays);
}
