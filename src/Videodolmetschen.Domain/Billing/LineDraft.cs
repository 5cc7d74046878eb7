namespace Videodolmetschen.Domain.Billing;

/// <summary>Makes the lines of one service.</summary>
internal sealed record LineDraft(Tariff Tariff, ServiceTerms Terms, DateTimeOffset From, DateTimeOffset Until)
{
    public BillingLine Line(BillingLineKind kind, string rule, decimal quantity, BillingUnit unit, decimal unitPrice, string explanation) => new()
    {
        Kind = kind,
        Rule = rule,
        Quantity = quantity,
        Unit = unit,
        UnitPrice = unitPrice,
        Explanation = explanation,
        Vat = Terms.Vat,
        Tariff = Tariff.Id,
        From = From,
        Until = Until,
    };
}
