using Dapper;
using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Retention;

/// <param name="Kind">Of the class.</param>
/// <param name="At">When the run began.</param>
/// <param name="Counted">How many rows went.</param>
/// <param name="Oldest">The earliest start among them.</param>
internal sealed record RetentionProof(string Kind, DateTimeOffset At, int Counted, DateTimeOffset? Oldest);

/// <param name="Due">That the next run takes; up to <see cref="RetentionStore.CountedAtMost"/>.</param>
/// <param name="Held">That would be due, and are held.</param>
internal sealed record DueCount(int Due, int Held);

/// <summary>Rows that are due, batch by batch, and the proof of it in the same transaction.</summary>
internal sealed class RetentionStore(TenantScope scope)
{
    public const int CountedAtMost = 10_000;

    /// <summary>One batch.</summary>
    /// <returns>How many went.</returns>
    public async Task<int> ForgetAsync(Guid run, RetentionKind kind, (DateTimeOffset At, DateTimeOffset Before) when, int limit, CancellationToken cancellationToken)
    {
        var rows = DueRowsStore.Of(kind);
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var counted = await staff.Connection.QuerySingleAsync<int>(new CommandDefinition(
            $"""
            WITH due AS (
              SELECT {rows.Id} AS id, {rows.Start} AS started
              FROM {rows.From}
              WHERE {rows.Start} < @before
                AND {rows.Only}
                AND NOT {HeldOf(rows)}
              ORDER BY started
              LIMIT @limit
            ),
            {rows.Going},
            proof AS (
              INSERT INTO retention_proofs AS p (run, kind, at, due_before, counted, oldest)
              SELECT @run, @kind, @at, @before, count(*), min(due.started)
              FROM gone
              LEFT JOIN due USING (id)
              ON CONFLICT (run, kind) DO UPDATE
              SET counted = p.counted + EXCLUDED.counted, oldest = least(p.oldest, EXCLUDED.oldest)
            )
            SELECT count(*) FROM gone
            """,
            new { run, kind = SnakeCase.Of(kind), when.At, when.Before, limit },
            staff.Transaction,
            cancellationToken: cancellationToken));
        CrashPoint.Reach("forgetting", [SnakeCase.Of(kind)]);
        await staff.CommitAsync(cancellationToken);
        return counted;
    }

    public async Task<DueCount> CountAsync(RetentionKind kind, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var rows = DueRowsStore.Of(kind);
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await staff.Connection.QuerySingleAsync<DueCount>(new CommandDefinition(
            $"""
            SELECT count(*) FILTER (WHERE NOT held)::integer AS due, count(*) FILTER (WHERE held)::integer AS held
            FROM (
              SELECT {HeldOf(rows)} AS held
              FROM {rows.From}
              WHERE {rows.Start} < @before
                AND {rows.Only}
              LIMIT @limit
            ) AS found
            """,
            new { kind = SnakeCase.Of(kind), before, limit = CountedAtMost },
            staff.Transaction,
            cancellationToken: cancellationToken));
    }

    /// <summary>Newest first; with <paramref name="latest"/> only the last of each class.</summary>
    public async Task<IReadOnlyList<RetentionProof>> ReadProofsAsync(bool latest, int limit, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return
        [
            .. await staff.Connection.QueryAsync<RetentionProof>(new CommandDefinition(
                """
                SELECT kind, at, counted, oldest
                FROM retention_proofs p
                WHERE CASE WHEN @latest THEN at = (SELECT max(at) FROM retention_proofs l WHERE l.kind = p.kind) ELSE counted > 0 END
                ORDER BY at DESC, kind
                LIMIT @limit
                """,
                new { latest, limit },
                staff.Transaction,
                cancellationToken: cancellationToken)),
        ];
    }

    private static string HeldOf(DueRows rows) => $"EXISTS (SELECT FROM legal_holds h WHERE h.lifted_at IS NULL AND (h.kind = @kind OR {rows.Concerns}))";
}
