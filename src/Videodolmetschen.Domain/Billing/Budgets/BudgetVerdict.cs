namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>Whether something may be ordered. All budgets that hold must allow it; the tightest is the one that people are shown.</summary>
/// <param name="Outcome">For whoever orders.</param>
/// <param name="Tightest">As it is before the order; null where no budget holds.</param>
/// <param name="After">The same with the order in it.</param>
/// <param name="Refusing">The budgets beyond which it goes.</param>
public sealed record BudgetVerdict(BudgetOutcome Outcome, BudgetLevel? Tightest, BudgetLevel? After, IReadOnlyList<BudgetLevel> Refusing)
{
    public static BudgetVerdict None { get; } = new(BudgetOutcome.Passes, null, null, []);

    /// <param name="levels">Of the customer's budgets, as they are before the order.</param>
    /// <param name="unit">Who orders.</param>
    /// <param name="costs">What is ordered: one conversation, or each appointment of a series on its day.</param>
    /// <param name="isEmergency">It passes in any case, and is marked.</param>
    public static BudgetVerdict Of(IEnumerable<BudgetLevel> levels, UnitId? unit, IReadOnlyCollection<PlannedCost> costs, bool isEmergency = false)
    {
        var holding = levels
            .Select(level => (Level: level, Costs: costs.Where(cost => level.Budget.HoldsFor(level.Budget.Customer, unit, cost.Day)).ToList()))
            .Where(one => one.Costs.Count > 0)
            .Select(one => (one.Level, Net: one.Costs.Sum(cost => cost.Net), After: one.Level.With(one.Costs.Sum(cost => cost.Net))))
            .ToList();
        if (holding.Count == 0)
        {
            return None;
        }

        var refusing = holding.Where(one => one.Level.Refuses(one.Net)).Select(one => one.Level).ToList();
        var tightest = holding
            .OrderByDescending(one => refusing.Contains(one.Level))
            .ThenByDescending(one => one.After.Taken / one.After.Budget.Amount)
            .First();
        var outcome = (refusing.Count, isEmergency) switch
        {
            (> 0, true) => BudgetOutcome.PassesAsEmergency,
            (> 0, false) => BudgetOutcome.Refused,
            _ => holding.Any(one => one.After.Standing != BudgetStanding.Free) ? BudgetOutcome.PassesWithNote : BudgetOutcome.Passes,
        };
        return new BudgetVerdict(outcome, tightest.Level, tightest.After, refusing);
    }
}

public enum BudgetOutcome
{
    Passes,
    /// <summary>A threshold is reached by it: it is said, and it passes.</summary>
    PassesWithNote,
    /// <summary>It would have been refused.</summary>
    PassesAsEmergency,
    Refused,
}
