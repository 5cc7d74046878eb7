using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Sessions;

internal static class SessionEndpoints
{
    private const int LimitAtMost = 200;
    private const int LimitByDefault = 50;

    public static void MapSessions(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/sessions", AnswerAsync).Produces<IReadOnlyList<SessionRecord>>().RequireAuthorization();

    /// <summary>
    /// <c>GET /api/sessions?before=…&amp;limit=…</c>: own sessions of a requester or an interpreter, all of them for coordinators,
    /// newest first. <c>before</c> is the <c>createdAt</c> of the last row one has.
    /// </summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, SessionStore sessions, PolicyStore policies, DateTimeOffset? before = null, int limit = LimitByDefault)
    {
        if (limit is < 1 or > LimitAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var page = new Page(before ?? DateTimeOffset.MaxValue.AddDays(-1), limit);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await ReadAsync(context.User.SignedIn(), sessions, policies, page, context.RequestAborted));
    }

    private static async Task<IReadOnlyList<SessionRecord>> ReadAsync(
        SignedIn who, SessionStore sessions, PolicyStore policies, Page page, CancellationToken cancellationToken)
    {
        if (who.IsCoordinator)
        {
            return await sessions.ReadAllAsync(page, cancellationToken);
        }

        return who.Is(Roles.Interpreter)
            ? await sessions.ReadOfInterpreterAsync(who.RequireInterpreter(), (await policies.ReadAsync(cancellationToken)).Policy, page, cancellationToken)
            : await sessions.ReadOfRequesterAsync(who.RequireCustomer(), who.User, page, cancellationToken);
    }
}
