using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>The positions: columns, how high a row is, and how it is drawn. Numbers end below each other.</summary>
internal static class LineTable
{
    public const double HeadHeight = 7.5;

    /// <summary>Of a sum that is carried over.</summary>
    public const double CarryHeight = 6.5;

    private const double PositionEnd = 31;
    private const double PeriodAt = 34.5;
    private const double TextAt = 55;
    private const double TextWidth = 58.5;
    private const double QuantityEnd = 123.5;
    private const double UnitAt = 125.5;
    private const double PriceEnd = 155;
    private const double RateEnd = 168;
    private const double Padding = 1.6;

    /// <param name="top">Upper edge.</param>
    /// <returns>Lower edge, as of all that is drawn here.</returns>
    public static double Head(Sheet sheet, double top)
    {
        var y = top + 5;
        sheet.Ornament(() => sheet.Shade(Sheet.Left, top, Sheet.Right - Sheet.Left, HeadHeight - 0.5));
        sheet.Block(PdfBlockLevelElementTag.TableRow, () =>
        {
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.WriteUpTo("Pos.", PositionEnd + 1.3, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.Write("Leistung am", PeriodAt, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.Write("Bezeichnung", TextAt, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.WriteUpTo("Menge", QuantityEnd, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.Write("Einheit", UnitAt, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.WriteUpTo("Einzelpreis €", PriceEnd, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.WriteUpTo("USt", RateEnd, y, Ink.Label));
            Cell(sheet, PdfBlockLevelElementTag.TableHeaderCell, () => sheet.WriteUpTo("Netto €", Sheet.Right - 1, y, Ink.Label));
        });
        return top + HeadHeight;
    }

    public static double HeightOf(DocumentLine line) =>
        Math.Max(TextLines(line).Count, PeriodLines(line).Count) * Ink.Body.LineHeight + DetailLines(line).Count * Ink.Small.LineHeight + 2 * Padding;

    public static double Row(Sheet sheet, DocumentLine line, double top)
    {
        var y = top + Padding + 3.3;
        sheet.Block(PdfBlockLevelElementTag.TableRow, () =>
        {
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(GermanNumber.Quantity(line.Position), PositionEnd, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteLines(PeriodLines(line), PeriodAt, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () =>
                sheet.WriteLines(DetailLines(line), TextAt, sheet.WriteLines(TextLines(line), TextAt, y, Ink.Body) - 0.4, Ink.Small));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(GermanNumber.Quantity(line.Quantity), QuantityEnd, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.Write(DocumentWords.Unit(line.Unit), UnitAt, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(GermanNumber.Price(line.UnitPrice), PriceEnd, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(DocumentWords.Rate(line.Vat), RateEnd, y, Ink.Body));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(GermanNumber.Amount(line.Net), Sheet.Right - 1, y, Ink.Body));
        });
        var bottom = top + HeightOf(line);
        sheet.Ornament(() => sheet.Rule(Sheet.Left, bottom, Sheet.Right, 0.15, pale: true));
        return bottom;
    }

    /// <summary>What the pages so far, or before, add up to.</summary>
    public static double Carry(Sheet sheet, string words, decimal net, double top)
    {
        sheet.Block(PdfBlockLevelElementTag.TableRow, () =>
        {
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.Write(words, TextAt, top + 4.4, Ink.Strong));
            Cell(sheet, PdfBlockLevelElementTag.TableDataCell, () => sheet.WriteUpTo(GermanNumber.Amount(net), Sheet.Right - 1, top + 4.4, Ink.Strong));
        });
        return top + CarryHeight;
    }

    private static void Cell(Sheet sheet, PdfBlockLevelElementTag tag, Action draw) => sheet.Block(tag, draw);

    private static IReadOnlyList<string> TextLines(DocumentLine line) => TextMeasure.Wrap(line.Text.ToString().Replace(" %", "\u00A0%", StringComparison.Ordinal), Ink.Body, TextWidth);

    private static IReadOnlyList<string> DetailLines(DocumentLine line) => TextMeasure.Wrap(DocumentWords.Details(line), Ink.Small, TextWidth);

    private static IReadOnlyList<string> PeriodLines(DocumentLine line) => line.Period.From == line.Period.Until
        ? [GermanNumber.Day(line.Period.From)]
        : [GermanNumber.Day(line.Period.From) + " –", GermanNumber.Day(line.Period.Until)];
}
