namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>Times in their order, all else by the first column, the most first.</summary>
internal static class RowOrder
{
    public static IEnumerable<ReportRow> Of(ReportBy by, IEnumerable<ReportRow> rows) => by switch
    {
        ReportBy.Hour => rows.OrderBy(row => row.Key.Length).ThenBy(row => row.Key, StringComparer.Ordinal),
        ReportBy.Day or ReportBy.Month => rows.OrderBy(row => row.Key, StringComparer.Ordinal),
        _ => rows.OrderByDescending(row => row.Values[0]).ThenBy(row => row.Titles[0], StringComparer.Ordinal),
    };
}
