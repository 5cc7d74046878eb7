using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Requests;

/// <summary>Estimates at hand for a few minutes, one per language and hour: many ask, the tables are asked seldom, the loop never.</summary>
internal sealed class WaitEstimates(WaitStore store, SteadyClock clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(28);
    private readonly ConcurrentDictionary<(LanguageCode Language, int Hour), (DateTimeOffset Until, WaitEstimate Estimate)> _known = new();

    public async Task<WaitEstimate> OfAsync(LanguageCode language, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var key = (language, BerlinTime.HourOf(now));
        if (_known.TryGetValue(key, out var known) && now < known.Until)
        {
            return known.Estimate;
        }

        var estimate = WaitEstimate.Of(await store.ReadAsync(language, key.Item2, now - LookBack, cancellationToken));
        _known[key] = (now + Kept, estimate);
        return estimate;
    }
}
