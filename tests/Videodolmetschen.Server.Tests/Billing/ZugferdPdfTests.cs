using System.Diagnostics;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Tests.Billing.Documents;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Billing.Pdf;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>
/// A document as ZUGFeRD: the paper as PDF/A-3B, and the same as CII in it. Whether it is one says the official judge, where it is at hand: <c>PDFA_VALIDATOR</c> names a command that
/// takes a PDF and exits with 1 where it is not what it says of itself, such as veraPDF. It is not delivered with this repository.
/// </summary>
public sealed class ZugferdPdfTests
{
    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_in_it_is_the_one_that_is_kept_and_chained(string name)
    {
        var files = DocumentFiles.Of(DocumentCases.Of(name), InvoiceFormat.Zugferd);
        var hybrid = HybridPdf.Of(files.Pdf);

        Assert.Equal(("factur-x.xml", CiiInvoice.Specification), (hybrid.FileName, files.Specification));
        Assert.Equal(CiiInvoice.Write(DocumentCases.Of(name)), hybrid.Xml);
        Assert.Equal(files.Xml, hybrid.Xml);
    }

    [Fact]
    public void It_says_that_it_is_an_archives_and_of_which_profile()
    {
        var hybrid = Written(DocumentCases.A);

        Assert.Equal(
            ("3", "B", "factur-x.xml", "INVOICE", "1.0", "EN 16931"),
            (hybrid.Said["part"], hybrid.Said["conformance"], hybrid.Said["DocumentFileName"], hybrid.Said["DocumentType"], hybrid.Said["Version"], hybrid.Said["ConformanceLevel"]));
        Assert.Equal(("Rechnung RE-2026-000123", "2026-12-02T23:00:00Z"), (hybrid.Said["title"], hybrid.Said["CreateDate"]));
        Assert.All(
            ["/AFRelationship/Alternative", "/AF[", "/Subtype/text#2Fxml", "/GTS_PDFA1", "/DestOutputProfile", "pdfaExtension:schemas", "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"],
            part => Assert.Contains(part, hybrid.Raw, StringComparison.Ordinal));
    }

    /// <summary>Whoever gets it reads the same paper as everybody else.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void The_paper_says_what_it_says_without_a_file(string name)
    {
        using var plain = new PdfText(DocumentPdf.Write(DocumentCases.Of(name)));
        using var hybrid = new PdfText(DocumentFiles.Of(DocumentCases.Of(name), InvoiceFormat.Zugferd).Pdf, "zugferd-" + name);

        Assert.Equal(plain.All, hybrid.All);
    }

    [Fact]
    public async Task The_same_document_is_the_same_bytes_also_when_many_are_written_at_once()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => DocumentFiles.Of(DocumentCases.A, InvoiceFormat.Zugferd).Pdf)));

        Assert.Single(all.Select(Convert.ToHexString).Distinct());
    }

    private const string Name = "漢 & <Söhne> سميرة";

    private static BillingDocument OfAnotherScript { get; } = DocumentCases.A with { Seller = DocumentCases.Broker with { Name = Name } };

    /// <summary>An archive's file has no sign that its font lacks; the name in the file in it is whole.</summary>
    [Fact]
    public void A_name_in_another_script_is_a_question_on_paper_and_itself_in_the_file()
    {
        var files = DocumentFiles.Of(OfAnotherScript, InvoiceFormat.Zugferd);
        using var pdf = new PdfText(files.Pdf, "zugferd-names");

        Assert.Contains("? & <Söhne> ?????", pdf.All, StringComparison.Ordinal);
        Assert.Equal(Name, HybridPdf.Of(files.Pdf).Said["creator"]);
        Assert.Contains("漢 &amp; &lt;Söhne&gt; سميرة", System.Text.Encoding.UTF8.GetString(files.Xml), StringComparison.Ordinal);
    }

    [Fact]
    public void A_canary_gets_from_master_data_into_the_name_of_the_issuer_alone()
    {
        var planted = DocumentCases.A with
        {
            Seller = DocumentCases.Broker with { Name = "Kanarienvogel" },
            Buyer = DocumentCases.Authority with { Name = "Kanarienvogel", Electronic = new ElectronicAddress(AddressScheme.Email, "Kanarienvogel") },
            Payment = DocumentCases.A.Payment! with { Holder = "Kanarienvogel" },
        };
        var hybrid = Written(planted);

        Assert.Equal(["creator"], hybrid.Said.Where(one => one.Value.Contains("anari", StringComparison.Ordinal)).Select(one => one.Key));
        Assert.DoesNotContain("anari", hybrid.FileName, StringComparison.Ordinal);
    }

    [Fact]
    public void The_official_judge_takes_all_of_them()
    {
        var command = Environment.GetEnvironmentVariable("PDFA_VALIDATOR");
        Assert.SkipWhen(string.IsNullOrEmpty(command), "PDFA_VALIDATOR names no command");

        var threePages = DocumentCases.A with { Lines = [.. Enumerable.Range(1, 60).Select(position => DocumentCases.A.Lines[1] with { Position = position })] };
        Assert.All(
            [.. Names.Select(name => DocumentCases.Of(name.Data)), OfAnotherScript, threePages],
            document => Assert.Equal(0, ExitCode(command!, DocumentFiles.Of(document, InvoiceFormat.Zugferd).Pdf)));
        Assert.Equal(1, ExitCode(command!, DocumentPdf.Write(DocumentCases.A)));
    }

    private static HybridPdf Written(BillingDocument document) => HybridPdf.Of(DocumentFiles.Of(document, InvoiceFormat.Zugferd).Pdf);

    private static int ExitCode(string command, byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        try
        {
            File.WriteAllBytes(file, pdf);
            using var validator = Process.Start(new ProcessStartInfo(command, [file]))!;
            Assert.True(validator.WaitForExit(TimeSpan.FromMinutes(2)), "no answer in two minutes");
            return validator.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
