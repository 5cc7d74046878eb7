using System.Globalization;
using System.Text.RegularExpressions;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Reporting;

/// <summary>What coordinators need of complaints and ratings: to see, to count, and to deal with them. Nothing else is done with them.</summary>
internal static partial class FeedbackReportEndpoints
{
    private const int ShownAtMost = 200;
    private const int UnitsAtMost = 50;
    private const int ExportedAtMost = 50_000;

    private static readonly string[] Header =
    [
        "Zeitpunkt", "Anlass", "Von", "Bewertung", "Gründe", "Sprache", "Art", "Auftraggeber", "Dienststelle", "Dolmetscher/in", "Gespräch", "Beginn",
        "Dauer (Sekunden)", "Erledigt am", "Erledigt von",
    ];

    /// <summary>From and to are Berlin days, both included. <c>rows</c> are the newest 200; <c>counts</c> are of all; <c>units</c> know only period, customer, language and interpreter.</summary>
    internal sealed record FeedbackReportView(
        DateOnly From, DateOnly To, int Total, IReadOnlyList<FeedbackCount> Counts, IReadOnlyList<FeedbackOfUnit> Units, IReadOnlyList<FeedbackRow> Rows);

    /// <summary>The query of both addresses.</summary>
    internal readonly record struct Query(
        DateOnly? From, DateOnly? To, string? Kind, Guid? Customer, string? Language, string? Interpreter, bool? Poor, bool? Open);

    /// <param name="staff">Coordinators and administrators only.</param>
    public static void MapFeedbackReport(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/feedback", AnswerAsync).Produces<FeedbackReportView>();
        staff.MapGet("/feedback.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        staff.MapPut("/feedback/{id:guid}/handled", HandleAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapDelete("/feedback/{id:guid}/handled", ReopenAsync).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary><c>GET /api/feedback?from=2026-11-01&amp;to=2026-11-22&amp;kind=complaint&amp;customer=…&amp;language=kmr&amp;interpreter=D-0001&amp;poor=true&amp;open=true</c>; each may be left out.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, [AsParameters] Query query, FeedbackReportStore store, SteadyClock clock)
    {
        var (period, filter) = Read(query, clock);
        var counts = await store.CountAsync(filter, context.RequestAborted);
        var units = await store.CountUnitsAsync(filter, UnitsAtMost, context.RequestAborted);
        var rows = await store.ReadAsync(filter, ShownAtMost, context.RequestAborted);
        var total = counts.Where(count => count.Reason is null).Sum(count => count.Count);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new FeedbackReportView(period.From, period.To, total, counts, units, rows));
    }

    private static async Task<IResult> ExportAsync(
        HttpContext context, [AsParameters] Query query, FeedbackReportStore store, LanguageCatalogue languages, SteadyClock clock)
    {
        var (period, filter) = Read(query, clock);
        var rows = await store.ReadAsync(filter, ExportedAtMost, context.RequestAborted);
        return period.AsFile(context, "rueckmeldungen", Header, rows.Select(row => Cells(row, languages)));
    }

    private static Task<IResult> HandleAsync(HttpContext context, Guid id, FeedbackReportStore store, SteadyClock clock) =>
        SetHandledAsync(context, id, true, store, clock);

    private static Task<IResult> ReopenAsync(HttpContext context, Guid id, FeedbackReportStore store, SteadyClock clock) =>
        SetHandledAsync(context, id, false, store, clock);

    private static async Task<IResult> SetHandledAsync(HttpContext context, Guid id, bool isHandled, FeedbackReportStore store, SteadyClock clock) =>
        await store.SetHandledAsync(id, isHandled, context.User.SignedIn().User, clock.Now, context.RequestAborted)
            ? Results.NoContent()
            : throw new DomainException(ErrorCode.NotFound);

    private static string[] Cells(FeedbackRow row, LanguageCatalogue languages) =>
    [
        Moment(row.At),
        FeedbackWords.Kind(row.Kind),
        row.Kind == "interpreter" ? row.SaidBy ?? "" : "Dienststelle",
        FeedbackWords.Rating(row.Rating),
        string.Join(", ", row.Reasons.Select(FeedbackWords.Reason)),
        languages.NameOf(row.Language),
        row.Modality == "video" ? "Video" : "Nur Ton",
        row.CustomerName,
        row.UnitName,
        string.Join(", ", row.InterpreterNumbers),
        row.SessionId.ToString(),
        Moment(row.StartedAt),
        row.ClockSeconds.ToString(CultureInfo.InvariantCulture),
        row.HandledAt is { } at ? Moment(at) : "",
        row.HandledBy ?? "",
    ];

    private static string Moment(DateTimeOffset at) => BerlinTime.At(at).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static (ReportPeriod Period, FeedbackFilter Filter) Read(Query query, SteadyClock clock)
    {
        var period = ReportPeriod.Read(query.From, query.To, clock);
        if (query.Kind is not (null or "complaint" or "requester" or "interpreter") || (query.Interpreter is { } number && !Number().IsMatch(number)))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        return (period, new FeedbackFilter(
            period.Since, period.Before, query.Kind, query.Customer, query.Language, query.Interpreter, query.Poor ?? false, query.Open ?? false));
    }

    [GeneratedRegex("^D-[0-9]{4,6}$", RegexOptions.None, 1000)]
    private static partial Regex Number();
}
