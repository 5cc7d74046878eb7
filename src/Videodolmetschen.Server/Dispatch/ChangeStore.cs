using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// Writes a batch of decisions: one transaction, one round trip, commit included. An update names the state it expects;
/// where that is not found the division by zero fails the whole batch, because a count that is looked at afterwards
/// would come after the commit.
/// </summary>
internal sealed class ChangeStore(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string InsertRequest =
        """
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements,
          wishes, related_allowed, own_reference, requested_at, state, cancelled_by, unserved_because, ended_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        """;

    private const string UpdateRequest =
        """
        WITH changed AS (
          UPDATE requests
          SET state = $3, cancelled_by = $4, unserved_because = $5, ended_at = $6, modality = $7, related_allowed = $8
          WHERE id = $1
            AND state = $2
          RETURNING 1)
        SELECT 1 / count(*)
        FROM changed
        """;

    private const string InsertOffer =
        """
        INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, decline_reason,
          withdrawn_because, answered_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """;

    private const string UpdateOffer =
        """
        WITH changed AS (
          UPDATE offers
          SET state = $3, decline_reason = $4, withdrawn_because = $5, answered_at = $6, expires_at = $7
          WHERE id = $1
            AND state = $2
          RETURNING 1)
        SELECT 1 / count(*)
        FROM changed
        """;

    private const string InsertSession =
        """
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, created_at, state, end_reason,
          started_at, interrupted_at, ended_at, held_by_interpreter, held_by_requester, last_media_at, counted_seconds, running_since,
          billable_seconds)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
        """;

    private const string UpdateSession =
        """
        WITH changed AS (
          UPDATE sessions
          SET state = $3, end_reason = $4, started_at = $5, interrupted_at = $6, ended_at = $7, held_by_interpreter = $8,
            held_by_requester = $9, last_media_at = $10, counted_seconds = $11, running_since = $12, billable_seconds = $13
          WHERE id = $1
            AND state = $2
          RETURNING 1)
        SELECT 1 / count(*)
        FROM changed
        """;

    private const string WritePresence =
        """
        INSERT INTO presences (interpreter_id, state, since, paused_because, missed_in_a_row, wrap_up_until, idle_since, afterwards)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (interpreter_id) DO UPDATE
        SET state = EXCLUDED.state, since = EXCLUDED.since, paused_because = EXCLUDED.paused_because,
          missed_in_a_row = EXCLUDED.missed_in_a_row, wrap_up_until = EXCLUDED.wrap_up_until, idle_since = EXCLUDED.idle_since,
          afterwards = EXCLUDED.afterwards
        """;

    private const string InsertEvents =
        """
        INSERT INTO dispatch_events (at, kind, subject_id, customer_id, before_state, after_state)
        SELECT $1, kind, subject_id, customer_id, before_state, after_state
        FROM unnest($2, $3, $4, $5, $6) WITH ORDINALITY AS e (kind, subject_id, customer_id, before_state, after_state, place)
        ORDER BY place
        """;

    private NpgsqlConnection? _connection;

    public async Task StoreAsync(IReadOnlyList<Change> changes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        try
        {
            // Only the loop writes, so it keeps one connection: its statements stay prepared.
            _connection ??= await source.OpenConnectionAsync(cancellationToken);
            await using var batch = new NpgsqlBatch(_connection) { BatchCommands = { TenantScope.SetStaff() } };
            foreach (var change in changes)
            {
                batch.BatchCommands.Add(Write(change));
            }

            if (EventRows.Of(changes) is { Count: > 0 } events)
            {
                batch.BatchCommands.Add(Log(events, now));
            }

            await batch.PrepareAsync(cancellationToken);
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    private static NpgsqlBatchCommand Write(Change change) => change switch
    {
        Change.OfRequest { Before: null } request => Insert(request.After),
        Change.OfRequest request => Update(request.Before, request.After),
        Change.OfOffer { Before: null } offer => Insert(offer.After),
        Change.OfOffer offer => Update(offer.Before, offer.After),
        Change.OfSession { Before: null } session => Insert(session.After),
        Change.OfSession session => Update(session.Before, session.After),
        Change.OfPresence presence => Write(presence.After),
        _ => throw new InvalidOperationException($"No table for {change.GetType().Name}."),
    };

    private static NpgsqlBatchCommand Insert(InterpretingRequest request) => new Statement(InsertRequest)
        .With(request.Id.Value).With(request.Key).With(request.Customer.Value).With(request.Unit.Value).With(request.Requester.Value)
        .With(request.Language.Value).With(SnakeCase.Of(request.Field)).With(SnakeCase.Of(request.Modality)).With(SnakeCase.Of(request.Priority))
        .With(request.NeedsSection203)
        .WithJson(JsonSerializer.Serialize(request.Requirements, LiveJson.Default.IReadOnlyListRequirement))
        .WithJson(JsonSerializer.Serialize(request.Wishes, LiveJson.Default.IReadOnlyListWish))
        .With(request.RelatedAllowed).With(request.OwnReference).With(request.RequestedAt).With(SnakeCase.Of(request.State))
        .With(SnakeCase.Of(request.CancelledBy)).With(SnakeCase.Of(request.UnservedBecause)).With(request.EndedAt);

    private static NpgsqlBatchCommand Update(InterpretingRequest before, InterpretingRequest after) => new Statement(UpdateRequest)
        .With(after.Id.Value).With(SnakeCase.Of(before.State)).With(SnakeCase.Of(after.State)).With(SnakeCase.Of(after.CancelledBy))
        .With(SnakeCase.Of(after.UnservedBecause)).With(after.EndedAt).With(SnakeCase.Of(after.Modality)).With(after.RelatedAllowed);

    private static NpgsqlBatchCommand Insert(Offer offer) => new Statement(InsertOffer)
        .With(offer.Id.Value).With(offer.Request.Value).With(offer.Interpreter.Value).WithInteger(offer.Wave).WithInteger(offer.Rank)
        .WithJson(JsonSerializer.Serialize(offer.Reasons, LiveJson.Default.RankReasons)).With(offer.OfferedAt).With(offer.ExpiresAt)
        .With(SnakeCase.Of(offer.State)).With(SnakeCase.Of(offer.DeclineReason)).With(SnakeCase.Of(offer.WithdrawnBecause)).With(offer.AnsweredAt);

    private static NpgsqlBatchCommand Update(Offer before, Offer after) => new Statement(UpdateOffer)
        .With(after.Id.Value).With(SnakeCase.Of(before.State)).With(SnakeCase.Of(after.State)).With(SnakeCase.Of(after.DeclineReason))
        .With(SnakeCase.Of(after.WithdrawnBecause)).With(after.AnsweredAt).With(after.ExpiresAt);

    private static NpgsqlBatchCommand Insert(Session session) => Mutable(
        new Statement(InsertSession)
            .With(session.Id.Value).With(session.Request.Value).With(session.Interpreter.Value).With(session.Requester.Value)
            .With(session.Customer.Value).With(session.Language.Value).With(SnakeCase.Of(session.Modality)).With(session.CreatedAt),
        session);

    private static NpgsqlBatchCommand Update(Session before, Session after) =>
        Mutable(new Statement(UpdateSession).With(after.Id.Value).With(SnakeCase.Of(before.State)), after);

    private static Statement Mutable(Statement statement, Session session) => statement
        .With(SnakeCase.Of(session.State)).With(SnakeCase.Of(session.EndReason)).With(session.StartedAt).With(session.InterruptedAt)
        .With(session.EndedAt).With(session.HeldByInterpreter).With(session.HeldByRequester).With(session.LastMediaAt)
        .With((decimal)session.Clock.Counted.Ticks / TimeSpan.TicksPerSecond).With(session.Clock.RunningSince)
        .WithInteger(session.IsUnfinished ? null : session.Clock.BillableSeconds);

    private static NpgsqlBatchCommand Write(Presence presence) => new Statement(WritePresence)
        .With(presence.Interpreter.Value).With(SnakeCase.Of(presence.State)).With(presence.Since).With(SnakeCase.Of(presence.PausedBecause))
        .WithInteger(presence.MissedInARow).With(presence.WrapUpUntil).With(presence.IdleSince).With(SnakeCase.Of(presence.Afterwards));

    private static NpgsqlBatchCommand Log(IReadOnlyList<EventRow> events, DateTimeOffset now) => new Statement(InsertEvents)
        .With(now)
        .With(events.Select(row => row.Kind).ToArray(), NpgsqlDbType.Text)
        .With(events.Select(row => row.Subject).ToArray(), NpgsqlDbType.Uuid)
        .With(events.Select(row => row.Customer).ToArray(), NpgsqlDbType.Uuid)
        .With(events.Select(row => row.Before).ToArray(), NpgsqlDbType.Text)
        .With(events.Select(row => row.After).ToArray(), NpgsqlDbType.Text);
}
