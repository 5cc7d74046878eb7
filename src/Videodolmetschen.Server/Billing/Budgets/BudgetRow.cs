using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>As the table has it.</summary>
internal sealed record BudgetRow
{
    public Guid Id { get; init; }

    public Guid CustomerId { get; init; }

    public string CustomerName { get; init; } = "";

    public Guid? UnitId { get; init; }

    public string? UnitName { get; init; }

    public string Name { get; init; } = "";

    public DateOnly FromDay { get; init; }

    public DateOnly UntilDay { get; init; }

    public decimal Amount { get; init; }

    public int[] WarnAt { get; init; } = [];

    public bool Stops { get; init; }

    public string? Contact { get; init; }

    public int Revision { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public string ChangedBy { get; init; } = "";

    public StoredBudget ToStored() => new(
        new Budget
        {
            Id = new BudgetId(Id),
            Customer = new CustomerId(CustomerId),
            Unit = UnitId is { } unit ? new UnitId(unit) : null,
            Name = Name,
            Period = new BudgetPeriod(FromDay, UntilDay),
            Amount = Amount,
            WarnAt = WarnAt,
            Stops = Stops,
            Contact = Contact,
        },
        CustomerName, UnitName, Revision, ChangedAt, ChangedBy);
}
