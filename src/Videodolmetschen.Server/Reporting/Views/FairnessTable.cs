namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>Who was offered how much, took how much, and earned how much: whether work is shared out fairly. For our own staff only.</summary>
internal static class FairnessTable
{
    private static readonly ReportColumn[] Columns =
    [
        new("offers", "Angebote", ReportUnit.Count),
        new("accepted", "angenommen", ReportUnit.Count),
        new("acceptance", "Annahme", ReportUnit.Part),
        new("declined", "abgelehnt", ReportUnit.Count),
        new("missed", "nicht beantwortet", ReportUnit.Count),
        new("sessions", "Gespräche", ReportUnit.Count),
        new("minutes", "Minuten", ReportUnit.Minutes),
        new("minutesPart", "Anteil an allen Minuten", ReportUnit.Part),
        new("earned", "Verdienst netto", ReportUnit.Euro),
    ];

    public static ReportTable Of(IReadOnlyList<InterpreterRow> rows)
    {
        var total = new InterpreterRow(
            default, "", rows.Sum(row => row.Offers), rows.Sum(row => row.Accepted), rows.Sum(row => row.Declined), rows.Sum(row => row.Missed), rows.Sum(row => row.Stints),
            rows.Sum(row => row.Seconds), rows.Sum(row => row.Earned));
        return new(
            "fairness",
            "Verteilung auf die Dolmetschenden",
            ["Dolmetscher/in"],
            Columns,
            [.. rows.Select(row => new ReportRow(row.Id.ToString(), [row.Number], Values(row, total)))],
            new ReportRow("", ["Summe"], Values(total, total)));
    }

    private static decimal?[] Values(InterpreterRow row, InterpreterRow all) =>
    [
        row.Offers, row.Accepted, Part(row.Accepted, row.Offers), row.Declined, row.Missed, row.Stints, row.Seconds, Part(row.Seconds, all.Seconds), row.Earned,
    ];

    private static decimal? Part(long some, long all) => all == 0 ? null : (decimal)some / all;
}
