using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

internal static class SecondFactorEndpoints
{
    public static void MapSecondFactor(this IEndpointRouteBuilder app)
    {
        var own = app.MapGroup("/api/second-factor").RequireAuthorization();
        own.MapPost("/propose", ProposeAsync);
        own.MapPost("/confirm", ConfirmAsync);
    }

    private static async Task<IResult> ProposeAsync(HttpContext context, SecondFactor factor, AccountStore accounts)
    {
        var who = context.User.SignedIn();
        var names = await accounts.ReadNamesAsync(who, context.RequestAborted);
        var address = await factor.ProposeAsync(who, names.Email, context.RequestAborted);
        return Results.Ok(new { address = address.OriginalString });
    }

    private static async Task<IResult> ConfirmAsync(HttpContext context, Confirmation confirmation, SecondFactor factor, AttemptLimits limits)
    {
        if (confirmation is not { Code: { Length: > 0 and <= SignInEndpoints.LongestCode } code })
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var who = context.User.SignedIn();
        var keys = AttemptKeys.Of("second-factor:" + who.User.Value, context.Connection.RemoteIpAddress);
        if (await limits.CountAsync(keys, context.RequestAborted) is not null)
        {
            throw new DomainException(ErrorCode.TooManyAttempts);
        }

        var recoveryCodes = await factor.ConfirmAsync(who, code, context.RequestAborted);
        await limits.TakeBackAsync(keys, context.RequestAborted);
        return Results.Ok(new { recoveryCodes });
    }

    internal sealed record Confirmation(string? Code);
}
