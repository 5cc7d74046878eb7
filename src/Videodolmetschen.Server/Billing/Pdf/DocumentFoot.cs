using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>The foot of each page: who the parties are for the tax office, and which page it is.</summary>
internal sealed class DocumentFoot(BillingDocument document)
{
    /// <summary>Nothing of the body comes below it.</summary>
    public const double Top = 264;

    private const double ColumnWidth = 53;

    private readonly IReadOnlyList<IReadOnlyList<string>> _columns = [Who(document), Contact(document), Tax(document)];

    public void Draw(Sheet sheet, int page, int pages)
    {
        if (page == 1)
        {
            Columns(sheet, columns => sheet.Block(PdfBlockLevelElementTag.Paragraph, columns));
            sheet.Ornament(() => sheet.Rule(Sheet.Left, Top, Sheet.Right));
        }
        else
        {
            sheet.Ornament(() =>
            {
                sheet.Rule(Sheet.Left, Top, Sheet.Right);
                Columns(sheet, draw => draw());
            });
        }

        sheet.Ornament(() =>
        {
            sheet.Write(DocumentWords.Title(document), Sheet.Left, 289.5, Ink.Small);
            sheet.WriteUpTo($"Seite {page} von {pages}", Sheet.Right, 289.5, Ink.Small);
        });
    }

    private void Columns(Sheet sheet, Action<Action> within)
    {
        foreach (var (index, lines) in _columns.Index())
        {
            var wrapped = lines.SelectMany(line => TextMeasure.Wrap(line, Ink.Small, ColumnWidth)).Take(5).ToList();
            within(() => sheet.WriteLines(wrapped, Sheet.Left + index * (ColumnWidth + 3), Top + 4.5, Ink.Small));
        }
    }

    private static IReadOnlyList<string> Who(BillingDocument document)
    {
        var lines = Letterhead.Lines(document.Seller);
        return document.Kind.IsSelfBilled() ? ["Leistung erbracht von:", .. lines] : [.. lines];
    }

    private static IReadOnlyList<string> Contact(BillingDocument document)
    {
        if (document.Kind.IsSelfBilled())
        {
            return ["Ausgestellt von:", .. Letterhead.Lines(document.Buyer)];
        }

        var contact = document.Seller.Contact;
        return [.. new[] { contact?.Name, contact is null ? null : "Tel. " + contact.Phone, contact?.Email }.OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> Tax(BillingDocument document)
    {
        var (seller, buyer) = (document.Seller, document.Buyer);
        var of = document.Kind.IsSelfBilled() ? $" ({document.Seller.Name})" : "";
        return
        [
            .. new[]
            {
                seller.VatId is { } id ? $"USt-IdNr. {id}{of}" : null,
                seller.TaxNumber is { } number ? $"Steuernummer {number}{of}" : null,
                buyer.VatId is { } other ? $"USt-IdNr. {other} ({buyer.Name})" : null,
            }.OfType<string>(),
        ];
    }
}
