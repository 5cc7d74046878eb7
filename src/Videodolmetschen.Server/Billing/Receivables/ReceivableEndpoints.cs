using System.Globalization;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Reporting;
using Videodolmetschen.Server.Reporting.Files;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>What customers owe, as staff see it (BILLING.md).</summary>
internal static class ReceivableEndpoints
{
    private const int ShownAtMost = 500;

    private static readonly string[] Header =
        ["Rechnung", "Auftraggeber", "Rechnungsdatum", "Fällig am", "Zahlbar bis", "Betrag", "Bezahlt", "Offen", "Stand", "Tage überfällig", "Gemahnt am"];

    /// <param name="LastDay">The due day, or the next working day after it.</param>
    internal sealed record ReceivableView(
        Guid Id, string Number, Guid CustomerId, string Customer, DateOnly IssuedOn, DateOnly? DueOn, DateOnly LastDay, decimal Gross, decimal Paid, decimal Balance, string State, int DaysOverdue, DateOnly? DunnedOn);

    /// <param name="On">The day that decides what is overdue.</param>
    /// <param name="Open">Of all that match, as the others are, however many are shown.</param>
    /// <param name="Items">Open ones with the oldest first, all with the newest first.</param>
    /// <param name="Left">How many more match; they stand in the files.</param>
    /// <param name="Credits">Of the same customers.</param>
    internal sealed record ReceivablesView(DateOnly On, decimal Open, decimal Overdue, decimal Credit, IReadOnlyList<ReceivableView> Items, int Left, IReadOnlyList<CreditRow> Credits);

    /// <summary>The query of the list and of its files.</summary>
    /// <param name="State">open (as a rule), overdue or all.</param>
    /// <param name="Limit">Of what is shown; the files have all.</param>
    internal readonly record struct Query(Guid? Customer, string? State, DateOnly? From, DateOnly? Until, int? Limit);

    public static void MapReceivables(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/receivables", AnswerAsync).Produces<ReceivablesView>();
        staff.MapGet("/receivables.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
        staff.MapGet("/receivables.xlsx", ExportXlsxAsync).Produces(StatusCodes.Status200OK, contentType: ReportXlsx.ContentType);
        staff.MapGet("/receivables.pdf", ExportPdfAsync).Produces(StatusCodes.Status200OK, contentType: "application/pdf");
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, [AsParameters] Query query, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await ReadAsync(query, query.Limit ?? ShownAtMost, scope, clock, context.RequestAborted));
    }

    private static async Task<IResult> ExportAsync(HttpContext context, [AsParameters] Query query, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        var view = await ReadAsync(query, null, scope, clock, context.RequestAborted);
        return Results.File(CsvText.Of(Header, view.Items.Select(Cells)), "text/csv; charset=utf-8", FileName(view, "csv"));
    }

    private static async Task<IResult> ExportXlsxAsync(HttpContext context, [AsParameters] Query query, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        var view = await ReadAsync(query, null, scope, clock, context.RequestAborted);
        return Results.File(ReportXlsx.Write(ReceivableTable.Of(view, query.State)), ReportXlsx.ContentType, FileName(view, "xlsx"));
    }

    private static async Task<IResult> ExportPdfAsync(HttpContext context, [AsParameters] Query query, TenantScope scope, SteadyClock clock)
    {
        context.Response.Headers.CacheControl = "no-store";
        var view = await ReadAsync(query, null, scope, clock, context.RequestAborted);
        return Results.File(ReportPdf.Write(ReceivableTable.Of(view, query.State), clock.Now), "application/pdf", FileName(view, "pdf"));
    }

    private static string FileName(ReceivablesView view, string kind) => string.Create(CultureInfo.InvariantCulture, $"offene-posten-{view.On:yyyy-MM-dd}.{kind}");

    private static async Task<ReceivablesView> ReadAsync(Query query, int? atMost, TenantScope scope, SteadyClock clock, CancellationToken cancellationToken)
    {
        if (query.State is not (null or "open" or "overdue" or "all") || query.From > query.Until || query.Limit is < 1 or > ShownAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var today = BerlinTime.DayOf(clock.Now);
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var filter = new ReceivableFilter(query.Customer, query.From, query.Until);
        // What is overdue is decided by working days, which the database does not know: of what is open, and that alone, every row is read.
        var open = (await ReceivableStore.ReadAsync(staff.Transaction, filter, cancellationToken)).Select(row => View(row, today)).ToList();
        var overdue = open.Where(item => item.DaysOverdue > 0).ToList();
        var (items, count) = query.State switch
        {
            "all" => await ReadAllAsync(staff.Transaction, filter with { OnlyOpen = false }, atMost, today, cancellationToken),
            "overdue" => (overdue, overdue.Count),
            _ => (open, open.Count),
        };
        IReadOnlyList<ReceivableView> shown = [.. items.Take(atMost ?? items.Count)];
        var credits = await ReceivableStore.ReadCreditsAsync(staff.Transaction, query.Customer, cancellationToken);
        return new ReceivablesView(
            today, (query.State == "overdue" ? overdue : open).Sum(item => item.Balance), overdue.Sum(item => item.Balance), credits.Sum(credit => credit.Rest), shown, count - shown.Count, credits);
    }

    private static async Task<(List<ReceivableView> Items, int Count)> ReadAllAsync(NpgsqlTransaction transaction, ReceivableFilter filter, int? atMost, DateOnly today, CancellationToken cancellationToken) =>
        ([.. (await ReceivableStore.ReadAsync(transaction, filter, cancellationToken, atMost)).Select(row => View(row, today))], await ReceivableStore.CountAsync(transaction, filter, cancellationToken));

    private static ReceivableView View(ReceivableRow row, DateOnly today)
    {
        var claim = row.ToDomain();
        return new ReceivableView(
            row.Id, row.Number, row.CustomerId, row.Customer, row.IssuedOn, row.DueOn, claim.LastDay, row.Gross, claim.Paid, claim.Balance, SnakeCase.Of(claim.State), claim.DaysOverdue(today),
            row.ReadNotes().Select(note => (DateOnly?)note.Note.On).LastOrDefault());
    }

    private static string[] Cells(ReceivableView item) =>
    [
        item.Number, item.Customer, Day(item.IssuedOn), Day(item.DueOn), Day(item.LastDay), Amount(item.Gross), Amount(item.Paid), Amount(item.Balance), Word(item.State),
        item.DaysOverdue.ToString(CultureInfo.InvariantCulture), Day(item.DunnedOn),
    ];

    private static string Day(DateOnly? day) => day?.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture) ?? "";

    /// <summary>As a German spreadsheet reads a number, whatever the machine's culture is; with a plain minus it may calculate with it.</summary>
    private static string Amount(decimal euro) => euro.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    internal static string Word(string state) => SnakeCase.Parse<ReceivableState>(state) switch
    {
        ReceivableState.Open => "offen",
        ReceivableState.PartlyPaid => "teilweise bezahlt",
        ReceivableState.Paid => "bezahlt",
        ReceivableState.Overpaid => "überzahlt",
        ReceivableState.Cancelled => "storniert",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
