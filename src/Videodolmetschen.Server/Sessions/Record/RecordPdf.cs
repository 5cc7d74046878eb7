using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>A record on one page, or more after many handovers. The same record is always the same bytes.</summary>
internal static class RecordPdf
{
    private const double ValuesAt = 72;
    private const double CodeSize = 34;
    private const double ProofHeight = 52;
    private const double Bottom = 280;

    private static readonly double TextWidth = Sheet.Right - Sheet.Left;

    /// <param name="page">Where codes are verified.</param>
    public static byte[] Write(SignedRecord signed, Uri page)
    {
        var facts = signed.Facts;
        using var sheet = new Sheet($"Gesprächsnachweis {facts.Session}", "Videodolmetschen", facts.IssuedAt);
        sheet.AddPage();
        var y = Head(sheet);
        foreach (var (label, value) in Rows(facts))
        {
            y = Row(sheet, label, value, y);
        }

        y = Interpreters(sheet, facts, y + 4);
        y = Row(sheet, "Aufzeichnung", facts.NotRecorded, y + 4, Ink.Strong);
        if (y + ProofHeight > Bottom)
        {
            sheet.AddPage();
            y = 20;
        }

        Proof(sheet, signed, page, y + 8);
        return sheet.ToBytes();
    }

    private static double Head(Sheet sheet)
    {
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write("Videodolmetschen", Sheet.Left, 24, Ink.Letterhead));
        sheet.Ornament(() => sheet.Rule(Sheet.Left, 28, Sheet.Right, 0.4));
        sheet.Block(PdfBlockLevelElementTag.Heading1, () => sheet.Write("Gesprächsnachweis", Sheet.Left, 44, Ink.Title));
        var words = TextMeasure.Wrap(
            "Für die eigene Akte. Der Nachweis sagt, dass und wann gedolmetscht wurde. Er enthält nichts vom Inhalt des Gesprächs und nichts über die Person, für die gedolmetscht wurde.",
            Ink.Body,
            TextWidth);
        var y = 52.0;
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => y = sheet.WriteLines(words, Sheet.Left, y, Ink.Body));
        return y + 5;
    }

    private static IEnumerable<(string Label, string Value)> Rows(RecordFacts facts) =>
    [
        ("Gesprächsnummer", facts.Session.ToString()),
        ("Auftraggeber", facts.Customer),
        ("Dienststelle", facts.Unit),
        ("Sprache", facts.Language),
        ("Art des Gesprächs", facts.Modality),
        ("Angefragt", GermanTime.Moment(facts.RequestedAt)),
        ("Beginn", GermanTime.Moment(facts.StartedAt)),
        ("Ende", GermanTime.Moment(facts.EndedAt)),
        ("Abrechenbare Zeit", RecordWords.Duration(facts.BillableSeconds)),
    ];

    private static double Row(Sheet sheet, string label, string value, double y, Ink? ink = null)
    {
        var lines = TextMeasure.Wrap(value, ink ?? Ink.Body, Sheet.Right - ValuesAt);
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
        {
            sheet.Write(label, Sheet.Left, y, Ink.Label);
            y = sheet.WriteLines(lines, ValuesAt, y, ink ?? Ink.Body);
        });
        return y + 1.6;
    }

    private static double Interpreters(Sheet sheet, RecordFacts facts, double y)
    {
        var heading = facts.Interpreters.Count > 1 ? "Dolmetschende, nacheinander" : "Dolmetscherin oder Dolmetscher";
        sheet.Block(PdfBlockLevelElementTag.Heading2, () => sheet.Write(heading, Sheet.Left, y, Ink.Heading));
        y += 7;
        foreach (var stint in facts.Interpreters)
        {
            if (y > Bottom - 15)
            {
                sheet.AddPage();
                y = 24;
            }

            y = Row(sheet, $"Nummer {stint.Number}", stint.Qualification, y);
            if (facts.Interpreters.Count > 1)
            {
                y = Row(sheet, "", $"{GermanTime.Short(stint.From)} bis {GermanTime.Short(stint.Until)}", y - 1.2);
            }
        }

        return y;
    }

    private static void Proof(Sheet sheet, SignedRecord signed, Uri page, double top)
    {
        var textAt = Sheet.Left + CodeSize + 10;
        var words = TextMeasure.Wrap(
            $"Elektronisch signiert am {GermanTime.Short(signed.Facts.IssuedAt)} (ECDSA P-256). Ob der Nachweis echt und unverändert ist, zeigt der Code links oder diese Seite, mit dem Prüfcode darunter. Vergleichen Sie die Angaben dort mit diesem Blatt.",
            Ink.Body,
            Sheet.Right - textAt);
        sheet.Ornament(() => sheet.Rule(Sheet.Left, top, Sheet.Right, 0.2));
        sheet.Code(QrCode.Of($"{page}#{signed.Code}"), Sheet.Left, top + 8, CodeSize, "Code, der diesen Nachweis prüft");
        var y = top + 11;
        sheet.Block(PdfBlockLevelElementTag.Heading2, () => sheet.Write("Echtheit prüfen", textAt, y, Ink.Heading));
        y += 6.5;
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => y = sheet.WriteLines(words, textAt, y, Ink.Body));
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write(page.ToString(), textAt, y + 2, Ink.Body));
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write($"Prüfcode {RecordCode.Grouped(signed.ShortCode)}", textAt, y + 8.5, Ink.Sum));
    }
}
