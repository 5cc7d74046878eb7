namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>
/// Our own check of a document before it is issued: the rules of EN 16931, XRechnung 3.0 and Peppol that can apply to it, and those that nobody
/// else checks (the cent of the tax, check digits of Leitweg-IDs, codes that fit their category).
/// What types already promise is not asked again: an <see cref="Iban"/> is right, a currency is there, no element is empty.
/// </summary>
public static class DocumentCheck
{
    /// <summary>Everything that is wrong, errors first; empty for a good document.</summary>
    public static IReadOnlyList<DocumentFinding> Of(BillingDocument document) =>
    [
        .. HeadRules.Of(document)
            .Concat(PartyRules.Of(document))
            .Concat(PaymentRules.Of(document))
            .Concat(LineRules.Of(document))
            .Concat(TotalRules.Of(document))
            .Concat(TaxRules.Of(document))
            .OrderByDescending(finding => finding.Weight),
    ];

    /// <summary>Whether it may go out when somebody has seen its warnings.</summary>
    public static bool IsIssuable(IEnumerable<DocumentFinding> findings) => findings.All(finding => finding.Weight != FindingWeight.Error);
}
