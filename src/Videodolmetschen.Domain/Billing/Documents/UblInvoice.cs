using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Ubl;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>
/// A document as an XRechnung 3.0 in UBL 2.1: UTF-8 without a mark, the same document always the same bytes.
/// Order of elements as in the OASIS schemas, which differs between Invoice and CreditNote. Whether it may be issued is said by <see cref="DocumentCheck"/>.
/// </summary>
public static class UblInvoice
{
    /// <summary>BT-24. Kept with each issued document, for the next version will not be compatible.</summary>
    public const string Specification = "urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0";

    /// <summary>BT-23 (PEPPOL-EN16931-R001).</summary>
    public const string Profile = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

    public static byte[] Write(BillingDocument document) => DocumentXml.Bytes(Root(document));

    private static XElement Root(BillingDocument document)
    {
        var isCreditNote = document.Kind.IsCreditNote();
        var own = isCreditNote ? CreditNote : Invoice;
        return new XElement(
            own + (isCreditNote ? "CreditNote" : "Invoice"),
            new XAttribute("xmlns", own.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "cac", Cac.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "cbc", Cbc.NamespaceName),
            Head(document),
            References(document),
            UblParty.Seller(document),
            UblParty.Buyer(document),
            Means(document),
            Group("PaymentTerms", Leaf("Note", PaymentWords.Terms(document))),
            TaxTotal(document.Totals),
            Sums(document.Totals),
            document.Lines.Select(line => UblLine.Of(line, document.Kind)));
    }

    private static IEnumerable<object?> Head(BillingDocument document) =>
    [
        Leaf("CustomizationID", Specification),
        Leaf("ProfileID", Profile),
        Leaf("ID", document.Number),
        Day("IssueDate", document.IssuedOn),
        // A credit note has its due date with the means of payment.
        document.Kind.IsCreditNote() ? null : Day("DueDate", document.DueOn),
        Leaf(document.Kind.IsCreditNote() ? "CreditNoteTypeCode" : "InvoiceTypeCode", DocumentXml.Plain((int)document.Kind)),
        document.Notes.Select(note => Leaf("Note", note)),
        Leaf("DocumentCurrencyCode", "EUR"),
        Leaf("BuyerReference", document.BuyerReference),
        Period(document.Period),
    ];

    private static IEnumerable<object?> References(BillingDocument document) =>
    [
        Group("OrderReference", Leaf("ID", document.Order)),
        Group(
            "BillingReference",
            Group("InvoiceDocumentReference", Leaf("ID", document.Preceding?.Number), Day("IssueDate", document.Preceding?.IssuedOn))),
        Group("ContractDocumentReference", Leaf("ID", document.Contract)),
    ];

    internal static XElement? Period(ServicePeriod? period) =>
        Group("InvoicePeriod", Day("StartDate", period?.From), Day("EndDate", period?.Until));

    private static XElement? Means(BillingDocument document)
    {
        var payment = PaymentWords.IsToBePaid(document) ? document.Payment : null;
        return Group(
            "PaymentMeans",
            Leaf("PaymentMeansCode", PaymentWords.MeansCode(document)),
            document.Kind.IsCreditNote() ? Day("PaymentDueDate", document.DueOn) : null,
            Leaf("PaymentID", document.Number),
            Group(
                "PayeeFinancialAccount",
                Leaf("ID", payment?.Account.Value),
                Leaf("Name", payment?.Holder),
                Group("FinancialInstitutionBranch", Leaf("ID", payment?.Bic?.Value))));
    }

    private static XElement? TaxTotal(VatSummary totals) =>
        Group(
            "TaxTotal",
            Amount("TaxAmount", totals.Tax),
            totals.Breakdown.Select(part => Group(
                "TaxSubtotal",
                Amount("TaxableAmount", part.Taxable),
                Amount("TaxAmount", part.Tax),
                Group(
                    "TaxCategory",
                    Leaf("ID", part.Rule.Category),
                    Leaf("Percent", DocumentXml.Plain(part.Rule.Percent)),
                    Leaf("TaxExemptionReasonCode", part.Rule.ExemptionCode),
                    Leaf("TaxExemptionReason", part.Rule.ExemptionReason),
                    Group("TaxScheme", Leaf("ID", "VAT"))))));

    private static XElement? Sums(VatSummary totals) =>
        Group(
            "LegalMonetaryTotal",
            Amount("LineExtensionAmount", totals.Lines),
            Amount("TaxExclusiveAmount", totals.Net),
            Amount("TaxInclusiveAmount", totals.Gross),
            Amount("PayableAmount", totals.Due));
}
