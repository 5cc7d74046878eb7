using System.Globalization;
using System.Text;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Tests.Billing.Documents;
using Videodolmetschen.Server.Billing.Pdf;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Documents on paper, read by another library than the one that writes them.</summary>
public sealed class PdfTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    public static TheoryData<string> Names => DocumentCases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Everything_that_was_charged_stands_on_paper(string name)
    {
        var document = DocumentCases.Of(name);
        using var pdf = new PdfText(DocumentPdf.Write(document), "pdf-" + name);

        Assert.Contains($"{document.Kind.Title()} {document.Number}", pdf.All, StringComparison.Ordinal);
        Assert.All(Numbers(document), number => Assert.Contains(number, pdf.All, StringComparison.Ordinal));
        Assert.All(document.Lines, line => Assert.All(line.Text.ToString().Split(' '), word => Assert.Contains(word, pdf.All, StringComparison.Ordinal)));
        Assert.Contains(document.PaymentTerms, pdf.All, StringComparison.Ordinal);
        Assert.Contains("Seite 1 von 1", pdf.All, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c-gutschrift-small-business", "Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG.")]
    [InlineData("f-gutschrift-reverse-charge", "Steuerschuldnerschaft des Leistungsempfängers.")]
    [InlineData("not-taxable", "Nicht steuerbar (Schadensersatz).")]
    [InlineData("sign-language", "Steuerfrei nach § 4 Nr. 16 Buchst. l UStG.")]
    [InlineData("d-cancellation", "Rechnung Nr. RE-2026-000123 vom 03.12.2026")]
    [InlineData("gutschrift-cancellation", "Gutschrift Nr. GS-2026-000045 vom 03.12.2026")]
    public void The_words_of_the_law_stand_once(string name, string words)
    {
        using var pdf = new PdfText(DocumentPdf.Write(DocumentCases.Of(name)));
        Assert.Single(pdf.Pages[0], line => line.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>The account is the seller's to be paid; of a cancellation nobody shall pay it once more.</summary>
    [Fact]
    public void An_account_stands_only_where_money_is_moved()
    {
        using var invoice = new PdfText(DocumentPdf.Write(DocumentCases.A));
        using var cancellation = new PdfText(DocumentPdf.Write(DocumentCases.D));

        Assert.Contains("DE89 3704 0044 0532 0130 00", invoice.All, StringComparison.Ordinal);
        Assert.Contains("COBADEFFXXX", invoice.All, StringComparison.Ordinal);
        Assert.Contains("GiroCode", invoice.All, StringComparison.Ordinal);
        Assert.DoesNotContain("DE89", cancellation.All, StringComparison.Ordinal);
        Assert.DoesNotContain("GiroCode", cancellation.All, StringComparison.Ordinal);
    }

    [Fact]
    public void Sixty_lines_go_over_pages_that_carry_their_sums()
    {
        var document = Long(60);
        using var pdf = new PdfText(DocumentPdf.Write(document), "pdf-long");

        Assert.Equal(3, pdf.Pages.Count);
        var carried = 0m;
        for (var page = 1; page <= pdf.Pages.Count; page++)
        {
            var lines = pdf.Pages[page - 1];
            Assert.Contains(lines, line => line.Contains($"Seite {page} von {pdf.Pages.Count}", StringComparison.Ordinal));
            Assert.Contains(lines, line => line.StartsWith("Pos. Leistung am", StringComparison.Ordinal));
            Assert.Equal(page > 1, lines.Contains($"Übertrag von Seite {page - 1} {Euro(carried)}"));
            carried += lines.Where(line => line.Contains(" Min. ", StringComparison.Ordinal)).Sum(line => decimal.Parse(line.Split(' ')[^1], German));
            Assert.Equal(page < pdf.Pages.Count, lines.Contains($"Übertrag {Euro(carried)}"));
        }

        Assert.Equal(document.Totals.Net, carried);
        Assert.Contains($"Summe netto {Euro(document.Totals.Net)} €", pdf.Pages[^1]);
        Assert.Equal(60, pdf.Pages.Sum(lines => lines.Count(line => line.Contains(" Min. ", StringComparison.Ordinal))));
    }

    /// <summary>Whatever the number of lines: all are there, nothing stands below the body, and the sums are never alone.</summary>
    [Fact]
    public void No_number_of_lines_breaks_the_page()
    {
        for (var count = 1; count <= 45; count++)
        {
            using var pdf = new PdfText(DocumentPdf.Write(Long(count)));
            Assert.Equal(count, pdf.Pages.Sum(lines => lines.Count(line => line.Contains(" Min. ", StringComparison.Ordinal))));
            Assert.Contains(pdf.Pages[^1], line => line.Contains(" Min. ", StringComparison.Ordinal));
            Assert.All(pdf.Document.GetPages(), page =>
            {
                var body = page.Letters.Where(letter => letter.StartBaseLine.Y / 72 * 25.4 < 297 - DocumentFoot.Top + 0.5);
                Assert.All(body, letter => Assert.True(letter.PointSize < 8, $"{count} lines: '{letter.Value}' of the body in the foot"));
            });
        }
    }

    [Fact]
    public async Task The_same_document_is_the_same_bytes_also_when_many_are_written_at_once()
    {
        var first = DocumentPdf.Write(DocumentCases.A);
        var others = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => (DocumentPdf.Write(DocumentCases.A), DocumentPdf.Write(DocumentCases.B)))));

        Assert.All(others, pair => Assert.Equal(first, pair.Item1));
        Assert.Single(others.Select(pair => Convert.ToHexString(pair.Item2)).Distinct());
        Assert.NotEqual(first, DocumentPdf.Write(DocumentCases.A with { IssuedOn = new DateOnly(2026, 12, 4) }));
    }

    [Fact]
    public void Fonts_come_along_and_the_file_says_what_it_is()
    {
        var bytes = DocumentPdf.Write(DocumentCases.A);
        using var pdf = new PdfText(bytes);
        var raw = Encoding.Latin1.GetString(bytes);

        Assert.All(pdf.Document.GetPage(1).Letters.Select(letter => letter.FontName).Distinct(), font => Assert.Matches(@"\AVIDEO[A-Z]\+Fira", font));
        Assert.Equal(pdf.Document.GetPage(1).Letters.Select(letter => letter.FontName).Distinct().Count(), raw.Split("/FontFile2 ").Length - 1);
        Assert.InRange(bytes.Length, 10_000, 150_000);
        Assert.Equal("Rechnung RE-2026-000123", pdf.Document.Information.Title);
        Assert.Equal("Beispiel Videodolmetschen GmbH", pdf.Document.Information.Author);
        Assert.StartsWith("D:20261202230000", pdf.Document.Information.CreationDate, StringComparison.Ordinal);
        Assert.Contains("/Lang(de-DE)", raw, StringComparison.Ordinal);
        Assert.Contains("/Marked true", raw, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_sign_of_XML_leaves_what_the_file_says_of_itself_readable()
    {
        using var pdf = new PdfText(DocumentPdf.Write(DocumentCases.A with { Seller = DocumentCases.Broker with { Name = "Müller & <Söhne>" } }));

        Assert.Equal("Müller & <Söhne>", HybridPdf.SaidIn(pdf.Document)["creator"]);
        Assert.False(HybridPdf.SaidIn(pdf.Document).ContainsKey("part"));
    }

    /// <summary>A name that is no Latin one still comes out, and a long one breaks.</summary>
    [Fact]
    public void Names_of_all_lengths_and_letters_fit()
    {
        const string Long = "Zweckverband für Integration, Migration und Gesundheitsversorgung der Landkreise Musterland-Nord und Musterland-Süd";
        var document = DocumentCases.A with { Buyer = DocumentCases.Authority with { Name = Long }, Seller = DocumentCases.Broker with { Name = "Řeřicha Şahin Ωmega Ирина GmbH" } };
        using var pdf = new PdfText(DocumentPdf.Write(document), "pdf-names");

        Assert.Contains("Řeřicha Şahin Ωmega Ирина GmbH", pdf.All, StringComparison.Ordinal);
        Assert.All(Long.Split(' '), word => Assert.Contains(word, pdf.All, StringComparison.Ordinal));
        Assert.All(pdf.Document.GetPage(1).Letters, letter => Assert.InRange(letter.BoundingBox.Right, 0, 190.5 / 25.4 * 72));
    }

    /// <summary>A document has no place for a word about an end user; what is typed elsewhere stays out of its lines, and mail addresses of machines out of it all.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_canary_does_not_get_among_the_lines(string name)
    {
        var document = DocumentCases.Of(name);
        var planted = document with { Seller = Planted(document.Seller), Buyer = Planted(document.Buyer), Payment = document.Payment! with { Holder = "Kanarienvogel" } };
        using var pdf = new PdfText(DocumentPdf.Write(planted));

        Assert.DoesNotContain("Elektrokanari", pdf.All, StringComparison.Ordinal);
        var lines = pdf.Pages[0].SkipWhile(line => !line.StartsWith("Pos.", StringComparison.Ordinal)).TakeWhile(line => !line.StartsWith("Summe netto", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count > document.Lines.Count);
        Assert.DoesNotContain(lines, line => line.Contains("anari", StringComparison.Ordinal));
    }

    private static DocumentParty Planted(DocumentParty party) => party with
    {
        Name = "Kanarienvogel",
        Address = new PostalAddress("Kanarienvogel", "Kanarienvogel", "Kanarienvogel", "DE"),
        Electronic = new ElectronicAddress(AddressScheme.Email, "Elektrokanari"),
        Contact = new DocumentContact("Kanarienvogel", "Kanarienvogel", "Kanarienvogel"),
    };

    private static BillingDocument Long(int count) => DocumentCases.A with
    {
        Lines = [.. Enumerable.Range(1, count).Select(position => DocumentCases.Line(position, new LineText(LineWord.VideoOnDemand), 20m + position, BillingUnit.Minute, 31.45m, 1 + position % 28))],
    };

    private static IEnumerable<string> Numbers(BillingDocument document) =>
    [
        document.Number.Value,
        Day(document.IssuedOn),
        Euro(document.Totals.Net),
        Euro(document.Totals.Tax),
        Euro(document.Totals.Due),
        .. document.Lines.SelectMany(line => new[] { Day(line.Period.From), Euro(line.Net), Sign(line.Quantity.ToString("0.##", German)), line.UnitPrice.ToString("#,##0.00##", German) }),
        .. document.Totals.Breakdown.Select(part => Euro(part.Taxable)),
        .. new[] { document.BuyerReference, document.Order, document.Contract, document.Seller.Number, document.Preceding?.Number }.OfType<DocumentReference>().Select(reference => reference.Value),
        .. new[] { document.Seller.VatId?.Value, document.Seller.TaxNumber?.Value }.OfType<string>(),
        .. document.Lines.SelectMany(line => new[] { line.OrderLine?.Value, line.Account?.Value }).OfType<string>(),
    ];

    private static string Day(DateOnly day) => day.ToString("dd.MM.yyyy", German);

    private static string Euro(decimal euro) => Sign(euro.ToString("#,##0.00", German));

    private static string Sign(string number) => number.Replace('-', '−');
}
