using System.Globalization;
using System.Runtime.CompilerServices;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Reporting.Bookkeeping;
using Videodolmetschen.Server.Reporting.Files;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>Views of reports, each also as a file of the same content (REPORTS.md).</summary>
internal static class ReportEndpoints
{
    private const int RowsAtMost = 1000;
    private const int SessionsAtOnce = 100;
    private const int SessionsOnPaper = 1000;
    private const int SessionsInWorkbook = 50_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    internal sealed record ColumnView(string Key, string Unit);

    /// <param name="Values">One for each column, null where there is nothing to say; parts are from 0 to 1, minutes are seconds.</param>
    /// <param name="Hidden">Fewer than five cases or persons stand behind it, or it would say how many stand behind another.</param>
    internal sealed record RowView(string Key, IReadOnlyList<string> Titles, IReadOnlyList<decimal?> Values, bool Hidden);

    /// <param name="From">For readers from outside the first day of a month.</param>
    /// <param name="Left">How many rows are left out.</param>
    /// <param name="Next">For lists: <c>before</c> of the next page.</param>
    internal sealed record ReportView(
        string View, DateOnly From, DateOnly To, string By, IReadOnlyList<ColumnView> Columns, IReadOnlyList<RowView> Rows, RowView? Total, int Left, DateTimeOffset? Next);

    public static void MapReports(this IEndpointRouteBuilder app)
    {
        var readers = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Requester, Roles.Coordinator, Roles.Administrator));
        readers.MapGet("/reports/{view}", AnswerAsync).Produces<ReportView>().WithRequestTimeout(Patience);
        readers.MapGet("/reports/{view}.csv", CsvAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv").DisableRequestTimeout();
        readers.MapGet("/reports/{view}.xlsx", XlsxAsync).Produces(StatusCodes.Status200OK, contentType: ReportXlsx.ContentType).WithRequestTimeout(Patience);
        readers.MapGet("/reports/{view}.pdf", PdfAsync).Produces(StatusCodes.Status200OK, contentType: "application/pdf").WithRequestTimeout(Patience);
        app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator)).MapBookkeeping();
    }

    /// <summary><c>GET /api/reports/usage?by=unit&amp;from=2026-11-01&amp;to=2026-11-30&amp;customer=…&amp;unit=…&amp;language=kmr&amp;modality=video&amp;hour=9</c>; each may be left out.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, string view, [AsParameters] ReportQuery query, Reports reports, SteadyClock clock)
    {
        var order = ReportOrder.Read(query, Reports.ByDefault(view), context.User.SignedIn(), clock);
        var table = await reports.ReadAsync(view, order, SessionsAtOnce, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new ReportView(
            view,
            order.Period.From,
            order.Period.To,
            SnakeCase.Of(order.By),
            [.. table.Columns.Select(column => new ColumnView(column.Key, SnakeCase.Of(column.Unit)))],
            [.. table.Rows.Take(RowsAtMost).Select(View)],
            table.Total is { } total ? View(total) : null,
            Math.Max(0, table.Rows.Count - RowsAtMost),
            table.Rows.Count == SessionsAtOnce ? table.Next : null));
    }

    private static async Task<IResult> CsvAsync(
        HttpContext context, string view, [AsParameters] ReportQuery query, Reports reports, TenantScope scope, LanguageCatalogue languages, SteadyClock clock)
    {
        var order = ReportOrder.Read(query, Reports.ByDefault(view), context.User.SignedIn(), clock);
        var table = await reports.ReadAsync(view, order, 1, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Stream(
            stream => ReportCsv.WriteAsync(stream, table, view == "sessions" ? StreamAsync(order, scope, languages, context.RequestAborted) : ListAsync(table), context.RequestAborted),
            "text/csv; charset=utf-8",
            FileName(table, order, "csv"));
    }

    private static async Task<IResult> XlsxAsync(HttpContext context, string view, [AsParameters] ReportQuery query, Reports reports, SteadyClock clock)
    {
        var order = ReportOrder.Read(query, Reports.ByDefault(view), context.User.SignedIn(), clock);
        var table = await reports.ReadAsync(view, order, SessionsInWorkbook, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(ReportXlsx.Write(table), ReportXlsx.ContentType, FileName(table, order, "xlsx"));
    }

    private static async Task<IResult> PdfAsync(HttpContext context, string view, [AsParameters] ReportQuery query, Reports reports, SteadyClock clock)
    {
        var order = ReportOrder.Read(query, Reports.ByDefault(view), context.User.SignedIn(), clock);
        var table = await reports.ReadAsync(view, order, SessionsOnPaper, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(ReportPdf.Write(table with { Rows = [.. table.Rows.Take(RowsAtMost)] }, clock.Now), "application/pdf", FileName(table, order, "pdf"));
    }

    private static RowView View(ReportRow row) => new(row.Key, row.Titles, row.Values, row.IsHidden);

    private static string FileName(ReportTable table, ReportOrder order, string ending) => string.Create(
        CultureInfo.InvariantCulture, $"{table.Title.ToLowerInvariant().Replace(' ', '-')}-{order.Period.From:yyyy-MM-dd}-bis-{order.Period.To:yyyy-MM-dd}.{ending}");

    private static async IAsyncEnumerable<ReportRow> ListAsync(ReportTable table)
    {
        await Task.CompletedTask;
        foreach (var row in table.Rows)
        {
            yield return row;
        }
    }

    private static async IAsyncEnumerable<ReportRow> StreamAsync(
        ReportOrder order, TenantScope scope, LanguageCatalogue languages, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var opened = await ReportStore.OpenAsync(scope, order, cancellationToken);
        await ReportStore.TakeTimeAsync(opened.Transaction, cancellationToken);
        await foreach (var row in SessionListStore.StreamAsync(opened.Transaction, order, cancellationToken))
        {
            yield return SessionTable.Row(row, languages);
        }
    }
}
