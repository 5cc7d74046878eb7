using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Requests;

internal static class RequestEndpoints
{
    private const int LimitAtMost = 200;
    private const int LimitByDefault = 50;

    /// <summary>Whole seconds, from the last <c>days</c>. Both are null where it is not known, and where for that share nobody came.</summary>
    internal sealed record WaitEstimateView(int Cases, int Days, bool IsKnown, int? MedianSeconds, int? NinetiethSeconds);

    public static void AddRequests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RequestStore>();
        builder.Services.AddSingleton<OwnRequestStore>();
        builder.Services.AddSingleton<ReasonStore>();
        builder.Services.AddSingleton<WaitStore>();
        builder.Services.AddSingleton<WaitEstimates>();
    }

    public static void MapRequests(this IEndpointRouteBuilder app)
    {
        var requesters = app.MapGroup("/api").RequireAuthorization(Policies.Requester);
        requesters.MapGet("/requests", AnswerAsync).Produces<IReadOnlyList<OwnRequest>>();
        requesters.MapGet("/wait-estimate", EstimateAsync).Produces<WaitEstimateView>();
    }

    /// <summary><c>GET /api/requests?before=…&amp;limit=…</c>: own requests, newest first; <c>before</c> is the <c>requestedAt</c> of the last row one has.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext context, OwnRequestStore requests, PolicyStore policies, DateTimeOffset? before = null, int limit = LimitByDefault)
    {
        if (limit is < 1 or > LimitAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var policy = (await policies.ReadAsync(context.RequestAborted)).Policy;
        context.Response.Headers.CacheControl = "no-store";
        return Results.Ok(await requests.ReadAsync(context.User.SignedIn(), policy, before ?? DateTimeOffset.MaxValue.AddDays(-1), limit, context.RequestAborted));
    }

    /// <summary><c>GET /api/wait-estimate?language=prs</c>: how long others waited at this hour in the last weeks.</summary>
    private static async Task<IResult> EstimateAsync(HttpContext context, WaitEstimates estimates, LanguageCatalogue languages, string language)
    {
        if (!languages.IsBookable(language))
        {
            throw new DomainException(ErrorCode.LanguageUnknown);
        }

        var (estimate, days) = await estimates.OfAsync(new LanguageCode(language), context.RequestAborted);
        context.Response.Headers.CacheControl = "private, max-age=60";
        return Results.Ok(new WaitEstimateView(estimate.Cases, days, estimate.IsKnown, Seconds(estimate.Median), Seconds(estimate.Ninetieth)));
    }

    private static int? Seconds(TimeSpan? span) => span is { } known ? (int)Math.Ceiling(known.TotalSeconds) : null;
}
