using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>Lines below each other, on as many pages as they need. Each page says which one it is.</summary>
internal sealed class StatementPage(Sheet sheet, string foot, double top, double bottom)
{
    private double _y;
    private int _pages;

    /// <summary>What comes now stands together on a page.</summary>
    public void Keep(double height)
    {
        if (_pages == 0 || _y + height > bottom)
        {
            sheet.AddPage();
            (_pages, _y) = (_pages + 1, top);
            sheet.Ornament(() =>
            {
                sheet.Write(foot, Sheet.Left, bottom + 11.5, Ink.Small);
                sheet.WriteUpTo($"Seite {_pages}", Sheet.Right, bottom + 11.5, Ink.Small);
            });
        }
    }

    public void Space(double height) => _y += height;

    public void Rule() => sheet.Ornament(() => sheet.Rule(Sheet.Left, _y - 3.2, Sheet.Right, 0.15, pale: true));

    public void Line(PdfBlockLevelElementTag tag, IReadOnlyList<string> lines, Ink ink, double x, double after)
    {
        Keep(lines.Count * ink.LineHeight);
        sheet.Block(tag, () => _y = sheet.WriteLines(lines, x, _y, ink) + after);
    }

    /// <summary>Words from the left, and an amount that ends at the right.</summary>
    public void Row(IReadOnlyList<string> lines, string amount, Ink ink, double x, double end)
    {
        Keep(lines.Count * ink.LineHeight);
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
        {
            if (amount.Length > 0)
            {
                sheet.WriteUpTo(amount, end, _y, ink);
            }

            _y = sheet.WriteLines(lines, x, _y, ink) + 0.6;
        });
    }

    public byte[] Finish() => sheet.ToBytes();
}
