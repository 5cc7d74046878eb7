using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Interpreters;

internal static class ReachEndpoints
{
    /// <param name="Reach">An <see cref="EmergencyReach"/> in snake_case.</param>
    internal sealed record ReachView(string? Reach);

    public static void MapReach(this IEndpointRouteBuilder app)
    {
        var interpreters = app.MapGroup("/api").RequireAuthorization(Policies.Interpreter);
        interpreters.MapGet("/my-reach", AnswerAsync).Produces<ReachView>();
        interpreters.MapPut("/my-reach", ChangeAsync).Produces<ReachView>();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, ReachStore store) =>
        Results.Ok(new ReachView(SnakeCase.Of(await store.ReadAsync(context.User.SignedIn().RequireInterpreter(), context.RequestAborted))));

    /// <summary>Holds from the next emergency on.</summary>
    private static async Task<IResult> ChangeAsync(HttpContext context, ReachView order, ReachStore store, DispatchedInterpreters interpreters)
    {
        var reaches = Enum.GetValues<EmergencyReach>().Where(one => SnakeCase.Of(one) == order.Reach).ToList();
        if (reaches is not [var reach])
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var who = context.User.SignedIn();
        await store.SaveAsync(who.User, who.RequireInterpreter(), reach, context.RequestAborted);
        await interpreters.RefreshAsync(who.RequireInterpreter());
        return Results.Ok(new ReachView(SnakeCase.Of(reach)));
    }
}
