using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Chooses code and status of an exception. A fault of ours is logged here, because the framework keeps silent about handled ones.</summary>
internal sealed partial class ProblemExceptionHandler(IProblemDetailsService problems, ILogger<ProblemExceptionHandler> logger) : IExceptionHandler
{
    /// <summary>Seconds, for the header of that name.</summary>
    public const string RetryAfter = "2";

    public ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var code = CodeOf(exception);
        var status = ProblemDetailsHandling.StatusOf(code);
        httpContext.Response.StatusCode = status;
        if (code is ErrorCode.ServiceUnavailable)
        {
            httpContext.Response.Headers.RetryAfter = RetryAfter;
            LogUnavailable(exception.GetType().Name);
        }
        else if (code is ErrorCode.Unexpected)
        {
            LogUnexpected(exception);
        }

        return problems.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = status, Extensions = { ["code"] = ProblemDetailsHandling.Wire(code) } },
        });
    }

    private static ErrorCode CodeOf(Exception exception) => exception switch
    {
        DomainException broken => broken.Code,
        BadHttpRequestException or JsonException => ErrorCode.ArgumentInvalid,
        _ => DatabaseFailure.IsPassing(exception) ? ErrorCode.ServiceUnavailable : ErrorCode.Unexpected,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Refused for the moment, the database is away: {Cause}")]
    private partial void LogUnavailable(string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed")]
    private partial void LogUnexpected(Exception exception);
}
