using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

/// <summary>What the rows of the live service refuse, and what their changes cost (migration 0013).</summary>
public sealed class LiveRowsTests(RealPostgres postgres)
{
    [Theory]
    [InlineData("UPDATE requests SET modality = 'audio'")]
    [InlineData("UPDATE sessions SET billable_seconds = 0")]
    [InlineData("UPDATE session_stints SET billable_seconds = 0")]
    public async Task What_has_ended_is_never_changed(string change)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("available"), "ended", counted: 19);
        await tables.RunAsync("UPDATE requests SET state = 'fulfilled', ended_at = now()");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => tables.RunAsync(change));
        Assert.Equal(PostgresErrorCodes.IntegrityConstraintViolation, refused.SqlState);
    }

    [Theory]
    [InlineData("started_at = created_at", true)]
    [InlineData("started_at = NULL", false)]
    public async Task A_request_has_a_second_session_only_where_the_first_never_stood(string first, bool isRefused)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        var (request, interpreter) = (await tables.RequestAsync("assigned"), await tables.InterpreterAsync("available"));
        await tables.SessionAsync(request, interpreter, "connecting");
        await tables.RunAsync($"UPDATE sessions SET state = 'ended', end_reason = 'never_connected', ended_at = now(), billable_seconds = 0, {first}");
        await tables.RunAsync("UPDATE session_stints SET state = 'left', left_at = joined_at, billable_seconds = 0");
        var second = await Record.ExceptionAsync(() => tables.SessionAsync(request, interpreter, "connecting"));
        Assert.Equal(isRefused ? "sessions_one_per_request" : null, (second as PostgresException)?.ConstraintName);
    }

    /// <summary>Nor do all later ones look through entries of versions that a snapshot keeps.</summary>
    [Theory]
    [InlineData("requests", "state = 'offered'")]
    [InlineData("sessions", "state = 'active', started_at = now(), running_since = now()")]
    [InlineData("presences", "state = 'available', since = now()")]
    public async Task What_changes_while_something_goes_on_changes_no_index(string table, string change)
    {
        await using var tables = await PlantedTables.OpenAsync(postgres);
        await tables.SessionAsync(await tables.RequestAsync("assigned"), await tables.InterpreterAsync("in_session"), "connecting");
        Assert.Equal(1, await tables.AskAsync<long>($"UPDATE {table} SET {change}; SELECT n_tup_hot_upd FROM pg_stat_xact_user_tables WHERE relname = '{table}'"));
    }
}
