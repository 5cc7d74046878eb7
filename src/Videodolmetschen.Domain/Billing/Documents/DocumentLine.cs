namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>One position (BG-25).</summary>
/// <param name="Position">From 1, each once (BT-126).</param>
/// <param name="Text">Fixed words (BT-153).</param>
/// <param name="Quantity">Negative only where a correction takes something back (BT-129).</param>
/// <param name="Unit">BT-130.</param>
/// <param name="UnitPrice">Net, never negative, as many decimals as the tariff has (BT-146, BR-27).</param>
/// <param name="Net">Quantity × price, to the cent (BT-131).</param>
/// <param name="Vat">BT-151, BT-152.</param>
/// <param name="Period">Days of the service (BG-26).</param>
public sealed record DocumentLine(
    int Position,
    LineText Text,
    decimal Quantity,
    BillingUnit Unit,
    decimal UnitPrice,
    decimal Net,
    VatTreatment Vat,
    ServicePeriod Period)
{
    /// <summary>The position of the buyer's order (BT-132).</summary>
    public DocumentReference? OrderLine { get; init; }

    /// <summary>The buyer's cost centre or account (BT-133).</summary>
    public DocumentReference? Account { get; init; }

    /// <summary>What the net must be: rounded here, half away from zero.</summary>
    public decimal ExactNet => Money.ToCents(Quantity * UnitPrice);

    public static DocumentLine Of(int position, LineText text, decimal quantity, BillingUnit unit, decimal unitPrice, VatTreatment vat, ServicePeriod period) =>
        new(position, text, quantity, unit, unitPrice, Money.ToCents(quantity * unitPrice), vat, period);
}
