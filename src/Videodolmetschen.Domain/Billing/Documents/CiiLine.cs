using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Cii;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>One position (BG-25) in CII.</summary>
internal static class CiiLine
{
    public static XElement? Of(DocumentLine line)
    {
        var rule = VatRule.Of(line.Vat);
        return Group(
            "IncludedSupplyChainTradeLineItem",
            Group("AssociatedDocumentLineDocument", Leaf("LineID", DocumentXml.Plain(line.Position))),
            Group("SpecifiedTradeProduct", Leaf("Name", line.Text.ToString())),
            Group(
                "SpecifiedLineTradeAgreement",
                Group("BuyerOrderReferencedDocument", Leaf("LineID", line.OrderLine)),
                Group("NetPriceProductTradePrice", Leaf("ChargeAmount", DocumentXml.Price(line.UnitPrice)))),
            Group(
                "SpecifiedLineTradeDelivery",
                Leaf("BilledQuantity", DocumentXml.Plain(line.Quantity), new XAttribute("unitCode", DocumentXml.Code(line.Unit)))),
            Group(
                "SpecifiedLineTradeSettlement",
                Group(
                    "ApplicableTradeTax",
                    Leaf("TypeCode", "VAT"),
                    Leaf("CategoryCode", rule.Category),
                    // What is not taxable has a rate in the breakdown (BR-DE-14) and none on its line (BR-O-05).
                    line.Vat == VatTreatment.NotTaxable ? null : Leaf("RateApplicablePercent", DocumentXml.Plain(rule.Percent))),
                CiiInvoice.Period(line.Period),
                Group("SpecifiedTradeSettlementLineMonetarySummation", Amount("LineTotalAmount", line.Net)),
                Group("ReceivableSpecifiedTradeAccountingAccount", Leaf("ID", line.Account))));
    }
}
