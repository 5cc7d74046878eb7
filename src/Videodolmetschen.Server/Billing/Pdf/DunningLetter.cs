using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Billing.Receivables;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>A letter about overdue invoices, to be printed and sent by a person. It names invoices and amounts, and nothing of what was interpreted.</summary>
internal sealed class DunningLetter(PartyRow us, PartyRow other, DunningLevel level, DateOnly on, IReadOnlyList<OverdueItem> items)
{
    private const int DaysToPay = 10;
    private const double Foot = 262;
    private const double FirstTop = 106;
    private const double NextTop = 30;

    private static readonly double TextWidth = Sheet.Right - Sheet.Left;

    private readonly DocumentParty _issuer = us.ToDomain();
    private readonly DocumentParty _addressee = other.ToDomain();

    /// <summary>Whether interest and lump sum are asked for: a reminder is only one.</summary>
    public bool Claims => level != DunningLevel.Reminder;

    private decimal Balance => items.Sum(item => item.Claim.Balance);

    private decimal Interest => Claims ? items.Sum(item => item.Interest.Amount) : 0m;

    private decimal LumpSums => Claims ? items.Count * DefaultInterest.LumpSum : 0m;

    public static string Title(DunningLevel level) => level switch
    {
        DunningLevel.Reminder => "Zahlungserinnerung",
        DunningLevel.Notice => "Mahnung",
        DunningLevel.LastNotice => "Letzte Mahnung",
        _ => throw new ArgumentOutOfRangeException(nameof(level)),
    };

    public byte[] Write()
    {
        using var sheet = new Sheet($"{Title(level)} vom {GermanNumber.Day(on)}", _issuer.Name, BerlinTime.BeginOf(on));
        sheet.AddPage();
        Head(sheet);
        var y = Paragraph(sheet, "Sehr geehrte Damen und Herren,", FirstTop + 9, Ink.Body);
        y = Paragraph(sheet, Introduction, y + 1.5, Ink.Body) + 2;
        y = Rows(sheet, y);
        if (y + EndHeight > Foot)
        {
            sheet.AddPage();
            y = NextTop;
        }

        End(sheet, y + 6);
        return sheet.ToBytes();
    }

    private string Introduction => level switch
    {
        DunningLevel.Reminder => "sicher ist es Ihrer Aufmerksamkeit entgangen: Die folgenden Rechnungen sind fällig und noch nicht vollständig bezahlt.",
        DunningLevel.Notice => "die folgenden Rechnungen sind fällig und noch nicht vollständig bezahlt. Damit sind Sie in Verzug.",
        _ => "trotz unserer Mahnung sind die folgenden Rechnungen noch nicht vollständig bezahlt. Zahlen Sie nicht bis zum genannten Tag, leiten wir ohne weitere Ankündigung das gerichtliche Mahnverfahren ein.",
    };

    private double EndHeight => Claims ? 92 : 62;

