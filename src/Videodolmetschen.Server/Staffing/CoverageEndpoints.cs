using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Reporting;

namespace Videodolmetschen.Server.Staffing;

/// <summary>What one asks for: whole weeks up to yesterday, and a service level in percent within seconds.</summary>
internal sealed record CoverageOrder(DateOnly From, DateOnly To, string? Language, int Level, int WithinSeconds)
{
    public StaffingTarget Target => new(Level / 100.0, TimeSpan.FromSeconds(WithinSeconds));
}

internal static class CoverageEndpoints
{
    private const int WeeksByDefault = 8;
    private const int WeeksAtMost = 52;

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly string[] Weekdays = ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"];

    private static readonly string[] Header =
    [
        "Wochentag", "Stunde", "Sprache", "Anfragen", "Davon nicht bedient", "Wie oft kam die Stunde vor", "Anfragen je Stunde", "Bearbeitungszeit (Sekunden)", "Last (Erlang)",
        "Gebraucht", "Gemeldet", "Lücke", "Bereitschaft in den nächsten sieben Tagen", "Zu wenige Fälle",
    ];

    /// <summary>The query of both addresses.</summary>
    internal readonly record struct Query(string? Language, int? Weeks, int? Level, int? Within);

    /// <param name="staff">Coordinators and administrators only.</param>
    public static void MapCoverage(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/coverage", AnswerAsync).Produces<CoverageView>();
        staff.MapGet("/coverage.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    /// <summary><c>GET /api/coverage?language=kmr&amp;weeks=8&amp;level=80&amp;within=30</c>; each may be left out, no language stands for all.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, [AsParameters] Query query, Coverages coverages, LanguageCatalogue languages, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await coverages.ReadAsync(Read(query, languages, clock), context.RequestAborted));
    }

    private static async Task<IResult> ExportAsync(HttpContext context, [AsParameters] Query query, Coverages coverages, LanguageCatalogue languages, SteadyClock clock)
    {
        var view = await coverages.ReadAsync(Read(query, languages, clock), context.RequestAborted);
        var language = view.Language is { } code ? languages.NameOf(code) : "alle";
        return new ReportPeriod(view.From, view.To).AsFile(context, "abdeckung", Header, view.Hours.Select(hour => Cells(hour, language)));
    }

    private static string[] Cells(CoverageHour hour, string language) =>
    [
        Weekdays[hour.Weekday - 1],
        Text($"{hour.Hour} bis {hour.Hour + 1} Uhr"),
        language,
        Text($"{hour.Cases}"),
        Text($"{hour.Unserved}"),
        Text($"{hour.Occurrences}"),
        Text($"{hour.PerHour}"),
        Text($"{hour.HandlingSeconds}"),
        Text($"{hour.Traffic}"),
        Text($"{hour.Needed}"),
        Text($"{hour.Declared}"),
        Text($"{hour.Gap}"),
        Text($"{hour.Standby}"),
        hour.IsSmall ? "ja" : "nein",
    ];

    private static string Text(FormattableString cell) => cell.ToString(German);

    private static CoverageOrder Read(Query query, LanguageCatalogue languages, SteadyClock clock)
    {
        var (weeks, level, within) = (query.Weeks ?? WeeksByDefault, query.Level ?? 80, query.Within ?? 30);
        if (weeks is < 1 or > WeeksAtMost || level is < 50 or > 99 || within is < 5 or > 600)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        if (query.Language is { } code && !languages.IsBookable(code))
        {
            throw new DomainException(ErrorCode.LanguageUnknown);
        }

        var yesterday = BerlinTime.DayOf(clock.Now).AddDays(-1);
        return new CoverageOrder(yesterday.AddDays(1 - (weeks * 7)), yesterday, query.Language, level, within);
    }
}
