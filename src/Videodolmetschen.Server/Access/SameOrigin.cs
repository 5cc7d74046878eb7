using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Only our own pages may change anything or speak to the hub. A browser names the page's origin on every such call;
/// SignalR by itself would let a foreign page in with the visitor's cookie.
/// </summary>
internal sealed class SameOrigin(RequestDelegate next, IOptions<AccessOptions> options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (IsGuarded(context.Request) && !IsOwn(context.Request))
        {
            await Refusal.WriteAsync(context, ErrorCode.OriginRefused);
            return;
        }

        await next(context);
    }

    private static bool IsGuarded(HttpRequest request) =>
        request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase)
        || !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method));

    /// <summary>Without an origin it is no browser, or a browser that says the page is ours.</summary>
    private bool IsOwn(HttpRequest request)
    {
        var origins = request.Headers.Origin;
        if (origins.Count == 0)
        {
            var site = request.Headers["Sec-Fetch-Site"];
            return site.Count == 0 || site == "same-origin" || site == "none";
        }

        return origins is [{ } origin]
            && (string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.Ordinal)
                || options.Value.AllowedOrigins.Contains(origin, StringComparer.Ordinal));
    }
}
