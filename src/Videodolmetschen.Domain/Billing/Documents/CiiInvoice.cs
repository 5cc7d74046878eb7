using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Cii;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>
/// A document in CII, as it lies in a ZUGFeRD file of the profile EN 16931: field by field what <see cref="UblInvoice"/> says, in the other syntax of the same norm.
/// Order of elements as in the schema. Whether it may be issued is said by <see cref="DocumentCheck"/>.
/// </summary>
public static class CiiInvoice
{
    /// <summary>BT-24: the norm itself, without a national dialect.</summary>
    public const string Specification = "urn:cen.eu:en16931:2017";

    /// <summary>ZUGFeRD knows its file by this name.</summary>
    public const string FileName = "factur-x.xml";

    public static byte[] Write(BillingDocument document) => DocumentXml.Bytes(Root(document));

    private static XElement Root(BillingDocument document) => new(
        Rsm + "CrossIndustryInvoice",
        new XAttribute(XNamespace.Xmlns + "rsm", Rsm.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "ram", Ram.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "udt", Udt.NamespaceName),
        new XAttribute(XNamespace.Xmlns + "qdt", Qdt.NamespaceName),
        new XElement(
            Rsm + "ExchangedDocumentContext",
            Group("BusinessProcessSpecifiedDocumentContextParameter", Leaf("ID", UblInvoice.Profile)),
            Group("GuidelineSpecifiedDocumentContextParameter", Leaf("ID", Specification))),
        new XElement(Rsm + "ExchangedDocument", Head(document)),
        new XElement(
            Rsm + "SupplyChainTradeTransaction",
            document.Lines.Select(CiiLine.Of),
            Agreement(document),
            Delivery(document.Period),
            Settlement(document)));

    private static IEnumerable<object?> Head(BillingDocument document) =>
    [
        Leaf("ID", document.Number),
        Leaf("TypeCode", DocumentXml.Plain((int)document.Kind)),
        Day("IssueDateTime", document.IssuedOn),
        document.Notes.Select(note => Group("IncludedNote", Leaf("Content", note))),
    ];

    private static XElement? Agreement(BillingDocument document) =>
        Group(
            "ApplicableHeaderTradeAgreement",
            Leaf("BuyerReference", document.BuyerReference),
            CiiParty.Seller(document),
            CiiParty.Buyer(document),
            Group("BuyerOrderReferencedDocument", Leaf("IssuerAssignedID", document.Order)),
            Group("ContractReferencedDocument", Leaf("IssuerAssignedID", document.Contract)));

    /// <summary>
    /// Nothing is delivered anywhere, yet the schema wants the element and ZUGFeRD something in it (BR-FX-EN-04): the day on which the service was completed (BT-72), which
    /// is the last of the period and in UBL needs not to be said twice.
    /// </summary>
    private static XElement Delivery(ServicePeriod? period) =>
        new(Ram + "ApplicableHeaderTradeDelivery", Group("ActualDeliverySupplyChainEvent", Day("OccurrenceDateTime", period?.Until)));

    private static XElement? Settlement(BillingDocument document) =>
        Group(
            "ApplicableHeaderTradeSettlement",
            Leaf("PaymentReference", document.Number),
            Leaf("InvoiceCurrencyCode", "EUR"),
            Means(document),
            document.Totals.Breakdown.Select(Tax),
            Period(document.Period),
            Group("SpecifiedTradePaymentTerms", Leaf("Description", PaymentWords.Terms(document)), Day("DueDateDateTime", document.DueOn)),
            Sums(document.Totals),
            Group(
                "InvoiceReferencedDocument",
                Leaf("IssuerAssignedID", document.Preceding?.Number),
                QualifiedDay("FormattedIssueDateTime", document.Preceding?.IssuedOn)));

    internal static XElement? Period(ServicePeriod? period) =>
        Group("BillingSpecifiedPeriod", Day("StartDateTime", period?.From), Day("EndDateTime", period?.Until));

    private static XElement? Means(BillingDocument document)
    {
        var payment = PaymentWords.IsToBePaid(document) ? document.Payment : null;
        return Group(
            "SpecifiedTradeSettlementPaymentMeans",
            Leaf("TypeCode", PaymentWords.MeansCode(document)),
            Group("PayeePartyCreditorFinancialAccount", Leaf("IBANID", payment?.Account.Value), Leaf("AccountName", payment?.Holder)),
            Group("PayeeSpecifiedCreditorFinancialInstitution", Leaf("BICID", payment?.Bic?.Value)));
    }

    private static XElement? Tax(VatBreakdown part) =>
        Group(
            "ApplicableTradeTax",
            Amount("CalculatedAmount", part.Tax),
            Leaf("TypeCode", "VAT"),
            Leaf("ExemptionReason", part.Rule.ExemptionReason),
            Amount("BasisAmount", part.Taxable),
            Leaf("CategoryCode", part.Rule.Category),
            Leaf("ExemptionReasonCode", part.Rule.ExemptionCode),
            Leaf("RateApplicablePercent", DocumentXml.Plain(part.Rule.Percent)));

    private static XElement? Sums(VatSummary totals) =>
        Group(
            "SpecifiedTradeSettlementHeaderMonetarySummation",
            Amount("LineTotalAmount", totals.Lines),
            Amount("TaxBasisTotalAmount", totals.Net),
            Leaf("TaxTotalAmount", DocumentXml.Amount(totals.Tax), new XAttribute("currencyID", "EUR")),
            Amount("GrandTotalAmount", totals.Gross),
            Amount("DuePayableAmount", totals.Due));
}
