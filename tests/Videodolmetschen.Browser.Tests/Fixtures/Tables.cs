using Dapper;
using Npgsql;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>What stands in the tables, read past row-level security as the staff would.</summary>
public sealed class Tables(string connectionString)
{
    static Tables() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    public async Task<IReadOnlyList<SessionRow>> SessionsOfAsync(string requesterEmail)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return [.. await connection.QueryAsync<SessionRow>(
            """
            SELECT s.id, s.state, s.end_reason, s.billable_seconds, extract(epoch FROM s.ended_at - s.started_at)::float8 AS lasted_seconds
            FROM sessions s
            JOIN users u ON u.id = s.requester_id
            WHERE u.email = @requesterEmail
            ORDER BY s.created_at
            """,
            new { requesterEmail })];
    }

    /// <summary>Who carried a session for how many billable seconds, in the order of sitting down.</summary>
    public async Task<IReadOnlyList<(string Number, int Seconds)>> StintsOfAsync(Guid session)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return [.. await connection.QueryAsync<(string, int)>(
            """
            SELECT i.number, t.billable_seconds
            FROM session_stints t
            JOIN interpreters i ON i.id = t.interpreter_id
            WHERE t.session_id = @session
            ORDER BY t.number
            """,
            new { session })];
    }

    /// <summary>What stands on the only record that was asked for.</summary>
    public async Task<string> RecordCodeAsync()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return await connection.QuerySingleAsync<string>("SELECT short_code FROM session_records");
    }

    /// <summary>What has been, before the story begins.</summary>
    public async Task PlantAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        await connection.ExecuteAsync(sql);
    }

    /// <summary>The text of the only mail of a kind to somebody.</summary>
    public async Task<string> MailToAsync(string email, string kind)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return await connection.QuerySingleAsync<string>(
            """
            SELECT m.body_text
            FROM mails m
            JOIN users u ON u.id = m.recipient_id
            WHERE u.email = @email
              AND m.kind = @kind
            """,
            new { email, kind });
    }

    public sealed record SessionRow
    {
        public Guid Id { get; init; }

        public string State { get; init; } = "";

        public string? EndReason { get; init; }

        public int? BillableSeconds { get; init; }

        public double? LastedSeconds { get; init; }
    }
}
