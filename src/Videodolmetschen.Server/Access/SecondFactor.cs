using System.Security.Cryptography;
using System.Text;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>A code from an authenticator app beside the password, and ten codes on paper for the day the telephone is gone.</summary>
internal sealed class SecondFactor(SecondFactorStore store, TimeProvider time)
{
    private const int SecretBytes = 20;
    private const int RecoveryCodes = 10;

    /// <returns>What the app must be told. Nothing is asked of the person before <see cref="ConfirmAsync"/>.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.Forbidden"/> while another one is in force.</exception>
    public async Task<Uri> ProposeAsync(SignedIn who, string email, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return await store.ProposeAsync(who.User.Value, Convert.ToHexString(secret), cancellationToken)
            ? Totp.Address(secret, email)
            : throw new DomainException(ErrorCode.Forbidden);
    }

    /// <returns>Recovery codes, shown this once.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.SecondFactorFailed"/>.</exception>
    public async Task<IReadOnlyList<string>> ConfirmAsync(SignedIn who, string code, CancellationToken cancellationToken)
    {
        if (!await IsRightCodeAsync(who.User.Value, code, cancellationToken))
        {
            throw new DomainException(ErrorCode.SecondFactorFailed);
        }

        string[] codes = [.. Enumerable.Range(0, RecoveryCodes).Select(_ => NewRecoveryCode())];
        await store.PutInForceAsync(who, [.. codes.Select(Hash)], time.GetUtcNow(), cancellationToken);
        return codes;
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.SecondFactorFailed"/> for a wrong code or a used one.</exception>
    public async Task CheckAsync(Account account, string code, CancellationToken cancellationToken)
    {
        if (!await IsRightCodeAsync(account.Id, code, cancellationToken)
            && !await store.UseRecoveryCodeAsync(account.Id, Hash(code), cancellationToken))
        {
            throw new DomainException(ErrorCode.SecondFactorFailed);
        }
    }

    private async Task<bool> IsRightCodeAsync(Guid user, string code, CancellationToken cancellationToken) =>
        await store.ReadSecretAsync(user, cancellationToken) is { } secret
        && Totp.FindStep(Convert.FromHexString(secret), code, time.GetUtcNow()) is { } step
        && await store.UseStepAsync(user, step, cancellationToken);

    private static string NewRecoveryCode()
    {
        var text = Totp.ToBase32(RandomNumberGenerator.GetBytes(SecretBytes / 2));
        return string.Join('-', text.Chunk(4).Select(part => new string(part)));
    }

    /// <summary>Eighty random bits need no slow hash.</summary>
    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Concat(code.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant())));
}
