using Microsoft.AspNetCore.Identity;

namespace Videodolmetschen.Server.Access;

/// <summary>What Identity may say to the person at the console. Browsers get codes and choose the sentence themselves.</summary>
internal sealed class GermanIdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => DuplicateEmail(userName);

    public override IdentityError DuplicateEmail(string email) =>
        new() { Code = nameof(DuplicateEmail), Description = $"Ein Konto mit der E-Mail-Adresse {email} gibt es schon." };

    public override IdentityError InvalidUserName(string? userName) => InvalidEmail(userName);

    public override IdentityError InvalidEmail(string? email) =>
        new() { Code = nameof(InvalidEmail), Description = $"\"{email}\" ist keine E-Mail-Adresse." };

    public override IdentityError ConcurrencyFailure() =>
        new() { Code = nameof(ConcurrencyFailure), Description = "Das Konto wurde gerade an anderer Stelle geändert. Bitte noch einmal versuchen." };
}
