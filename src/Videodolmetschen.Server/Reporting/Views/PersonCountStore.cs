using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>How many different persons stand behind each row. They stand in no sum: counted from the rows of the one customer who asks.</summary>
internal static class PersonCountStore
{
    private const string Sessions =
        """
        SELECT (s.started_at AT TIME ZONE 'Europe/Berlin')::date AS day, extract(hour FROM s.started_at AT TIME ZONE 'Europe/Berlin')::smallint AS hour, s.customer_id, r.unit_id,
          s.language, s.modality, s.requester_id, NULL::text AS cause
        FROM sessions s
        JOIN requests r ON r.id = s.request_id
        WHERE s.customer_id = @Customer
          AND s.created_at >= @Since - interval '1 day'
          AND s.created_at < @Before
          AND s.started_at >= @Since
          AND s.started_at < @Before
          AND s.ended_at IS NOT NULL
        """;

    private const string Requests =
        """
        SELECT (r.requested_at AT TIME ZONE 'Europe/Berlin')::date AS day, extract(hour FROM r.requested_at AT TIME ZONE 'Europe/Berlin')::smallint AS hour, r.customer_id, r.unit_id,
          r.language, r.modality, r.requester_id, r.unserved_because AS cause
        FROM requests r
        WHERE r.customer_id = @Customer
          AND r.requested_at >= @Since
          AND r.requested_at < @Before
          AND r.ended_at IS NOT NULL
          AND r.relief_for IS NULL
          AND r.appointment_id IS NULL
        """;

    /// <param name="ofSessions">Conversations, or requests at once.</param>
    /// <returns>By key; all of them together under the empty key.</returns>
    public static async Task<Dictionary<string, int>> ReadAsync(NpgsqlTransaction transaction, ReportOrder order, bool ofSessions, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<(string Key, int Persons)>(new CommandDefinition(
            $"""
            WITH asked AS MATERIALIZED (
              SELECT DISTINCT ({ReportStore.Key(order.By)})::text AS key, requester_id
              FROM ({(ofSessions ? Sessions : Requests)}) AS raw
              WHERE (@Unit::uuid IS NULL OR unit_id = @Unit)
                AND (@Language::text IS NULL OR language = @Language)
                AND (@Modality::text IS NULL OR modality = @Modality)
                AND (@Hour::integer IS NULL OR hour = @Hour)
                AND {(order.By == ReportBy.Cause ? "cause IS NOT NULL" : "true")})
            SELECT key, count(*)::integer
            FROM asked
            GROUP BY key
            UNION ALL
            SELECT '', count(DISTINCT requester_id)::integer
            FROM asked
            """,
            new { order.Customer, order.Period.Since, order.Period.Before, order.Unit, order.Language, order.Modality, order.Hour },
            transaction,
            ReportStore.Patience,
            cancellationToken: cancellationToken))).ToDictionary(row => row.Key, row => row.Persons, StringComparer.Ordinal);
}
