using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Printing;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Server.Reporting.Files;

/// <summary>A report on paper: what was asked for, then the rows, as many pages as it needs, with the heads on each.</summary>
internal static class ReportPdf
{
    private const double Left = 20;
    private const double Right = 192;
    private const double Top = 22;
    private const double Bottom = 278;
    private const double RowGap = 2.2;

    public static byte[] Write(ReportTable table, DateTimeOffset now)
    {
        using var sheet = new Sheet(table.Title, "Videodolmetschen", now);
        sheet.AddPage();
        var (y, page) = (Head(sheet, table, now), 1);
        var columns = new Columns(table);
        y = Heads(sheet, columns, y);
        foreach (var row in table.Total is { } total ? table.Rows.Append(total) : table.Rows)
        {
            var lines = columns.Lines(row);
            if (y + lines * Ink.Small.LineHeight > Bottom)
            {
                Foot(sheet, page++);
                sheet.AddPage();
                y = Heads(sheet, columns, Top);
            }

            y = Row(sheet, columns, row, ReferenceEquals(row, table.Total), y);
        }

        if (table.Rows.Count == 0)
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write("In diesem Zeitraum gibt es nichts zu zeigen.", Left, y + 4, Ink.Body));
        }

        Foot(sheet, page);
        return sheet.ToBytes();
    }

    private static double Head(Sheet sheet, ReportTable table, DateTimeOffset now)
    {
        sheet.Block(PdfBlockLevelElementTag.Heading1, () => sheet.Write(table.Title, Left, Top + 2, Ink.Title));
        var y = Top + 11;
        foreach (var (label, value) in table.Asked.Append(("Stand", GermanTime.Moment(now))))
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
            {
                sheet.Write(label, Left, y, Ink.Label);
                y = sheet.WriteLines(TextMeasure.Wrap(value, Ink.Body, Right - 55), 55, y, Ink.Body) + 0.8;
            });
        }

        return y + 5;
    }

    private static double Heads(Sheet sheet, Columns columns, double y)
    {
        var lines = columns.HeadLines;
        sheet.Block(PdfBlockLevelElementTag.TableRow, () => Columns.Each((text, place) => sheet.Block(PdfBlockLevelElementTag.TableHeaderCell, () => Cell(sheet, columns, place, text, y, Ink.SmallStrong)), columns.Heads));
        y += lines * Ink.Small.LineHeight;
        sheet.Ornament(() => sheet.Rule(Left, y - 1.6, Right, 0.3));
        return y + RowGap;
    }

    private static double Row(Sheet sheet, Columns columns, ReportRow row, bool isTotal, double y)
    {
        var ink = isTotal ? Ink.SmallStrong : Ink.Small;
        sheet.Block(PdfBlockLevelElementTag.TableRow, () => Columns.Each((text, place) => sheet.Block(PdfBlockLevelElementTag.TableDataCell, () => Cell(sheet, columns, place, text, y, ink)), columns.Texts(row)));
        y += columns.Lines(row) * Ink.Small.LineHeight;
        sheet.Ornament(() => sheet.Rule(Left, y - 1.8, Right, 0.1, pale: true));
        return y + RowGap - 1;
    }

    private static void Cell(Sheet sheet, Columns columns, int place, string text, double y, Ink ink)
    {
        foreach (var line in columns.Wrapped(place, text))
        {
            if (columns.IsNumber(place))
            {
                sheet.WriteUpTo(line, columns.EndOf(place) - 1, y, ink);
            }
            else
            {
                sheet.Write(line, columns.StartOf(place), y, ink);
            }

            y += Ink.Small.LineHeight;
        }
    }

    private static void Foot(Sheet sheet, int page) => sheet.Ornament(() => sheet.WriteUpTo($"Seite {page}", Right, 287, Ink.Small));

    /// <summary>How wide the columns are: texts share what the numbers leave.</summary>
    private sealed class Columns(ReportTable table)
    {
        private const double OfNumber = 15.5;

        private readonly double _text = (Right - Left - table.Columns.Count * OfNumber) / table.Leading.Count;

        public IReadOnlyList<string> Heads { get; } = [.. table.Leading, .. table.Columns.Select(column => column.Title)];

        public int HeadLines => Heads.Select((text, place) => Wrapped(place, text).Count).Max();

        public IReadOnlyList<string> Texts(ReportRow row) =>
        [
            .. row.Titles, .. Enumerable.Repeat("", table.Leading.Count - row.Titles.Count),
            .. row.Values.Select((value, place) => row.IsHidden ? "unter fünf" : ReportWords.Value(value, table.Columns[place].Unit)),
        ];

        public int Lines(ReportRow row) => Texts(row).Select((text, place) => Wrapped(place, text).Count).Append(1).Max();

        public static void Each(Action<string, int> cell, IReadOnlyList<string> texts)
        {
            foreach (var (place, text) in texts.Index())
            {
                cell(text, place);
            }
        }

        public IReadOnlyList<string> Wrapped(int place, string text) => TextMeasure.Wrap(text, Ink.SmallStrong, EndOf(place) - StartOf(place) - 1.5);

        public bool IsNumber(int place) => place >= table.Leading.Count;

        public double StartOf(int place) => IsNumber(place) ? Right - (Heads.Count - place) * OfNumber : Left + place * _text;

        public double EndOf(int place) => IsNumber(place) ? StartOf(place) + OfNumber : StartOf(place) + _text;
    }
}
