using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Staffing;

/// <summary>An interpreter's own standby: offers, what was accepted, and what was served of it.</summary>
internal static class OwnStandbyEndpoints
{
    private static readonly TimeSpan ShownAfterwards = TimeSpan.FromDays(35);

    /// <param name="Answer"><c>accept</c>, <c>decline</c> or <c>give_back</c>.</param>
    internal sealed record AnswerOrder(string? Answer);

    /// <param name="Done">False when somebody else took the last place.</param>
    internal sealed record AnswerView(bool Done);

    public static void MapOwnStandby(this IEndpointRouteBuilder app)
    {
        var interpreters = app.MapGroup("/api").RequireAuthorization(Policies.Interpreter);
        interpreters.MapGet("/my-standby", ListAsync).Produces<IReadOnlyList<OwnStandby>>();
        interpreters.MapPut("/my-standby/{id:guid}", AnswerAsync).Produces<AnswerView>();
    }

    private static async Task<IResult> ListAsync(HttpContext context, OwnStandbyStore store, SteadyClock clock, IOptions<StandbyRules> rules)
    {
        var now = clock.Now;
        var rows = await store.ReadAsync(context.User.SignedIn().RequireInterpreter(), now, now - ShownAfterwards, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(rows.Select(row => row with { GiveBackUntil = rules.Value.GiveBackUntil(new AppointmentSlot(row.StartsAt, row.EndsAt)) }).ToList());
    }

    private static async Task<IResult> AnswerAsync(
        HttpContext context, Guid id, AnswerOrder order, OwnStandbyStore store, SteadyClock clock, IOptions<StandbyRules> rules)
    {
        var happened = SnakeCase.Find<StandbyTakeEvent>(order.Answer);
        if (happened is not (StandbyTakeEvent.Accept or StandbyTakeEvent.Decline or StandbyTakeEvent.GiveBack))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var who = context.User.SignedIn();
        var answer = new StandbyAnswer(who.RequireInterpreter(), who.User, clock.Now);
        return Results.Ok(new AnswerView(await store.AnswerAsync(id, happened.Value, answer, rules.Value, context.RequestAborted)));
    }
}
