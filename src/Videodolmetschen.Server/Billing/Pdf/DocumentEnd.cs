using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>What follows the lines and stays together on one page: sums, tax, words of the law, payment.</summary>
internal sealed class DocumentEnd(BillingDocument document)
{
    private const double SumsAt = 80;
    private const double RowHeight = 5.4;
    private const double CodeSize = 30;
    private const double PaymentValuesAt = 55;

    private readonly IReadOnlyList<string> _law =
        [.. DocumentWords.Law(document).SelectMany(words => TextMeasure.Wrap(words, Ink.Strong, Sheet.Right - Sheet.Left))];

    private readonly IReadOnlyList<(string Label, string Value)> _account = Account(document);
    private readonly string? _code = SepaQr.Payload(document);

    public double Height => SumsHeight + LawHeight + PaymentHeight;

    private double SumsHeight => 5 + (document.Totals.Breakdown.Count + 1) * RowHeight + 12;

    private double LawHeight => _law.Count == 0 ? 0 : _law.Count * Ink.Strong.LineHeight + 4;

    private double PaymentHeight => 8 + Math.Max(_account.Count * Ink.Body.LineHeight + 4, _code is null ? 0 : CodeSize + 8);

    public void Draw(Sheet sheet, double top)
    {
        Sums(sheet, top + 5);
        var y = top + SumsHeight + 1;
        if (_law.Count > 0)
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.WriteLines(_law, Sheet.Left, y + 2, Ink.Strong));
        }

        Payment(sheet, y + LawHeight + 3);
    }

    private void Sums(Sheet sheet, double top)
    {
        var y = top + 2;
        Sum(sheet, "Summe netto", document.Totals.Net, y, Ink.Body);
        foreach (var part in document.Totals.Breakdown)
        {
            y += RowHeight;
            Sum(sheet, DocumentWords.Tax(part), part.Tax, y, Ink.Body);
        }

        sheet.Ornament(() => sheet.Rule(SumsAt, y + 2, Sheet.Right, 0.3));
        Sum(sheet, DocumentWords.Total(document), document.Totals.Due, y + 7.2, Ink.Sum);
        sheet.Ornament(() => sheet.Rule(SumsAt, y + 9.4, Sheet.Right, 0.3));
    }

    private static void Sum(Sheet sheet, string words, decimal amount, double y, Ink ink) => sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
    {
        sheet.Write(words, SumsAt, y, ink);
        sheet.WriteUpTo(GermanNumber.Euro(amount), Sheet.Right - 1, y, ink);
    });

    private void Payment(Sheet sheet, double y)
    {
        sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.Write(document.PaymentTerms, Sheet.Left, y, Ink.Strong));
        var row = y + 6.5;
        foreach (var (label, value) in _account)
        {
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () =>
            {
                sheet.Write(label, Sheet.Left, row, Ink.Label);
                sheet.Write(value, PaymentValuesAt, row, Ink.Body);
            });
            row += Ink.Body.LineHeight + 0.3;
        }

        if (_code is not null)
        {
            var left = Sheet.Right - CodeSize;
            sheet.Code(QrCode.Of(_code), left, y + 2, CodeSize, $"GiroCode für die Überweisung von {GermanNumber.Euro(document.Totals.Due)}");
            sheet.Block(PdfBlockLevelElementTag.Paragraph, () => sheet.WriteUpTo("GiroCode: mit der Banking-App scannen", Sheet.Right, y + CodeSize + 6.5, Ink.Small));
        }
    }

    /// <summary>Whom to pay; nothing where nothing is to be moved.</summary>
    private static IReadOnlyList<(string Label, string Value)> Account(BillingDocument document)
    {
        if (!document.IsToBePaid || document.Payment is not { } payment)
        {
            return [];
        }

        (string, string?)[] rows =
        [
            (document.Kind.IsSelfBilled() ? "Ihr Konto" : "Empfänger", payment.Holder),
            ("IBAN", string.Join(' ', payment.Account.Value.Chunk(4).Select(four => new string(four)))),
            ("BIC", payment.Bic?.Value),
            ("Betrag", GermanNumber.Euro(document.Totals.Due)),
            ("Verwendungszweck", document.Number.Value),
            ("Fällig am", document.DueOn is { } due ? GermanNumber.Day(due) : null),
        ];
        return [.. rows.Where(row => row.Item2 is not null).Select(row => (row.Item1, row.Item2!))];
    }
}
