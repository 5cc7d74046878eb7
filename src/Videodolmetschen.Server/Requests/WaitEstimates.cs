using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Requests;

/// <summary>Estimates at hand for a few minutes, one per language and hour: many ask, the tables are asked seldom, the loop never.</summary>
internal sealed class WaitEstimates(WaitStore store, PolicyStore policies, SteadyClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private readonly ConcurrentDictionary<(LanguageCode Language, int Hour, int Days, int Cases), (DateTimeOffset Until, WaitEstimate Estimate)> _known = new();

    /// <returns>And how many days back it looks.</returns>
    public async Task<(WaitEstimate Estimate, int Days)> OfAsync(LanguageCode language, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var policy = (await policies.ReadAsync(cancellationToken)).Policy;
        var key = (language, BerlinTime.HourOf(now), policy.EstimateDays, policy.EstimateCases);
        if (_known.TryGetValue(key, out var known) && now < known.Until)
        {
            return (known.Estimate, policy.EstimateDays);
        }

        var waits = await store.ReadAsync(language, key.Item2, now - TimeSpan.FromDays(policy.EstimateDays), cancellationToken);
        var estimate = WaitEstimate.Of(waits, policy.EstimateCases);
        _known[key] = (now + Kept, estimate);
        return (estimate, policy.EstimateDays);
    }
}
