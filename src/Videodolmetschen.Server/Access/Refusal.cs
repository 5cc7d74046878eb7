using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Access;

/// <summary>Answers with problem+json where no endpoint is reached and an exception would be noise.</summary>
internal static class Refusal
{
    public static async Task WriteAsync(HttpContext context, ErrorCode code, Dictionary<string, object?>? facts = null)
    {
        var status = ProblemDetailsHandling.StatusOf(code);
        context.Response.StatusCode = status;
        await context.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = context,
            ProblemDetails = new ProblemDetails
            {
                Status = status,
                Extensions = new Dictionary<string, object?>(facts ?? [], StringComparer.Ordinal) { ["code"] = ProblemDetailsHandling.Wire(code) },
            },
        });
    }
}
