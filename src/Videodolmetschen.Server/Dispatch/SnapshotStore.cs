using Dapper;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>What other slices know.</summary>
internal sealed record SnapshotSources(InterpreterStore Interpreters, UnitNames Units, LanguageCatalogue Languages);

/// <summary>Reads what a dispatcher must know when it takes over.</summary>
internal sealed class SnapshotStore(TenantScope scope, SnapshotSources sources, SteadyClock clock, IOptions<DispatchOptions> options)
{
    private const string Live =
        $"""
        SELECT {RequestRow.Columns}
        FROM requests
        WHERE ended_at IS NULL OR ended_at > @rememberedSince;

        SELECT offers.id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, extended, offers.state, decline_reason,
          withdrawn_because, answered_at
        FROM offers
        JOIN requests ON requests.id = offers.request_id
        WHERE requests.ended_at IS NULL OR requests.ended_at > @rememberedSince;

        SELECT sessions.id, request_id, interpreter_id, sessions.requester_id, sessions.customer_id, sessions.language, sessions.modality,
          sessions.state, end_reason, created_at, started_at, interrupted_at, sessions.ended_at, held_by_interpreter, held_by_requester,
          last_media_at, counted_seconds, running_since, complaint, check_since, check_number, check_asked, requester_flows_since,
          interpreter_flows_since
        FROM sessions
        JOIN requests ON requests.id = sessions.request_id
        WHERE requests.ended_at IS NULL OR requests.ended_at > @rememberedSince;

        SELECT guests.id, session_id, guests.customer_id, seat, role, link_hash, invited_at, link_until, guests.state, guests.end_reason,
          admitted_at, away_since, guests.ended_at
        FROM guests
        JOIN sessions ON sessions.id = guests.session_id
        JOIN requests ON requests.id = sessions.request_id
        WHERE requests.ended_at IS NULL OR requests.ended_at > @rememberedSince;

        SELECT callbacks.id, request_id, asked_at, expires_at, callbacks.state, ready_at,
          ARRAY(SELECT interpreter_id FROM offers WHERE offers.request_id = callbacks.request_id AND offers.state = 'declined') AS declined_by
        FROM callbacks
        WHERE callbacks.ended_at IS NULL;

        SELECT {RequestRow.Columns}
        FROM requests
        JOIN callbacks ON callbacks.request_id = requests.id
        WHERE callbacks.ended_at IS NULL;

        SELECT stints.id, session_id, stints.interpreter_id, stints.customer_id, number, relief_id, stints.state, joined_at, hands_over_at,
          took_over_at, left_at, seconds_before, stints.billable_seconds
        FROM session_stints AS stints
        JOIN sessions ON sessions.id = stints.session_id
        JOIN requests ON requests.id = sessions.request_id
        WHERE requests.ended_at IS NULL OR requests.ended_at > @rememberedSince;

        SELECT interpreter_id, state, since, paused_because, missed_in_a_row, wrap_up_until, idle_since, afterwards,
          afterwards_because, break_until, worked_seconds, worked_until
        FROM presences
        """;

    public async Task<DispatchSnapshot> LoadAsync(CancellationToken cancellationToken)
    {
        var (interpreters, units, languages) = sources;
        await units.LoadAsync(cancellationToken);
        var rememberedSince = clock.Now - options.Value.Policy.RememberEnded;
        var all = await interpreters.ReadAllAsync(FairnessWeek.Since(clock.Now), cancellationToken);
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(
            new CommandDefinition(Live, new { rememberedSince }, staff.Transaction, cancellationToken: cancellationToken));
        var requests = await results.ReadAsync<RequestRow>();
        var offers = await results.ReadAsync<OfferRow>();
        var sessions = await results.ReadAsync<SessionRow>();
        var guests = await results.ReadAsync<GuestRow>();
        var callbacks = await results.ReadAsync<CallbackRow>();
        var wanted = (await results.ReadAsync<RequestRow>()).ToDictionary(row => row.Id);
        var stints = await results.ReadAsync<StintRow>();
        var presences = await results.ReadAsync<PresenceRow>();
        return new DispatchSnapshot(
            all,
            [.. presences.Select(row => row.ToDomain())],
            [.. requests.Select(row => row.ToDomain(languages))],
            [.. offers.Select(row => row.ToDomain())],
            [.. sessions.Select(row => row.ToDomain())])
        {
            Guests = [.. guests.Select(row => row.ToDomain())],
            Callbacks = [.. callbacks.Select(row => row.ToDomain(wanted[row.RequestId].ToDomain(languages)))],
            Stints = [.. stints.Select(row => row.ToDomain())],
        };
    }
}
