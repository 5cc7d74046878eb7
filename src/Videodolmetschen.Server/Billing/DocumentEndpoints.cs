using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>Issued documents: staff see all, an interpreter the own ones (BILLING.md).</summary>
internal static class DocumentEndpoints
{
    /// <param name="Number">Of the document that took the other back.</param>
    internal sealed record CancelledView(string Number);

    /// <param name="Documents">How many there are.</param>
    /// <param name="FirstBroken">The number of the first that is not what was issued; null where all are.</param>
    /// <param name="Series">The log of gaps: each series with the numbers that are missing.</param>
    internal sealed record ChainView(int Documents, string? FirstBroken, IReadOnlyList<NumberSeries> Series);

    public static void MapDocuments(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/documents", ReadAsync).Produces<IReadOnlyList<DocumentRow>>();
        staff.MapGet("/documents/{id:guid}.xml", (HttpContext context, Guid id, TenantScope scope) => FileAsync(context, id, "xml", scope));
        staff.MapGet("/documents/{id:guid}.pdf", (HttpContext context, Guid id, TenantScope scope) => FileAsync(context, id, "pdf", scope));
        staff.MapPost("/documents/{id:guid}/cancel", CancelAsync).Produces<CancelledView>();
        staff.MapPost("/documents/{id:guid}/correct", CorrectAsync).Produces<CancelledView>();
        staff.MapGet("/documents/chain", ChainAsync).Produces<ChainView>();
        var own = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapGet("/my-documents", OwnAsync).Produces<IReadOnlyList<DocumentRow>>();
        own.MapGet("/my-documents/{id:guid}.xml", (HttpContext context, Guid id, TenantScope scope, SteadyClock clock) => FetchAsync(context, id, "xml", scope, clock));
        own.MapGet("/my-documents/{id:guid}.pdf", (HttpContext context, Guid id, TenantScope scope, SteadyClock clock) => FetchAsync(context, id, "pdf", scope, clock));
    }

    /// <summary>Berlin days of issue, both included; the last year unless it is said otherwise.</summary>
    private static async Task<IResult> ReadAsync(
        HttpContext context, TenantScope scope, SteadyClock clock, string? side = null, DateOnly? from = null, DateOnly? until = null, Guid? customer = null, Guid? interpreter = null, Guid? run = null)
    {
        if (side is not null && SnakeCase.Find<BillingSide>(side) is null)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        return await AnswerAsync(context, scope, clock, from, until, new DocumentFilter(side, default, default, customer, interpreter, run));
    }

    private static Task<IResult> OwnAsync(HttpContext context, TenantScope scope, SteadyClock clock, DateOnly? from = null, DateOnly? until = null) =>
        AnswerAsync(context, scope, clock, from, until, new DocumentFilter(null, default, default, Interpreter: context.User.SignedIn().RequireInterpreter().Value));

    private static async Task<IResult> AnswerAsync(HttpContext context, TenantScope scope, SteadyClock clock, DateOnly? from, DateOnly? until, DocumentFilter filter)
    {
        context.Response.Headers.CacheControl = "no-store";
        var today = BerlinTime.DayOf(clock.Now);
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await DocumentListStore.ReadAsync(staff.Transaction, filter with { From = from ?? today.AddYears(-1), Until = until ?? today }, context.RequestAborted));
    }

    /// <summary>The bytes as they were issued.</summary>
    private static async Task<IResult> FileAsync(HttpContext context, Guid id, string format, TenantScope scope)
    {
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return File(context, await DocumentListStore.FindFilesAsync(staff.Transaction, id, null, context.RequestAborted), format);
    }

    /// <summary>The same for whom it is, and that it was fetched: a Gutschrift must be handed over (§ 14 (2) UStG).</summary>
    private static async Task<IResult> FetchAsync(HttpContext context, Guid id, string format, TenantScope scope, SteadyClock clock)
    {
        var who = context.User.SignedIn();
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var file = File(context, await DocumentListStore.FindFilesAsync(staff.Transaction, id, who.RequireInterpreter().Value, context.RequestAborted), format);
        await DeliveryStore.AddFetchedAsync(staff.Transaction, id, format, who.User, clock.Now, context.RequestAborted);
        await staff.CommitAsync(context.RequestAborted);
        return file;
    }

    private static IResult File(HttpContext context, (string Number, byte[] Xml, byte[] Pdf)? found, string format)
    {
        var (number, xml, pdf) = found ?? throw new DomainException(ErrorCode.NotFound);
        context.Response.Headers.CacheControl = "no-store";
        return format == "xml" ? Results.File(xml, "application/xml", number + ".xml") : Results.File(pdf, "application/pdf", number + ".pdf");
    }

    private static async Task<IResult> CancelAsync(HttpContext context, Guid id, DocumentDesk desk) =>
        Results.Ok(new CancelledView(await desk.CancelAsync(context.User.SignedIn().User, id, context.RequestAborted)));

    private static async Task<IResult> CorrectAsync(HttpContext context, Guid id, DocumentDesk desk) =>
        Results.Ok(new CancelledView(await desk.CorrectAsync(context.User.SignedIn().User, id, context.RequestAborted)));

    /// <summary>All documents once more, from the first on: their bytes, hashes and links.</summary>
    private static async Task<IResult> ChainAsync(HttpContext context, TenantScope scope)
    {
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var (count, previous, broken) = (0, (DocumentHash?)null, (string?)null);
        await foreach (var (number, xml, hash, link) in DocumentListStore.ReadChainAsync(staff.Transaction).WithCancellation(context.RequestAborted))
        {
            var kept = new ChainedDocument(xml, DocumentHash.FromHex(hash), DocumentHash.FromHex(link));
            broken ??= kept.Follows(previous) ? null : number;
            (count, previous) = (count + 1, kept.Link);
        }

        return Results.Ok(new ChainView(count, broken, await DocumentListStore.ReadSeriesAsync(staff.Transaction, context.RequestAborted)));
    }
}
