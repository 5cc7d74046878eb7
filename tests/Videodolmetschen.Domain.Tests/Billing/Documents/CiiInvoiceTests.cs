using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>What is of CII alone; that it says what UBL says is told by <see cref="SameInBothSyntaxesTests"/>.</summary>
public class CiiInvoiceTests
{
    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void No_mark_no_carriage_return_and_no_empty_element(string name)
    {
        var bytes = CiiInvoice.Write(DocumentCases.Of(name));

        Assert.Equal("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8.ToArray(), bytes[..39]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.DoesNotContain(Xml(bytes).Descendants(), element => !element.HasElements && string.IsNullOrWhiteSpace(element.Value));
    }

    [Fact]
    public void Bytes_do_not_depend_on_who_runs_the_service()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            Assert.Equal(DocumentCases.File("a-invoice.cii.xml"), CiiInvoice.Write(DocumentCases.A));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    /// <summary>Here all kinds have one root.</summary>
    [Theory]
    [InlineData(DocumentKind.Invoice, "380")]
    [InlineData(DocumentKind.Cancellation, "381")]
    [InlineData(DocumentKind.Correction, "384")]
    [InlineData(DocumentKind.SelfBilled, "389")]
    [InlineData(DocumentKind.SelfBilledCancellation, "261")]
    public void Each_kind_has_its_code(DocumentKind kind, string code) => Assert.Equal(code, Values(DocumentCases.A with { Kind = kind }, "TypeCode").First(value => value != "VAT"));

    /// <summary>It is of no country's dialect: a program in another one reads it, too.</summary>
    [Fact]
    public void The_profile_is_the_norm_itself() => Assert.Equal(["urn:cen.eu:en16931:2017"], Values(DocumentCases.A, "GuidelineSpecifiedDocumentContextParameter"));

    /// <summary>BR-FX-EN-04.</summary>
    [Fact]
    public void The_service_was_completed_on_the_last_day_of_its_period() => Assert.Equal(["20261124"], Values(DocumentCases.A, "OccurrenceDateTime"));

    [Theory]
    [InlineData("a-invoice")]
    [InlineData("d-cancellation")]
    [InlineData("e-correction")]
    public void The_word_Gutschrift_stands_on_no_customers_document(string name) =>
        Assert.DoesNotContain("Gutschrift", Encoding.UTF8.GetString(CiiInvoice.Write(DocumentCases.Of(name))), StringComparison.OrdinalIgnoreCase);

    private static XDocument Xml(byte[] bytes) => XDocument.Load(new MemoryStream(bytes));

    private static IEnumerable<string> Values(BillingDocument document, string name) =>
        Xml(CiiInvoice.Write(document)).Descendants().Where(element => element.Name.LocalName == name).Select(element => element.Value);
}
