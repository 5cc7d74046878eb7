using System.Globalization;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Printing;

namespace Videodolmetschen.Server.Billing.Earnings;

/// <summary>What a statement says.</summary>
internal static class StatementWords
{
    private static readonly string[] Months = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"];

    public static string Title(Statement statement) => $"Aufstellung {Months[statement.Month.Month - 1]} {statement.Month.Year}";

    public static string Foot(Statement statement) => $"{Title(statement)} · {statement.Number}";

    public static IEnumerable<string> Introduction(Statement statement) =>
    [
        $"Für {(statement.Name is { } name ? $"{name}, " : "")}Dolmetschernummer {statement.Number}. Stand: {GermanNumber.Day(statement.Today)}.",
        "Alle Beträge sind netto. Diese Aufstellung ist keine Rechnung und keine Gutschrift im Sinne des Umsatzsteuergesetzes; sie erklärt, wie Ihre Vergütung zustande kommt.",
    ];

    public static string Of(EarnedService service) =>
        $"{Kind(service.Kind)} am {When(service.From, service.Until)}{(service.Language is { } language ? $", {language}" : "")}{(service.Modality == "audio" ? ", nur Ton" : "")}";

    public static string Of(WaitingService waiting) =>
        $"Noch nicht bewertet: {Kind(waiting.Kind)} am {When(waiting.From, waiting.Until)} ({(waiting.Because == "no_tariff" ? "für diesen Tag ist noch kein Tarif hinterlegt" : "wird in Kürze bewertet")})";

    public static string Amount(EarnedLine line) =>
        $"{GermanNumber.Quantity(line.Quantity)} {Unit(line.Unit)} × {GermanNumber.Price(line.UnitPrice)} €";

    public static string Where(EarnedService service) =>
        service.IsWithdrawn ? "Nach einem Einwand nicht abgerechnet."
        : service.Lines.Any(line => line.Dispute?.State == "open") ? "Einwand offen: bis zur Antwort zurückgehalten."
        : service.Document is { } document ? $"Abgerechnet mit {document}."
        : service.Lines.Count > 0 ? "Noch nicht abgerechnet." : "";

    public static IEnumerable<(string Words, decimal Amount, bool IsTotal)> Sums(Statement statement) =>
    [
        .. statement.View.Kinds.Select(kind => ($"{Kind(kind.Kind)} ({kind.Services})", kind.Net, false)),
        ($"{Months[statement.Month.Month - 1]} {statement.Month.Year} gesamt", statement.View.Net, true),
        ("davon auf Gutschriften", statement.View.OnDocuments, false),
        ("davon noch nicht abgerechnet", statement.View.Open, false),
        ($"Leistungen vom 1. Januar {statement.Month.Year} bis zum Ende des Monats", statement.View.Year.Earned, false),
        ($"Gutschriften {statement.Month.Year} bis heute", statement.View.Year.Billed, false),
    ];

    private static string Kind(string kind) => kind switch
    {
        "session" => "Gespräch",
        "appointment" => "Termin",
        "cancellation" => "Abgesagter Termin",
        "loss" => "Erklärter Ausfall",
        _ => "Bereitschaft",
    };

    private static string Unit(string unit) => unit switch
    {
        "minute" => "Min.",
        "hour" => "Std.",
        _ => "Stück",
    };

    private static string When(DateTimeOffset from, DateTimeOffset until)
    {
        var (begin, end) = (BerlinTime.WallClock(from), BerlinTime.WallClock(until));
        return begin.ToString("dd.MM.yyyy, HH:mm", CultureInfo.InvariantCulture) + "–" + end.ToString("HH:mm", CultureInfo.InvariantCulture) + " Uhr";
    }
}
