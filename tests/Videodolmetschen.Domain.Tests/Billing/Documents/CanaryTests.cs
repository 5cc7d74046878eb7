using System.Reflection;
using System.Xml.Linq;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>
/// Nothing about an end user and no free text (GERMANY.md 3.6: no health, no social data on the invoice platforms).
/// A document has no place for it; these tests look whether that is still so.
/// </summary>
public class CanaryTests
{
    /// <summary>All that is text: master data of offices and interpreters. A new one here needs a reason that a data protection officer would accept.</summary>
    private static readonly string[] Texts =
    [
        "DocumentContact.Email", "DocumentContact.Name", "DocumentContact.Phone", "DocumentParty.Name", "ElectronicAddress.Value",
        "Payment.Holder", "PostalAddress.City", "PostalAddress.Country", "PostalAddress.PostCode", "PostalAddress.Street",
    ];

    /// <summary>What people write into fields that are near: own references, remarks, words about the person who needs the language.</summary>
    public static TheoryData<string> Canaries =>
    [
        "Frau Kanarienvogel", "Kanarienvogel", "Duldung 312", "KANARIENVOGEL/Asyl", "geb. 1.1.1990", "Az. 12 C 34/26", "Station 4B, Zimmer 12",
        "Patientin, schwanger", "Duldung bis 3.12.", "Diagnose F32.1 Kanarienvogel", "+49 171 5550199",
    ];

    [Fact]
    public void Only_master_data_are_text() => Assert.Equal(Texts, Settable(typeof(BillingDocument)).Where(one => one.Type == typeof(string)).Select(one => one.Name).Order());

    /// <summary>Where a caller can set something that is not text itself, its type has a shape, or only values that we made.</summary>
    [Fact]
    public void Whatever_else_can_be_said_is_a_number_a_day_or_a_word_from_a_list()
    {
        Type[] shaped = [typeof(DocumentReference), typeof(VatId), typeof(TaxNumber), typeof(Iban), typeof(Bic)];

        Assert.All(
            Settable(typeof(BillingDocument)).Select(one => one.Type).Where(type => type != typeof(string) && !IsOurs(type)),
            type => Assert.True(type.IsEnum || type == typeof(decimal) || type == typeof(int) || type == typeof(DateOnly), type.Name));
        Assert.All(shaped, type => Assert.Empty(type.GetConstructors()));
        Assert.Empty(typeof(VatRule).GetConstructors());
        Assert.All(typeof(VatRule).GetProperties(), property => Assert.False(property.SetMethod?.IsPublic));
        Assert.False(typeof(BillingDocument).GetProperty(nameof(BillingDocument.Totals))!.SetMethod!.IsPublic);
    }

    [Theory]
    [MemberData(nameof(Canaries))]
    public void No_number_takes_a_canary(string canary)
    {
        Assert.False(DocumentReference.TryParse(canary, out _));
        Assert.False(VatId.TryParse(canary, out _));
        Assert.False(TaxNumber.TryParse(canary, out _));
        Assert.False(Bic.TryParse(canary, out _));
        Assert.Equal(LeitwegVerdict.WrongShape, LeitwegId.Judge(canary));
    }

    /// <summary>Planted wherever text can be planted, in each kind of document, a canary is found in its own element and nowhere else.</summary>
    [Theory]
    [MemberData(nameof(DocumentCases.Names), MemberType = typeof(DocumentCases))]
    public void Text_comes_out_only_where_it_went_in(string name)
    {
        var planted = Planted(DocumentCases.Of(name));

        AssertFoundOnly(
            UblInvoice.Write(planted),
            element => element.Name.LocalName is "InvoiceLine" or "CreditNoteLine",
            "Party/EndpointID", "PostalAddress/StreetName", "PostalAddress/CityName", "PostalAddress/PostalZone", "Country/IdentificationCode",
            "PartyLegalEntity/RegistrationName", "Contact/Name", "Contact/Telephone", "Contact/ElectronicMail", "PayeeFinancialAccount/Name");
        AssertFoundOnly(
            CiiInvoice.Write(planted),
            element => element.Name.LocalName == "IncludedSupplyChainTradeLineItem",
            "URIUniversalCommunication/URIID", "PostalTradeAddress/LineOne", "PostalTradeAddress/CityName", "PostalTradeAddress/PostcodeCode", "PostalTradeAddress/CountryID",
            "SellerTradeParty/Name", "BuyerTradeParty/Name", "DefinedTradeContact/PersonName", "TelephoneUniversalCommunication/CompleteNumber", "EmailURIUniversalCommunication/URIID",
            "PayeePartyCreditorFinancialAccount/AccountName");
    }

    private static void AssertFoundOnly(byte[] bytes, Func<XElement, bool> isLine, params string[] places)
    {
        var xml = XDocument.Load(new MemoryStream(bytes));
        var found = xml.Descendants()
            .Where(element => !element.HasElements && element.Value.Contains("Kanarienvogel", StringComparison.Ordinal))
            .Select(element => $"{element.Parent!.Name.LocalName}/{element.Name.LocalName}")
            .ToList();
        Assert.NotEmpty(found);
        Assert.Empty(found.Except(places));
        var lines = xml.Descendants().Where(isLine).ToList();
        Assert.NotEmpty(lines);
        Assert.DoesNotContain(lines, line => line.ToString().Contains("Kanarienvogel", StringComparison.Ordinal));
        Assert.DoesNotContain(xml.Descendants().Attributes(), attribute => attribute.Value.Contains("Kanarienvogel", StringComparison.Ordinal));
    }

    /// <summary>All that a line can say, whatever was interpreted: these words.</summary>
    [Fact]
    public void A_line_says_fixed_words_only()
    {
        var words = Enum.GetValues<LineWord>().Select(word => new LineText(word).ToString()).ToList();

        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.Equal("Zuschlag Nacht (12,5 %)", new LineText(LineWord.NightSurcharge, 12.5m).ToString());
        Assert.All(words, word => Assert.Matches(@"\A[A-Za-zÄÖÜäöüß, ]+\z", word));
    }

    private static BillingDocument Planted(BillingDocument document) => document with
    {
        Seller = Planted(document.Seller),
        Buyer = Planted(document.Buyer),
        Payment = document.Payment! with { Holder = "Kanarienvogel" },
    };

    private static DocumentParty Planted(DocumentParty party) => party with
    {
        Name = "Kanarienvogel",
        Address = new PostalAddress("Kanarienvogel", "Kanarienvogel", "Kanarienvogel", "Kanarienvogel"),
        Electronic = new ElectronicAddress(AddressScheme.Email, "Kanarienvogel"),
        Contact = new DocumentContact("Kanarienvogel", "Kanarienvogel", "Kanarienvogel"),
    };

    /// <summary>Everything that a caller can set on a document, at any depth.</summary>
    private static IEnumerable<(string Name, Type Type)> Settable(Type root)
    {
        var seen = new HashSet<Type> { root };
        var open = new Queue<Type>([root]);
        while (open.TryDequeue(out var type))
        {
            foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.SetMethod is { IsPublic: true }))
            {
                var bare = Bare(property.PropertyType);
                yield return ($"{type.Name}.{property.Name}", bare);
                if (IsOurs(bare) && seen.Add(bare))
                {
                    open.Enqueue(bare);
                }
            }
        }
    }

    private static Type Bare(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (type.IsGenericType ? type.GetGenericArguments()[0] : type);

    private static bool IsOurs(Type type) => type.Namespace == typeof(BillingDocument).Namespace && !type.IsEnum;
}
