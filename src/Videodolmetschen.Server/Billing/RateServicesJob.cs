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
        var rated = 0;
        foreach (var source in DueServiceStore.Sources)
        {
            var (seen, waiting) = (AtOnce, 0);
            while (seen == AtOnce)
            {
                (seen, var added) = await RateAsync(source, waiting, cancellationToken);
                rated += added;
                // What has no tariff stays where it is, and holds nobody up.
                waiting += seen - added;
            }
        }

        return rated;
    }

    /// <summary>One transaction: a job that is killed in it has rated nothing of it, and the next does it.</summary>
    private async Task<(int Seen, int Rated)> RateAsync(DueSource source, int skip, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var due = await DueServiceStore.ReadAsync(staff.Transaction, source, AtOnce, skip, cancellationToken);
        var rated = 0;
        foreach (var one in due)
        {
            if (await Tariffs.FindAsync(staff.Transaction, one.Side, one.Who, one.OrderedAt, one.FromAt, cancellationToken) is { } tariff)
            {
                await RatedServiceStore.AddAsync(staff.Transaction, one, tariff, TariffRating.Rate(tariff, one.Terms(languages), one.Facts), clock.Now, cancellationToken);
                rated++;
            }
        }

        await staff.CommitAsync(cancellationToken);
        return (due.Count, rated);
    }
}
