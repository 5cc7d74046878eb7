using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// The cookie names a sign-in and nothing more. Each call reads from the tables whether it still holds and what its
/// person may do today, so that signing out, disabling and a change of role act at once.
/// </summary>
internal sealed class SignInCookie(SignInStore store, TimeProvider time) : CookieAuthenticationEvents
{
    public const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var cancellationToken = context.HttpContext.RequestAborted;
        var valid = context.Principal?.Id(SignedInPrincipal.SignInClaim) is { } signIn
            ? await store.ReadValidAsync([signIn], time.GetUtcNow(), cancellationToken)
            : [];
        if (valid is [var signedIn])
        {
            context.ReplacePrincipal(signedIn.ToPrincipal(Scheme));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, ErrorCode.SignInRequired);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, ErrorCode.Forbidden);
}
