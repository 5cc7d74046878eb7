using Npgsql;

namespace Videodolmetschen.Server.Hosting;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>live</c> asks nothing but the process; <c>ready</c> asks every <see cref="ReadinessCheck"/>: 200 for ready and degraded, 503 for not_ready.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok(new { status = "live" })).AllowAnonymous();
        app.MapGet("/health/ready", AnswerAsync).AllowAnonymous();
    }

    private static async Task<IResult> AnswerAsync(IEnumerable<ReadinessCheck> checks, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var answers = await Task.WhenAll(checks.Select(check => AskAsync(check, limit.Token)));
        var ready = answers.All(answer => answer.Holds || !answer.Check.IsVital);
        var status = (ready, answers.All(answer => answer.Holds)) switch
        {
            (false, _) => "not_ready",
            (true, false) => "degraded",
            _ => "ready",
        };
        return Results.Json(
            new { status, checks = answers.ToDictionary(answer => answer.Check.Name, answer => answer.Holds) },
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(ReadinessCheck Check, bool Holds)> AskAsync(ReadinessCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return (check, await check.HoldsAsync(cancellationToken).WaitAsync(cancellationToken));
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return (check, false);
        }
    }
}
