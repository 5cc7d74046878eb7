namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>Days of service in Berlin, both included.</summary>
public readonly record struct BudgetPeriod(DateOnly From, DateOnly Until)
{
    public static BudgetPeriod OfYear(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    public bool IsYear => this == OfYear(From.Year);

    public bool Contains(DateOnly day) => day >= From && day <= Until;
}
