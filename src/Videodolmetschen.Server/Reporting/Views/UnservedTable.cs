using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>For how many nobody came, and why. The causes side by side are for our staff: single ones point at a few.</summary>
internal static class UnservedTable
{
    private static readonly string[] Causes = [.. Enum.GetValues<UnservedCause>().Select(SnakeCase.Of)];

    public static ReportTable Of(ReportOrder order, IReadOnlyList<CauseRow> rows, Func<string, string> name)
    {
        var asked = rows.Sum(row => row.Requests);
        var unserved = rows.Where(row => row.Cause.Length > 0).ToList();
        return order.By == ReportBy.Cause
            ? Table(order, [new("unserved", "Nicht bedient", ReportUnit.Count), Share], [.. unserved.Select(row => new ReportRow(row.Key, [name(row.Key)], [row.Requests, Part(row.Requests, asked)]))], [unserved.Sum(row => row.Requests), Part(unserved.Sum(row => row.Requests), asked)])
            : Table(
                order,
                [new("requests", "Anfragen", ReportUnit.Count), new("unserved", "Nicht bedient", ReportUnit.Count), Share, .. Shown(order).Select(cause => new ReportColumn(cause, UnservedWords.Cause(cause), ReportUnit.Count))],
                [.. rows.GroupBy(row => row.Key, StringComparer.Ordinal).Select(row => new ReportRow(row.Key, [name(row.Key)], Values(order, row)))],
                Values(order, rows));
    }

    private static ReportColumn Share => new("unservedPart", "Anteil an allen Anfragen", ReportUnit.Part);

    private static ReportTable Table(ReportOrder order, IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportRow> rows, decimal?[] total) =>
        new("unserved", "Nicht bediente Anfragen", [ReportWords.By(order.By)], columns, [.. RowOrder.Of(order.By, rows)], new ReportRow("", ["Summe"], total));

    private static decimal?[] Values(ReportOrder order, IEnumerable<CauseRow> rows)
    {
        var all = rows.ToList();
        var (asked, unserved) = (all.Sum(row => row.Requests), all.Where(row => row.Cause.Length > 0).Sum(row => row.Requests));
        return [asked, unserved, Part(unserved, asked), .. Shown(order).Select(cause => (decimal?)all.Where(row => row.Cause == cause).Sum(row => row.Requests))];
    }

    private static string[] Shown(ReportOrder order) => order.Outsider is null ? Causes : [];

    private static decimal? Part(long some, long all) => all == 0 ? null : (decimal)some / all;
}
