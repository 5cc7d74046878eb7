using System.Text;
using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Mail;

/// <summary>The outbox: what was sent, what waits, and in development what would have been sent.</summary>
internal static class MailEndpoints
{
    private const int PageLength = 50;

    /// <param name="Sends">False: no mail server is configured, and everything stays here.</param>
    /// <param name="Page">From 1; the last one where a later one was asked for.</param>
    /// <param name="Pages">At least 1.</param>
    /// <param name="Total">Of those that the filter leaves.</param>
    /// <param name="Counts">How many there are in each state, whatever the filter.</param>
    internal sealed record OutboxView(bool Sends, int Page, int Pages, int Total, IReadOnlyList<MailCount> Counts, IReadOnlyList<MailRow> Rows);

    public static void MapMails(this IEndpointRouteBuilder app)
    {
        // A gauge is there from the start, not from the first mail on.
        _ = app.ServiceProvider.GetRequiredService<MailMeters>();
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/mails", AnswerAsync).Produces<OutboxView>();
        staff.MapGet("/mails/{id:guid}", ShowAsync).Produces<MailContent>();
        staff.MapGet("/mails/{id:guid}/html", HtmlAsync).Produces(StatusCodes.Status200OK, contentType: "text/html");
        staff.MapGet("/mails/{id:guid}/calendar", CalendarAsync).Produces(StatusCodes.Status200OK, contentType: "text/calendar");
        staff.MapPost("/mails/{id:guid}/again", SendAgainAsync).Produces(StatusCodes.Status204NoContent);
    }

    /// <summary><c>GET /api/mails?state=given_up&amp;page=2</c>; both may be left out. Newest first, 50 to a page.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, string? state, int? page, OutboxStore store, IOptions<MailOptions> options)
    {
        if (page is < 1 or > 100_000 || (state is not null && SnakeCase.Find<MailState>(state) is null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var counts = await store.CountAsync(context.RequestAborted);
        var total = counts.Where(one => state is null || one.State == state).Sum(one => one.Count);
        var pages = Math.Max(1, (total + PageLength - 1) / PageLength);
        var shown = Math.Min(page ?? 1, pages);
        var rows = await store.ReadAsync(state, (shown - 1) * PageLength, PageLength, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new OutboxView(options.Value.Sends, shown, pages, total, counts, rows));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Guid id, OutboxStore store) => Results.Ok(await RequireAsync(context, id, store));

    /// <summary>As a file: in a page of ours the policy for contents would take its styles away.</summary>
    private static async Task<IResult> HtmlAsync(HttpContext context, Guid id, OutboxStore store)
    {
        var mail = await RequireAsync(context, id, store);
        return Results.File(Encoding.UTF8.GetBytes(mail.Html), "text/html; charset=utf-8", $"mail-{id}.html");
    }

    private static async Task<IResult> CalendarAsync(HttpContext context, Guid id, OutboxStore store)
    {
        var calendar = (await RequireAsync(context, id, store)).Calendar ?? throw new DomainException(ErrorCode.NotFound);
        return Results.File(Encoding.UTF8.GetBytes(calendar), "text/calendar; charset=utf-8", "termin.ics");
    }

    private static async Task<IResult> SendAgainAsync(HttpContext context, Guid id, OutboxStore store, SteadyClock clock)
    {
        await store.SendAgainAsync(id, context.User.SignedIn().User, clock.Now, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<MailContent> RequireAsync(HttpContext context, Guid id, OutboxStore store)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await store.FindAsync(id, context.RequestAborted) ?? throw new DomainException(ErrorCode.NotFound);
    }
}
