using System.Globalization;
using System.Text;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Server.Reporting.Files;

/// <summary>A report as comma-separated values, with what was asked for above it. Row by row: a file of any length needs no memory.</summary>
internal static class ReportCsv
{
    private static readonly NumberFormatInfo German = new() { NumberDecimalSeparator = ",", NegativeSign = "-" };

    /// <param name="rows">Those of the table, or more of the same kind.</param>
    public static async Task WriteAsync(Stream stream, ReportTable table, IAsyncEnumerable<ReportRow> rows, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 64 * 1024, leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(CsvText.Cell(table.Title));
        foreach (var (label, value) in table.Asked)
        {
            await writer.WriteLineAsync($"{CsvText.Cell(label)};{CsvText.Cell(value)}");
        }

        await writer.WriteLineAsync();
        await writer.WriteLineAsync(string.Join(';', table.Leading.Concat(table.Columns.Select(Head)).Select(CsvText.Cell)));
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteLineAsync(Line(row, table));
        }

        if (table.Total is { } total)
        {
            await writer.WriteLineAsync(Line(total, table));
        }
    }

    /// <summary>Minutes and parts are not shown in what they are counted in.</summary>
    public static decimal? Number(decimal? value, ReportUnit unit) => value is not { } known ? null : unit switch
    {
        ReportUnit.Minutes => decimal.Round(known / 60, 1),
        ReportUnit.Part => decimal.Round(known * 100, 1),
        _ => known,
    };

    public static string Head(ReportColumn column) => column.Unit switch
    {
        ReportUnit.Euro => $"{column.Title} (Euro)",
        ReportUnit.Part => $"{column.Title} (Prozent)",
        _ => column.Title,
    };

    /// <summary>Only texts could be formulas: a number with a minus stays a number.</summary>
    private static string Line(ReportRow row, ReportTable table) => string.Join(
        ';',
        row.Titles.Concat(Enumerable.Repeat("", table.Leading.Count - row.Titles.Count)).Select(CsvText.Cell)
            .Concat(row.Values.Select((value, place) => row.IsHidden ? "weniger als fünf" : Number(value, table.Columns[place].Unit)?.ToString(German) ?? "")));
}
