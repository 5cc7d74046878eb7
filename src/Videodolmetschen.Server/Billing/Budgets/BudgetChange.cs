using System.Globalization;
using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>One field in the history: what it was and what it is, as the wire writes it.</summary>
internal sealed record BudgetStep(string? From, string? To);

/// <param name="Action"><c>budget.added</c> or <c>budget.changed</c>.</param>
/// <param name="Changes">By field.</param>
internal sealed record BudgetChange(DateTimeOffset At, string? By, string Action, IReadOnlyDictionary<string, BudgetStep> Changes)
{
    /// <summary>Only what differs.</summary>
    public static IReadOnlyDictionary<string, BudgetStep> Steps(Budget? before, Budget? after)
    {
        var (was, becomes) = (Fields(before), Fields(after));
        return was.Keys.Where(field => was[field] != becomes[field]).ToDictionary(field => field, field => new BudgetStep(was[field], becomes[field]));
    }

    private static Dictionary<string, string?> Fields(Budget? budget) => new()
    {
        ["name"] = budget?.Name,
        ["from"] = Day(budget?.Period.From),
        ["until"] = Day(budget?.Period.Until),
        ["amount"] = budget?.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        ["warnAt"] = budget is null ? null : string.Join(' ', budget.WarnAt),
        ["stops"] = budget is null ? null : budget.Stops ? "true" : "false",
        ["contact"] = budget?.Contact,
    };

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
