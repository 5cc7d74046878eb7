using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Cluster;

namespace Videodolmetschen.Server.Access;

/// <summary>Begins and ends sign-ins: the row, the cookie, and the live connections that hang on it.</summary>
internal sealed class SignIns(SignInStore store, LiveConnections live, NodeBus bus, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>A new sign-in each time; one that the browser still has is ended, so nobody's old cookie turns into a new right.</summary>
    public async Task<SignedIn> BeginAsync(HttpContext context, Account account)
    {
        var cancellationToken = context.RequestAborted;
        await EndRowAsync(context, cancellationToken);
        var now = time.GetUtcNow();
        var signIn = Guid.CreateVersion7(now);
        await store.StartAsync(signIn, account, now, now + options.Value.SignInAtMost, cancellationToken);
        var signedIn = (await store.ReadValidAsync([signIn], now, cancellationToken))[0];
        await context.SignInAsync(SignInCookie.Scheme, signedIn.ToPrincipal(SignInCookie.Scheme));
        return signedIn;
    }

    public async Task EndAsync(HttpContext context)
    {
        await EndRowAsync(context, context.RequestAborted);
        await context.SignOutAsync(SignInCookie.Scheme);
        // Not "cookies": that would sign the person out of everything else under the same domain of the authority.
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
    }

    private async Task EndRowAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (context.User.TrySignedIn() is { } signedIn)
        {
            await store.EndAsync(signedIn.SignInId, time.GetUtcNow(), cancellationToken);
            live.End(signedIn.SignInId);
            bus.Tell(new NodeMessage.SignInEnded(signedIn.SignInId));
        }
    }
}
