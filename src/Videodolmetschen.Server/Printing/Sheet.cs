using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;

namespace Videodolmetschen.Server.Printing;

/// <summary>
/// A document of A4 pages, measured in millimetres from their upper left corner. Tagged, so that it can be read aloud: what is drawn stands in a
/// <see cref="Block"/>, or is an <see cref="Ornament"/>. The same content is always the same bytes.
/// </summary>
internal sealed class Sheet : IDisposable
{
    public const double MillimetresPerPoint = 25.4 / 72;

    /// <summary>Where text begins and ends on a letter (DIN 5008).</summary>
    public const double Left = 25;

    /// <inheritdoc cref="Left"/>
    public const double Right = 190;

    private readonly PdfDocument _document = new();
    private readonly UAManager _tags;
    private readonly Enclosure? _enclosure;
    private readonly DateTimeOffset _at;
    private XGraphics? _page;

    /// <param name="enclosure">With a file in it, it is one for archives (PDF/A-3B).</param>
    public Sheet(string title, string author, DateTimeOffset at, Enclosure? enclosure = null)
    {
        (_enclosure, _at) = (enclosure, at);
        _tags = UAManager.ForDocument(_document);
        _tags.SetDocumentLanguage("de-DE");
        _document.Info.Title = title;
        _document.Info.Author = author;
        _document.Info.Creator = "Videodolmetschen";
        _document.Info.CreationDate = at.UtcDateTime;
        _document.Info.ModificationDate = at.UtcDateTime;
        if (enclosure is not null)
        {
            PdfArchive.Prepare(_document, enclosure, at);
        }
    }

    private XGraphics Page => _page ?? throw new InvalidOperationException("no page yet");

    public void AddPage()
    {
        _page?.Dispose();
        var page = _document.AddPage();
        (page.Width, page.Height) = (XUnit.FromMillimeter(210), XUnit.FromMillimeter(297));
        _page = XGraphics.FromPdfPage(page);
    }

    /// <summary>Something with a meaning of its own: a heading, a paragraph, a cell; blocks may stand in blocks.</summary>
    public void Block(PdfBlockLevelElementTag tag, Action draw)
    {
        _tags.StructureBuilder.BeginElement(tag);
        draw();
        _tags.StructureBuilder.End();
    }

    /// <summary>What nobody needs to have read aloud: lines, and heads and feet that come again on each page.</summary>
    public void Ornament(Action draw)
    {
        _tags.StructureBuilder.BeginArtifact();
        draw();
        _tags.StructureBuilder.End();
    }

    /// <summary>One line, on its baseline.</summary>
    public void Write(string text, double x, double y, Ink ink) => Page.DrawString(text, ink.Font, ink.Brush, Points(x), Points(y));

    /// <summary>One line that ends at <paramref name="x"/>.</summary>
    public void WriteUpTo(string text, double x, double y, Ink ink) => Write(text, x - TextMeasure.Width(text, ink), y, ink);

    /// <summary>As many lines as it needs.</summary>
    /// <returns>The baseline below it.</returns>
    public double WriteLines(IEnumerable<string> lines, double x, double y, Ink ink)
    {
        foreach (var line in lines)
        {
            Write(line, x, y, ink);
            y += ink.LineHeight;
        }

        return y;
    }

    public void Rule(double x, double y, double until, double weight = 0.2, bool pale = false) =>
        Page.DrawLine(new XPen(pale ? XColor.FromArgb(0xC4, 0xCA, 0xD3) : XColor.FromArgb(0x4A, 0x50, 0x5A), Points(weight)), Points(x), Points(y), Points(until), Points(y));

    public void Shade(double x, double y, double width, double height) =>
        Page.DrawRectangle(new XSolidBrush(XColor.FromArgb(0xEE, 0xF1, 0xF5)), Points(x), Points(y), Points(width), Points(height));

    /// <summary>A code for cameras, with its words for those who do not see it.</summary>
    public void Code(QrCode code, double x, double y, double size, string words)
    {
        _tags.StructureBuilder.BeginElement(PdfIllustrationElementTag.Figure, words, new XRect(Points(x), Points(y), Points(size), Points(size)));
        foreach (var (column, row, width) in code.Bars)
        {
            var module = size / code.Modules;
            Page.DrawRectangle(XBrushes.Black, Points(x + column * module), Points(y + row * module), Points(width * module), Points(module));
        }

        _tags.StructureBuilder.End();
    }

    public byte[] ToBytes()
    {
        _page?.Dispose();
        _page = null;
        using var bytes = new MemoryStream();
        _document.Save(bytes, closeStream: false);
        return FixedIds.In(Xmp.Into(bytes.ToArray(), Xmp.Packet(_document.Info, _at, _enclosure?.Schema)));
    }

    public void Dispose()
    {
        _page?.Dispose();
        _document.Dispose();
    }

    private static double Points(double millimetres) => millimetres / MillimetresPerPoint;
}
