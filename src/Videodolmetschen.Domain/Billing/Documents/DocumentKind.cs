namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What a document is; the value is its code (BT-3, UNTDID 1001).</summary>
public enum DocumentKind
{
    /// <summary>Reversal of a Gutschrift. Accepted by the rules with the warning BR-DE-17.</summary>
    SelfBilledCancellation = 261,
    Invoice = 380,
    /// <summary>All of an invoice taken back, with positive amounts. Its root is CreditNote: BR-CL-01 does not let it be an Invoice.</summary>
    Cancellation = 381,
    /// <summary>Says anew what an earlier invoice should have said, or takes a part back by negative quantities.</summary>
    Correction = 384,
    /// <summary>Gutschrift: the recipient of the service writes the invoice (§ 14 (2) UStG). Seller is the interpreter; the number is one of the buyer's.</summary>
    SelfBilled = 389,
}

/// <summary>What follows from the kind alone.</summary>
public static class DocumentKinds
{
    /// <summary>UBL knows two roots, and each its codes.</summary>
    public static bool IsCreditNote(this DocumentKind kind) => kind is DocumentKind.Cancellation or DocumentKind.SelfBilledCancellation;

    public static bool IsSelfBilled(this DocumentKind kind) => kind is DocumentKind.SelfBilled or DocumentKind.SelfBilledCancellation;

    /// <summary>Whether it makes sense only beside an earlier document (BG-3; § 31 (5) UStDV).</summary>
    public static bool RefersBack(this DocumentKind kind) => kind.IsCreditNote() || kind == DocumentKind.Correction;

    /// <summary>The word on top. "Gutschrift" is a word of the law and stands on self-billed documents only (§ 14 (4) Nr. 10 UStG).</summary>
    public static string Title(this DocumentKind kind) => kind switch
    {
        DocumentKind.Invoice => "Rechnung",
        DocumentKind.Cancellation => "Stornorechnung",
        DocumentKind.Correction => "Rechnungskorrektur",
        DocumentKind.SelfBilled => "Gutschrift",
        DocumentKind.SelfBilledCancellation => "Storno einer Gutschrift",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
