using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Domain.Tests.Billing.Budgets;

/// <summary>An office of a town, with a budget of its own beside the town's.</summary>
internal static class Sozialamt
{
    public static readonly UnitId Unit = new(Given.Id(9101));
    public static readonly UnitId Neighbour = new(Given.Id(9102));

    public static Budget Budget(decimal amount = 1_000, string from = "2027-01-01", string until = "2027-12-31", bool isOfUnit = true) => new()
    {
        Id = new BudgetId(Given.NewId()),
        Customer = Given.Authority,
        Unit = isOfUnit ? Unit : null,
        Name = isOfUnit ? "Sozialamt 2027" : "Stadt 2027",
        Period = new BudgetPeriod(Given.Day(from), Given.Day(until)),
        Amount = amount,
        WarnAt = [80, 95],
        Stops = true,
    };

    public static Spending Rated(string day, decimal net, UnitId? unit = null) => new(unit ?? Unit, Given.Day(day), net, SpendingStage.Rated);

    public static Spending Booked(string day, decimal net) => new(Unit, Given.Day(day), net, SpendingStage.Booked);

    /// <summary>The same on each of these days.</summary>
    public static IEnumerable<Spending> Daily(string from, int days, decimal net) =>
        Enumerable.Range(0, days).Select(day => new Spending(Unit, Given.Day(from).AddDays(day), net, SpendingStage.Rated));
}
