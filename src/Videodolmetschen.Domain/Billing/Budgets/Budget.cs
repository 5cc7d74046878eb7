namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>What a customer, or one of its units, may spend in a time (Budget). All amounts are net, and what a programme bears counts like what the customer pays.</summary>
public sealed record Budget
{
    /// <summary>Reached by every budget, whether it warns before or not.</summary>
    public const int FullPercent = 100;

    public required BudgetId Id { get; init; }

    public required CustomerId Customer { get; init; }

    /// <summary>Null: of the whole customer, all its units together.</summary>
    public UnitId? Unit { get; init; }

    /// <summary>As its people call it: "Sozialamt 2027".</summary>
    public required string Name { get; init; }

    public required BudgetPeriod Period { get; init; }

    /// <summary>Euro, net.</summary>
    public required decimal Amount { get; init; }

    /// <summary>Per cent of the amount from which on people are warned, the lowest first. Nobody is held up by them.</summary>
    public IReadOnlyList<int> WarnAt { get; init; } = [];

    /// <summary>Nothing is accepted that goes beyond the amount, but for emergencies.</summary>
    public bool Stops { get; init; }

    /// <summary>An office, not a person: whom requesters ask when it is used up.</summary>
    public string? Contact { get; init; }

    public bool HoldsFor(CustomerId customer, UnitId? unit, DateOnly day) =>
        Customer == customer && (Unit is null || Unit == unit) && Period.Contains(day);
}
