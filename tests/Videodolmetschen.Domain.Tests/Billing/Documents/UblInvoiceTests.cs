using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

public class UblInvoiceTests
{
    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mark_no_carriage_return_and_no_empty_element(string name)
    {
        var bytes = UblInvoice.Write(DocumentCases.Of(name));

        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8.ToArray(), bytes[..39]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.DoesNotContain(Xml(bytes).Descendants(), element => !element.HasElements && string.IsNullOrWhiteSpace(element.Value));
    }

    /// <summary>A server in another country would write "1,45".</summary>
    [Fact]
    public void Bytes_do_not_depend_on_who_runs_the_service()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(DocumentCases.File("a-invoice.xml"), UblInvoice.Write(DocumentCases.A));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void The_same_number_is_the_same_bytes()
    {
        var trailing = DocumentCases.B with { Lines = [DocumentCases.B.Lines[0] with { Quantity = 1.500m, UnitPrice = 93.0000m, Net = 139.5m }] };

        Assert.Equal(DocumentCases.File("b-gutschrift.xml"), UblInvoice.Write(trailing));
    }

    [Theory]
    [InlineData("1.4525", "1.4525")]
    [InlineData("2", "2.00")]
    [InlineData("0.0000", "0.00")]
    [InlineData("-0.00", "0.00")]
    public void A_price_has_two_decimals_or_as_many_as_it_needs(string price, string written)
    {
        var document = DocumentCases.A with { Lines = [DocumentCases.A.Lines[0] with { UnitPrice = DocumentCases.Euro(price) }] };

        Assert.Equal(written, Value(document, "PriceAmount"));
    }

    /// <summary>BR-CL-01: as an Invoice, 381 is refused.</summary>
    [Theory]
    [InlineData(DocumentKind.Invoice, "Invoice", "InvoiceTypeCode", "380")]
    [InlineData(DocumentKind.Correction, "Invoice", "InvoiceTypeCode", "384")]
    [InlineData(DocumentKind.SelfBilled, "Invoice", "InvoiceTypeCode", "389")]
    [InlineData(DocumentKind.Cancellation, "CreditNote", "CreditNoteTypeCode", "381")]
    [InlineData(DocumentKind.SelfBilledCancellation, "CreditNote", "CreditNoteTypeCode", "261")]
    public void Each_kind_has_its_root(DocumentKind kind, string root, string element, string code)
    {
        var xml = Xml(UblInvoice.Write(DocumentCases.A with { Kind = kind }));

        Assert.Equal(root, xml.Root!.Name.LocalName);
        Assert.Equal(code, xml.Root.Elements().Single(one => one.Name.LocalName == element).Value);
        Assert.EndsWith(root + "-2", xml.Root.Name.NamespaceName, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_of_the_law_stand_on_a_Gutschrift()
    {
        Assert.Equal(["Gutschrift"], Values(DocumentCases.B, "Note").Take(1));
        Assert.Equal(["Gutschrift", "Steuerschuldnerschaft des Leistungsempfängers"], Values(DocumentCases.F, "Note").Take(2));
        Assert.Equal(VatRule.SmallBusinessWords, Value(DocumentCases.C, "CompanyLegalForm"));
        Assert.Equal(VatRule.SmallBusinessWords, Value(DocumentCases.C, "TaxExemptionReason"));
        Assert.Empty(Values(DocumentCases.C, "TaxExemptionReasonCode"));
        Assert.Empty(Values(DocumentCases.B, "CompanyLegalForm"));
    }

    /// <summary>§ 14 (4) Nr. 10 UStG: on a customer's document the word would say something else.</summary>
    [Theory]
    [InlineData("a-invoice")]
    [InlineData("d-cancellation")]
    [InlineData("e-correction")]
    public void The_word_Gutschrift_stands_nowhere_else(string name) =>
        Assert.DoesNotContain("Gutschrift", Encoding.UTF8.GetString(UblInvoice.Write(DocumentCases.Of(name))), StringComparison.OrdinalIgnoreCase);

    /// <summary>BR-DE-14 wants a rate in the breakdown, BR-O-05 none on the line.</summary>
    [Fact]
    public void What_is_not_taxable_has_its_rate_in_the_breakdown_alone() => Assert.Equal(["0"], Values(DocumentCases.NotTaxable, "Percent"));

    [Theory]
    [InlineData("d-cancellation")]
    [InlineData("gutschrift-cancellation")]
    [InlineData("negative-correction")]
    public void Nobody_is_asked_to_pay_what_is_taken_back(string name)
    {
        var document = DocumentCases.Of(name);

        Assert.Equal("97", Value(document, "PaymentMeansCode"));
        Assert.Empty(Values(document, "PayeeFinancialAccount"));
        Assert.Contains("Der Betrag wird verrechnet oder, wenn er bereits gezahlt wurde, erstattet.", Values(document, "Note"));
    }

    [Fact]
    public void What_costs_nothing_asks_for_nothing()
    {
        var free = DocumentCases.A with { Lines = [DocumentCases.A.Lines[0] with { UnitPrice = 0m, Net = 0m }], DueOn = null };

        Assert.Empty(DocumentCheck.Of(free));
        Assert.Contains("Es ist nichts zu zahlen.", Values(free, "Note"));
    }

    [Fact]
    public void A_cancellation_names_what_it_takes_back()
    {
        Assert.Equal(["ST-2026-000007", "4500012345", "RE-2026-000123", "RV-2025/17"], Values(DocumentCases.D, "ID").Take(4));
        Assert.Equal(["2026-12-07", "2026-12-03"], Values(DocumentCases.D, "IssueDate"));
    }

    private static XDocument Xml(byte[] bytes) => XDocument.Load(new MemoryStream(bytes));

    private static IEnumerable<string> Values(BillingDocument document, string name) =>
        Xml(UblInvoice.Write(document)).Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);

    private static string Value(BillingDocument document, string name) => Values(document, name).First();
}
