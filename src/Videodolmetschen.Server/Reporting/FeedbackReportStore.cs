using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Reporting;

/// <summary>Which complaints and ratings are meant; null or false leaves a filter open.</summary>
/// <param name="Kind"><c>complaint</c>, <c>requester</c> or <c>interpreter</c>: a complaint, or whose rating.</param>
/// <param name="Interpreter">A number, such as <c>D-0001</c>: whoever interpreted a part.</param>
/// <param name="Poor">Complaints, and what was rated poor.</param>
/// <param name="Open">What nobody has dealt with.</param>
internal sealed record FeedbackFilter(
    DateTimeOffset Since, DateTimeOffset Before, string? Kind, Guid? Customer, string? Language, string? Interpreter, bool Poor, bool Open);

/// <summary>One complaint or rating, with the facts of its session. The person who said it is not in it.</summary>
/// <param name="Rating">Null for a complaint.</param>
/// <param name="SaidBy">The number of the interpreter who said it; null when it was the requester.</param>
internal sealed record FeedbackRow
{
    public Guid Id { get; init; }

    public string Kind { get; init; } = "";

    public DateTimeOffset At { get; init; }

    public string? Rating { get; init; }

    public string[] Reasons { get; init; } = [];

    public string? SaidBy { get; init; }

    public Guid SessionId { get; init; }

    public string Language { get; init; } = "";

    public string Modality { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public int ClockSeconds { get; init; }

    public string[] InterpreterNumbers { get; init; } = [];

    public string CustomerName { get; init; } = "";

    public string UnitName { get; init; } = "";

    public DateTimeOffset? HandledAt { get; init; }

    public string? HandledBy { get; init; }
}

/// <param name="Reason">Null: how often this rating was given (null for complaints), with or without reasons.</param>
internal sealed record FeedbackCount(string Kind, string? Rating, string? Reason, int Count);

/// <summary>How often a unit complains, beside how often it talks: misuse shows here.</summary>
internal sealed record FeedbackOfUnit(string CustomerName, string UnitName, int Sessions, int Complaints, int Poor);

/// <summary>Quality complaints (in <c>sessions</c>) and ratings (in <c>session_feedback</c>) side by side, for coordinators.</summary>
internal sealed class FeedbackReportStore(TenantScope scope, AuditStore audit)
{
    private const string Entries =
        """
        WITH said AS (
          SELECT id, 'complaint' AS kind, id AS session_id, ended_at AS at, NULL AS rating, ARRAY[complaint] AS reasons, NULL::uuid AS interpreter_id
          FROM sessions
          WHERE complaint IS NOT NULL
            AND ended_at >= @Since
            AND ended_at < @Before
          UNION ALL
          SELECT id, side, session_id, given_at, rating, reasons, interpreter_id
          FROM session_feedback
          WHERE given_at >= @Since
            AND given_at < @Before),
        entries AS (
          SELECT said.*, s.language, s.modality, s.started_at, s.ended_at, s.counted_seconds, s.customer_id, s.request_id, h.handled_at, h.handled_by
          FROM said
          JOIN sessions s ON s.id = said.session_id
          LEFT JOIN handled_feedback h ON said.id IN (h.feedback_id, h.complaint_of)
          WHERE (@Kind::text IS NULL OR said.kind = @Kind)
            AND (@Customer::uuid IS NULL OR s.customer_id = @Customer)
            AND (@Language::text IS NULL OR s.language = @Language)
            AND (NOT @Poor OR said.rating IS NULL OR said.rating = 'poor')
            AND (NOT @Open OR h.handled_at IS NULL)
            AND (@Interpreter::text IS NULL OR EXISTS (
              SELECT FROM session_stints t
              JOIN interpreters i ON i.id = t.interpreter_id
              WHERE t.session_id = s.id
                AND t.took_over_at IS NOT NULL
                AND i.number = @Interpreter)))
        """;

    private const string Handle =
        """
        INSERT INTO handled_feedback (feedback_id, complaint_of, handled_at, handled_by)
        VALUES (CASE WHEN NOT @isComplaint THEN @id END, CASE WHEN @isComplaint THEN @id END, @now, @by)
        ON CONFLICT DO NOTHING
        """;

