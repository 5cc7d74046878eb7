using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>A budget as the staff sees it. Money is net.</summary>
internal sealed record BudgetView(
    Guid Id, Guid CustomerId, string CustomerName, Guid? UnitId, string? UnitName, string Name, DateOnly From, DateOnly Until, decimal Amount, IReadOnlyList<int> WarnAt, bool Stops,
    string? Contact, int Revision, DateTimeOffset ChangedAt, string ChangedBy, decimal Used, decimal Committed, decimal Remaining, int Percent, string Standing,
    BudgetForecastView Forecast, IReadOnlyList<BudgetEventView> Events)
{
    public static BudgetView Of(StoredBudget stored, CustomerBudgets known, DateOnly today, IEnumerable<BudgetEvent> events)
    {
        var (budget, level) = (stored.Budget, BudgetLevel.Of(stored.Budget, known.Spendings));
        return new BudgetView(
            budget.Id.Value, budget.Customer.Value, stored.CustomerName, budget.Unit?.Value, stored.UnitName, budget.Name, budget.Period.From, budget.Period.Until, budget.Amount, budget.WarnAt,
            budget.Stops, budget.Contact, stored.Revision, stored.ChangedAt, stored.ChangedBy, level.Used, level.Committed, level.Remaining, level.Percent, SnakeCase.Of(level.Standing),
            BudgetForecastView.Of(BudgetForecast.Of(budget, known.Spendings, today, known.Days)),
            [.. events.Select(one => new BudgetEventView(one.Kind, one.Percent, one.At))]);
    }
}

/// <param name="Total">Null where nothing can be said yet.</param>
/// <param name="Words">The way to it, in German.</param>
internal sealed record BudgetForecastView(string Basis, decimal? Total, string Words)
{
    public static BudgetForecastView Of(BudgetForecast forecast) => new(SnakeCase.Of(forecast.Basis), forecast.Total, forecast.Words());
}

internal sealed record BudgetEventView(string Kind, int Percent, DateTimeOffset At);

/// <summary>What a requester may know of a budget: the own customer's, and only those that hold for the own unit.</summary>
internal sealed record OwnBudgetView(string Name, bool IsOfUnit, DateOnly From, DateOnly Until, decimal Amount, decimal Remaining, int Percent, string Standing, bool Stops, string? Contact)
{
    public static OwnBudgetView Of(BudgetLevel level) => new(
        level.Budget.Name, level.Budget.Unit is not null, level.Budget.Period.From, level.Budget.Period.Until, level.Budget.Amount, Math.Max(0, level.Remaining), level.Percent,
        SnakeCase.Of(level.Standing), level.Budget.Stops, level.Budget.Contact);
}

/// <summary>Beside a price: the tightest budget, as it is and as it would be, and whether the order passes.</summary>
/// <param name="Outcome">As <see cref="BudgetOutcome"/> in snake_case.</param>
/// <param name="PercentAfter">With the order in it.</param>
internal sealed record BudgetNoteView(string Outcome, int PercentAfter, OwnBudgetView Budget)
{
    /// <returns>Null where no budget holds.</returns>
    public static BudgetNoteView? Of(BudgetVerdict verdict) =>
        verdict is { Tightest: { } level, After: { } after } ? new BudgetNoteView(SnakeCase.Of(verdict.Outcome), after.Percent, OwnBudgetView.Of(level)) : null;
}
