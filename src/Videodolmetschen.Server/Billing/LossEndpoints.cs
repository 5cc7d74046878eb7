using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Billing;

/// <summary>What an interpreter declares after a late cancellation (BILLING.md). No content where there is nothing to declare.</summary>
internal static class LossEndpoints
{
    /// <param name="Amount">Euro, net.</param>
    internal sealed record LossOrder(decimal Amount);

    public static void MapLosses(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/appointments/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Roles.Interpreter));
        own.MapGet("/loss", FindAsync).Produces<LossView>();
        own.MapPost("/loss", DeclareAsync).Produces<LossView>();
    }

    private static async Task<IResult> FindAsync(HttpContext context, Guid id, Losses losses)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await losses.FindAsync(context.User.SignedIn().RequireInterpreter(), id, context.RequestAborted) is { } claim ? Results.Ok(claim) : Results.NoContent();
    }

    private static async Task<IResult> DeclareAsync(HttpContext context, Guid id, LossOrder order, Losses losses) =>
        Results.Ok(await losses.DeclareAsync(context.User.SignedIn(), id, order.Amount, context.RequestAborted));
}
