namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>Conversations, their time and their cost.</summary>
internal static class UsageTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("sessions", "Gespräche", ReportUnit.Count),
        new("booked", "davon Termine", ReportUnit.Count),
        new("minutes", "Minuten", ReportUnit.Minutes),
        new("average", "Minuten je Gespräch", ReportUnit.Minutes),
        new("net", "Kosten netto", ReportUnit.Euro),
        new("programme", "davon Programm", ReportUnit.Euro),
    ];

    public static ReportTable Of(ReportOrder order, IReadOnlyList<UsageRow> rows, Func<string, string> name) => new(
        "usage",
        "Nutzung und Kosten",
        [ReportWords.By(order.By)],
        Columns,
        [.. RowOrder.Of(order.By, rows.Select(row => new ReportRow(row.Key, [name(row.Key)], Values(row))))],
        new ReportRow("", ["Summe"], Values(new UsageRow("", rows.Sum(row => row.Sessions), rows.Sum(row => row.Booked), rows.Sum(row => row.Seconds), rows.Sum(row => row.Net), rows.Sum(row => row.ProgrammeNet)))));

    private static decimal?[] Values(UsageRow row) =>
        [row.Sessions, row.Booked, row.Seconds, row.Sessions == 0 ? null : decimal.Round((decimal)row.Seconds / row.Sessions), row.Net, row.ProgrammeNet];
}
