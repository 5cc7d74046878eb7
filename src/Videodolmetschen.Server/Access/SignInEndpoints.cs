using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

internal static class SignInEndpoints
{
    public const int LongestCode = 40;

    private const int LargestBody = 4096;

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/sign-in", SignInAsync).AllowAnonymous().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        app.MapPost("/api/sign-out", SignOutAsync).AllowAnonymous();
        app.MapGet("/api/me", MeAsync).RequireAuthorization();
    }

    private static async Task<IResult> SignInAsync(
        HttpContext context, SignInBody body, PasswordSignIn passwords, SignIns signIns, AccountStore accounts)
    {
        if (body is not { Email: { Length: > 0 and <= 254 } email, Password: { Length: > 0 and <= PasswordRules.Longest } password, Code: null or { Length: <= LongestCode } })
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        try
        {
            var address = context.Connection.RemoteIpAddress;
            var given = new Credentials(email.Trim(), password, string.IsNullOrWhiteSpace(body.Code) ? null : body.Code);
            var account = await passwords.CheckAsync(given, address, context.RequestAborted);
            var signedIn = await signIns.BeginAsync(context, account);
            return Results.Ok(await DescribeAsync(signedIn, accounts, context.RequestAborted));
        }
        catch (TooManyAttemptsException tooMany)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(tooMany.Wait.TotalSeconds));
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem(statusCode: StatusCodes.Status429TooManyRequests);
        }
    }

    private static async Task<IResult> SignOutAsync(HttpContext context, SignIns signIns)
    {
        await signIns.EndAsync(context);
        return Results.NoContent();
    }

    private static async Task<IResult> MeAsync(HttpContext context, AccountStore accounts) =>
        Results.Ok(await DescribeAsync(context.User.SignedIn(), accounts, context.RequestAborted));

    private static async Task<Me> DescribeAsync(SignedIn who, AccountStore accounts, CancellationToken cancellationToken)
    {
        var names = await accounts.ReadNamesAsync(who, cancellationToken);
        return new Me(who.User.Value, names.DisplayName, names.Email, who.Roles)
        {
            CustomerId = who.Customer?.Value,
            CustomerName = names.CustomerName,
            CustomerKind = names.CustomerKind,
            UnitId = who.Unit?.Value,
            UnitName = names.UnitName,
            MayAskUrgently = names.MayAskUrgently,
            InterpreterId = who.Interpreter?.Value,
        };
    }

    internal sealed record SignInBody(string? Email, string? Password, string? Code);

    internal sealed record Me(Guid UserId, string DisplayName, string Email, IReadOnlyList<string> Roles)
    {
        public Guid? CustomerId { get; init; }

        public string? CustomerName { get; init; }

        /// <summary><c>authority</c>, <c>district</c> or <c>clinic</c>: only clinics may ask as an emergency.</summary>
        public string? CustomerKind { get; init; }

        public Guid? UnitId { get; init; }

        public string? UnitName { get; init; }

        /// <summary>The unit is one of police or child protection, whose requests may go before those of others.</summary>
        public bool MayAskUrgently { get; init; }

        public Guid? InterpreterId { get; init; }
    }
}
