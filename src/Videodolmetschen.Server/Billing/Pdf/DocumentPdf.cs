using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>
/// A document as people read it: A4, fonts embedded, tagged for reading aloud. It says what <see cref="UblInvoice"/> says, from the same record, and is no
/// invoice of its own beside it. The same document is always the same bytes.
/// </summary>
internal static class DocumentPdf
{
    /// <param name="xml">The same in CII, to lie in the file; null where it goes out as a file of its own.</param>
    public static byte[] Write(BillingDocument document, byte[]? xml = null)
    {
        using var sheet = new Sheet(DocumentWords.Title(document), DocumentWords.Issuer(document).Name, BerlinTime.BeginOf(document.IssuedOn), xml is null ? null : FacturX.Of(xml));
        var (head, foot, end) = (new Letterhead(document), new DocumentFoot(document), new DocumentEnd(document));
        var pages = DocumentPages.Of(document.Lines, head.Bottom, end.Height);
        foreach (var (index, page) in pages.Index())
        {
            sheet.AddPage();
            var top = index == 0 ? First(sheet, head) : Next(sheet, document);
            var isLast = index == pages.Count - 1;
            var bottom = Table(sheet, page, top, index, isLast);
            if (isLast)
            {
                end.Draw(sheet, bottom);
            }

            foot.Draw(sheet, index + 1, pages.Count);
        }

        return sheet.ToBytes();
    }

    private static double First(Sheet sheet, Letterhead head)
    {
        head.Draw(sheet);
        return head.Bottom;
    }

    /// <summary>A page that was separated from the first one must still say where it belongs.</summary>
    private static double Next(Sheet sheet, BillingDocument document)
    {
        sheet.Ornament(() =>
        {
            sheet.Write(DocumentWords.Issuer(document).Name, Sheet.Left, 24, Ink.Letterhead);
            sheet.WriteUpTo($"{DocumentWords.Title(document)} vom {GermanNumber.Day(document.IssuedOn)}", Sheet.Right, 24, Ink.Body);
            sheet.Rule(Sheet.Left, 28, Sheet.Right, 0.4);
        });
        return DocumentPages.NextTop;
    }

    private static double Table(Sheet sheet, DocumentPage page, double top, int index, bool isLast)
    {
        var y = top;
        sheet.Block(PdfBlockLevelElementTag.Table, () =>
        {
            y = LineTable.Head(sheet, y);
            if (index > 0)
            {
                y = LineTable.Carry(sheet, $"Übertrag von Seite {index}", page.Carried, y);
            }

            foreach (var line in page.Lines)
            {
                y = LineTable.Row(sheet, line, y);
            }

            if (!isLast)
            {
                y = LineTable.Carry(sheet, "Übertrag", page.Sum, y);
            }
        });
        return y;
    }
}
