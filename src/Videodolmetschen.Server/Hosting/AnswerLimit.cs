using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Hosting;

/// <summary>
/// Whoever asks by HTTP hears within 10 s, if only that it does not go right now. The driver is told to give up after the half of
/// that (<c>Hosting:GiveUpAfter</c>), because giving up takes it seconds itself while the database stands still.
/// </summary>
internal static class AnswerLimit
{
    public const string Key = "Hosting:GiveUpAfter";

    public static void AddAnswerLimit(this WebApplicationBuilder builder) =>
        builder.Services.AddRequestTimeouts(limits => limits.DefaultPolicy = new RequestTimeoutPolicy
        {
            Timeout = builder.Configuration.GetValue(Key, TimeSpan.FromSeconds(5)),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
            WriteTimeoutResponse = RefuseAsync,
        });

    private static async Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = ProblemExceptionHandler.RetryAfter;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = StatusCodes.Status503ServiceUnavailable,
                Extensions = { ["code"] = ProblemDetailsHandling.Wire(ErrorCode.ServiceUnavailable) },
            },
        });
    }
}
