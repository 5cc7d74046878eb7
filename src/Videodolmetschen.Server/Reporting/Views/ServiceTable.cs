using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>How well requests at once were served (Domain/Reporting/ServiceFigures).</summary>
internal static class ServiceTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("requests", "Anfragen", ReportUnit.Count),
        new("answered", "zustande gekommen", ReportUnit.Count),
        new("level", "SL", ReportUnit.Part),
        new("level2", "SL2", ReportUnit.Part),
        new("p50", "Hälfte bis (s)", ReportUnit.Seconds),
        new("p95", "95 % bis (s)", ReportUnit.Seconds),
        new("abandoned", "abgebrochen", ReportUnit.Count),
        new("abandonment", "Abbruch", ReportUnit.Part),
        new("unserved", "nicht bedient", ReportUnit.Count),
        new("unservedPart", "nicht bedient (Anteil)", ReportUnit.Part),
    ];

    public static ReportTable Of(ReportOrder order, ILookup<string, WaitCount> waits, Func<string, string> name) => new(
        "service",
        "Erreichbarkeit",
        [ReportWords.By(order.By)],
        Columns,
        [.. RowOrder.Of(order.By, waits.Select(row => new ReportRow(row.Key, [name(row.Key)], Values(ServiceFigures.Of([.. row], order.Within)))))],
        new ReportRow("", ["Summe"], Values(ServiceFigures.Of([.. waits.SelectMany(row => row)], order.Within))));

    private static decimal?[] Values(ServiceFigures figures) =>
    [
        figures.Requests, figures.Answered, figures.Level, figures.Level2, figures.P50, figures.P95, figures.Abandoned, figures.Abandonment, figures.Unserved, figures.UnservedPart,
    ];
}
