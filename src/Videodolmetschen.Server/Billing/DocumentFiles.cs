using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Billing.Pdf;

namespace Videodolmetschen.Server.Billing;

/// <summary>
/// A document as it goes out. One structured file always, whose hash is kept and chained: beside the paper as an XRechnung, or in it as ZUGFeRD. Never both,
/// for two of them would be two invoices.
/// </summary>
/// <param name="Specification">BT-24 of the structured file.</param>
internal sealed record DocumentFiles(string Specification, byte[] Xml, byte[] Pdf)
{
    public static DocumentFiles Of(BillingDocument document, InvoiceFormat format) => format switch
    {
        InvoiceFormat.Xrechnung => new(UblInvoice.Specification, UblInvoice.Write(document), DocumentPdf.Write(document)),
        InvoiceFormat.Zugferd => Hybrid(document, CiiInvoice.Write(document)),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static DocumentFiles Hybrid(BillingDocument document, byte[] xml) => new(CiiInvoice.Specification, xml, DocumentPdf.Write(document, xml));
}
