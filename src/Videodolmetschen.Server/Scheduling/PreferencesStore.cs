using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What interpreters wish of appointments, for those who look for somebody.</summary>
internal static class PreferencesStore
{
    private sealed record Row(Guid InterpreterId, int? ShortestNoticeMinutes, int? LongestBlockMinutes, int? LongestDayMinutes, int? PauseMinutes);

    /// <summary>Of all who have some, by interpreter.</summary>
    public static async Task<IReadOnlyDictionary<Guid, AvailabilityPreferences>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
            """
            SELECT interpreter_id, shortest_notice_minutes, longest_block_minutes, longest_day_minutes, pause_minutes
            FROM interpreter_preferences
            """,
            transaction: transaction,
            cancellationToken: cancellationToken))).ToDictionary(
                row => row.InterpreterId,
                row => new PreferencesView(row.ShortestNoticeMinutes, row.LongestBlockMinutes, row.LongestDayMinutes, row.PauseMinutes).ToDomain());
}
