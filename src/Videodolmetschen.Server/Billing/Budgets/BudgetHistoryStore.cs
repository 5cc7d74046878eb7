using System.Text.Json;
using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>What was changed in a budget, as the audit has it.</summary>
internal static class BudgetHistoryStore
{
    private const int AtMost = 50;
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private sealed record HistoryRow(DateTimeOffset At, string? By, string Action, string Changes);

    public static string Subject(Guid budget) => $"budget:{budget}";

    /// <summary>Newest first.</summary>
    public static async Task<IReadOnlyList<BudgetChange>> ReadAsync(NpgsqlTransaction transaction, Guid budget, CancellationToken cancellationToken) =>
    [
        .. (await transaction.Connection!.QueryAsync<HistoryRow>(new CommandDefinition(
            """
            SELECT a.at, u.display_name AS by, a.action, a.details -> 'changes' AS changes
            FROM audit_entries a
            LEFT JOIN users u ON u.id = a.actor
            WHERE a.subject = @subject
            ORDER BY a.id DESC
            LIMIT @limit
            """,
            new { subject = Subject(budget), limit = AtMost },
            transaction,
            cancellationToken: cancellationToken))).Select(row => new BudgetChange(row.At, row.By, row.Action, JsonSerializer.Deserialize<Dictionary<string, BudgetStep>>(row.Changes, Json)!)),
    ];
}
