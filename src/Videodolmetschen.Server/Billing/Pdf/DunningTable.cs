using PdfSharp.UniversalAccessibility;
using Videodolmetschen.Server.Billing.Receivables;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Pdf;

/// <summary>The invoices of a letter, one a row.</summary>
/// <param name="showsInterest">A reminder has no such column.</param>
internal sealed class DunningTable(bool showsInterest, DateOnly on)
{
    public const double HeadHeight = 8;
    public const double RowHeight = 6.4;

    private readonly (string Head, double At, bool IsNumber, Func<OverdueItem, string> Value)[] _columns =
    [
        ("Rechnung", Sheet.Left + 1, false, item => item.Row.Number),
        ("vom", 55, false, item => GermanNumber.Day(item.Row.IssuedOn)),
        ("zahlbar bis", 77, false, item => GermanNumber.Day(item.Claim.LastDay)),
        ("Betrag €", showsInterest ? 117 : 122, true, item => GermanNumber.Amount(item.Row.Gross)),
        ("bezahlt €", showsInterest ? 137 : 144, true, item => GermanNumber.Amount(item.Claim.Paid)),
        .. showsInterest
            ? [("Tage", 147, true, item => GermanNumber.Quantity(item.Claim.DaysOverdue(on))), ("Zinsen €", 166, true, item => GermanNumber.Amount(item.Interest.Amount))]
            : Array.Empty<(string, double, bool, Func<OverdueItem, string>)>(),
        ("offen €", Sheet.Right - 1, true, item => GermanNumber.Amount(item.Claim.Balance)),
    ];

    /// <returns>Lower edge.</returns>
    public double Draw(Sheet sheet, IReadOnlyList<OverdueItem> items, double top)
    {
        sheet.Ornament(() => sheet.Shade(Sheet.Left, top, Sheet.Right - Sheet.Left, HeadHeight - 0.8));
        sheet.Block(PdfBlockLevelElementTag.Table, () =>
        {
            Row(sheet, top + 5, PdfBlockLevelElementTag.TableHeaderCell, Ink.Label, column => column.Head);
            foreach (var (index, item) in items.Index())
            {
                var bottom = top + HeadHeight + (index + 1) * RowHeight;
                Row(sheet, bottom - 2.1, PdfBlockLevelElementTag.TableDataCell, Ink.Body, column => column.Value(item));
                sheet.Ornament(() => sheet.Rule(Sheet.Left, bottom, Sheet.Right, 0.15, pale: true));
            }
        });
        return top + HeadHeight + items.Count * RowHeight;
    }

    private void Row(Sheet sheet, double y, PdfBlockLevelElementTag tag, Ink ink, Func<(string Head, double At, bool IsNumber, Func<OverdueItem, string> Value), string> words) =>
        sheet.Block(PdfBlockLevelElementTag.TableRow, () =>
        {
            foreach (var column in _columns)
            {
                sheet.Block(tag, () =>
                {
                    if (column.IsNumber)
                    {
                        sheet.WriteUpTo(words(column), column.At, y, ink);
                    }
                    else
                    {
                        sheet.Write(words(column), column.At, y, ink);
                    }
                });
            }
        });
}
