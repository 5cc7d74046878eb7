using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Billing;

/// <summary>What an interpreter declares after a late cancellation, and staff see (BILLING.md). No content where there is nothing to declare.</summary>
internal static class LossEndpoints
{
    /// <param name="Amount">Euro, net.</param>
    internal sealed record LossOrder(decimal Amount);

    public static void MapLosses(this IEndpointRouteBuilder app)
    {
        app.MapGet("/api/appointments/{id:guid}/loss", FindAsync).Produces<LossView>().RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter, Roles.Coordinator, Roles.Administrator));
        app.MapPost("/api/appointments/{id:guid}/loss", DeclareAsync).Produces<LossView>().RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
    }

    private static async Task<IResult> FindAsync(HttpContext context, Guid id, Losses losses)
    {
        context.Response.Headers.CacheControl = "no-store";
        var who = context.User.SignedIn();
        InterpreterId? own = who.IsCoordinator ? null : who.RequireInterpreter();
        return await losses.FindAsync(own, id, context.RequestAborted) is { } claim ? Results.Ok(claim) : Results.NoContent();
    }

    private static async Task<IResult> DeclareAsync(HttpContext context, Guid id, LossOrder order, Losses losses) =>
        Results.Ok(await losses.DeclareAsync(context.User.SignedIn(), id, order.Amount, context.RequestAborted));
}
