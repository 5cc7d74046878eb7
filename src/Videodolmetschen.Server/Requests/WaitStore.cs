using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Requests;

/// <summary>How long others waited, over all customers: only the lengths leave the tables.</summary>
internal sealed class WaitStore(TenantScope scope)
{
    /// <summary>More say nothing more.</summary>
    private const int CasesAtMost = 2_000;

    /// <param name="language">The language that was asked for.</param>
    /// <param name="hour">The hour in Berlin, 0 to 23.</param>
    /// <param name="since">Only what was asked after it.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    /// <returns>Newest first; null where nobody came. What the requester withdrew, what was called back, and an appointment is no case.</returns>
    public async Task<IReadOnlyList<TimeSpan?>> ReadAsync(LanguageCode language, int hour, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var seconds = await staff.Connection.QueryAsync<double?>(new CommandDefinition(
            """
            SELECT extract(epoch FROM sessions.created_at - requests.requested_at)::double precision
            FROM requests
            LEFT JOIN sessions ON sessions.request_id = requests.id AND sessions.started_at IS NOT NULL
            WHERE requests.language = @language
              AND requests.requested_at > @since
              AND extract(hour FROM requests.requested_at AT TIME ZONE 'Europe/Berlin') = @hour
              AND requests.state IN ('fulfilled', 'unserved')
              AND requests.place_since IS NULL
              AND requests.relief_for IS NULL
              AND requests.appointment_id IS NULL
              AND NOT EXISTS (
                SELECT FROM callbacks
                WHERE callbacks.request_id = requests.id)
            ORDER BY requests.requested_at DESC
            LIMIT @limit
            """,
            new { language = language.Value, hour, since, limit = CasesAtMost },
            staff.Transaction,
            cancellationToken: cancellationToken));
        return [.. seconds.Select(wait => wait is { } known ? TimeSpan.FromSeconds(known) : (TimeSpan?)null)];
    }
}
