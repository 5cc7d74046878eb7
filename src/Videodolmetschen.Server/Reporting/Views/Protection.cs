using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>A table for readers from outside (Domain/Reporting/Anonymity). The first column counts the cases.</summary>
internal static class Protection
{
    /// <param name="persons">By key of the row; of all rows together under the empty key.</param>
    public static ReportTable Of(ReportTable table, ReportOrder order, IReadOnlyDictionary<string, int> persons)
    {
        var hidden = Anonymity.Hidden([.. table.Rows.Select(row => Basis(row, row.Key))]);
        var rows = table.Rows.Select((row, place) => hidden.Contains(place) ? row.Hidden() : row).ToList();
        var total = table.Total is null || order.IsWhole || Anonymity.Allows(Basis(table.Total, "")) ? table.Total : table.Total.Hidden();
        return table with { Rows = [.. InOrder(rows, order.By)], Total = total };

        FigureBasis Basis(ReportRow row, string key) => new((int)(row.Values[0] ?? 0), persons.GetValueOrDefault(key));
    }

    /// <summary>Rows stand by their figures, so the place of a hidden one would say what it has: those come last, by name. Times have their own order.</summary>
    private static IEnumerable<ReportRow> InOrder(IReadOnlyList<ReportRow> rows, ReportBy by) => by is ReportBy.Hour or ReportBy.Day or ReportBy.Month
        ? rows
        : rows.Where(row => !row.IsHidden).Concat(rows.Where(row => row.IsHidden).OrderBy(row => row.Titles[0], StringComparer.Ordinal));
}
