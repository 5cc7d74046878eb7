using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>What makes a PDF one of ZUGFeRD 2 (the same as Factur-X 1): the name of the file in it, and four properties by which a program knows that it is there.</summary>
internal static class FacturX
{
    /// <summary>The profile whose BT-24 <see cref="CiiInvoice"/> says.</summary>
    private const string Profile = "EN 16931";

    public static Enclosure Of(byte[] xml) => new(
        CiiInvoice.FileName,
        "Rechnungsdaten nach EN 16931 (ZUGFeRD)",
        xml,
        new XmpSchema("Factur-X PDFA Extension Schema", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", "fx", [
            new("DocumentFileName", CiiInvoice.FileName, "name of the embedded XML invoice file"),
            new("DocumentType", "INVOICE", "INVOICE"),
            new("Version", "1.0", "The actual version of the Factur-X XML schema"),
            new("ConformanceLevel", Profile, "The conformance level of the embedded Factur-X data"),
        ]));
}
