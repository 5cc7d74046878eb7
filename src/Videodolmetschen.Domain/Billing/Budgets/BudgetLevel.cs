namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>How far a budget is taken.</summary>
/// <param name="Budget">Of which.</param>
/// <param name="Used">Rated, and what is over and not rated yet.</param>
/// <param name="Committed">What runs and what is booked.</param>
public sealed record BudgetLevel(Budget Budget, decimal Used, decimal Committed)
{
    public decimal Taken => Used + Committed;

    /// <summary>Negative where emergencies and long conversations went beyond it.</summary>
    public decimal Remaining => Budget.Amount - Taken;

    /// <summary>Whole per cent, cut off: 100 is said only when nothing is left.</summary>
    public int Percent => (int)Math.Min(9_999, Math.Floor(Taken * 100 / Budget.Amount));

    public BudgetStanding Standing =>
        Has(Budget.FullPercent) ? BudgetStanding.UsedUp : Reached.Any() ? BudgetStanding.Warned : BudgetStanding.Free;

    /// <summary>The thresholds that it has come to, the lowest first.</summary>
    public IEnumerable<int> Reached => Budget.WarnAt.Append(Budget.FullPercent).Distinct().Order().Where(Has);

    /// <summary>Only what costs something can go beyond it: what has no tariff is held up by nothing.</summary>
    public bool Refuses(decimal net) => Budget.Stops && net > 0 && Taken + net > Budget.Amount;

    public BudgetLevel With(decimal committed) => this with { Committed = Committed + committed };

    public static BudgetLevel Of(Budget budget, IEnumerable<Spending> all)
    {
        var (used, committed) = (0m, 0m);
        foreach (var one in all.Where(one => budget.HoldsFor(budget.Customer, one.Unit, one.Day)))
        {
            if (one.Stage is SpendingStage.Rated or SpendingStage.Unrated)
            {
                used += one.Net;
            }
            else
            {
                committed += one.Net;
            }
        }

        return new BudgetLevel(budget, used, committed);
    }

    private bool Has(int percent) => Taken * 100 >= Budget.Amount * percent;
}

public enum BudgetStanding
{
    Free,
    /// <summary>A threshold of warning is reached.</summary>
    Warned,
    /// <summary>Nothing is left.</summary>
    UsedUp,
}