    private const string Reopen =
        """
        DELETE FROM handled_feedback
        WHERE @id IN (feedback_id, complaint_of)
        """;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<FeedbackRow>> ReadAsync(FeedbackFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<FeedbackRow>(new CommandDefinition(
            $"""
            {Entries}
            SELECT e.id, e.kind, e.at, e.rating, e.reasons, own.number AS said_by, e.session_id, e.language, e.modality, e.started_at, e.ended_at,
              floor(e.counted_seconds)::integer AS clock_seconds, c.name AS customer_name, u.name AS unit_name, e.handled_at, staff.display_name AS handled_by,
              ARRAY(
                SELECT i.number
                FROM session_stints t
                JOIN interpreters i ON i.id = t.interpreter_id
                WHERE t.session_id = e.session_id
                  AND t.took_over_at IS NOT NULL
                ORDER BY t.number) AS interpreter_numbers
            FROM entries e
            JOIN requests r ON r.id = e.request_id
            JOIN customers c ON c.id = e.customer_id
            JOIN units u ON u.id = r.unit_id
            LEFT JOIN interpreters own ON own.id = e.interpreter_id
            LEFT JOIN users staff ON staff.id = e.handled_by
            ORDER BY e.at DESC, e.id
            LIMIT @limit
            """,
            WithLimit(filter, limit),
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    public async Task<IReadOnlyList<FeedbackCount>> CountAsync(FeedbackFilter filter, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<FeedbackCount>(new CommandDefinition(
            $"""
            {Entries}
            SELECT kind, rating, NULL AS reason, count(*)::integer AS count
            FROM entries
            GROUP BY kind, rating
            UNION ALL
            SELECT kind, rating, reason, count(*)::integer
            FROM entries
            CROSS JOIN unnest(reasons) AS reason
            GROUP BY kind, rating, reason
            ORDER BY count DESC
            """,
            filter,
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <summary>Units with a complaint or a poor rating of their own among the sessions that ended in the period; most complaints first.</summary>
    public async Task<IReadOnlyList<FeedbackOfUnit>> CountUnitsAsync(FeedbackFilter filter, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var rows = await staff.Connection.QueryAsync<FeedbackOfUnit>(new CommandDefinition(
            """
            SELECT c.name AS customer_name, u.name AS unit_name, count(*)::integer AS sessions, count(s.complaint)::integer AS complaints, count(f.id)::integer AS poor
            FROM sessions s
            JOIN requests r ON r.id = s.request_id
            JOIN customers c ON c.id = s.customer_id
            JOIN units u ON u.id = r.unit_id
            LEFT JOIN session_feedback f ON f.session_id = s.id AND f.side = 'requester' AND f.rating = 'poor'
            WHERE s.started_at IS NOT NULL
              AND s.ended_at >= @Since
              AND s.ended_at < @Before
              AND (@Customer::uuid IS NULL OR s.customer_id = @Customer)
              AND (@Language::text IS NULL OR s.language = @Language)
              AND (@Interpreter::text IS NULL OR EXISTS (
                SELECT FROM session_stints t
                JOIN interpreters i ON i.id = t.interpreter_id
                WHERE t.session_id = s.id
                  AND t.took_over_at IS NOT NULL
                  AND i.number = @Interpreter))
            GROUP BY c.name, u.name, u.id
            HAVING count(s.complaint) + count(f.id) > 0
            ORDER BY complaints DESC, poor DESC, c.name, u.name
            LIMIT @limit
            """,
            WithLimit(filter, limit),
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. rows];
    }

    /// <summary>What was so already leaves no entry in the audit. False when there is no such complaint or rating.</summary>
    public async Task<bool> SetHandledAsync(Guid id, bool isHandled, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var kind = await staff.Connection.ExecuteScalarAsync<string?>(new CommandDefinition(
            """
            SELECT side
            FROM session_feedback
            WHERE id = @id
            UNION ALL
            SELECT 'complaint'
            FROM sessions
            WHERE id = @id
              AND complaint IS NOT NULL
            """,
            new { id },
            staff.Transaction,
            cancellationToken: cancellationToken));
        var changed = kind is null ? 0 : await staff.Connection.ExecuteAsync(new CommandDefinition(
            isHandled ? Handle : Reopen,
            new { id, isComplaint = kind == "complaint", now, by = by.Value },
            staff.Transaction,
            cancellationToken: cancellationToken));
        if (changed == 1)
        {
            var entry = new AuditEntry(by, isHandled ? "feedback.handled" : "feedback.reopened", $"feedback:{id}") { Details = new { kind } };
            await audit.AddAsync(staff.Transaction, entry, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
        return kind is not null;
    }

    private static DynamicParameters WithLimit(FeedbackFilter filter, int limit)
    {
        var parameters = new DynamicParameters(filter);
        parameters.Add("limit", limit);
        return parameters;
    }
}
