using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Requests;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Why was it offered to these, and why not to those.</summary>
internal static class ReasonEndpoints
{
    public static void MapReasons(this IEndpointRouteBuilder app) =>
        app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator))
            .MapGet("/requests/{id:guid}/reasons", AnswerAsync).Produces<ReasonsView>();

    /// <summary><c>GET /api/requests/{id}/reasons</c>: every offer as it was, and the obstacles of all others as they are now.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, Guid id, ReasonStore store, DispatchService dispatch, FloorViews floor)
    {
        var (request, offers) = await store.FindAsync(new RequestId(id), context.RequestAborted) ?? throw new DomainException(ErrorCode.RequestNotFound);
        var (reply, _) = await dispatch.AskAsync<DispatchReply.ObstaclesAre>(new DispatchCommand.AskObstacles(request));
        var offered = offers.Select(offer => new InterpreterId(offer.InterpreterId)).ToHashSet();
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(
            new ReasonsView
            {
                RequestId = id,
                Language = request.Language.Value,
                IsOpen = request.IsOpen,
                Offers = [.. offers.Select(Offer)],
                NotOffered =
                [
                    .. from one in reply.Hindrances
                       where !offered.Contains(one.Interpreter.Id)
                       orderby int.PopCount((int)one.Obstacles), one.Interpreter.Number
                       select new NotOfferedView(floor.Interpreter(one.Interpreter, one.Presence), Words(one.Obstacles)),
                ],
            },
            WireJson.Options);
    }

    private static PastOfferView Offer(NamedOfferRow row)
    {
        var offer = row.ToDomain();
        return new PastOfferView
        {
            OfferId = offer.Id.Value,
            InterpreterName = row.DisplayName,
            InterpreterNumber = row.Number,
            Wave = offer.Wave,
            Rank = offer.Rank,
            OfferedAt = offer.OfferedAt,
            State = offer.State,
            DeclineReason = offer.DeclineReason,
            WithdrawnBecause = offer.WithdrawnBecause,
            AnsweredAt = offer.AnsweredAt,
            Reasons = Views.Reasons(offer.Reasons),
        };
    }

    private static IReadOnlyList<string> Words(Obstacles obstacles) =>
        [.. Enum.GetValues<Obstacles>().Where(one => one != Obstacles.None && obstacles.HasFlag(one)).Select(one => SnakeCase.Of(one))];
}
