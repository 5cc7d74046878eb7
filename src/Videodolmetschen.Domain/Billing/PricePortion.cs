namespace Videodolmetschen.Domain.Billing;

/// <summary>A stretch of billed time with one price.</summary>
/// <param name="Rule">Of the line that it becomes.</param>
/// <param name="Minutes">How long it lasts; may be more than was talked.</param>
internal sealed record PricePortion(string Rule, int Minutes, decimal Quantity, BillingUnit Unit, decimal UnitPrice)
{
    /// <summary>Quantity and price, in German.</summary>
    public required string Words { get; init; }

    /// <summary>By which rule of counting, in German.</summary>
    public required string How { get; init; }

    public decimal Net => Money.ToCents(Quantity * UnitPrice);
}
