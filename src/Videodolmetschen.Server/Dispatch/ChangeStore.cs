using System.Text.Json;
using Npgsql;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// Writes a batch of decisions: one transaction, one round trip, commit included, and one statement for all rows of a table
/// that change alike. An update names the state it expects of each row; where one is not found the division by zero fails
/// the whole batch, because a count that is looked at afterwards would come after the commit.
/// </summary>
internal sealed class ChangeStore(NpgsqlDataSource source) : IAsyncDisposable
{
    // The plans of this connection are made once, perhaps over empty tables, and must still be good when those have grown.
    private const string PlanByKey =
        """
        SET plan_cache_mode = force_generic_plan;
        SET enable_seqscan = off;
        SET enable_hashjoin = off;
        SET enable_mergejoin = off;
        """;

    private static readonly RowStatement<InterpretingRequest> InsertRequests = new(
        """
        INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements,
          wishes, related_allowed, own_reference, requested_at, state, cancelled_by, unserved_because, ended_at, place_since,
          help_asked_at, help_answered_at, help_answered_by, excluded, relief_for,
          appointment_id, promised_interpreter_id, promised_until)
        VALUES {rows}
        """,
        (row, request) => row
            .With(request.Id.Value).With(request.Key).With(request.Customer.Value).With(request.Unit.Value).With(request.Requester.Value)
            .With(request.Language.Value).With(SnakeCase.Of(request.Field)).With(SnakeCase.Of(request.Modality)).With(SnakeCase.Of(request.Priority))
            .With(request.NeedsSection203)
            .WithJson(JsonSerializer.Serialize(request.Requirements, LiveJson.Default.IReadOnlyListRequirement))
            .WithJson(JsonSerializer.Serialize(request.Wishes, LiveJson.Default.IReadOnlyListWish))
            .With(request.RelatedAllowed).With(request.OwnReference).With(request.RequestedAt).With(SnakeCase.Of(request.State))
            .With(SnakeCase.Of(request.CancelledBy)).With(SnakeCase.Of(request.UnservedBecause)).With(request.EndedAt)
            .With(request.PlaceSince).With(request.HelpAskedAt).With(request.HelpAnsweredAt).With(request.HelpAnsweredBy?.Value)
            .With([.. request.Excluded.Select(id => id.Value)])
            .With(request.ReliefFor?.Value)
            .With(request.Promised?.Appointment.Value).With(request.Promised?.Interpreter.Value).With(request.Promised?.EndsAt));

    private static readonly RowStatement<(InterpretingRequest Before, InterpretingRequest After)> UpdateRequests = new(
        """
        WITH changed AS (
          UPDATE requests
          SET state = given.state, cancelled_by = given.cancelled_by, unserved_because = given.unserved_because, ended_at = given.ended_at,
            modality = given.modality, related_allowed = given.related_allowed, help_asked_at = given.help_asked_at,
            help_answered_at = given.help_answered_at, help_answered_by = given.help_answered_by
          FROM (VALUES {rows}) AS given (id, expected, state, cancelled_by, unserved_because, ended_at, modality, related_allowed, help_asked_at,
            help_answered_at, help_answered_by)
          WHERE requests.id = given.id
            AND requests.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, request) => row
            .With(request.After.Id.Value).With(SnakeCase.Of(request.Before.State)).With(SnakeCase.Of(request.After.State))
            .With(SnakeCase.Of(request.After.CancelledBy)).With(SnakeCase.Of(request.After.UnservedBecause)).With(request.After.EndedAt)
            .With(SnakeCase.Of(request.After.Modality)).With(request.After.RelatedAllowed)
            .With(request.After.HelpAskedAt).With(request.After.HelpAnsweredAt).With(request.After.HelpAnsweredBy?.Value));

    private static readonly RowStatement<Offer> InsertOffers = new(
        """
        INSERT INTO offers (id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, state, decline_reason,
          withdrawn_because, answered_at)
        VALUES {rows}
        """,
        (row, offer) => row
            .With(offer.Id.Value).With(offer.Request.Value).With(offer.Interpreter.Value).WithInteger(offer.Wave).WithInteger(offer.Rank)
            .WithJson(JsonSerializer.Serialize(offer.Reasons, LiveJson.Default.RankReasons)).With(offer.OfferedAt).With(offer.ExpiresAt)
            .With(SnakeCase.Of(offer.State)).With(SnakeCase.Of(offer.DeclineReason)).With(SnakeCase.Of(offer.WithdrawnBecause)).With(offer.AnsweredAt));

    private static readonly RowStatement<(Offer Before, Offer After)> UpdateOffers = new(
        """
        WITH changed AS (
          UPDATE offers
          SET state = given.state, decline_reason = given.decline_reason, withdrawn_because = given.withdrawn_because,
            answered_at = given.answered_at, expires_at = given.expires_at, extended = given.extended
          FROM (VALUES {rows}) AS given (id, expected, state, decline_reason, withdrawn_because, answered_at, expires_at, extended)
          WHERE offers.id = given.id
            AND offers.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, offer) => row
            .With(offer.After.Id.Value).With(SnakeCase.Of(offer.Before.State)).With(SnakeCase.Of(offer.After.State))
            .With(SnakeCase.Of(offer.After.DeclineReason)).With(SnakeCase.Of(offer.After.WithdrawnBecause)).With(offer.After.AnsweredAt)
            .With(offer.After.ExpiresAt).With(offer.After.Extended));

