using System.Net;
using System.Threading.RateLimiting;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>Nobody guesses long codes, but nobody shall keep the service busy with trying either: so many calls a minute from one address.</summary>
internal abstract class AddressLimit(int perMinute) : IDisposable
{
    private readonly PartitionedRateLimiter<IPAddress> _limiter = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address =>
        RateLimitPartition.GetFixedWindowLimiter(address, _ => new FixedWindowRateLimiterOptions
        {
            PermitLimit = perMinute,
            Window = TimeSpan.FromMinutes(1),
            QueueLimit = 0,
        }));

    /// <exception cref="DomainException"><see cref="ErrorCode.TooManyAttempts"/></exception>
    public void Count(IPAddress? address)
    {
        using var lease = _limiter.AttemptAcquire(address ?? IPAddress.None);
        if (!lease.IsAcquired)
        {
            throw new DomainException(ErrorCode.TooManyAttempts);
        }
    }

    public void Dispose() => _limiter.Dispose();
}
