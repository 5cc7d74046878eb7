using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>What a document says on paper around its numbers; like those of the XRechnung, all words are fixed.</summary>
internal static class DocumentWords
{
    /// <summary>Whoever writes the letter: a Gutschrift comes from the buyer of the service.</summary>
    public static DocumentParty Issuer(BillingDocument document) => document.Kind.IsSelfBilled() ? document.Buyer : document.Seller;

    public static DocumentParty Addressee(BillingDocument document) => document.Kind.IsSelfBilled() ? document.Seller : document.Buyer;

    public static string Title(BillingDocument document) => $"{document.Kind.Title()} {document.Number}";

    /// <summary>Below the title: what the document is about, as far as it is no plain invoice.</summary>
    public static IEnumerable<string> Introduction(BillingDocument document)
    {
        if (document.Kind.IsSelfBilled())
        {
            yield return $"Leistung erbracht von: {document.Seller.Name}. Abgerechnet und ausgestellt vom Leistungsempfänger: {document.Buyer.Name} (§ 14 Abs. 2 UStG).";
        }

        if (document.Preceding is { } preceding)
        {
            var what = document.Kind.IsSelfBilled() ? "Gutschrift" : "Rechnung";
            yield return document.Kind.IsCreditNote()
                ? $"Die {what} Nr. {preceding.Number} vom {GermanNumber.Day(preceding.IssuedOn)} wird hiermit in voller Höhe aufgehoben. Die Beträge unten werden zurückgenommen."
                : $"Dieses Dokument berichtigt die {what} Nr. {preceding.Number} vom {GermanNumber.Day(preceding.IssuedOn)}.";
        }
    }

    /// <summary>Rows of the block beside the address.</summary>
    public static IReadOnlyList<(string Label, string Value)> Facts(BillingDocument document)
    {
        var isSelfBilled = document.Kind.IsSelfBilled();
        var reference = document.BuyerReference?.Value;
        (string, string?)[] rows =
        [
            (document.Kind == DocumentKind.SelfBilled ? "Gutschriftnummer" : document.Kind.IsCreditNote() ? "Belegnummer" : "Rechnungsnummer", document.Number.Value),
            ("Datum", GermanNumber.Day(document.IssuedOn)),
            ("Leistungszeitraum", document.Period is { } period ? Period(period) : null),
            (LeitwegId.Judge(reference) == LeitwegVerdict.WrongShape ? "Ihre Referenz" : "Leitweg-ID", reference == document.Seller.Number?.Value && isSelfBilled ? null : reference),
            ("Bestellnummer", document.Order?.Value),
            ("Vertragsnummer", document.Contract?.Value),
            (isSelfBilled ? "Dolmetschernummer" : "Lieferantennummer", document.Seller.Number?.Value),
            ("Kundennummer", document.Buyer.Number?.Value),
        ];
        return [.. rows.Where(row => row.Item2 is not null).Select(row => (row.Item1, row.Item2!))];
    }

    public static string Period(ServicePeriod period) => period.From == period.Until
        ? GermanNumber.Day(period.From)
        : $"{GermanNumber.Day(period.From)} – {GermanNumber.Day(period.Until)}";

    public static string Unit(BillingUnit unit) => unit switch
    {
        BillingUnit.Minute => "Min.",
        BillingUnit.Hour => "Std.",
        BillingUnit.One => "Stück",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    /// <summary>Small below the text of a line.</summary>
    public static string Details(DocumentLine line) => string.Join(
        " · ",
        new[] { line.OrderLine is { } order ? $"Bestellposition {order}" : "", line.Account is { } account ? $"Kontierung {account}" : "" }.Where(part => part.Length > 0));

    /// <summary>A rate only where there is tax: where the law frees a service, no rate is shown, not even of zero.</summary>
    public static string Rate(VatTreatment vat) => vat == VatTreatment.Standard ? GermanNumber.Percent(VatRule.Of(vat).Percent) : "–";

    /// <summary>What stands before one treatment's tax.</summary>
    public static string Tax(VatBreakdown part) => part.Treatment switch
    {
        VatTreatment.Standard => $"Umsatzsteuer {GermanNumber.Percent(part.Rule.Percent)} auf {GermanNumber.Euro(part.Taxable)}",
        VatTreatment.ReverseCharge => $"Umsatzsteuer schuldet der Empfänger auf {GermanNumber.Euro(part.Taxable)}",
        VatTreatment.NotTaxable => $"Nicht steuerbar: {GermanNumber.Euro(part.Taxable)}",
        _ => $"Ohne Umsatzsteuer: {GermanNumber.Euro(part.Taxable)}",
    };

    /// <summary>What the law wants to be said, each once, whatever number of treatments asks for it.</summary>
    public static IReadOnlyList<string> Law(BillingDocument document) =>
    [
        .. document.Notes.Where(note => note != document.Kind.Title())
            .Append(document.SellerLegalWords)
            .Concat(document.Totals.Breakdown.Select(part => part.Rule.ExemptionReason))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Select(words => words + "."),
    ];

    /// <summary>Beside the last sum.</summary>
    public static string Total(BillingDocument document) =>
        document.Kind.IsCreditNote() ? "Zurückgenommener Betrag"
        : document.Totals.Due < 0 ? "Betrag zu Ihren Gunsten"
        : document.Kind.IsSelfBilled() ? "Auszahlungsbetrag"
        : "Rechnungsbetrag";
}
