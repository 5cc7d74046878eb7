using System.Security.Claims;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Who is signed in, as the tables say at this moment. Tenant, unit and interpreter come from here only, never from what
/// a browser sends.
/// </summary>
/// <param name="SignInId">The sign-in that the cookie names; one person may have several.</param>
public sealed record SignedIn(Guid SignInId, UserId User, IReadOnlyList<string> Roles)
{
    public CustomerId? Customer { get; init; }

    public UnitId? Unit { get; init; }

    public InterpreterId? Interpreter { get; init; }

    /// <summary>Sees and steers the floor. Administrators do so too: who may appoint coordinators is one.</summary>
    public bool IsCoordinator => Is(Access.Roles.Coordinator) || Is(Access.Roles.Administrator);

    public bool Is(string role) => Roles.Contains(role, StringComparer.Ordinal);

    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> for somebody without a customer.</exception>
    public CustomerId RequireCustomer() => Customer ?? throw new DomainException(ErrorCode.Forbidden);

    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> for somebody without a unit.</exception>
    public UnitId RequireUnit() => Unit ?? throw new DomainException(ErrorCode.Forbidden);

    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> for somebody who is no interpreter.</exception>
    public InterpreterId RequireInterpreter() => Interpreter ?? throw new DomainException(ErrorCode.Forbidden);
}

/// <summary>The same for HTTP (<c>HttpContext.User</c>) and for the hub (<c>Context.User</c>).</summary>
public static class SignedInPrincipal
{
    internal const string SignInClaim = "sign_in";
    private const string CustomerClaim = "customer";
    private const string UnitClaim = "unit";
    private const string InterpreterClaim = "interpreter";

    /// <exception cref="DomainException"><see cref="ErrorCode.SignInRequired"/> when nobody is signed in.</exception>
    public static SignedIn SignedIn(this ClaimsPrincipal? principal) =>
        principal.TrySignedIn() ?? throw new DomainException(ErrorCode.SignInRequired);

    public static SignedIn? TrySignedIn(this ClaimsPrincipal? principal)
    {
        if (principal?.Identity?.IsAuthenticated != true
            || principal.Id(SignInClaim) is not { } signIn
            || principal.Id(ClaimTypes.NameIdentifier) is not { } user)
        {
            return null;
        }

        return new SignedIn(signIn, new UserId(user), [.. principal.FindAll(ClaimTypes.Role).Select(claim => claim.Value)])
        {
            Customer = principal.Id(CustomerClaim) is { } customer ? new CustomerId(customer) : null,
            Unit = principal.Id(UnitClaim) is { } unit ? new UnitId(unit) : null,
            Interpreter = principal.Id(InterpreterClaim) is { } interpreter ? new InterpreterId(interpreter) : null,
        };
    }

    internal static ClaimsPrincipal ToPrincipal(this SignedIn signedIn, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.Add(SignInClaim, signedIn.SignInId);
        identity.Add(ClaimTypes.NameIdentifier, signedIn.User.Value);
        identity.Add(CustomerClaim, signedIn.Customer?.Value);
        identity.Add(UnitClaim, signedIn.Unit?.Value);
        identity.Add(InterpreterClaim, signedIn.Interpreter?.Value);
        identity.AddClaims(signedIn.Roles.Select(role => new Claim(ClaimTypes.Role, role)));
        return new ClaimsPrincipal(identity);
    }

    internal static Guid? Id(this ClaimsPrincipal principal, string claim) =>
        Guid.TryParse(principal.FindFirstValue(claim), out var id) ? id : null;

    private static void Add(this ClaimsIdentity identity, string claim, Guid? id)
    {
        if (id is { } known)
        {
            identity.AddClaim(new Claim(claim, known.ToString()));
        }
    }
}
