using System.Globalization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Server.Reporting;

internal static class UnservedEndpoints
{
    private const int ShownAtMost = 200;
    private const int ExportedAtMost = 50_000;

    private static readonly string[] Header =
        ["Zeitpunkt", "Sprache", "Kürzel", "Grund", "Fachgebiet", "Art", "Dringlichkeit", "Auftraggeber", "Dienststelle", "Gewartet (Sekunden)", "Disposition gefragt", "Rückruf"];

    /// <summary>From and to are Berlin days, both included. <c>rows</c> are the newest 200; the counts are of all.</summary>
    internal sealed record UnservedView(DateOnly From, DateOnly To, int Total, IReadOnlyList<UnservedCount> Counts, IReadOnlyList<UnservedRow> Rows);

    /// <summary>The query of both addresses.</summary>
    internal readonly record struct Query(DateOnly? From, DateOnly? To, string? Language, string? Cause, int? Hour);

    public static void AddReporting(this WebApplicationBuilder builder) => builder.Services
        .AddSingleton<Reports>()
        .AddSingleton<UnservedStore>()
        .AddSingleton<FeedbackReportStore>();

    public static void MapReporting(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/unserved", AnswerAsync).Produces<UnservedView>();
        staff.MapGet("/unserved.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        staff.MapFeedbackReport();
        app.MapReports();
    }

    /// <summary><c>GET /api/unserved?from=2026-11-01&amp;to=2026-11-22&amp;language=kmr&amp;cause=all_busy&amp;hour=9</c>; each may be left out.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, [AsParameters] Query query, UnservedStore store, SteadyClock clock)
    {
        var (period, filter) = Read(query, clock);
        var counts = await store.CountAsync(filter, context.RequestAborted);
        var rows = await store.ReadAsync(filter, ShownAtMost, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new UnservedView(period.From, period.To, counts.Sum(one => one.Count), counts, rows));
    }

    private static async Task<IResult> ExportAsync(
        HttpContext context, [AsParameters] Query query, UnservedStore store, LanguageCatalogue languages, SteadyClock clock)
    {
        var (period, filter) = Read(query, clock);
        var rows = await store.ReadAsync(filter, ExportedAtMost, context.RequestAborted);
        return period.AsFile(context, "nicht-bedient", Header, rows.Select(row => Cells(row, languages)));
    }

    private static string[] Cells(UnservedRow row, LanguageCatalogue languages) =>
    [
        BerlinTime.At(row.RequestedAt).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        languages.NameOf(row.Language),
        row.Language,
        UnservedWords.Cause(row.Cause),
        UnservedWords.Field(row.Field),
        row.Modality == "video" ? "Video" : "Nur Ton",
        UnservedWords.Priority(row.Priority),
        row.CustomerName,
        row.UnitName,
        row.WaitedSeconds.ToString(CultureInfo.InvariantCulture),
        row.HelpAsked ? "ja" : "nein",
        UnservedWords.Callback(row.Callback),
    ];

    private static (ReportPeriod Period, UnservedFilter Filter) Read(Query query, SteadyClock clock)
    {
        var period = ReportPeriod.Read(query.From, query.To, clock);
        if (query.Hour is < 0 or > 23 || (query.Cause is { } cause && SnakeCase.Find<UnservedCause>(cause) is null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        return (period, new UnservedFilter(period.Since, period.Before, query.Language, query.Cause, query.Hour));
    }
}
