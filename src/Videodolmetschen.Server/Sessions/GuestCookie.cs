using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Sessions;

/// <summary>
/// What the link was exchanged for. A cookie and a scheme of its own: it opens the guests' hub and nothing else, does not
/// disturb who is signed in to the console, and ends with the guest.
/// </summary>
internal sealed class GuestCookie(GuestStore guests) : CookieAuthenticationEvents
{
    public const string Scheme = "Guest";

    public static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public static Task BeginAsync(HttpContext context, GuestId guest) =>
        context.SignInAsync(Scheme, new SignedIn(guest.Value, new UserId(guest.Value), [Roles.Guest]).ToPrincipal(Scheme));

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var isHere = context.Principal.TrySignedIn() is { } who && who.Is(Roles.Guest)
            && await guests.IsHereAsync(new GuestId(who.SignInId), context.HttpContext.RequestAborted);
        if (!isHere)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(Scheme);
        }
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, ErrorCode.SignInRequired);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        Refusal.WriteAsync(context.HttpContext, ErrorCode.Forbidden);
}
