using Videodolmetschen.Server.Printing;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Open items as a report, for its workbook and its paper.</summary>
internal static class ReceivableTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("gross", "Betrag", ReportUnit.Euro), new("paid", "Bezahlt", ReportUnit.Euro), new("balance", "Offen", ReportUnit.Euro), new("days_overdue", "Tage überfällig", ReportUnit.Count),
    ];

    public static ReportTable Of(ReceivableEndpoints.ReceivablesView view, string? state) => new(
        "receivables",
        state == "all" ? "Alle Rechnungen" : "Offene Posten",
        ["Rechnung", "Auftraggeber", "Zahlbar bis", "Stand"],
        Columns,
        [.. view.Items.Select(Row)],
        new ReportRow("", ["Summe"], [view.Items.Sum(item => item.Gross), view.Items.Sum(item => item.Paid), view.Items.Sum(item => item.Balance), null]))
    {
        Asked = [("Stichtag", GermanNumber.Day(view.On)), ("Auswahl", state switch { "all" => "alle", "overdue" => "überfällige", _ => "offene" })],
    };

    private static ReportRow Row(ReceivableEndpoints.ReceivableView item) => new(
        item.Id.ToString(),
        [item.Number, item.Customer, GermanNumber.Day(item.LastDay), ReceivableEndpoints.Word(item.State)],
        [item.Gross, item.Paid, item.Balance, item.DaysOverdue]);
}
