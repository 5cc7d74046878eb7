using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Ubl;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Seller (BG-4) and buyer (BG-7) in UBL.</summary>
internal static class UblParty
{
    public static XElement? Seller(BillingDocument document) =>
        Group(
            "AccountingSupplierParty",
            Group(
                "Party",
                Identity(document.Seller),
                TaxScheme(document.Seller.VatId?.Value, "VAT"),
                TaxScheme(document.Seller.TaxNumber?.Value, "FC"),
                Group(
                    "PartyLegalEntity",
                    Leaf("RegistrationName", document.Seller.Name),
                    Leaf("CompanyLegalForm", document.SellerLegalWords)),
                Group(
                    "Contact",
                    Leaf("Name", document.Seller.Contact?.Name),
                    Leaf("Telephone", document.Seller.Contact?.Phone),
                    Leaf("ElectronicMail", document.Seller.Contact?.Email))));

    /// <summary>A buyer's contact and tax number have no business here.</summary>
    public static XElement? Buyer(BillingDocument document) =>
        Group(
            "AccountingCustomerParty",
            Group(
                "Party",
                Identity(document.Buyer),
                TaxScheme(document.Buyer.VatId?.Value, "VAT"),
                Group("PartyLegalEntity", Leaf("RegistrationName", document.Buyer.Name))));

    private static IEnumerable<object?> Identity(DocumentParty party) =>
    [
        party.Electronic is { } electronic ? Leaf("EndpointID", electronic.Value, new XAttribute("schemeID", electronic.SchemeCode)) : null,
        Group("PartyIdentification", Leaf("ID", party.Number)),
        Group(
            "PostalAddress",
            Leaf("StreetName", party.Address.Street),
            Leaf("CityName", party.Address.City),
            Leaf("PostalZone", party.Address.PostCode),
            Group("Country", Leaf("IdentificationCode", party.Address.Country))),
    ];

    private static XElement? TaxScheme(string? number, string scheme) =>
        number is null ? null : Group("PartyTaxScheme", Leaf("CompanyID", number), Group("TaxScheme", Leaf("ID", scheme)));
}