    private void Head(Sheet sheet)
    {
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write(_issuer.Name, Sheet.Left, 24, Ink.Letterhead));
        sheet.Ornament(() =>
        {
            sheet.Rule(Sheet.Left, 28, Sheet.Right, 0.4);
            sheet.Rule(5, 105, 9, 0.1);
            sheet.Rule(5, 148.5, 11, 0.1);
            sheet.Rule(5, 210, 9, 0.1);
            sheet.Write(TextMeasure.Wrap(string.Join(" · ", Letterhead.Lines(_issuer)), Ink.Small, 80)[0].TrimEnd(' ', '·'), Sheet.Left, 59, Ink.Small);
            sheet.Rule(Sheet.Left, 60.3, Sheet.Left + 80, 0.1);
        });
        var lines = TextMeasure.Wrap(_addressee.Name, Ink.Body, 80).Concat(Letterhead.Lines(_addressee).Skip(1));
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.WriteLines(lines, Sheet.Left, 67, Ink.Body));
        (string Label, string? Value)[] facts =
        [
            ("Datum", GermanNumber.Day(on)), ("Kundennummer", other.Number), ("Leitweg-ID", other.LeitwegId), ("Ansprechstelle", us.ContactName), ("Telefon", us.Phone), ("E-Mail", us.Email),
        ];
        var y = 52.0;
        foreach (var (label, value) in facts.Where(fact => fact.Value is not null))
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
            {
                sheet.Write(label, 119.5, y, Ink.Label);
                y = sheet.WriteLines(TextMeasure.Wrap(value!, Ink.Body, Sheet.Right - 140), 140, y, Ink.Body);
            });
        }

        sheet.Block(PdfBlockLevelElementTag.Heading1, () => sheet.Write(Title(level), Sheet.Left, FirstTop, Ink.Title));
    }

    private double Rows(Sheet sheet, double top)
    {
        var table = new DunningTable(Claims, on);
        var (y, left) = (top, items.AsEnumerable());
        while (left.Any())
        {
            var page = left.Take(Math.Max(1, (int)((Foot - y - DunningTable.HeadHeight) / DunningTable.RowHeight))).ToList();
            y = table.Draw(sheet, page, y);
            left = left.Skip(page.Count);
            if (left.Any())
            {
                sheet.AddPage();
                y = NextTop;
            }
        }

        return y;
    }

    private void End(Sheet sheet, double top)
    {
        var y = Sum(sheet, Claims ? "Offene Rechnungen" : "Offener Betrag", Balance, top, Claims ? Ink.Body : Ink.Sum);
        if (Claims)
        {
            y = Sum(sheet, $"Verzugszinsen bis {GermanNumber.Day(on)} (§ 288 Abs. 2 BGB)", Interest, y, Ink.Body);
            y = Sum(sheet, $"Pauschale, {items.Count} × {GermanNumber.Euro(DefaultInterest.LumpSum)} (§ 288 Abs. 5 BGB)", LumpSums, y, Ink.Body);
            y = Sum(sheet, "Zu zahlen", Balance + Interest + LumpSums, y + 1, Ink.Sum);
            y = Paragraph(sheet, Rates, y + 2, Ink.Small);
        }

        y = Paragraph(sheet, $"Bitte überweisen Sie den Betrag bis zum {GermanNumber.Day(on.AddDays(DaysToPay))} auf dieses Konto:", y + 5, Ink.Strong) + 1;
        (string Label, string? Value)[] account =
        [
            ("Empfänger", us.AccountHolder ?? us.Name), ("IBAN", us.Iban is null ? null : string.Join(' ', us.Iban.Replace(" ", "", StringComparison.Ordinal).Chunk(4).Select(four => new string(four)))), ("BIC", us.Bic),
            ("Verwendungszweck", string.Join(", ", items.Select(item => item.Row.Number))),
        ];
        foreach (var (label, value) in account.Where(row => row.Value is not null))
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
            {
                sheet.Write(label, Sheet.Left, y, Ink.Label);
                y = sheet.WriteLines(TextMeasure.Wrap(value!, Ink.Body, Sheet.Right - 55).Take(4), 55, y, Ink.Body);
            });
        }

        y = Paragraph(sheet, "Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos.", y + 4, Ink.Body);
        Paragraph(sheet, "Mit freundlichen Grüßen", y + 3, Ink.Body);
        Paragraph(sheet, _issuer.Name, y + 9, Ink.Body);
    }

    /// <summary>By which rates, so that anybody can calculate it anew.</summary>
    private string Rates
    {
        get
        {
            var rates = items.SelectMany(item => item.Interest.Steps).Select(step => (From: BaseRate.HalfYearOf(step.From), step.BaseRate, step.Rate)).Distinct().OrderBy(rate => rate.From);
            return "Zinssatz: 9 Prozentpunkte über dem Basiszinssatz (§ 247 BGB), "
                + string.Join("; ", rates.Select(rate => $"ab {GermanNumber.Day(rate.From)}: {GermanNumber.Percent(rate.BaseRate)}, also {GermanNumber.Percent(rate.Rate)} im Jahr"))
                + ". Gerechnet wird nach Tagen, ab dem Tag nach dem letzten Zahltag und auf das, was jeweils offen war.";
        }
    }

    private static double Paragraph(Sheet sheet, string words, double y, Ink ink)
    {
        var bottom = y;
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => bottom = sheet.WriteLines(TextMeasure.Wrap(words, ink, TextWidth), Sheet.Left, y, ink));
        return bottom;
    }

    private static double Sum(Sheet sheet, string words, decimal amount, double y, Ink ink)
    {
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
        {
            sheet.Write(words, 80, y, ink);
            sheet.WriteUpTo(GermanNumber.Euro(amount), Sheet.Right - 1, y, ink);
        });
        return y + 5.6;
    }
}
