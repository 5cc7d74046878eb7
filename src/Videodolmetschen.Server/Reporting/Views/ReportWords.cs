using System.Globalization;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Bookkeeping;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>German words for rows and heads of a report.</summary>
internal static class ReportWords
{
    private static readonly string[] Months =
        ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public static string By(ReportBy by) => by switch
    {
        ReportBy.Customer => "Auftraggeber",
        ReportBy.Unit => "Dienststelle",
        ReportBy.Language => "Sprache",
        ReportBy.Modality => "Art",
        ReportBy.Hour => "Uhrzeit",
        ReportBy.Day => "Tag",
        ReportBy.Month => "Monat",
        ReportBy.Cause => "Grund",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <param name="names">Of customers and units.</param>
    public static string Row(ReportBy by, string key, IReadOnlyDictionary<string, string> names, LanguageCatalogue languages) => by switch
    {
        ReportBy.Customer or ReportBy.Unit => names.GetValueOrDefault(key, key),
        ReportBy.Language => key == "und" ? "Ohne Sprache" : languages.NameOf(key),
        ReportBy.Modality => Modality(key),
        ReportBy.Hour => Hour(int.Parse(key, CultureInfo.InvariantCulture)),
        ReportBy.Day => GermanNumber.Day(DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ReportBy.Month => Month(DateOnly.ParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ReportBy.Cause => UnservedWords.Cause(key),
        _ => key,
    };

    public static string Modality(string modality) => modality == "video" ? "Video" : "Nur Ton";

    public static string Hour(int hour) => string.Create(CultureInfo.InvariantCulture, $"{hour:00} bis {hour + 1:00} Uhr");

    public static string Month(DateOnly month) => string.Create(CultureInfo.InvariantCulture, $"{Months[month.Month - 1]} {month.Year}");

    public static string Side(BillingSide side) => side == BillingSide.Customer ? "Ausgangsumsätze" : "Eingangsleistungen";

    public static string Treatment(VatLine line) => line.Treatment switch
    {
        VatTreatment.Standard => $"Steuerpflichtig, {GermanNumber.Percent(line.Rule.Percent)} ({line.Rule.Category})",
        VatTreatment.SmallBusiness => "Kleinunternehmer, § 19 UStG (E)",
        VatTreatment.SignLanguageExempt => "Steuerfrei, § 4 Nr. 16 UStG (E)",
        VatTreatment.ReverseCharge => "Steuerschuld des Empfängers, § 13b UStG (AE)",
        VatTreatment.NotTaxable => "Nicht steuerbar (O)",
        _ => throw new ArgumentOutOfRangeException(nameof(line)),
    };

    /// <summary>A value as a German reader expects it; without any where there is none.</summary>
    public static string Value(decimal? value, ReportUnit unit) => value is not { } known ? "" : unit switch
    {
        ReportUnit.Euro => GermanNumber.Euro(known),
        ReportUnit.Part => GermanNumber.Percent(decimal.Round(known * 100, 1)),
        ReportUnit.Minutes => GermanNumber.Quantity(decimal.Round(known / 60, 1)),
        _ => GermanNumber.Quantity(known),
    };
}
