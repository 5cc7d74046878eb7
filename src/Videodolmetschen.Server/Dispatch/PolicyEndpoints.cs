using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

internal static class PolicyEndpoints
{
    /// <summary>What <c>GET /api/dispatch-policy</c> and a <c>PUT</c> that was taken answer. Numbers are counts or whole seconds.</summary>
    internal sealed record PolicyView(int Version, IReadOnlyDictionary<string, PolicyValueView> Values, IReadOnlyList<PolicyChange> History);

    internal sealed record PolicyValueView(int Value, int Default, int AtLeast, int AtMost);

    /// <param name="Version">The version that the change was made on.</param>
    /// <param name="Values">The changed values; the others stay.</param>
    internal sealed record PolicyOrder(int? Version, IReadOnlyDictionary<string, int>? Values);

    internal sealed record ViolationView(string Value, string Code);

    public static void MapDispatchPolicy(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api")
            .RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/dispatch-policy", AnswerAsync).Produces<PolicyView>();
        staff.MapPut("/dispatch-policy", ChangeAsync).Produces<PolicyView>();
    }

    private static async Task<IResult> AnswerAsync(HttpContext context, PolicyStore store)
    {
        var stored = await store.ReadAsync(context.RequestAborted);
        var history = await store.ReadHistoryAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new PolicyView(
            stored.Version,
            PolicyValue.All.ToDictionary(
                value => value.Name,
                value => new PolicyValueView(value.Of(stored.Policy), value.Of(store.Defaults), value.AtLeast, value.AtMost),
                StringComparer.Ordinal),
            history));
    }

    private static async Task<IResult> ChangeAsync(HttpContext context, PolicyOrder order, PolicyDesk desk, PolicyStore store)
    {
        if (order is not { Version: { } version, Values: { } values })
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        // Not the request's own token: a page that closes must not leave the change stored and unused.
        var violations = await desk.ChangeAsync(context.User.SignedIn().User, version, values, CancellationToken.None);
        if (violations.Count == 0)
        {
            return await AnswerAsync(context, store);
        }

        var named = violations.Select(violation => new ViolationView(violation.Value, SnakeCase.Of(violation.Breach)));
        await Refusal.WriteAsync(context, ErrorCode.PolicyInvalid, new() { ["violations"] = named });
        return Results.Empty;
    }
}
