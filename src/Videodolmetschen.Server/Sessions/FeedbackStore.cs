using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Sessions;

/// <summary>What one side has said of a session, or may say.</summary>
internal sealed record OwnFeedback(CustomerId Customer, FeedbackTimes Times, Feedback? Given);

/// <summary>The same in a list of sessions.</summary>
internal sealed record GivenFeedback(Guid SessionId, string Rating, DateTimeOffset GivenAt, bool IsHandled);

/// <summary>The table <c>session_feedback</c>, each side in its own scope.</summary>
internal sealed class FeedbackStore(TenantScope scope)
{
    private const string OfRequester =
        """
        SELECT s.customer_id, s.started_at, s.ended_at AS over_at, f.given_at, f.rating, f.reasons, h.feedback_id IS NOT NULL AS is_handled
        FROM sessions s
        LEFT JOIN session_feedback f ON f.session_id = s.id AND f.side = 'requester'
        LEFT JOIN handled_feedback h ON h.feedback_id = f.id
        WHERE s.id = @session
          AND s.requester_id = @user
        """;

    private const string OfInterpreter =
        """
        SELECT s.customer_id, s.started_at, own.over_at, f.given_at, f.rating, f.reasons, h.feedback_id IS NOT NULL AS is_handled
        FROM sessions s
        JOIN (
          SELECT session_id, CASE WHEN bool_and(left_at IS NOT NULL) THEN max(left_at) END AS over_at
          FROM session_stints
          WHERE session_id = @session
            AND interpreter_id = @interpreter
            AND took_over_at IS NOT NULL
          GROUP BY session_id) AS own ON own.session_id = s.id
        LEFT JOIN session_feedback f ON f.session_id = s.id AND f.interpreter_id = @interpreter
        LEFT JOIN handled_feedback h ON h.feedback_id = f.id
        """;

    /// <summary>Null when the session is not one of theirs.</summary>
    public async Task<OwnFeedback?> FindAsync(SignedIn who, Guid session, CancellationToken cancellationToken)
    {
        await using var scoped = await OpenAsync(who, cancellationToken);
        var row = await scoped.Connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
            who.Interpreter is null ? OfRequester : OfInterpreter,
            new { session, user = who.User.Value, interpreter = who.Interpreter?.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return row?.ToOwn(SideOf(who));
    }

    /// <summary>What one side has said of these sessions: an interpreter, or null for the requester's side.</summary>
    public static async Task<IReadOnlyDictionary<Guid, GivenFeedback>> ReadGivenAsync(
        ScopedTransaction scoped, Guid[] sessions, InterpreterId? by, CancellationToken cancellationToken)
    {
        var rows = await scoped.Connection.QueryAsync<GivenFeedback>(new CommandDefinition(
            """
            SELECT f.session_id, f.rating, f.given_at, h.feedback_id IS NOT NULL AS is_handled
            FROM session_feedback f
            LEFT JOIN handled_feedback h ON h.feedback_id = f.id
            WHERE f.session_id = ANY (@sessions)
              AND f.interpreter_id IS NOT DISTINCT FROM @by
            """,
            new { sessions, by = by?.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return rows.ToDictionary(row => row.SessionId);
    }

    /// <summary>The first time or again; when it was said first stays.</summary>
    public async Task SaveAsync(SignedIn who, Guid session, OwnFeedback own, Feedback feedback, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scoped = await OpenAsync(who, cancellationToken);
        await scoped.Connection.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO session_feedback (session_id, customer_id, side, interpreter_id, rating, reasons, given_at)
            VALUES (@session, @customer, @side, @interpreter, @rating, @reasons, @now)
            ON CONFLICT ON CONSTRAINT session_feedback_once_per_side DO UPDATE
            SET rating = EXCLUDED.rating, reasons = EXCLUDED.reasons
            """,
            new
            {
                session,
                customer = own.Customer.Value,
                side = SnakeCase.Of(feedback.Side),
                interpreter = who.Interpreter?.Value,
                rating = SnakeCase.Of(feedback.Rating),
                reasons = feedback.Reasons.Select(SnakeCase.Of).ToArray(),
                now,
            },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        await scoped.CommitAsync(cancellationToken);
    }

    public async Task RemoveAsync(SignedIn who, Guid session, CancellationToken cancellationToken)
    {
        await using var scoped = await OpenAsync(who, cancellationToken);
        await scoped.Connection.ExecuteAsync(new CommandDefinition(
            """
            DELETE FROM session_feedback
            WHERE session_id = @session
              AND interpreter_id IS NOT DISTINCT FROM @interpreter
            """,
            new { session, interpreter = who.Interpreter?.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        await scoped.CommitAsync(cancellationToken);
    }

    public static Side SideOf(SignedIn who) => who.Interpreter is null ? Side.Requester : Side.Interpreter;

    private Task<ScopedTransaction> OpenAsync(SignedIn who, CancellationToken cancellationToken) => who.Interpreter is null
        ? scope.OpenForCustomerAsync(who.RequireCustomer(), cancellationToken)
        : scope.OpenForStaffAsync(cancellationToken);

    private sealed record Row
    {
        public Guid CustomerId { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? OverAt { get; init; }

        public DateTimeOffset? GivenAt { get; init; }

        public string? Rating { get; init; }

        public string[]? Reasons { get; init; }

        public bool IsHandled { get; init; }

        public OwnFeedback ToOwn(Side side) => new(
            new CustomerId(CustomerId),
            new FeedbackTimes(StartedAt, OverAt, GivenAt, IsHandled),
            Rating is null ? null : new Feedback(side, SnakeCase.Parse<Rating>(Rating), [.. (Reasons ?? []).Select(SnakeCase.Parse<FeedbackReason>)]));
    }
}
