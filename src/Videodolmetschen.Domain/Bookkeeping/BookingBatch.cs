using System.Globalization;
using System.Text;

namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>
/// A DATEV Buchungsstapel: EXTF 700, category 21, format 13. Semicolons, texts in quotes, amounts with a comma and without a sign, days as DDMM
/// of one financial year, CRLF, Windows-1252.
/// </summary>
/// <param name="Settings">Whose books.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day, of the same financial year.</param>
/// <param name="MadeAt">By the clock on the wall in Berlin.</param>
/// <param name="Bookings">In the order of the file.</param>
public sealed record BookingBatch(BookingSettings Settings, DateOnly From, DateOnly Until, DateTime MadeAt, IReadOnlyList<Booking> Bookings)
{
    private const int TextLength = 60;

    /// <summary>What Windows-1252 does not have is a question mark.</summary>
    private static readonly Encoding Ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback)!;

    /// <summary>Days have no year in the file: it is the one of the financial year.</summary>
    public bool IsOfOneYear => From <= Until && Settings.YearOf(From) == Settings.YearOf(Until);

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"EXTF_Buchungsstapel_{From:yyyyMMdd}_{Until:yyyyMMdd}.csv");

    public byte[] ToBytes()
    {
        var text = new StringBuilder();
        Line(text, Head());
        Line(text, BookingColumns.All);
        foreach (var booking in Bookings)
        {
            Line(text, Row(booking));
        }

        return Ansi.GetBytes(text.ToString());
    }

    /// <summary>31 fields.</summary>
    private IEnumerable<string> Head() =>
    [
        Quoted("EXTF"), "700", "21", Quoted("Buchungsstapel"), "13", Date($"{MadeAt:yyyyMMddHHmmssfff}"), "", Quoted("VD"), Quoted("Videodolmetschen"), Quoted(""),
        Date($"{Settings.Consultant}"), Date($"{Settings.Client}"), Date($"{Settings.YearOf(From):yyyyMMdd}"), Date($"{Settings.AccountLength}"),
        Date($"{From:yyyyMMdd}"), Date($"{Until:yyyyMMdd}"), Quoted("Dolmetschleistungen"), Quoted(""), "1", "0", "0", Quoted("EUR"), "", Quoted(""), "", "",
        Quoted(Settings.Chart == ChartOfAccounts.Skr03 ? "03" : "04"), "", "", Quoted(""), Quoted(""),
    ];

    private static string[] Row(Booking booking)
    {
        var fields = new string[BookingColumns.All.Count];
        Array.Fill(fields, "");
        fields[BookingColumns.Amount] = booking.Amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
        fields[BookingColumns.DebitOrCredit] = Quoted(booking.IsDebit ? "S" : "H");
        fields[BookingColumns.Currency] = Quoted("EUR");
        fields[BookingColumns.Account] = booking.Account;
        fields[BookingColumns.ContraAccount] = booking.ContraAccount;
        fields[BookingColumns.TaxKey] = Quoted(booking.TaxKey);
        fields[BookingColumns.Day] = Date($"{booking.Day:ddMM}");
        fields[BookingColumns.Reference] = Quoted(Only(booking.Reference));
        fields[BookingColumns.Text] = Quoted(Shortened(booking.Text));
        fields[BookingColumns.IsFixed] = "0";
        fields[BookingColumns.ServedOn] = Date($"{booking.ServedOn:ddMMyyyy}");
        fields[BookingColumns.TaxPeriod] = Date($"{booking.ServedOn:ddMMyyyy}");
        fields[BookingColumns.DueOn] = booking.DueOn is { } due ? Date($"{due:ddMMyyyy}") : "";
        return fields;
    }

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(';', fields).Append("\r\n");

    private static string Date(FormattableString value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>What a reference may have in it: letters, digits and a few signs.</summary>
    private static string Only(string reference) => string.Concat(reference.Where(sign => char.IsAsciiLetterOrDigit(sign) || "$&%*+-/".Contains(sign, StringComparison.Ordinal)).Take(36));

    /// <summary>On one line: it begins with a word of ours, so that it is never a formula.</summary>
    private static string Shortened(string words)
    {
        var line = string.Concat(words.Where(sign => !char.IsControl(sign)));
        return line.Length <= TextLength ? line : line[..TextLength].TrimEnd();
    }
}
