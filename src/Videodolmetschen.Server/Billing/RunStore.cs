using System.Text.Json;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

internal sealed record RunRow
{
    public Guid Id { get; init; }

    public string Side { get; init; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly UntilDay { get; init; }

    public string State { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public Guid StartedBy { get; init; }

    public string? StartedByName { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int Planned { get; init; }

    public int Issued { get; init; }

    public int Refused { get; init; }
}

internal sealed record RunPart(int Place, Guid PartyId, string Name, string State, string Reasons);

/// <param name="WithDisputed">Services with an open dispute are billed all the same.</param>
internal sealed record RunParty(Guid Id, bool WithDisputed);

/// <summary>The tables <c>billing_runs</c> and <c>billing_run_parts</c>.</summary>
internal static class RunStore
{
    private const string Runs =
        """
        SELECT r.id, r.side, r.from_day, r.until_day, r.state, r.issued_on, r.started_by, u.display_name AS started_by_name, r.started_at, r.finished_at,
          count(*) FILTER (WHERE p.state = 'planned')::int AS planned, count(*) FILTER (WHERE p.state = 'issued')::int AS issued, count(*) FILTER (WHERE p.state = 'refused')::int AS refused
        FROM billing_runs r
        LEFT JOIN billing_run_parts p ON p.run_id = r.id
        LEFT JOIN users u ON u.id = r.started_by
        """;

    public static async Task<IReadOnlyList<RunRow>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<RunRow>(new CommandDefinition(
            $"{Runs}\nGROUP BY r.id, u.display_name\nORDER BY r.started_at DESC\nLIMIT 50", transaction: transaction, cancellationToken: cancellationToken))];

    public static Task<RunRow?> FindAsync(NpgsqlTransaction transaction, Guid id, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<RunRow>(new CommandDefinition(
            $"{Runs}\nWHERE r.id = @id\nGROUP BY r.id, u.display_name", new { id }, transaction, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Guid>> ReadOpenAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<Guid>(new CommandDefinition(
            """
            SELECT id
            FROM billing_runs
            WHERE state = 'issuing'
            ORDER BY started_at
            """,
            transaction: transaction,
            cancellationToken: cancellationToken))];

    /// <returns>The run of this press, and whether it was made now and not before.</returns>
    public static async Task<(Guid Id, bool IsNew)> AddAsync(
        NpgsqlTransaction transaction, Guid key, BillingSide side, DateOnly from, DateOnly until, DateOnly issuedOn, IReadOnlyList<RunParty> parties, UserId by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var made = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO billing_runs (id, key, side, from_day, until_day, state, issued_on, started_by, started_at, finished_at)
            VALUES (@id, @key, @side, @from, @until, CASE WHEN @none THEN 'done' ELSE 'issuing' END, @issuedOn, @by, @now, CASE WHEN @none THEN @now END)
            ON CONFLICT (key) DO NOTHING
            """,
            new { id, key, side = SnakeCase.Of(side), from, until, none = parties.Count == 0, issuedOn, by = by.Value, now },
            transaction,
            cancellationToken: cancellationToken));
        if (made == 0)
        {
            return (await transaction.Connection!.QuerySingleAsync<Guid>(new CommandDefinition("SELECT id FROM billing_runs WHERE key = @key", new { key }, transaction, cancellationToken: cancellationToken)), false);
        }

        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO billing_run_parts (run_id, place, party_id, state, with_disputed)
            SELECT @id, given.place, given.party, 'planned', given.with_disputed
            FROM unnest(@parties, @disputed) WITH ORDINALITY AS given (party, with_disputed, place)
            """,
            new { id, parties = parties.Select(party => party.Id).ToArray(), disputed = parties.Select(party => party.WithDisputed).ToArray() },
            transaction,
            cancellationToken: cancellationToken));
        return (id, true);
    }

    public static async Task<IReadOnlyList<RunPart>> ReadPartsAsync(NpgsqlTransaction transaction, Guid run, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<RunPart>(new CommandDefinition(
            """
            SELECT p.place, p.party_id, coalesce(c.name, i.number) AS name, p.state, p.reasons::text AS reasons
            FROM billing_run_parts p
            LEFT JOIN customers c ON c.id = p.party_id
            LEFT JOIN interpreters i ON i.id = p.party_id
            WHERE p.run_id = @run
            ORDER BY p.place
            """,
            new { run },
            transaction,
            cancellationToken: cancellationToken))];

    /// <summary>Locks the run's next part; null when nothing is left, or the run was stopped.</summary>
    public static Task<(int Place, Guid Party, bool WithDisputed)?> NextPartAsync(NpgsqlTransaction transaction, Guid run, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<(int, Guid, bool)?>(new CommandDefinition(
            """
            SELECT p.place, p.party_id, p.with_disputed
            FROM billing_run_parts p
            JOIN billing_runs r ON r.id = p.run_id
            WHERE p.run_id = @run
              AND p.state = 'planned'
              AND r.state = 'issuing'
            ORDER BY p.place
            LIMIT 1
            FOR UPDATE OF p
            """,
            new { run },
            transaction,
            cancellationToken: cancellationToken));

    public static Task SettlePartAsync(NpgsqlTransaction transaction, Guid run, int place, string state, IReadOnlyList<DraftFinding> reasons, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE billing_run_parts
            SET state = @state, reasons = @reasons::jsonb
            WHERE run_id = @run
              AND place = @place
              AND state = 'planned'
            """,
            new { run, place, state, reasons = JsonSerializer.Serialize(reasons, JsonSerializerOptions.Web) },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>Done once no part is planned any more.</summary>
    public static Task<int> FinishAsync(NpgsqlTransaction transaction, Guid run, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE billing_runs
            SET state = 'done', finished_at = @now
            WHERE id = @run
              AND state = 'issuing'
              AND NOT EXISTS (SELECT FROM billing_run_parts WHERE run_id = @run AND state = 'planned')
            """,
            new { run, now },
            transaction,
            cancellationToken: cancellationToken));

    /// <param name="today">No document bears a day on which it was not issued (§ 14 (4) Nr. 3 UStG).</param>
    /// <returns>False where it was in another state.</returns>
    public static async Task<bool> MoveAsync(NpgsqlTransaction transaction, Guid run, string from, string to, DateOnly today, CancellationToken cancellationToken) =>
        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            UPDATE billing_runs
            SET state = @to, issued_on = CASE @to WHEN 'issuing' THEN @today ELSE issued_on END
            WHERE id = @run
              AND state = @from
            """,
            new { run, from, to, today },
            transaction,
            cancellationToken: cancellationToken)) == 1;
}
