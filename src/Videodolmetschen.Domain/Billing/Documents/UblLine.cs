using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Ubl;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>One position (BG-25) in UBL.</summary>
internal static class UblLine
{
    public static XElement? Of(DocumentLine line, DocumentKind kind)
    {
        var rule = VatRule.Of(line.Vat);
        return Group(
            kind.IsCreditNote() ? "CreditNoteLine" : "InvoiceLine",
            Leaf("ID", DocumentXml.Plain(line.Position)),
            Quantity(kind.IsCreditNote() ? "CreditedQuantity" : "InvoicedQuantity", line.Quantity, line.Unit),
            Amount("LineExtensionAmount", line.Net),
            Leaf("AccountingCost", line.Account),
            UblInvoice.Period(line.Period),
            Group("OrderLineReference", Leaf("LineID", line.OrderLine)),
            Group(
                "Item",
                Leaf("Name", line.Text.ToString()),
                Group(
                    "ClassifiedTaxCategory",
                    Leaf("ID", rule.Category),
                    // What is not taxable has a rate in the breakdown (BR-DE-14) and none on its line (BR-O-05).
                    line.Vat == VatTreatment.NotTaxable ? null : Leaf("Percent", DocumentXml.Plain(rule.Percent)),
                    Group("TaxScheme", Leaf("ID", "VAT")))),
            Group("Price", Price("PriceAmount", line.UnitPrice)));
    }
}
