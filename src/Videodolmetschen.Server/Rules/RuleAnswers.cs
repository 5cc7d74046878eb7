using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Rules;

/// <summary>What a <c>GET</c> of a set of rules and a <c>PUT</c> that was taken answer. Numbers are whole, in the unit of the value.</summary>
internal sealed record RulesView(int Version, IReadOnlyDictionary<string, RuleValueView> Values, IReadOnlyList<RuleChange> History);

internal sealed record RuleValueView(int Value, int Default, int AtLeast, int AtMost);

/// <param name="Version">The version that the change was made on.</param>
/// <param name="Values">The changed values; the others stay.</param>
internal sealed record RulesOrder(int? Version, IReadOnlyDictionary<string, int>? Values);

/// <summary>Rules over HTTP, the same for every set.</summary>
internal static class RuleAnswers
{
    public static async Task<IResult> ReadAsync<TRules>(HttpContext context, RuleStore<TRules> store)
    {
        var stored = await store.ReadAsync(context.RequestAborted);
        var history = await store.ReadHistoryAsync(context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(new RulesView(
            stored.Version,
            store.Book.Values.ToDictionary(
                value => value.Name,
                value => new RuleValueView(value.Of(stored.Rules), value.Of(store.Book.Defaults), value.AtLeast, value.AtMost),
                StringComparer.Ordinal),
            history));
    }

    public static async Task<IResult> ChangeAsync<TRules>(HttpContext context, RulesOrder order, RuleDesk<TRules> desk, RuleStore<TRules> store)
    {
        if (order is not { Version: { } version, Values: { } values })
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        // Not the request's own token: a page that closes must not leave the change stored and unused.
        var violations = await desk.ChangeAsync(context.User.SignedIn().User, version, values, CancellationToken.None);
        if (violations.Count == 0)
        {
            return await ReadAsync(context, store);
        }

        await Refusal.WriteAsync(context, ErrorCode.PolicyInvalid, new() { ["violations"] = violations });
        return Results.Empty;
    }
}
