using Npgsql;

namespace Videodolmetschen.Server.Hosting;

internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>live</c> asks nothing but the process; <c>ready</c> asks every <see cref="ReadinessCheck"/>.</summary>
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
        var ready = answers.All(answer => answer.Holds);
        return Results.Json(
            new { status = ready ? "ready" : "not_ready", checks = answers.ToDictionary(answer => answer.Name, answer => answer.Holds) },
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<(string Name, bool Holds)> AskAsync(ReadinessCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return (check.Name, await check.HoldsAsync(cancellationToken).WaitAsync(cancellationToken));
        }
        catch (Exception away) when (away is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            return (check.Name, false);
        }
    }
}
