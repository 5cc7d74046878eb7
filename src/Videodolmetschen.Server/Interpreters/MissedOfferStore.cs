using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>An offer that nobody answered.</summary>
/// <param name="Id">Of the offer.</param>
/// <param name="OfferedAt">When it began to ring.</param>
/// <param name="Language">What would have been spoken.</param>
/// <param name="Field">In snake_case.</param>
/// <param name="Modality"><c>video</c> or <c>audio</c>.</param>
/// <param name="IsAppointment">A booked appointment without its interpreter; else a live request.</param>
public sealed record MissedOffer(Guid Id, DateTimeOffset OfferedAt, string Language, string Field, string Modality, bool IsAppointment);

/// <summary>The misses that have paused an interpreter.</summary>
internal sealed class MissedOfferStore(TenantScope scope)
{
    public async Task<IReadOnlyList<MissedOffer>> ReadAsync(InterpreterId interpreter, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return
        [
            .. await staff.Connection.QueryAsync<MissedOffer>(new CommandDefinition(
                """
                SELECT missed.id, missed.offered_at, coalesce(missed.reasons ->> 'related', requests.language) AS language, requests.field,
                  requests.modality, requests.priority = 'appointment_uncovered' AS is_appointment
                FROM presences
                CROSS JOIN LATERAL (
                  SELECT *
                  FROM offers
                  WHERE offers.interpreter_id = presences.interpreter_id
                    AND offers.state = 'expired'
                    AND offers.answered_at <= presences.since
                  ORDER BY offers.answered_at DESC
                  LIMIT presences.missed_in_a_row) AS missed
                JOIN requests ON requests.id = missed.request_id
                WHERE presences.interpreter_id = @id
                  AND presences.paused_because = 'missed_offers'
                ORDER BY missed.answered_at DESC
                """,
                new { id = interpreter.Value },
                staff.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }
}
