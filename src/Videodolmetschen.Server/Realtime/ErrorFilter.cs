using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Turns every failure of a hub method into a code with a trace id, and holds each connection to its limits.</summary>
internal sealed partial class ErrorFilter(Connections connections, ILogger<ErrorFilter> logger) : IHubFilter
{
    public async ValueTask<object?> InvokeMethodAsync(HubInvocationContext invocationContext, Func<HubInvocationContext, ValueTask<object?>> next)
    {
        try
        {
            Limit(invocationContext);
            return await next(invocationContext);
        }
        catch (DomainException broken)
        {
            throw Coded(broken.Code, TraceId());
        }
        catch (HubException)
        {
            throw;
        }
        catch (Exception failure)
        {
            throw Translate(failure, invocationContext.HubMethodName);
        }
    }

    /// <summary>PROTOCOL.md 1: the message ends in this object.</summary>
    public static HubException Coded(ErrorCode code, string traceId) => new(JsonSerializer.Serialize(new { code = ProblemDetailsHandling.Wire(code), traceId }));

    public static string TraceId() => (Activity.Current?.TraceId ?? ActivityTraceId.CreateRandom()).ToString();

    private HubException Translate(Exception failure, string method)
    {
        var traceId = TraceId();
        if (DatabaseFailure.IsPassing(failure) || failure is OperationCanceledException or TimeoutException)
        {
            LogUnavailable(method, traceId, failure.GetType().Name);
            return Coded(ErrorCode.ServiceUnavailable, traceId);
        }

        LogUnexpected(failure, method, traceId);
        return Coded(ErrorCode.Unexpected, traceId);
    }

    private void Limit(HubInvocationContext invocation)
    {
        var limits = connections.Find(invocation.Context.ConnectionId)?.Limits;
        var isSignal = invocation.HubMethodName == nameof(InterpretingHub.Signal);
        if (limits is not null && !(isSignal ? limits.TryTakeSignal() : limits.TryTakeCall()))
        {
            throw new DomainException(ErrorCode.TooManyAttempts);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Method} was refused for the moment ({TraceId}): {Cause}")]
    private partial void LogUnavailable(string method, string traceId, string cause);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} failed ({TraceId})")]
    private partial void LogUnexpected(Exception failure, string method, string traceId);
}
