using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

/// <summary>One conversation that runs, and one that is over, in rows that are as they should be.</summary>
public sealed class SoundTables(RealPostgres postgres) : IAsyncLifetime
{
    public PlantedTables Tables { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Tables = await PlantedTables.OpenAsync(postgres);
        var (request, interpreter) = (await Tables.RequestAsync("assigned"), await Tables.InterpreterAsync("available"));
        await Tables.OfferAsync(request, interpreter);
        await Tables.SessionAsync(request, interpreter);
        // Rows that have ended refuse every change, sound or not; here they are to be changed.
        await Tables.RunAsync(
            "ALTER TABLE requests DISABLE TRIGGER USER; ALTER TABLE sessions DISABLE TRIGGER USER; ALTER TABLE session_stints DISABLE TRIGGER USER");
    }

    public ValueTask DisposeAsync() => Tables.DisposeAsync();
}

/// <summary>The rules of one row (migration 0017), each broken alone.</summary>
public sealed class SoundRowsTests(SoundTables sound) : IClassFixture<SoundTables>
{
    private const string Ended = "state = 'ended', ended_at = now(), ";

    [Theory]
    [InlineData("requests", "state = 'lost'")]
    [InlineData("requests", "language = 'Tigrinya'")]
    [InlineData("requests", "field = 'astrology'")]
    [InlineData("requests", "modality = 'letter'")]
    [InlineData("requests", "priority = 'vip'")]
    [InlineData("requests", "own_reference = repeat('x', 21)")]
    [InlineData("requests", "place_since = requested_at + interval '1 s'")]
    [InlineData("requests", "state = 'fulfilled'")]
    [InlineData("requests", "ended_at = now()")]
    [InlineData("requests", "cancelled_by = 'requester'")]
    [InlineData("requests", "state = 'cancelled', ended_at = now()")]
    [InlineData("requests", "state = 'cancelled', ended_at = now(), cancelled_by = 'nobody'")]
    [InlineData("requests", "state = 'cancelled', ended_at = now(), cancelled_by = 'session_end'")]
    [InlineData("requests", "unserved_because = 'all_busy'")]
    [InlineData("requests", "state = 'unserved', ended_at = now(), unserved_because = 'bad_luck'")]
    [InlineData("requests", "help_answered_at = now(), help_answered_by = requester_id")]
    [InlineData("requests", "help_asked_at = now(), help_answered_at = now()")]
    [InlineData("offers", "state = 'lost'")]
    [InlineData("offers", "wave = 0")]
    [InlineData("offers", "rank = 0")]
    [InlineData("offers", "expires_at = offered_at")]
    [InlineData("offers", "state = 'declined'")]
    [InlineData("offers", "decline_reason = 'no_time'")]
    [InlineData("offers", "state = 'declined', decline_reason = 'weather'")]
    [InlineData("offers", "state = 'withdrawn'")]
    [InlineData("offers", "state = 'withdrawn', withdrawn_because = 'weather'")]
    [InlineData("sessions", "state = 'lost'")]
    [InlineData("sessions", "language = 'Tigrinya'")]
    [InlineData("sessions", "modality = 'letter'")]
    [InlineData("sessions", "counted_seconds = -1")]
    [InlineData("sessions", Ended + "end_reason = 'hang_up_requester', billable_seconds = -1")]
    [InlineData("sessions", "ended_at = now()")]
    [InlineData("sessions", "end_reason = 'left_alone'")]
    [InlineData("sessions", "billable_seconds = 1")]
    [InlineData("sessions", Ended + "end_reason = 'hang_up_requester', billable_seconds = 1, running_since = now()")]
    [InlineData("sessions", Ended + "end_reason = 'weather', billable_seconds = 1")]
    [InlineData("sessions", Ended + "end_reason = 'hang_up_requester', billable_seconds = 1, complaint = 'other'")]
    [InlineData("sessions", Ended + "end_reason = 'quality_complaint', billable_seconds = 1")]
    [InlineData("sessions", Ended + "end_reason = 'quality_complaint', billable_seconds = 0, complaint = 'weather'")]
    [InlineData("sessions", Ended + "end_reason = 'quality_complaint', billable_seconds = 1, complaint = 'other'")]
    [InlineData("sessions", Ended + "end_reason = 'quality_complaint', billable_seconds = 0, complaint = 'other', started_at = NULL")]
    [InlineData("sessions", "check_since = now()")]
    [InlineData("sessions", "state = 'interrupted', check_since = now(), check_number = 1, check_asked = 'both'")]
    [InlineData("sessions", "check_since = now(), check_number = 0, check_asked = 'both'")]
    [InlineData("sessions", "check_since = now(), check_number = 1, check_asked = 'guest'")]
    [InlineData("session_stints", "state = 'lost'")]
    [InlineData("session_stints", "number = 100, relief_id = (SELECT id FROM requests)")]
    [InlineData("session_stints", "number = 2")]
    [InlineData("session_stints", "relief_id = (SELECT id FROM requests)")]
    [InlineData("session_stints", "seconds_before = -1")]
    [InlineData("session_stints", "state = 'left', left_at = now(), billable_seconds = -1")]
    [InlineData("session_stints", "took_over_at = joined_at - interval '1 s'")]
    [InlineData("session_stints", "state = 'left', left_at = joined_at - interval '1 s', billable_seconds = 0")]
    [InlineData("session_stints", "left_at = now()")]
    [InlineData("session_stints", "billable_seconds = 1")]
    [InlineData("session_stints", "took_over_at = NULL")]
    [InlineData("session_stints", "state = 'joining'")]
    [InlineData("session_stints", "hands_over_at = now()")]
    [InlineData("session_stints", "state = 'left', left_at = now(), took_over_at = NULL, billable_seconds = 1")]
    [InlineData("presences", "state = 'lost'")]
    [InlineData("presences", "state = 'paused'")]
    [InlineData("presences", "paused_because = 'own_wish'")]
    [InlineData("presences", "state = 'paused', paused_because = 'weather'")]
    [InlineData("presences", "state = 'wrap_up'")]
    [InlineData("presences", "wrap_up_until = now()")]
    [InlineData("presences", "state = 'paused', paused_because = 'own_wish', break_until = now()")]
    [InlineData("presences", "afterwards = 'lost'")]
    [InlineData("presences", "afterwards_because = 'weather'")]
    [InlineData("presences", "missed_in_a_row = -1")]
    [InlineData("presences", "worked_seconds = -1, worked_until = now()")]
    [InlineData("presences", "worked_seconds = 1")]
    public async Task A_row_that_breaks_a_rule_is_refused(string table, string change)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(table, change));
        Assert.Equal((PostgresErrorCodes.CheckViolation, $"{table}_are_sound"), (refused.SqlState, refused.ConstraintName));
    }

    [Theory]
    [InlineData("requests", "state = 'cancelled', ended_at = now(), cancelled_by = 'requester'")]
    [InlineData("requests", "state = 'unserved', ended_at = now(), unserved_because = 'all_busy'")]
    [InlineData("requests", "help_asked_at = now(), help_answered_at = now(), help_answered_by = requester_id, own_reference = repeat('x', 20)")]
    [InlineData("offers", "state = 'declined', decline_reason = 'no_time'")]
    [InlineData("offers", "state = 'withdrawn', withdrawn_because = 'reassigned'")]
    [InlineData("sessions", Ended + "end_reason = 'hang_up_requester', billable_seconds = 1")]
    [InlineData("sessions", Ended + "end_reason = 'quality_complaint', billable_seconds = 0, complaint = 'other'")]
    [InlineData("sessions", "check_since = now(), check_number = 1, check_asked = 'both'")]
    [InlineData("session_stints", "state = 'left', left_at = now(), billable_seconds = 1")]
    [InlineData("session_stints", "state = 'joining', took_over_at = NULL, hands_over_at = now()")]
    [InlineData("presences", "state = 'paused', paused_because = 'break', break_until = now()")]
    [InlineData("presences", "state = 'wrap_up', wrap_up_until = now(), worked_seconds = 1, worked_until = now()")]
    public Task A_row_that_breaks_none_is_taken(string table, string change) => ChangeAsync(table, change);

    // Never committed: the next one finds the rows as they were.
    private Task<int> ChangeAsync(string table, string change) => sound.Tables.AskAsync<int>($"UPDATE {table} SET {change}");
}
