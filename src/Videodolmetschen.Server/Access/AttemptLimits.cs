using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Slows guessing down, per account and per address. An address that no account has is counted like one that has, so a
/// lock tells nothing.
/// </summary>
internal sealed class AttemptLimits(SignInAttemptStore store, IOptions<AccessOptions> options, TimeProvider time)
{
    /// <summary>Counts one attempt.</summary>
    /// <returns>How long to wait when there were too many; null when the attempt may go on.</returns>
    public async Task<TimeSpan?> CountAsync(AttemptKeys keys, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var limits = Limits(keys);
        var counts = await store.CountAsync(keys.All, now, options.Value.AttemptWindow, cancellationToken);
        var over = counts.Where(count => count.Attempts > limits[count.Key]).ToList();
        return over.Count == 0 ? null : over.Max(count => count.WindowUntil) - now;
    }

    public Task TakeBackAsync(AttemptKeys keys, CancellationToken cancellationToken) =>
        store.TakeBackAsync(keys.All, cancellationToken);

    private Dictionary<string, int> Limits(AttemptKeys keys) => new(StringComparer.Ordinal)
    {
        [keys.AccountAndAddress] = options.Value.AttemptsPerAccountAndAddress,
        [keys.Account] = options.Value.AttemptsPerAccount,
        [keys.Address] = options.Value.AttemptsPerAddress,
    };
}

/// <summary>What an attempt is counted under, always in this order, so that two at once cannot wait for each other.</summary>
internal sealed record AttemptKeys(string AccountAndAddress, string Account, string Address)
{
    public string[] All => [AccountAndAddress, Account, Address];

    public static AttemptKeys Of(string normalizedEmail, IPAddress? address)
    {
        var network = Network(address);
        return new AttemptKeys("both:" + Hash(normalizedEmail + "\n" + network), "account:" + Hash(normalizedEmail), "address:" + Hash(network));
    }

    /// <summary>An IPv6 subscriber has a whole /64 to guess from.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address?.MapToIPv4().ToString() ?? "";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8))}/64");
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
