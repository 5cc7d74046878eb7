namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>In what a column counts; the same on the wire and in files.</summary>
internal enum ReportUnit
{
    Count,
    /// <summary>Whole seconds; shown as minutes or as seconds, as the column says.</summary>
    Seconds,
    Minutes,
    Euro,
    /// <summary>0 to 1.</summary>
    Part,
}

/// <param name="Key">Stable name on the wire.</param>
/// <param name="Title">German, for files.</param>
internal sealed record ReportColumn(string Key, string Title, ReportUnit Unit);

/// <param name="Key">What one may ask for next: the id, the code, the day or the hour of the row.</param>
/// <param name="Titles">One text for each leading column.</param>
/// <param name="Values">One for each column; null where there is nothing to say.</param>
/// <param name="IsHidden">Too few stand behind it: the values are null.</param>
internal sealed record ReportRow(string Key, IReadOnlyList<string> Titles, IReadOnlyList<decimal?> Values, bool IsHidden = false)
{
    public ReportRow Hidden() => this with { Values = [.. Values.Select(_ => (decimal?)null)], IsHidden = true };
}

/// <summary>One view of a report: what the browser shows, and what stands in each of its files.</summary>
/// <param name="Name">Of the view.</param>
/// <param name="Title">German, for files.</param>
/// <param name="Leading">German heads of the texts.</param>
/// <param name="Total">Null where a sum says nothing.</param>
internal sealed record ReportTable(
    string Name, string Title, IReadOnlyList<string> Leading, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<ReportRow> Rows, ReportRow? Total)
{
    /// <summary>All of it.</summary>
    public ReportTable Hidden() => this with { Rows = [.. Rows.Select(row => row.Hidden())], Total = Total?.Hidden() };

    /// <summary>What was asked for, for the head of a file.</summary>
    public IReadOnlyList<(string Label, string Value)> Asked { get; init; } = [];

    /// <summary>How many rows more there are than are shown.</summary>
    public int Left { get; init; }

    /// <summary>Of a list: what lies before it comes next; null at the end.</summary>
    public DateTimeOffset? Next { get; init; }
}
