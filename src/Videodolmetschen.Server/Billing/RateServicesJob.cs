using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Billing;

/// <summary>Ended conversations, appointments, cancellations and standby become billing lines, for both sides. What has no tariff waits for one, and the billing run says so.</summary>
internal sealed class RateServicesJob(TenantScope scope, LanguageCatalogue languages, SteadyClock clock) : IBackgroundJob
{
    private const int AtOnce = 500;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (rated, added) = (0, 0);
        do
        {
            added = await RateAsync(cancellationToken);
            rated += added;
        }
        while (added >= AtOnce);
        return rated;
    }

    /// <summary>One transaction: a job that is killed in it has rated nothing, and the next does it.</summary>
    private async Task<int> RateAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var added = 0;
        foreach (var due in await DueServiceStore.ReadAsync(staff.Transaction, AtOnce, cancellationToken))
        {
            if (await Tariffs.FindAsync(staff.Transaction, due.Side, due.Who, due.OrderedAt, due.FromAt, cancellationToken) is { } tariff)
            {
                var lines = TariffRating.Rate(tariff, due.Terms(languages), due.Facts);
                added += await RatedServiceStore.AddAsync(staff.Transaction, due, tariff, lines, clock.Now, cancellationToken) ? 1 : 0;
            }
        }

        await staff.CommitAsync(cancellationToken);
        return added;
    }
}
