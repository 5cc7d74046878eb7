namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>What one service costs, or services of one day together.</summary>
/// <param name="Unit">Whose it is.</param>
/// <param name="Day">Of the service, in Berlin: by it a budget's period goes.</param>
/// <param name="Net">Euro, with what a programme bears.</param>
/// <param name="Stage">How certain it is.</param>
public sealed record Spending(UnitId? Unit, DateOnly Day, decimal Net, SpendingStage Stage);

/// <summary>The first two are used, the others committed.</summary>
public enum SpendingStage
{
    /// <summary>It stands in billing lines.</summary>
    Rated,
    /// <summary>It is over and not rated yet; reckoned by the tariff.</summary>
    Unrated,
    /// <summary>Somebody is searched for or speaks: what it costs if it ended now, at least the minimum.</summary>
    Running,
    /// <summary>An appointment that is still to come, for as long as it is booked.</summary>
    Booked,
}

/// <summary>What somebody is about to order.</summary>
/// <param name="Day">Of the service.</param>
/// <param name="Net">A conversation at once: what the shortest one costs.</param>
public readonly record struct PlannedCost(DateOnly Day, decimal Net);
