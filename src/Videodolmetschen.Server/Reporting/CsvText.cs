using System.Text;
using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Server.Reporting;

/// <summary>
/// Comma-separated values as German spreadsheets open them: semicolons, a byte order mark, CRLF. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe.
/// </summary>
internal static class CsvText
{
    private static readonly char[] Quoted = ['"', ';', '\n', '\r'];

    public static byte[] Of(IEnumerable<string> header, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        foreach (var row in rows.Prepend(header))
        {
            text.AppendJoin(';', row.Select(Cell)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static string Cell(string value)
    {
        var safe = SafeCell.Of(value);
        return safe.IndexOfAny(Quoted) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
