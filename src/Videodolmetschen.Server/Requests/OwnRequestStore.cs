using Dapper;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Requests;

/// <summary>One own request, with how it ended and what came of it.</summary>
/// <param name="WaitedSeconds">Until somebody came, or until the end.</param>
/// <param name="Session">The last conversation of it, however it ended; null when nobody came.</param>
public sealed record OwnRequest(
    Guid Id,
    string Language,
    string Field,
    string Modality,
    string Priority,
    string State,
    string? CancelledBy,
    string? UnservedBecause,
    DateTimeOffset RequestedAt,
    DateTimeOffset? EndedAt,
    int? WaitedSeconds,
    string? OwnReference,
    OwnSession? Session);

/// <param name="Language">What was spoken.</param>
/// <param name="Blocked">The customer has said that this interpreter, the last one, shall not come again.</param>
/// <param name="Interpreters">All who interpreted, in turn: more than one after a handover.</param>
public sealed record OwnSession(
    Guid Id,
    Guid InterpreterId,
    string InterpreterNumber,
    string Language,
    string State,
    string? EndReason,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int ClockSeconds,
    int? BillableSeconds,
    bool Blocked,
    IReadOnlyList<OwnInterpreter> Interpreters)
{
    /// <summary>How the requester said it went; null while nothing was said.</summary>
    public string? Rating { get; init; }

    /// <summary>Until then it can be said, changed or taken back.</summary>
    public DateTimeOffset? FeedbackUntil { get; init; }
}

/// <summary>One of those who interpreted in a conversation.</summary>
/// <param name="Blocked">The customer has said that this interpreter shall not come again.</param>
public sealed record OwnInterpreter(Guid Id, string Number, bool Blocked);

/// <summary>What a requester has asked for, in the customer's own scope.</summary>
internal sealed class OwnRequestStore(TenantScope scope)
{
    private const string Newest =
        """
        SELECT r.id, r.language, r.field, r.modality, r.priority, r.state, r.cancelled_by, r.unserved_because, r.requested_at, r.ended_at, r.own_reference,
          extract(epoch FROM coalesce(s.created_at, r.ended_at) - r.requested_at)::integer AS waited_seconds,
          s.id AS session_id, s.interpreter_id, i.number AS interpreter_number, s.language AS spoken, s.state AS session_state, s.end_reason, s.started_at,
          s.ended_at AS session_ended_at, floor(s.counted_seconds)::integer AS clock_seconds, s.billable_seconds,
          EXISTS (
            SELECT FROM conflicts
            WHERE conflicts.interpreter_id = s.interpreter_id
              AND conflicts.customer_id = r.customer_id
              AND conflicts.blocked_by = 'customer') AS blocked,
          t.ids, t.numbers, t.blocks
        FROM requests r
        LEFT JOIN LATERAL (
          SELECT *
          FROM sessions
          WHERE sessions.request_id = r.id
          ORDER BY sessions.created_at DESC
          LIMIT 1) AS s ON true
        LEFT JOIN interpreters i ON i.id = s.interpreter_id
        LEFT JOIN LATERAL (
          SELECT array_agg(who.id ORDER BY stints.number) AS ids, array_agg(who.number ORDER BY stints.number) AS numbers,
            array_agg(f.id IS NOT NULL ORDER BY stints.number) AS blocks
          FROM session_stints AS stints
          JOIN interpreters AS who ON who.id = stints.interpreter_id
          LEFT JOIN conflicts f ON f.interpreter_id = who.id AND f.customer_id = stints.customer_id AND f.blocked_by = 'customer'
          WHERE stints.session_id = s.id
            AND stints.took_over_at IS NOT NULL) AS t ON true
        WHERE r.requester_id = @requester
          AND r.relief_for IS NULL
          AND r.requested_at < @before
        ORDER BY r.requested_at DESC
        LIMIT @limit
        """;

    public async Task<IReadOnlyList<OwnRequest>> ReadAsync(SignedIn who, DispatchPolicy policy, DateTimeOffset before, int limit, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(who.RequireCustomer(), cancellationToken);
        var rows = (await scoped.Connection.QueryAsync<Row>(
            new CommandDefinition(Newest, new { requester = who.User.Value, before, limit }, scoped.Transaction, cancellationToken: cancellationToken))).ToList();
        var given = await FeedbackStore.ReadGivenAsync(scoped, [.. rows.Select(row => row.SessionId).OfType<Guid>()], null, cancellationToken);
        return [.. rows.Select(row => row.ToRecord()).Select(row => row with { Session = WithFeedback(row.Session, given, policy) })];
    }

    private static OwnSession? WithFeedback(OwnSession? session, IReadOnlyDictionary<Guid, GivenFeedback> given, DispatchPolicy policy)
    {
        var said = session is null ? null : given.GetValueOrDefault(session.Id);
        return session is null ? null : session with
        {
            Rating = said?.Rating,
            FeedbackUntil = new FeedbackTimes(session.StartedAt, session.EndedAt, said?.GivenAt, said?.IsHandled ?? false).Until(policy),
        };
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public string Language { get; init; } = "";

        public string Field { get; init; } = "";

        public string Modality { get; init; } = "";

        public string Priority { get; init; } = "";

        public string State { get; init; } = "";

        public string? CancelledBy { get; init; }

        public string? UnservedBecause { get; init; }

        public DateTimeOffset RequestedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public int? WaitedSeconds { get; init; }

        public string? OwnReference { get; init; }

        public Guid? SessionId { get; init; }

        public Guid InterpreterId { get; init; }

        public string? InterpreterNumber { get; init; }

        public string? Spoken { get; init; }

        public string? SessionState { get; init; }

        public string? EndReason { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? SessionEndedAt { get; init; }

        public int ClockSeconds { get; init; }

        public int? BillableSeconds { get; init; }

        public bool Blocked { get; init; }

        public Guid[]? Ids { get; init; }

        public string[]? Numbers { get; init; }

        public bool[]? Blocks { get; init; }

        public OwnRequest ToRecord() => new(
            Id, Language, Field, Modality, Priority, State, CancelledBy, UnservedBecause, RequestedAt, EndedAt, WaitedSeconds, OwnReference, Session());

        private OwnSession? Session() => SessionId is { } id
            ? new OwnSession(
                id, InterpreterId, InterpreterNumber ?? "", Spoken ?? Language, SessionState ?? "", EndReason, StartedAt, SessionEndedAt, ClockSeconds, BillableSeconds, Blocked,
                [.. (Ids ?? []).Zip(Numbers ?? [], Blocks ?? []).Select(one => new OwnInterpreter(one.First, one.Second, one.Third))])
            : null;
    }
}
