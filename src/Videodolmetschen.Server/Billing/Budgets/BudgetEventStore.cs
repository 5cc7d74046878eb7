using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <param name="Kind"><c>threshold</c> or <c>emergency</c>.</param>
/// <param name="Percent">The threshold; for an emergency, how far the budget was taken.</param>
internal sealed record BudgetEvent(Guid BudgetId, string Kind, int Percent, DateTimeOffset At);

/// <summary>The table <c>budget_events</c>: rows are added, and go with their budget.</summary>
internal static class BudgetEventStore
{
    private const int AtMost = 20;

    /// <summary>The newest of each budget.</summary>
    public static async Task<ILookup<Guid, BudgetEvent>> ReadAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<BudgetEvent>(new CommandDefinition(
            """
            SELECT budget_id, kind, percent, at
            FROM (SELECT *, row_number() OVER (PARTITION BY budget_id ORDER BY at DESC, percent DESC, id) AS place FROM budget_events) AS events
            WHERE place <= @atMost
            ORDER BY at DESC, percent DESC, id
            """,
            new { atMost = AtMost },
            transaction,
            cancellationToken: cancellationToken))).ToLookup(one => one.BudgetId);

    /// <returns>False where it was told for this amount before.</returns>
    public static async Task<bool> AddThresholdAsync(NpgsqlTransaction transaction, Budget budget, int percent, DateTimeOffset now, CancellationToken cancellationToken) =>
        await AddAsync(transaction, budget, "threshold", percent, now, cancellationToken) == 1;

    public static Task AddEmergencyAsync(NpgsqlTransaction transaction, BudgetLevel level, DateTimeOffset now, CancellationToken cancellationToken) =>
        AddAsync(transaction, level.Budget, "emergency", Math.Max(1, level.Percent), now, cancellationToken);

    private static Task<int> AddAsync(NpgsqlTransaction transaction, Budget budget, string kind, int percent, DateTimeOffset now, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO budget_events (id, budget_id, kind, percent, amount, at)
            VALUES (@id, @budget, @kind, @percent, @Amount, @now)
            ON CONFLICT DO NOTHING
            """,
            new { id = Guid.CreateVersion7(), budget = budget.Id.Value, kind, percent, budget.Amount, now },
            transaction,
            cancellationToken: cancellationToken));
}
