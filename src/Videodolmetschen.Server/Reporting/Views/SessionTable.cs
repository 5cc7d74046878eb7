using System.Globalization;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>Single conversations, newest first. The key is the id; by it the signed record is found.</summary>
internal static class SessionTable
{
    public static readonly string[] Leading = ["Gespräch", "Beginn", "Sprache", "Art", "Auftraggeber", "Dienststelle"];

    public static readonly ReportColumn[] Columns = [new("minutes", "Minuten", ReportUnit.Minutes), new("net", "Kosten netto", ReportUnit.Euro)];

    public static ReportTable Of(IReadOnlyList<SessionListRow> rows, LanguageCatalogue languages) =>
        new("sessions", "Gespräche", Leading, Columns, [.. rows.Select(row => Row(row, languages))], Total: null)
        {
            Next = rows.Count > 0 ? rows[^1].CreatedAt : null,
        };

    public static ReportRow Row(SessionListRow row, LanguageCatalogue languages) => new(
        row.Id.ToString(),
        [
            row.Id.ToString()[..8].ToUpperInvariant(), BerlinTime.At(row.StartedAt).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture), languages.NameOf(row.Language),
            ReportWords.Modality(row.Modality), row.CustomerName, row.UnitName,
        ],
        [row.Seconds, row.Net]);
}
