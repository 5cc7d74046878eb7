using System.Diagnostics.CodeAnalysis;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>
/// An invoice, a Gutschrift, or what takes one of them back, with everything that is written into it and nothing else.
/// Checked by <see cref="DocumentCheck"/>, written by <see cref="UblInvoice"/>, then never changed: corrections are documents of their own.
/// </summary>
public sealed record BillingDocument
{
    public required DocumentKind Kind { get; init; }

    /// <summary>From the series of whoever issues it, also for a Gutschrift (BT-1).</summary>
    public required DocumentReference Number { get; init; }

    /// <summary>BT-2, in Berlin.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>BT-9; null where nothing is to be paid.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The Leitweg-ID of a public buyer, or what another buyer knows us by (BT-10).</summary>
    public DocumentReference? BuyerReference { get; init; }

    /// <summary>The buyer's order (BT-13).</summary>
    public DocumentReference? Order { get; init; }

    /// <summary>The contract (BT-12).</summary>
    public DocumentReference? Contract { get; init; }

    public required DocumentParty Seller { get; init; }

    public required DocumentParty Buyer { get; init; }

    public Payment? Payment { get; init; }

    public PrecedingDocument? Preceding { get; init; }

    public required IReadOnlyList<DocumentLine> Lines { get; init; }

    /// <summary>BG-14: follows from the lines, or is said, such as a whole month.</summary>
    public ServicePeriod? Period { get => field ?? ServicePeriod.Around(Lines); init; }

    /// <summary>Follow from the lines; only a test says otherwise, to see that the check finds it.</summary>
    [AllowNull]
    public VatSummary Totals { get => field ?? VatSummary.Of(Lines); internal init; }

    /// <summary>BT-22: fixed words only.</summary>
    public IReadOnlyList<string> Notes =>
    [
        .. Kind == DocumentKind.Invoice ? [] : new[] { Kind.Title() },
        .. Has(VatTreatment.ReverseCharge) ? [VatRule.ReverseChargeWords] : Array.Empty<string>(),
    ];

    /// <summary>BT-33: what the law wants to be known of the seller.</summary>
    public string? SellerLegalWords => Has(VatTreatment.SmallBusiness) ? VatRule.SmallBusinessWords : null;

    /// <summary>Whether money is to be moved because of this document.</summary>
    public bool IsToBePaid => PaymentWords.IsToBePaid(this);

    /// <summary>BT-20: fixed words.</summary>
    public string PaymentTerms => PaymentWords.Terms(this);

    public bool Has(VatTreatment treatment) => Lines.Any(line => line.Vat == treatment);

    /// <summary>All of this document taken back by one of its own (381, 261): the same lines with positive amounts, for rounding halves of negative ones is read differently.</summary>
    public BillingDocument CancelledBy(DocumentReference number, DateOnly issuedOn) => this with
    {
        Kind = Kind.IsSelfBilled() ? DocumentKind.SelfBilledCancellation : DocumentKind.Cancellation,
        Number = number,
        IssuedOn = issuedOn,
        DueOn = null,
        Preceding = new PrecedingDocument(Number, IssuedOn),
    };

    /// <summary>What this document should have said (384), with lines of its own.</summary>
    public BillingDocument CorrectedBy(DocumentReference number, DateOnly issuedOn, DateOnly? dueOn, IReadOnlyList<DocumentLine> lines) => this with
    {
        Kind = DocumentKind.Correction,
        Number = number,
        IssuedOn = issuedOn,
        DueOn = dueOn,
        Preceding = new PrecedingDocument(Number, IssuedOn),
        Lines = lines,
        Period = null,
        Totals = null,
    };
}

/// <summary>The document that this one takes back or corrects (BG-3: BT-25, BT-26).</summary>
public sealed record PrecedingDocument(DocumentReference Number, DateOnly IssuedOn);
