using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Interpreters;

internal static class MissedOfferEndpoints
{
    public static void MapMissedOffers(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api").RequireAuthorization(Policies.Interpreter)
            .MapGet("/missed-offers", AnswerAsync).Produces<IReadOnlyList<MissedOffer>>();

    /// <summary><c>GET /api/missed-offers</c>: those for which the interpreter is paused, newest first; none else.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, MissedOfferStore store)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await store.ReadAsync(context.User.SignedIn().RequireInterpreter(), context.RequestAborted));
    }
}
