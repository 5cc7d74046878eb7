using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <param name="Month">Its first day.</param>
/// <param name="Today">The statement shows how things stood on that day.</param>
/// <param name="Issuer">Our name.</param>
/// <param name="Name">Of the interpreter, where there are data for invoices.</param>
/// <param name="Number">Of the interpreter.</param>
internal sealed record Statement(EarningsView View, DateOnly Month, DateOnly Today, string Issuer, string? Name, string Number);

/// <summary>A month on paper: every service with every line, the sums, and the year until then. It says that it is no invoice.</summary>
internal static class StatementPdf
{
    private const double Top = 24;
    private const double Bottom = 278;
    private const double TextAt = 29;
    private const double NetEnd = 189;

    private static readonly double TextWidth = NetEnd - 24 - TextAt;

    public static byte[] Write(Statement statement)
    {
        using var sheet = new Sheet(StatementWords.Title(statement), statement.Issuer, BerlinTime.BeginOf(statement.Today));
        var page = new StatementPage(sheet, StatementWords.Foot(statement), Top, Bottom);
        Head(page, statement);
        foreach (var service in statement.View.Services)
        {
            Service(page, service);
        }

        foreach (var waiting in statement.View.Waiting)
        {
            Row(page, StatementWords.Of(waiting), "", Ink.Body, TextAt - 4);
        }

        Sums(page, statement);
        return page.Finish();
    }

    private static void Head(StatementPage page, Statement statement)
    {
        page.Line(PdfBlockLevelElementTag.Paragraph, [statement.Issuer], Ink.Letterhead, Sheet.Left, 6);
        page.Line(PdfBlockLevelElementTag.Heading1, [StatementWords.Title(statement)], Ink.Title, Sheet.Left, 5);
        foreach (var words in StatementWords.Introduction(statement))
        {
            page.Line(PdfBlockLevelElementTag.Paragraph, TextMeasure.Wrap(words, Ink.Body, Sheet.Right - Sheet.Left), Ink.Body, Sheet.Left, 1);
        }

        page.Space(4);
    }

    /// <summary>A service does not lose its first line to the next page.</summary>
    private static void Service(StatementPage page, EarnedService service)
    {
        page.Keep(3 * Ink.Strong.LineHeight + 4);
        page.Rule();
        Row(page, StatementWords.Of(service), GermanNumber.Euro(service.Net), Ink.Strong, TextAt - 4);
        if (service.Lines.Count == 0)
        {
            Row(page, "Dafür ist nichts zu vergüten.", "", Ink.Body, TextAt);
        }

        foreach (var line in service.Lines)
        {
            Row(page, StatementWords.Amount(line), GermanNumber.Euro(line.Net), Ink.Body, TextAt);
            Row(page, line.Explanation, "", Ink.Small, TextAt);
        }

        Row(page, StatementWords.Where(service), "", Ink.Small, TextAt);
        page.Space(1.5);
    }

    private static void Sums(StatementPage page, Statement statement)
    {
        var rows = StatementWords.Sums(statement).ToList();
        page.Keep(rows.Count * 6 + 8);
        page.Space(2);
        page.Rule();
        foreach (var (words, amount, isTotal) in rows)
        {
            Row(page, words, GermanNumber.Euro(amount), isTotal ? Ink.Sum : Ink.Body, TextAt - 4);
        }
    }

    private static void Row(StatementPage page, string words, string amount, Ink ink, double x)
    {
        if (words.Length > 0)
        {
            page.Row(TextMeasure.Wrap(words, ink, TextWidth), amount, ink, x, NetEnd);
        }
    }
}
