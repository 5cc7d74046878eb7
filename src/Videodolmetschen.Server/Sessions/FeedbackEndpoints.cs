using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Sessions;

/// <summary>How a conversation went, said by those who took part (SEMANTICS.md 5). It is no dispatch: nothing waits for it, nobody is told.</summary>
internal static class FeedbackEndpoints
{
    /// <param name="Rating"><c>good</c>, <c>fair</c>, <c>poor</c>.</param>
    /// <param name="Reasons">From the list of the own side; none with <c>good</c>.</param>
    internal sealed record FeedbackOrder(string? Rating, IReadOnlyList<string>? Reasons);

    /// <param name="Rating">Null while nothing was said.</param>
    /// <param name="Until">Until then it can be said, changed or taken back; null while the own part of the session goes on, or when it never began.</param>
    internal sealed record FeedbackView(string? Rating, IReadOnlyList<string> Reasons, DateTimeOffset? Until);

    public static void MapFeedback(this IEndpointRouteBuilder app)
    {
        var sides = app.MapGroup("/api/sessions/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Roles.Requester, Roles.Interpreter));
        sides.MapGet("/feedback", AnswerAsync).Produces<FeedbackView>();
        sides.MapPut("/feedback", SayAsync).Produces<FeedbackView>();
        sides.MapDelete("/feedback", TakeBackAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, FeedbackStore store, PolicyStore policies)
    {
        var own = await FindAsync(context, id, store);
        var policy = (await policies.ReadAsync(context.RequestAborted)).Policy;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new FeedbackView(SnakeCase.Of(own.Given?.Rating), [.. (own.Given?.Reasons ?? []).Select(SnakeCase.Of)], own.Times.Until(policy)));
    }

    private static async Task<IResult> SayAsync(HttpContext context, Guid id, FeedbackOrder order, FeedbackStore store, PolicyStore policies, SteadyClock clock)
    {
        var who = context.User.SignedIn();
        var feedback = Read(order, FeedbackStore.SideOf(who));
        var own = await AllowedAsync(context, id, store, policies, clock);
        await store.SaveAsync(who, id, own, feedback, clock.Now, context.RequestAborted);
        return await AnswerAsync(context, id, store, policies);
    }

    private static async Task<IResult> TakeBackAsync(HttpContext context, Guid id, FeedbackStore store, PolicyStore policies, SteadyClock clock)
    {
        await AllowedAsync(context, id, store, policies, clock);
        await store.RemoveAsync(context.User.SignedIn(), id, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<OwnFeedback> AllowedAsync(HttpContext context, Guid id, FeedbackStore store, PolicyStore policies, SteadyClock clock)
    {
        var own = await FindAsync(context, id, store);
        var policy = (await policies.ReadAsync(context.RequestAborted)).Policy;
        return own.Times.Refusal(policy, clock.Now) is { } refusal ? throw new DomainException(refusal) : own;
    }

    private static async Task<OwnFeedback> FindAsync(HttpContext context, Guid id, FeedbackStore store) =>
        await store.FindAsync(context.User.SignedIn(), id, context.RequestAborted) ?? throw new DomainException(ErrorCode.SessionNotFound);

    private static Feedback Read(FeedbackOrder order, Side side)
    {
        var reasons = (order.Reasons ?? []).Select(SnakeCase.Find<FeedbackReason>).ToList();
        if (SnakeCase.Find<Rating>(order.Rating) is not { } rating || reasons.Contains(null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var feedback = new Feedback(side, rating, [.. reasons.OfType<FeedbackReason>()]);
        return feedback.IsSound ? feedback : throw new DomainException(ErrorCode.ArgumentInvalid);
    }
}
