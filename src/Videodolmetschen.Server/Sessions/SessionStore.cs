using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Sessions;

/// <summary>One conversation that is over or runs, as its people and our staff may see it later.</summary>
/// <param name="ClockSeconds">Whole seconds on the clock that both sides saw, up to its last stop; under 10 seconds nothing of it is billed.</param>
/// <param name="InterpreterNumber">A record shows the number, not the name.</param>
public sealed record SessionRecord(
    Guid Id,
    Guid RequestId,
    string Language,
    string Modality,
    string State,
    string? EndReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? EndedAt,
    int ClockSeconds,
    int? BillableSeconds,
    string InterpreterNumber,
    string CustomerName,
    string UnitName,
    string? OwnReference)
{
    /// <summary>Who interpreted when, in this order; an interpreter reads only the own ones.</summary>
    public IReadOnlyList<StintRecord> Stints { get; init; } = [];

    /// <summary>To interpreters: how they said it went; null while nothing was said.</summary>
    public string? Rating { get; init; }

    /// <summary>To interpreters: until then it can be said, changed or taken back.</summary>
    public DateTimeOffset? FeedbackUntil { get; init; }
}

/// <param name="BillableSeconds">Once left; all stints of a session add up to it.</param>
public sealed record StintRecord(
    string Seat,
    string InterpreterNumber,
    DateTimeOffset TookOverAt,
    DateTimeOffset? LeftAt,
    int? BillableSeconds);

/// <summary>Which page of a list: newest first, what lies before an instant.</summary>
public readonly record struct Page(DateTimeOffset Before, int Limit);

internal sealed class SessionStore(TenantScope scope)
{
    private const string Columns =
        """
        SELECT s.id, s.request_id, s.language, s.modality, s.state, s.end_reason, s.created_at, s.started_at, s.ended_at, s.billable_seconds,
          floor(s.counted_seconds)::integer AS clock_seconds, i.number AS interpreter_number, c.name AS customer_name, u.name AS unit_name
        """;

    private const string Tables =
        """
        FROM sessions s
        JOIN requests r ON r.id = s.request_id
        JOIN interpreters i ON i.id = s.interpreter_id
        JOIN customers c ON c.id = s.customer_id
        JOIN units u ON u.id = r.unit_id
        """;

    private const string OwnStints = "s.id IN (SELECT session_id FROM session_stints WHERE interpreter_id = @id AND took_over_at IS NOT NULL)";

    private const string Stints =
        """
        SELECT t.session_id, t.number, t.took_over_at, t.left_at, t.billable_seconds, i.number AS interpreter_number
        FROM session_stints t
        JOIN interpreters i ON i.id = t.interpreter_id
        WHERE t.session_id = ANY (@sessions)
          AND t.took_over_at IS NOT NULL
          AND (@reader::uuid IS NULL OR t.interpreter_id = @reader)
        ORDER BY t.session_id, t.number
        """;

    private const string Newest =
        """
        ORDER BY s.created_at DESC
        LIMIT @Limit
        """;

    /// <summary>In the customer's own scope: even a wrong id finds no row of another.</summary>
    public async Task<IReadOnlyList<SessionRecord>> ReadOfRequesterAsync(CustomerId customer, UserId requester, Page page, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(customer, cancellationToken);
        return await ReadAsync(
            scoped,
            $"{Columns}, r.own_reference {Tables} WHERE s.requester_id = @id AND s.created_at < @Before {Newest}",
            new { id = requester.Value, page.Before, page.Limit },
            cancellationToken);
    }

    public async Task<IReadOnlyList<SessionRecord>> ReadOfInterpreterAsync(
        InterpreterId interpreter, DispatchPolicy policy, Page page, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var records = await ReadAsync(
            staff,
            $"{Columns}, NULL::text AS own_reference {Tables} WHERE {OwnStints} AND s.created_at < @Before {Newest}",
            new { id = interpreter.Value, page.Before, page.Limit },
            cancellationToken,
            interpreter);
        var given = await FeedbackStore.ReadGivenAsync(staff, [.. records.Select(record => record.Id)], interpreter, cancellationToken);
        return [.. records.Select(record => WithFeedback(record, given.GetValueOrDefault(record.Id), policy))];
    }

    public async Task<IReadOnlyList<SessionRecord>> ReadAllAsync(Page page, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ReadAsync(
            staff,
            $"{Columns}, NULL::text AS own_reference {Tables} WHERE s.created_at < @Before {Newest}",
            new { page.Before, page.Limit },
            cancellationToken);
    }

    private static SessionRecord WithFeedback(SessionRecord record, GivenFeedback? said, DispatchPolicy policy)
    {
        var over = record.Stints.Any(stint => stint.LeftAt is null) ? null : record.Stints.Max(stint => stint.LeftAt);
        var times = new FeedbackTimes(record.StartedAt, over, said?.GivenAt, said?.IsHandled ?? false);
        return record with { Rating = said?.Rating, FeedbackUntil = times.Until(policy) };
    }

    private static async Task<IReadOnlyList<SessionRecord>> ReadAsync(
        ScopedTransaction scoped, string sql, object parameters, CancellationToken cancellationToken, InterpreterId? reader = null)
    {
        var rows = (await scoped.Connection.QueryAsync<Row>(new CommandDefinition(sql, parameters, scoped.Transaction, cancellationToken: cancellationToken))).ToList();
        var own = new { sessions = rows.Select(row => row.Id).ToArray(), reader = reader?.Value };
        var stints = (await scoped.Connection.QueryAsync<StintOfSession>(new CommandDefinition(Stints, own, scoped.Transaction, cancellationToken: cancellationToken)))
            .ToLookup(row => row.SessionId, row => row.ToRecord());
        return [.. rows.Select(row => row.ToRecord() with { Stints = [.. stints[row.Id]] })];
    }

    private sealed record StintOfSession
    {
        public Guid SessionId { get; init; }

        public int Number { get; init; }

        public DateTimeOffset TookOverAt { get; init; }

        public DateTimeOffset? LeftAt { get; init; }

        public int? BillableSeconds { get; init; }

        public string InterpreterNumber { get; init; } = "";

        public StintRecord ToRecord() => new(Seat.InterpreterNumber(Number).ToString(), InterpreterNumber, TookOverAt, LeftAt, BillableSeconds);
    }

    private sealed record Row
    {
        public Guid Id { get; init; }

        public Guid RequestId { get; init; }

        public string Language { get; init; } = "";

        public string Modality { get; init; } = "";

        public string State { get; init; } = "";

        public string? EndReason { get; init; }

        public DateTimeOffset CreatedAt { get; init; }

        public DateTimeOffset? StartedAt { get; init; }

        public DateTimeOffset? EndedAt { get; init; }

        public int ClockSeconds { get; init; }

        public int? BillableSeconds { get; init; }

        public string InterpreterNumber { get; init; } = "";

        public string CustomerName { get; init; } = "";

        public string UnitName { get; init; } = "";

        public string? OwnReference { get; init; }

        public SessionRecord ToRecord() => new(
            Id, RequestId, Language, Modality, State, EndReason, CreatedAt, StartedAt, EndedAt, ClockSeconds, BillableSeconds, InterpreterNumber, CustomerName,
            UnitName, OwnReference);
    }
}
