using Microsoft.AspNetCore.Identity;

namespace Videodolmetschen.Server.Access;

/// <summary>Somebody who can sign in: a requester of a customer, an interpreter, or our own staff.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";

    public Guid? CustomerId { get; set; }

    public Guid? UnitId { get; set; }

    public Guid? InterpreterId { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }
}
