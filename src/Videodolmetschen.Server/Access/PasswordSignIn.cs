using System.Net;
using Microsoft.AspNetCore.Identity;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Decides whether e-mail and password belong together. Unknown, disabled and wrong look alike, in answer and in time:
/// each counts an attempt, reads one account and hashes one password.
/// </summary>
internal sealed partial class PasswordSignIn(
    UserManager<Account> accounts, AttemptLimits limits, DummyPassword dummy, ILogger<PasswordSignIn> logger)
{
    /// <exception cref="DomainException"><see cref="ErrorCode.SignInFailed"/>.</exception>
    /// <exception cref="TooManyAttemptsException">Before the password is looked at.</exception>
    public async Task<Account> CheckAsync(string email, string password, IPAddress? address, CancellationToken cancellationToken)
    {
        var keys = AttemptKeys.Of(accounts.NormalizeEmail(email), address);
        if (await limits.CountAsync(keys, cancellationToken) is { } wait)
        {
            LogTooMany();
            throw new TooManyAttemptsException(wait);
        }

        var account = await accounts.FindByEmailAsync(email);
        if (!await IsRightAsync(account, password) || account is not { DisabledAt: null })
        {
            LogFailed();
            throw new DomainException(ErrorCode.SignInFailed);
        }

        await limits.TakeBackAsync(keys, cancellationToken);
        return account;
    }

    private async Task<bool> IsRightAsync(Account? account, string password)
    {
        if (account?.PasswordHash is null)
        {
            accounts.PasswordHasher.VerifyHashedPassword(dummy.Account, dummy.Hash, password);
            return false;
        }

        return await accounts.CheckPasswordAsync(account, password);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A sign-in failed")]
    private partial void LogFailed();

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in was refused after too many attempts")]
    private partial void LogTooMany();
}

/// <summary>A password nobody has, to spend the same time on an account that does not exist.</summary>
internal sealed class DummyPassword(IPasswordHasher<Account> hasher)
{
    public Account Account { get; } = new();

    public string Hash { get; } = hasher.HashPassword(new Account(), Guid.NewGuid().ToString());
}

/// <summary>Too many attempts; the answer says when to come back.</summary>
internal sealed class TooManyAttemptsException(TimeSpan wait) : Exception
{
    public TimeSpan Wait { get; } = wait;
}
