namespace Videodolmetschen.Server.Reporting.Sums;

/// <summary>
/// What reports count, row by row, with the columns of the sums: between the instants <c>@Since</c> and <c>@Before</c>, which are the Berlin days
/// <c>@FirstDay</c> to <c>@LastDay</c>. The job adds them up; days that are not closed are read like this.
/// </summary>
internal static class RawRowsStore
{
    private const string Wall = "AT TIME ZONE 'Europe/Berlin'";

    /// <summary>Conversations by their beginning, and prices by the beginning of the service, what disputes changed of them too; all fall into the same hour.</summary>
    public const string Usage =
        $"""
        SELECT (s.started_at {Wall})::date AS day, extract(hour FROM s.started_at {Wall})::smallint AS hour, s.customer_id, r.unit_id, s.language, s.modality,
          1 AS sessions, (r.appointment_id IS NOT NULL)::integer AS booked, floor(s.counted_seconds)::bigint AS seconds, 0.00 AS net, 0.00 AS programme_net
        FROM sessions s
        JOIN requests r ON r.id = s.request_id
        WHERE s.created_at >= @Since - interval '1 day'
          AND s.created_at < @Before
          AND s.started_at >= @Since
          AND s.started_at < @Before
          AND s.ended_at IS NOT NULL
        UNION ALL
        SELECT v.day, extract(hour FROM v.served_from {Wall})::smallint, v.customer_id, v.unit_id, coalesce(v.language, 'und'), coalesce(v.modality, 'video'),
          0, 0, 0, v.net, v.programme_net
        FROM rated_services v
        WHERE v.day BETWEEN @FirstDay AND @LastDay
          AND v.side = 'customer'
        UNION ALL
        SELECT v.day, extract(hour FROM v.served_from {Wall})::smallint, v.customer_id, v.unit_id, coalesce(v.language, 'und'), coalesce(v.modality, 'video'),
          0, 0, 0, a.net, a.programme_net
        FROM service_adjustments a
        JOIN rated_services v ON v.id = a.service_id
        WHERE v.day BETWEEN @FirstDay AND @LastDay
          AND v.side = 'customer'
        """;

    /// <summary>
    /// Requests at once by their press. Not a search for a relief, which is nobody's own request, and not the call of an appointment, which does not wait.
    /// Parts of a second count as a whole one (WaitCount).
    /// </summary>
    public const string Waits =
        $"""
        SELECT (r.requested_at {Wall})::date AS day, extract(hour FROM r.requested_at {Wall})::smallint AS hour, r.customer_id, r.unit_id, r.language, r.modality,
          CASE
            WHEN s.started_at IS NOT NULL THEN 'answered'
            WHEN r.unserved_because IS NOT NULL THEN 'unserved'
            WHEN r.cancelled_by = 'coordinator' THEN 'withdrawn'
            ELSE 'abandoned'
          END AS outcome,
          CASE WHEN s.started_at IS NULL THEN r.unserved_because END AS cause,
          greatest(0, least(3600, ceil(extract(epoch FROM coalesce(s.started_at, r.ended_at) - r.requested_at))))::smallint AS seconds,
          1 AS requests
        FROM requests r
        LEFT JOIN sessions s ON s.request_id = r.id AND NOT s.ended_unstarted AND s.started_at IS NOT NULL
        WHERE r.requested_at >= @Since
          AND r.requested_at < @Before
          AND r.ended_at IS NOT NULL
          AND r.relief_for IS NULL
          AND r.appointment_id IS NULL
        """;

    /// <summary>Offers by their time, stints by their beginning, earnings by the day of the service.</summary>
    public const string Interpreters =
        $"""
        SELECT (o.offered_at {Wall})::date AS day, o.interpreter_id, 1 AS offers, (o.state = 'accepted')::integer AS accepted, (o.state = 'declined')::integer AS declined,
          (o.state = 'expired')::integer AS missed, 0 AS stints, 0::bigint AS seconds, 0.00 AS earned
        FROM offers o
        WHERE o.offered_at >= @Since
          AND o.offered_at < @Before
          AND o.state <> 'open'
        UNION ALL
        SELECT (p.took_over_at {Wall})::date, p.interpreter_id, 0, 0, 0, 0, 1, p.billable_seconds, 0.00
        FROM session_stints p
        JOIN sessions s ON s.id = p.session_id
        WHERE p.joined_at >= @Since - interval '1 day'
          AND p.joined_at < @Before
          AND p.took_over_at >= @Since
          AND p.took_over_at < @Before
          AND p.left_at IS NOT NULL
          AND s.started_at IS NOT NULL
        UNION ALL
        SELECT v.day, v.interpreter_id, 0, 0, 0, 0, 0, 0, v.net
        FROM rated_services v
        WHERE v.day BETWEEN @FirstDay AND @LastDay
          AND v.side = 'interpreter'
        UNION ALL
        SELECT v.day, v.interpreter_id, 0, 0, 0, 0, 0, 0, a.net
        FROM service_adjustments a
        JOIN rated_services v ON v.id = a.service_id
        WHERE v.day BETWEEN @FirstDay AND @LastDay
          AND v.side = 'interpreter'
        """;
}
