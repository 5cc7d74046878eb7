using System.Text;
using System.Text.Json;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>Each case is four things that must agree: the document here, the sheet that an accountant reads, and the bytes that go out in either syntax.</summary>
public class GoldenDocumentTests
{
    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_is_written_byte_by_byte_as_it_was_accepted(string name)
    {
        var written = UblInvoice.Write(DocumentCases.Of(name));

        Assert.Equal(Encoding.UTF8.GetString(DocumentCases.File($"{name}.xml")), Encoding.UTF8.GetString(written));
        Assert.Equal(DocumentCases.File($"{name}.xml"), written);
    }

    /// <summary>Each of these files has passed CEN's and KoSIT's Schematron and that of Factur-X, with its schema.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_in_a_ZUGFeRD_is_written_byte_by_byte_as_it_was_accepted(string name)
    {
        var written = CiiInvoice.Write(DocumentCases.Of(name));

        Assert.Equal(Encoding.UTF8.GetString(DocumentCases.File($"{name}.cii.xml")), Encoding.UTF8.GetString(written));
        Assert.Equal(DocumentCases.File($"{name}.cii.xml"), written);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_says_what_the_accountants_sheet_says(string name)
    {
        var document = DocumentCases.Of(name);
        var sheet = JsonSerializer.Deserialize<Sheet>(DocumentCases.File($"{name}.json"))!;

        Assert.Equal(sheet.Dokument, $"{document.Kind.Title()} ({(int)document.Kind})");
        Assert.Equal(sheet.Positionen, document.Lines.Select(Row));
        Assert.Equal((sheet.Netto, sheet.Umsatzsteuer, sheet.Brutto), (document.Totals.Net, document.Totals.Tax, document.Totals.Gross));
    }

    /// <summary>GERMANY.md 3.5, so that nobody moves a sheet and its document at the same time.</summary>
    [Theory]
    [InlineData("a-invoice", 380, "128.69", "24.45", "153.14")]
    [InlineData("b-gutschrift", 389, "139.50", "26.51", "166.01")]
    [InlineData("c-gutschrift-small-business", 389, "139.50", "0", "139.50")]
    [InlineData("d-cancellation", 381, "128.69", "24.45", "153.14")]
    [InlineData("e-correction", 384, "106.94", "20.32", "127.26")]
    [InlineData("f-gutschrift-reverse-charge", 389, "186.00", "0", "186.00")]
    [InlineData("gutschrift-cancellation", 261, "139.50", "26.51", "166.01")]
    [InlineData("negative-correction", 384, "-128.69", "-24.45", "-153.14")]
    public void Totals_are_those_that_the_official_rules_accepted(string name, int code, string net, string tax, string gross)
    {
        var document = DocumentCases.Of(name);

        Assert.Equal(code, (int)document.Kind);
        Assert.Equal((DocumentCases.Euro(net), DocumentCases.Euro(tax), DocumentCases.Euro(gross)), (document.Totals.Net, document.Totals.Tax, document.Totals.Gross));
        Assert.Equal(document.Totals.Gross, document.Totals.Due);
    }

    private static SheetRow Row(DocumentLine line) => new(
        line.Text.ToString(),
        line.Quantity,
        line.Unit switch { BillingUnit.Minute => "Minuten", BillingUnit.Hour => "Stunden", _ => "Stück" },
        line.UnitPrice,
        line.Net,
        $"{VatRule.Of(line.Vat).Category} {VatRule.Of(line.Vat).Percent} %");

    private sealed record Sheet(string Fall, string Dokument, IReadOnlyList<SheetRow> Positionen, decimal Netto, decimal Umsatzsteuer, decimal Brutto);

    private sealed record SheetRow(string Text, decimal Menge, string Einheit, decimal Einzelpreis, decimal Netto, string Steuer);
}
