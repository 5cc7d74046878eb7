using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Sessions;

/// <summary>How somebody without an account comes in: the link's token against a cookie. The token travels in a body, never in an address.</summary>
internal static class GuestEndpoints
{
    /// <summary>256 bits in base64url.</summary>
    private const int TokenLength = 43;

    private const int LargestBody = 1024;

    public static void AddGuests(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<GuestStore>();
        services.AddSingleton<GuestCookie>();
        services.AddSingleton<GuestArrivals>();
        var open = builder.Environment.IsDevelopment();
        services.AddAuthentication().AddCookie(GuestCookie.Scheme, cookie =>
        {
            // As for the console: a __Host- cookie must be Secure, which http://localhost cannot promise in every browser.
            cookie.Cookie.Name = open ? "videodolmetschen-gast" : "__Host-videodolmetschen-gast";
            cookie.Cookie.SecurePolicy = open ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.Path = "/";
            cookie.Cookie.IsEssential = true;
            cookie.SlidingExpiration = false;
            cookie.ExpireTimeSpan = GuestCookie.Life;
            cookie.EventsType = typeof(GuestCookie);
        });
        services.AddAuthorizationBuilder().AddPolicy(
            Policies.Guest, policy => policy.AddAuthenticationSchemes(GuestCookie.Scheme).RequireRole(Roles.Guest));
    }

    public static void MapGuests(this WebApplication app)
    {
        app.MapPost("/api/guests/arrive", ArriveAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        app.MapGet("/api/guests/me", () => Results.NoContent()).RequireAuthorization(Policies.Guest);
        app.MapGet("/gast", (HttpContext context) => WebFrontEnd.Answer(context, "gast.html")).AllowAnonymous();
    }

    private static async Task<IResult> ArriveAsync(HttpContext context, ArriveBody body, DispatchService dispatch, GuestArrivals arrivals)
    {
        arrivals.Count(context.Connection.RemoteIpAddress);
        if (body.Token is not { Length: TokenLength } token || !Base64Url.IsValid(token))
        {
            throw new DomainException(ErrorCode.GuestLinkUnusable);
        }

        var (reply, _) = await dispatch.AskAsync<DispatchReply.GuestIs>(new DispatchCommand.ArriveAsGuest(HashOf(token)));
        await GuestCookie.BeginAsync(context, reply.Situation.Guest.Id);
        return Results.NoContent();
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    internal sealed record ArriveBody(string? Token);
}

/// <summary>How often somebody may try links.</summary>
internal sealed class GuestArrivals() : AddressLimit(perMinute: 60);
