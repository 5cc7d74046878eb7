using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>The upper part of the first page (DIN 5008, form B): name, address for a window, block of facts, title, introduction.</summary>
internal sealed class Letterhead(BillingDocument document)
{
    private const double FactsAt = 119.5;
    private const double ValuesAt = 152;
    private const double AddressWidth = 80;

    private static readonly double TextWidth = Sheet.Right - Sheet.Left;

    private readonly DocumentParty _issuer = DocumentWords.Issuer(document);
    private readonly DocumentParty _addressee = DocumentWords.Addressee(document);
    private readonly IReadOnlyList<string> _introduction =
        [.. DocumentWords.Introduction(document).SelectMany(words => TextMeasure.Wrap(words, Ink.Body, TextWidth))];

    private readonly IReadOnlyList<(string Label, IReadOnlyList<string> Value)> _facts =
        [.. DocumentWords.Facts(document).Select(row => (row.Label, TextMeasure.Wrap(row.Value, Ink.Body, Sheet.Right - ValuesAt)))];

    /// <summary>Below the block of facts, but never before the window's end.</summary>
    private double TitleAt => Math.Max(106, 52 + FactLines * Ink.Body.LineHeight + 12);

    /// <summary>Where the lines may begin.</summary>
    public double Bottom => TitleAt + 8 + _introduction.Count * Ink.Body.LineHeight + (_introduction.Count > 0 ? 2 : 0);

    private int FactLines => _facts.Sum(row => row.Value.Count);

    public void Draw(Sheet sheet)
    {
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write(_issuer.Name, Sheet.Left, 24, Ink.Letterhead));
        sheet.Ornament(() =>
        {
            sheet.Rule(Sheet.Left, 28, Sheet.Right, 0.4);
            // Where the letter is folded, and where it is punched.
            sheet.Rule(5, 105, 9, 0.1);
            sheet.Rule(5, 148.5, 11, 0.1);
            sheet.Rule(5, 210, 9, 0.1);
        });
        Address(sheet);
        Facts(sheet);
        sheet.Block(PdfBlockLevelElementTag.Heading1, () => sheet.Write(DocumentWords.Title(document), Sheet.Left, TitleAt, Ink.Title));
        if (_introduction.Count > 0)
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.WriteLines(_introduction, Sheet.Left, TitleAt + 8, Ink.Body));
        }
    }

    private void Address(Sheet sheet)
    {
        var sender = string.Join(" · ", Lines(_issuer));
        sheet.Ornament(() =>
        {
            sheet.Write(Fitting(sender), Sheet.Left, 59, Ink.Small);
            sheet.Rule(Sheet.Left, 60.3, Sheet.Left + AddressWidth, 0.1);
        });
        var lines = TextMeasure.Wrap(_addressee.Name, Ink.Body, AddressWidth).Concat(Lines(_addressee).Skip(1));
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.WriteLines(lines, Sheet.Left, 67, Ink.Body));
    }

    private void Facts(Sheet sheet)
    {
        var y = 52.0;
        foreach (var (label, value) in _facts)
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
            {
                sheet.Write(label, FactsAt, y, Ink.Label);
                y = sheet.WriteLines(value, ValuesAt, y, Ink.Body);
            });
        }
    }

    private static string Fitting(string sender)
    {
        var lines = TextMeasure.Wrap(sender, Ink.Small, AddressWidth);
        return lines.Count > 1 ? lines[0].TrimEnd(' ', '·') : sender;
    }

    /// <summary>Name, street, place, country.</summary>
    public static IEnumerable<string> Lines(DocumentParty party) =>
        new[] { party.Name, party.Address.Street, $"{party.Address.PostCode} {party.Address.City}", CountryName.Of(party.Address.Country) }.OfType<string>();
}
