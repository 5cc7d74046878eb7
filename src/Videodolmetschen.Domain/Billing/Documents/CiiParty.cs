using System.Xml.Linq;
using static Videodolmetschen.Domain.Billing.Documents.Cii;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Seller (BG-4) and buyer (BG-7) in CII.</summary>
internal static class CiiParty
{
    public static XElement? Seller(BillingDocument document) =>
        Group(
            "SellerTradeParty",
            Leaf("ID", document.Seller.Number),
            Leaf("Name", document.Seller.Name),
            Leaf("Description", document.SellerLegalWords),
            Group(
                "DefinedTradeContact",
                Leaf("PersonName", document.Seller.Contact?.Name),
                Group("TelephoneUniversalCommunication", Leaf("CompleteNumber", document.Seller.Contact?.Phone)),
                Group("EmailURIUniversalCommunication", Leaf("URIID", document.Seller.Contact?.Email))),
            Place(document.Seller),
            TaxRegistration(document.Seller.VatId?.Value, "VA"),
            TaxRegistration(document.Seller.TaxNumber?.Value, "FC"));

    /// <summary>A buyer's contact and tax number have no business here.</summary>
    public static XElement? Buyer(BillingDocument document) =>
        Group(
            "BuyerTradeParty",
            Leaf("ID", document.Buyer.Number),
            Leaf("Name", document.Buyer.Name),
            Place(document.Buyer),
            TaxRegistration(document.Buyer.VatId?.Value, "VA"));

    private static IEnumerable<object?> Place(DocumentParty party) =>
    [
        Group(
            "PostalTradeAddress",
            Leaf("PostcodeCode", party.Address.PostCode),
            Leaf("LineOne", party.Address.Street),
            Leaf("CityName", party.Address.City),
            Leaf("CountryID", party.Address.Country)),
        party.Electronic is { } electronic ? Group("URIUniversalCommunication", Leaf("URIID", electronic.Value, new XAttribute("schemeID", electronic.SchemeCode))) : null,
    ];

    private static XElement? TaxRegistration(string? number, string scheme) =>
        number is null ? null : Group("SpecifiedTaxRegistration", Leaf("ID", number, new XAttribute("schemeID", scheme)));
}
