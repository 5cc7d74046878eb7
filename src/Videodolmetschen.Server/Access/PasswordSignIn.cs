using System.Net;
using Microsoft.AspNetCore.Identity;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Decides whether e-mail and password belong together. Unknown, disabled and wrong look alike, in answer and in time:
/// each counts an attempt, reads one account and hashes one password.
/// </summary>
internal sealed partial class PasswordSignIn(
    UserManager<Account> accounts, AttemptLimits limits, DummyPassword dummy, SecondFactor factor, ILogger<PasswordSignIn> logger)
{
    /// <exception cref="DomainException"><see cref="ErrorCode.SignInFailed"/>, or what the second factor lacks.</exception>
    /// <exception cref="TooManyAttemptsException">Before the password is looked at.</exception>
    public async Task<Account> CheckAsync(Credentials given, IPAddress? address, CancellationToken cancellationToken)
    {
        var keys = AttemptKeys.Of(accounts.NormalizeEmail(given.Email), address);
        if (await limits.CountAsync(keys, cancellationToken) is { } wait)
        {
            LogTooMany();
            throw new TooManyAttemptsException(wait);
        }

        var account = await accounts.FindByEmailAsync(given.Email);
        if (!await IsRightAsync(account, given.Password) || account is not { DisabledAt: null })
        {
            LogFailed();
            throw new DomainException(ErrorCode.SignInFailed);
        }

        if (account.TwoFactorEnabled && given.Code is not null)
        {
            await factor.CheckAsync(account, given.Code, cancellationToken);
        }

        await limits.TakeBackAsync(keys, cancellationToken);
        return account.TwoFactorEnabled && given.Code is null ? throw new DomainException(ErrorCode.SecondFactorRequired) : account;
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

/// <param name="Code">Of the second factor; null as long as the person was not asked for it.</param>
internal sealed record Credentials(string Email, string Password, string? Code);

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