    private static readonly RowStatement<Session> InsertSessions = new(
        """
        INSERT INTO sessions (id, request_id, interpreter_id, requester_id, customer_id, language, modality, created_at, state, end_reason,
          started_at, interrupted_at, ended_at, held_by_interpreter, held_by_requester, last_media_at, counted_seconds, running_since,
          billable_seconds, complaint, check_since, check_number, check_asked, requester_flows_since, interpreter_flows_since)
        VALUES {rows}
        """,
        (row, session) => Mutable(
            row.With(session.Id.Value).With(session.Request.Value).With(session.Interpreter.Value).With(session.Requester.Value)
                .With(session.Customer.Value).With(session.Language.Value).With(SnakeCase.Of(session.Modality)).With(session.CreatedAt),
            session));

    private static readonly RowStatement<(Session Before, Session After)> UpdateSessions = new(
        """
        WITH changed AS (
          UPDATE sessions
          SET state = given.state, end_reason = given.end_reason, started_at = given.started_at, interrupted_at = given.interrupted_at,
            ended_at = given.ended_at, held_by_interpreter = given.held_by_interpreter, held_by_requester = given.held_by_requester,
            last_media_at = given.last_media_at, counted_seconds = given.counted_seconds, running_since = given.running_since,
            billable_seconds = given.billable_seconds, complaint = given.complaint, check_since = given.check_since,
            check_number = given.check_number, check_asked = given.check_asked, requester_flows_since = given.requester_flows_since,
            interpreter_flows_since = given.interpreter_flows_since, interpreter_id = given.interpreter_id
          FROM (VALUES {rows}) AS given (id, expected, state, end_reason, started_at, interrupted_at, ended_at, held_by_interpreter,
            held_by_requester, last_media_at, counted_seconds, running_since, billable_seconds, complaint, check_since, check_number, check_asked,
            requester_flows_since, interpreter_flows_since, interpreter_id)
          WHERE sessions.id = given.id
            AND sessions.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, session) => Mutable(row.With(session.After.Id.Value).With(SnakeCase.Of(session.Before.State)), session.After).With(session.After.Interpreter.Value));

    private static readonly RowStatement<Callback> InsertCallbacks = new(
        """
        INSERT INTO callbacks (id, request_id, requester_id, customer_id, asked_at, expires_at, state, ready_at, taken_as, ended_at)
        VALUES {rows}
        """,
        (row, callback) => row
            .With(callback.Id.Value).With(callback.Wanted.Id.Value).With(callback.Requester.Value).With(callback.Wanted.Customer.Value)
            .With(callback.AskedAt).With(callback.ExpiresAt).With(SnakeCase.Of(callback.State)).With(callback.ReadyAt)
            .With(callback.TakenAs?.Value).With(callback.EndedAt));

    private static readonly RowStatement<(Callback Before, Callback After)> UpdateCallbacks = new(
        """
        WITH changed AS (
          UPDATE callbacks
          SET state = given.state, expires_at = given.expires_at, ready_at = given.ready_at, taken_as = given.taken_as, ended_at = given.ended_at
          FROM (VALUES {rows}) AS given (id, expected, state, expires_at, ready_at, taken_as, ended_at)
          WHERE callbacks.id = given.id
            AND callbacks.state = given.expected
          RETURNING 1)
        SELECT 1 / (count(*) = {count})::integer
        FROM changed
        """,
        (row, callback) => row
            .With(callback.After.Id.Value).With(SnakeCase.Of(callback.Before.State)).With(SnakeCase.Of(callback.After.State))
            .With(callback.After.ExpiresAt).With(callback.After.ReadyAt).With(callback.After.TakenAs?.Value).With(callback.After.EndedAt));

    private static readonly RowStatement<EventRow> InsertEvents = new(
        """
        INSERT INTO dispatch_events (at, kind, subject_id, customer_id, before_state, after_state)
        VALUES {rows}
        """,
        (row, happened) => row
            .With(happened.At).With(happened.Kind).With(happened.Subject).With(happened.Customer).With(happened.Before).With(happened.After));

    private NpgsqlConnection? _connection;

    /// <param name="epoch">Of the dispatch lease: once it has passed on nothing is stored.</param>
    public async Task StoreAsync(IReadOnlyList<Change> changes, DateTimeOffset now, long epoch, CancellationToken cancellationToken)
    {
        if (changes.Count == 0)
        {
            return;
        }

        try
        {
            await using var batch = new NpgsqlBatch(_connection ?? await ConnectAsync(cancellationToken)) { BatchCommands = { LeaseStore.Begin(epoch) } };
            Write(batch, new NetChanges(changes));
            InsertEvents.AddTo(batch, EventRows.Of(changes, now));
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

    // Only the loop writes, so it keeps one connection: its statements stay prepared.
    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        _connection = await source.OpenConnectionAsync(cancellationToken);
        await using var settings = new NpgsqlCommand(PlanByKey, _connection);
        await settings.ExecuteNonQueryAsync(cancellationToken);
        return _connection;
    }

    // What ends makes room for what begins (one open offer per interpreter), and what is referred to comes first.
    private static void Write(NpgsqlBatch batch, NetChanges net)
    {
        UpdateOffers.AddTo(batch, net.Offers.Changed);
        StintChangeStore.Update(batch, net.Stints);
        UpdateSessions.AddTo(batch, net.Sessions.Changed);
        UpdateRequests.AddTo(batch, net.Requests.Changed);
        InsertRequests.AddTo(batch, net.Requests.New);
        InsertOffers.AddTo(batch, net.Offers.New);
        InsertSessions.AddTo(batch, net.Sessions.New);
        GuestChangeStore.Write(batch, net.Guests);
        UpdateCallbacks.AddTo(batch, net.Callbacks.Changed);
        InsertCallbacks.AddTo(batch, net.Callbacks.New);
        StintChangeStore.Insert(batch, net.Stints);
        PresenceChangeStore.Write(batch, net.Presences);
    }

    private static Statement Mutable(Statement row, Session session) => row
        .With(SnakeCase.Of(session.State)).With(SnakeCase.Of(session.EndReason)).With(session.StartedAt).With(session.InterruptedAt)
        .With(session.EndedAt).With(session.HeldByInterpreter).With(session.HeldByRequester).With(session.LastMediaAt)
        .With((decimal)session.Clock.Counted.Ticks / TimeSpan.TicksPerSecond).With(session.Clock.RunningSince)
        .WithInteger(session.IsUnfinished ? null : session.BillableSeconds).With(SnakeCase.Of(session.Complaint))
        .With(session.Check?.Since).WithInteger(session.Check?.Number).With(SnakeCase.Of(session.Check?.Asked))
        .With(session.RequesterFlowsSince).With(session.InterpreterFlowsSince);
}
