using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Disputes;

/// <summary>Disputes by line: interpreters raise their own, staff those of customers, and staff answer (BILLING.md).</summary>
internal static class DisputeEndpoints
{
    private const int WordsAtMost = 500;

    internal sealed record DisputeOrder(Guid? Service, int? Line, string? Document, int? Position, string? Reason, string? Words);

    /// <param name="Change">Euro, or null with <paramref name="Withdraw"/>.</param>
    /// <param name="Cancels">The number of the document that goes with it, as it was shown.</param>
    internal sealed record AcceptOrder(decimal? Change, bool? Withdraw, string? Cancels, string? Words);

    internal sealed record RejectOrder(string? Words);

    internal sealed record RaisedView(Guid Id);

    /// <param name="Open">How many wait, of whatever is shown.</param>
    internal sealed record DisputesView(IReadOnlyList<DisputeRow> Disputes, IReadOnlyList<ObjectionRow> Objections, int Open, int Overdue);

    public static void MapDisputes(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/disputes", ReadAsync).Produces<DisputesView>();
        staff.MapPost("/disputes", (HttpContext context, DisputeOrder order, DisputeDesk desk) => RaiseAsync(context, order, null, desk)).Produces<RaisedView>();
        staff.MapPost("/disputes/{id:guid}/accept", AcceptAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapPost("/disputes/{id:guid}/reject", RejectAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapPost("/disputes/{id:guid}/take-back", (HttpContext context, Guid id, DisputeDesk desk) => TakeBackAsync(context, id, null, desk)).Produces(StatusCodes.Status204NoContent);
        var own = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapPost("/my-disputes", (HttpContext context, DisputeOrder order, DisputeDesk desk) =>
            RaiseAsync(context, order with { Document = null }, context.User.SignedIn().RequireInterpreter().Value, desk)).Produces<RaisedView>();
        own.MapPost("/my-disputes/{id:guid}/take-back", (HttpContext context, Guid id, DisputeDesk desk) =>
            TakeBackAsync(context, id, context.User.SignedIn().RequireInterpreter().Value, desk)).Produces(StatusCodes.Status204NoContent);
    }

    /// <param name="all">With those that are over.</param>
    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope, SteadyClock clock, bool all = false)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var disputes = await DisputeStore.ReadAsync(staff.Transaction, all, BerlinTime.DayOf(clock.Now), context.RequestAborted);
        return Results.Ok(new DisputesView(
            disputes, await ObjectionStore.ReadAsync(staff.Transaction, all, context.RequestAborted), disputes.Count(one => one.State == "open"), disputes.Count(one => one.IsOverdue)));
    }

    private static async Task<IResult> RaiseAsync(HttpContext context, DisputeOrder order, Guid? owner, DisputeDesk desk)
    {
        var (by, reason, words) = (context.User.SignedIn().User, SnakeCase.Find<DisputeReason>(order.Reason) ?? throw new DomainException(ErrorCode.ArgumentInvalid), Words(order.Words));
        return order switch
        {
            { Service: { } service, Line: { } line } => Results.Ok(new RaisedView(await desk.RaiseAsync(by, owner, service, line, reason, words, context.RequestAborted))),
            { Document: { } document, Position: { } position } => Results.Ok(new RaisedView(await desk.RaiseAsync(by, document.Trim(), position, reason, words, context.RequestAborted))),
            _ => throw new DomainException(ErrorCode.ArgumentInvalid),
        };
    }

    private static async Task<IResult> AcceptAsync(HttpContext context, Guid id, AcceptOrder order, DisputeDesk desk)
    {
        if (order.Change is null != (order.Withdraw == true))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await desk.AcceptAsync(context.User.SignedIn().User, id, new Acceptance(order.Change, order.Cancels, Words(order.Words)), context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> RejectAsync(HttpContext context, Guid id, RejectOrder order, DisputeDesk desk)
    {
        await desk.RejectAsync(context.User.SignedIn().User, id, Words(order.Words), context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> TakeBackAsync(HttpContext context, Guid id, Guid? owner, DisputeDesk desk)
    {
        await desk.TakeBackAsync(context.User.SignedIn().User, owner, id, context.RequestAborted);
        return Results.NoContent();
    }

    private static string Words(string? given) => given?.Trim() is { Length: > 0 and <= WordsAtMost } words ? words : throw new DomainException(ErrorCode.ArgumentInvalid);
}
