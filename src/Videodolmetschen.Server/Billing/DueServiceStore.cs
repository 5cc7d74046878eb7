using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Work is a query: what has happened and stands in no row of <c>rated_services</c> yet, side by side and kind by kind.</summary>
internal static class DueServiceStore
{
    /// <summary>The appointment of a request <c>r</c>: one that began without anybody and became a conversation at once was ordered when it was booked.</summary>
    private const string Booked =
        """
        LEFT JOIN appointments begun ON begun.request_id = r.id
        LEFT JOIN appointments called ON called.id = r.appointment_id
        """;

    private const string Ordered = "coalesce(begun.booked_at, called.booked_at, r.requested_at) AS ordered_at, coalesce(begun.is_necessary, called.is_necessary) AS is_necessary";

    private const string ConversationsForCustomers =
        $"""
        SELECT 'customer' AS side, 'session' AS kind, s.id AS source_id, s.customer_id, r.unit_id, c.land, s.language, s.modality, r.requirements,
          {Ordered}, s.started_at AS from_at, greatest(s.ended_at, s.started_at) AS until_at, s.billable_seconds AS seconds
        FROM sessions s
        JOIN requests r ON r.id = s.request_id
        JOIN customers c ON c.id = s.customer_id
        {Booked}
        WHERE s.ended_at IS NOT NULL
          AND s.started_at IS NOT NULL
          AND r.appointment_id IS NULL
          AND NOT EXISTS (SELECT FROM rated_services d WHERE d.side = 'customer' AND d.kind = 'session' AND d.source_id = s.id)
        """;

    /// <summary>Each interpreter is paid for the own stint, whatever becomes of the customer's side. In an appointment the one who is bound to it is paid for the slot, a relief for the stint.</summary>
    private const string StintsForInterpreters =
        $"""
        SELECT 'interpreter' AS side, 'session' AS kind, p.id AS source_id, p.customer_id, r.unit_id, c.land, p.interpreter_id, s.language, s.modality, l.level,
          {Ordered}, greatest(p.took_over_at, s.started_at) AS from_at, greatest(p.left_at, p.took_over_at, s.started_at) AS until_at, p.billable_seconds AS seconds
        FROM session_stints p
        JOIN sessions s ON s.id = p.session_id
        JOIN requests r ON r.id = s.request_id
        JOIN customers c ON c.id = p.customer_id
        LEFT JOIN interpreter_languages l ON l.interpreter_id = p.interpreter_id AND l.language = s.language
        {Booked}
        WHERE p.left_at IS NOT NULL
          AND p.took_over_at IS NOT NULL
          AND s.started_at IS NOT NULL
          AND p.interpreter_id IS DISTINCT FROM r.promised_interpreter_id
          AND NOT EXISTS (SELECT FROM rated_services d WHERE d.side = 'interpreter' AND d.kind = 'session' AND d.source_id = p.id)
        """;

    private const string AppointmentColumns =
        """
        a.id AS source_id, a.customer_id, a.unit_id, c.land, a.language, a.modality, a.requirements, a.booked_at AS ordered_at, a.starts_at AS from_at, a.ends_at AS until_at, a.is_necessary
        """;

    private const string Appointments =
        $"""
        SELECT @side AS side, 'appointment' AS kind, {AppointmentColumns}, CASE @side WHEN 'interpreter' THEN f.interpreter_id END AS interpreter_id, l.level,
          f.outcome = 'missed_by_customer' AS is_missed, f.slot_is_billed OR (@side = 'interpreter' AND f.line_failed) AS slot_is_billed,
          @side = 'customer' AND coalesce((
            SELECT bool_and(t.end_reason = 'quality_complaint')
            FROM sessions t
            JOIN requests q ON q.id = t.request_id
            WHERE q.appointment_id = a.id
              AND t.started_at IS NOT NULL), false) AS is_complained_of,
          f.talked_from AS begun_at, f.talked_until AS ended_at, f.halved_delay_seconds
        FROM appointment_facts f
        JOIN appointments a ON a.id = f.appointment_id
        JOIN customers c ON c.id = a.customer_id
        LEFT JOIN interpreter_languages l ON l.interpreter_id = f.interpreter_id AND l.language = a.language
        WHERE f.outcome IN ('held', 'missed_by_customer')
          AND NOT EXISTS (
            SELECT FROM rated_services d
            WHERE d.side = @side AND d.kind = 'appointment' AND d.source_id = a.id AND (@side = 'customer' OR d.interpreter_id = f.interpreter_id))
        """;

