using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Retention;

/// <summary>What administrators see of deletion, and what they hold back.</summary>
internal static class RetentionEndpoints
{
    private const int ProofsShown = 100;

    /// <param name="Classes">In the order of the job.</param>
    /// <param name="Holds">Those that hold.</param>
    /// <param name="Proofs">Runs that took something, newest first.</param>
    internal sealed record RetentionView(IReadOnlyList<ClassView> Classes, IReadOnlyList<HoldView> Holds, IReadOnlyList<RetentionProof> Proofs);

    internal sealed record ClassView(string Kind, string Table, string Act, string Start, int Length, string Unit, string Basis)
    {
        /// <summary>What started before is due now.</summary>
        public required DateTimeOffset DueBefore { get; init; }

        /// <summary>That the next run takes.</summary>
        public required int Due { get; init; }

        /// <summary>That would be due.</summary>
        public required int Held { get; init; }

        public RetentionProof? LastRun { get; init; }
    }

    /// <summary>One of the three.</summary>
    internal sealed record HoldOrder(string? Kind, Guid? CustomerId, Guid? InterpreterId, string? Reason);

    public static void AddRetention(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RetentionStore>();
        builder.Services.AddSingleton<HoldStore>();
        builder.Services.AddSingleton<Forgetting>();
    }

    public static void MapRetention(this IEndpointRouteBuilder app)
    {
        var administrators = app.MapGroup("/api").RequireAuthorization(Policies.Administrator);
        administrators.MapGet("/retention", AnswerAsync).Produces<RetentionView>();
        administrators.MapPost("/retention/holds", SetAsync).Produces(StatusCodes.Status204NoContent);
        administrators.MapDelete("/retention/holds/{id:guid}", LiftAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, RetentionStore store, HoldStore holds, SteadyClock clock)
    {
        var last = (await store.ReadProofsAsync(latest: true, ProofsShown, context.RequestAborted)).DistinctBy(proof => proof.Kind).ToDictionary(proof => proof.Kind, StringComparer.Ordinal);
        var (now, views) = (clock.Now, new List<ClassView>());
        foreach (var one in RetentionClass.All)
        {
            var (kind, before) = (SnakeCase.Of(one.Kind), one.Term.DueBefore(now));
            var (due, held) = await store.CountAsync(one.Kind, before, context.RequestAborted);
            views.Add(new ClassView(kind, one.Table, SnakeCase.Of(one.Act), SnakeCase.Of(one.Start), one.Term.Length, SnakeCase.Of(one.Term.Unit), one.Basis)
            {
                DueBefore = before,
                Due = due,
                Held = held,
                LastRun = last.GetValueOrDefault(kind),
            });
        }

        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new RetentionView(views, await holds.ReadAsync(context.RequestAborted), await store.ReadProofsAsync(latest: false, ProofsShown, context.RequestAborted)));
    }

    private static async Task<IResult> SetAsync(HttpContext context, HoldOrder order, HoldStore holds, SteadyClock clock)
    {
        var isOne = new object?[] { order.Kind, order.CustomerId, order.InterpreterId }.Count(given => given is not null) == 1;
        if (!isOne || SnakeCase.Find<HoldReason>(order.Reason) is not { } reason || (order.Kind is not null && SnakeCase.Find<RetentionKind>(order.Kind) is null))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        await holds.SetAsync(context.User.SignedIn().User, new HoldTarget(order.Kind, order.CustomerId, order.InterpreterId), reason, clock.Now, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> LiftAsync(HttpContext context, Guid id, HoldStore holds, SteadyClock clock)
    {
        await holds.LiftAsync(context.User.SignedIn().User, id, clock.Now, context.RequestAborted);
        return Results.NoContent();
    }
}
