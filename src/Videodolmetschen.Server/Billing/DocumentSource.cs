using System.Text.Json.Serialization;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>Everything a document is made of, as plain values that are kept beside its bytes: a cancellation is made of the same, years later.</summary>
internal sealed record DocumentSource
{
    public required DocumentKind Kind { get; init; }

    public required DateOnly IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public required PartyRow Seller { get; init; }

    public required PartyRow Buyer { get; init; }

    public required IReadOnlyList<SourceLine> Lines { get; init; }

    /// <summary>As whoever is sent it takes it.</summary>
    [JsonIgnore]
    public InvoiceFormat Format => SnakeCase.Parse<InvoiceFormat>((Kind.IsSelfBilled() ? Seller : Buyer).Format);

    /// <summary>What is cancelled or corrected.</summary>
    public SourceReference? Preceding { get; init; }

    public BillingDocument ToDomain(string number)
    {
        var lines = Lines.Select((line, place) => line.ToDomain(place + 1)).ToList();
        return new BillingDocument
        {
            Kind = Kind,
            Number = DocumentReference.Parse(number),
            IssuedOn = IssuedOn,
            DueOn = DueOn,
            BuyerReference = DocumentReference.TryParse(Buyer.LeitwegId ?? Buyer.Number, out var reference) ? reference : null,
            Order = DocumentReference.TryParse(Buyer.OrderReference, out var order) ? order : null,
            Seller = Seller.ToDomain().For(lines),
            Buyer = Buyer.ToDomain().For(lines),
            Payment = Seller.ToPayment(),
            Preceding = Preceding is null ? null : new PrecedingDocument(DocumentReference.Parse(Preceding.Number), Preceding.IssuedOn),
            Lines = lines,
        };
    }

    /// <summary>All of it taken back.</summary>
    public DocumentSource CancelledOn(string number, DateOnly day) => this with
    {
        Kind = Kind.IsSelfBilled() ? DocumentKind.SelfBilledCancellation : DocumentKind.Cancellation,
        IssuedOn = day,
        DueOn = null,
        Preceding = new SourceReference(number, IssuedOn),
    };

    /// <summary>The same services once more, with the data of today.</summary>
    public DocumentSource CorrectedOn(string number, DateOnly day, PartyRow seller, PartyRow buyer) => this with
    {
        Kind = DocumentKind.Correction,
        IssuedOn = day,
        DueOn = day.AddDays(buyer.PaymentDays),
        Seller = seller,
        Buyer = buyer,
        Preceding = new SourceReference(number, IssuedOn),
    };

    /// <summary>Whether it would say the same with these data, in whatever form.</summary>
    public bool Names(PartyRow seller, PartyRow buyer) => Said(Seller) == Said(seller) && Said(Buyer) == Said(buyer);

    private static PartyRow Said(PartyRow party) => party with { Revision = 0, Format = "" };
}

internal sealed record SourceReference(string Number, DateOnly IssuedOn);

/// <summary>A billing line on its way to a document: fixed words instead of its sentence.</summary>
/// <param name="ServiceId">With the number, the line that it is.</param>
/// <param name="Account">The unit's cost centre, where it is a number.</param>
internal sealed record SourceLine(Guid ServiceId, int LineNumber, LineWord Word, decimal Quantity, BillingUnit Unit, decimal UnitPrice, VatTreatment Vat, DateOnly From, DateOnly Until, string? Account)
{
    public DocumentLine ToDomain(int position) =>
        DocumentLine.Of(position, new LineText(Word), Quantity, Unit, UnitPrice, Vat, new ServicePeriod(From, Until)) with
        {
            Account = DocumentReference.TryParse(Account, out var account) ? account : null,
        };
}