    /// <summary>Also those that the customer's contract lets go free: a tariff may have a ladder of its own. An interpreter has lost something only where one was bound.</summary>
    private const string Cancellations =
        $"""
        SELECT @side AS side, 'cancellation' AS kind, {AppointmentColumns}, CASE @side WHEN 'interpreter' THEN a.interpreter_id END AS interpreter_id, l.level,
          a.ended_at, a.cancel_percent,
          coalesce((SELECT v.ladder FROM cancellation_contracts v WHERE v.customer_id = a.customer_id AND v.changed_at <= a.booked_at ORDER BY v.version DESC LIMIT 1) = 'jveg', false) AS is_capped
        FROM appointments a
        JOIN customers c ON c.id = a.customer_id
        LEFT JOIN interpreter_languages l ON l.interpreter_id = a.interpreter_id AND l.language = a.language
        WHERE a.state = 'cancelled'
          AND (@side = 'customer' OR a.interpreter_id IS NOT NULL)
          AND NOT EXISTS (SELECT FROM rated_services d WHERE d.side = @side AND d.kind = 'cancellation' AND d.source_id = a.id)
        """;

    /// <summary>Declared when it was known, often after the cancellation was rated; only of those whose tariff pays for it (§ 9 (5) JVEG).</summary>
    private const string Losses =
        $"""
        SELECT 'interpreter' AS side, 'loss' AS kind, {AppointmentColumns}, o.interpreter_id, l.level, a.ended_at, a.cancel_percent, o.amount AS declared_loss
        FROM declared_losses o
        JOIN appointments a ON a.id = o.appointment_id
        JOIN customers c ON c.id = a.customer_id
        LEFT JOIN interpreter_languages l ON l.interpreter_id = o.interpreter_id AND l.language = a.language
        WHERE NOT EXISTS (SELECT FROM rated_services d WHERE d.side = 'interpreter' AND d.kind = 'loss' AND d.source_id = a.id)
        """;

    /// <summary>Nobody ordered it but us; the holidays of our own seat do not matter to a price by the hour.</summary>
    private const string Standbys =
        """
        SELECT 'interpreter' AS side, 'standby' AS kind, t.shift_id AS source_id, 'TH' AS land, t.interpreter_id, t.offered_at AS ordered_at, lower(t.during) AS from_at,
          upper(t.during) AS until_at, t.served_minutes, t.paused_minutes
        FROM standby_takes t
        WHERE t.state = 'served'
          AND NOT EXISTS (SELECT FROM rated_services d WHERE d.kind = 'standby' AND d.source_id = t.shift_id AND d.interpreter_id = t.interpreter_id)
        """;

    public static IReadOnlyList<DueSource> Sources { get; } =
    [
        new(BillingSide.Customer, ConversationsForCustomers),
        new(BillingSide.Interpreter, StintsForInterpreters),
        new(BillingSide.Customer, Appointments),
        new(BillingSide.Interpreter, Appointments),
        new(BillingSide.Customer, Cancellations),
        new(BillingSide.Interpreter, Cancellations),
        new(BillingSide.Interpreter, Losses),
        new(BillingSide.Interpreter, Standbys),
    ];

    /// <summary>The oldest first.</summary>
    /// <param name="skip">So many were looked at before and wait for a tariff.</param>
    public static async Task<IReadOnlyList<DueService>> ReadAsync(NpgsqlTransaction transaction, DueSource source, int limit, int skip, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<DueService>(new CommandDefinition(
            $"{source.Sql}\nORDER BY from_at, source_id\nLIMIT @limit OFFSET @skip",
            new { side = SnakeCase.Of(source.Side), limit, skip },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>How many each has, by the beginning of the service.</summary>
    public static async Task<IReadOnlyList<(Guid Who, int Services)>> CountAsync(NpgsqlTransaction transaction, DueSource source, DateTimeOffset from, DateTimeOffset before, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<(Guid, int)>(new CommandDefinition(
            $"""
            SELECT {(source.Side == BillingSide.Customer ? "customer_id" : "interpreter_id")}, count(*)::int
            FROM ({source.Sql}) due
            WHERE from_at >= @from
              AND from_at < @before
            GROUP BY 1
            """,
            new { side = SnakeCase.Of(source.Side), from, before },
            transaction,
            cancellationToken: cancellationToken)),
    ];

    /// <summary>Of one interpreter, by the beginning of the service; the oldest first.</summary>
    public static async Task<IReadOnlyList<DueService>> ReadOfInterpreterAsync(
        NpgsqlTransaction transaction, DueSource source, Guid interpreter, DateTimeOffset from, DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
    [
        .. await transaction.Connection!.QueryAsync<DueService>(new CommandDefinition(
            $"""
            SELECT *
            FROM ({source.Sql}) due
            WHERE interpreter_id = @interpreter
              AND from_at >= @from
              AND from_at < @before
            ORDER BY from_at, source_id
            LIMIT @limit
            """,
            new { side = SnakeCase.Of(source.Side), interpreter, from, before, limit },
            transaction,
            cancellationToken: cancellationToken)),
    ];
}

/// <summary>One kind of service for one side.</summary>
internal sealed record DueSource(BillingSide Side, string Sql);
