using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>Which interpreters a customer is served by: all, or those on its list. What is decided here holds at once, also for what rings.</summary>
internal static class AllowListEndpoints
{
    private const int AddedAtMost = 1000;
    private const int FoundAtMost = 20;
    private const int NameAtMost = 200;

    internal sealed record AllowOrder(IReadOnlyList<Guid>? Interpreters);

    public static void MapAllowLists(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/customers", AnswerAsync).Produces<IReadOnlyList<CustomerView>>();
        staff.MapGet("/interpreters", FindAsync).Produces<IReadOnlyList<InterpreterName>>();
        staff.MapPost("/customers/{id:guid}/allowed", AddAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapDelete("/customers/{id:guid}/allowed", ClearAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapDelete("/customers/{id:guid}/allowed/{interpreter:guid}", RemoveAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, AllowListStore store)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await store.ReadAsync(context.RequestAborted));
    }

    /// <summary><c>GET /api/interpreters?named=tes</c>: those at work whose name or number holds it, 20 at most.</summary>
    private static async Task<IResult> FindAsync(HttpContext context, AllowListStore store, string? named = null)
    {
        if (named?.Length > NameAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await store.FindAsync((named ?? "").Trim(), FoundAtMost, context.RequestAborted));
    }

    private static async Task<IResult> AddAsync(HttpContext context, Guid id, AllowOrder order, AllowListStore store, DispatchedInterpreters interpreters)
    {
        var added = (order.Interpreters ?? []).ToHashSet();
        if (added.Count is 0 or > AddedAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await store.AddAsync(new CustomerId(id), added, context.User.SignedIn().User, context.RequestAborted);
        await interpreters.RefreshAllAsync();
        return Results.NoContent();
    }

    private static async Task<IResult> RemoveAsync(HttpContext context, Guid id, Guid interpreter, AllowListStore store, DispatchedInterpreters interpreters)
    {
        await store.RemoveAsync(new CustomerId(id), interpreter, context.User.SignedIn().User, context.RequestAborted);
        await interpreters.RefreshAsync(new InterpreterId(interpreter));
        return Results.NoContent();
    }

    private static async Task<IResult> ClearAsync(HttpContext context, Guid id, AllowListStore store, DispatchedInterpreters interpreters)
    {
        await store.ClearAsync(new CustomerId(id), context.User.SignedIn().User, context.RequestAborted);
        await interpreters.RefreshAllAsync();
        return Results.NoContent();
    }
}
