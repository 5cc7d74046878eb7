using System.Text.Json;
using Npgsql;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Billing;

/// <summary>Ended conversations, appointments, cancellations and standby become billing lines, for both sides. What has no tariff waits for one, and the billing run says so.</summary>
internal sealed partial class RateServicesJob(TenantScope scope, LanguageCatalogue languages, SteadyClock clock, ILogger<RateServicesJob> logger) : IBackgroundJob
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

    private async Task<(int Seen, int Rated)> RateAsync(DueSource source, int skip, CancellationToken cancellationToken)
    {
        try
        {
            return await RateAsync(source, skip, AtOnce, cancellationToken);
        }
        catch (Exception unratable) when (IsOfOne(unratable))
        {
            return await RateOneByOneAsync(source, skip, cancellationToken);
        }
    }

    /// <summary>Something among them cannot be rated, such as by a tariff that comes to a price that nobody can write down. It waits, and holds nobody up.</summary>
    private async Task<(int Seen, int Rated)> RateOneByOneAsync(DueSource source, int skip, CancellationToken cancellationToken)
    {
        var (seen, rated, one) = (0, 0, 1);
        while (seen < AtOnce && one == 1)
        {
            try
            {
                (one, var added) = await RateAsync(source, skip + seen - rated, 1, cancellationToken);
                (seen, rated) = (seen + one, rated + added);
            }
            catch (Exception unratable) when (IsOfOne(unratable))
            {
                LogUnratable(unratable, source.Side, skip + seen - rated);
                seen++;
            }
        }

        return (seen, rated);
    }

    /// <summary>One transaction: a job that is killed in it has rated nothing of it, and the next does it.</summary>
    private async Task<(int Seen, int Rated)> RateAsync(DueSource source, int skip, int atMost, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var due = await DueServiceStore.ReadAsync(staff.Transaction, source, atMost, skip, cancellationToken);
        var rated = 0;
        foreach (var one in due)
        {
            if (await Tariffs.FindToRateAsync(staff.Transaction, one.Side, one.Who, one.OrderedAt, one.FromAt, cancellationToken) is { } tariff)
            {
                await RatedServiceStore.AddAsync(staff.Transaction, one, tariff, TariffRating.Rate(tariff, one.Terms(languages), one.Facts), clock.Now, cancellationToken);
                rated++;
            }
        }

        await staff.CommitAsync(cancellationToken);
        return (due.Count, rated);
    }

    /// <summary>What the values are to blame for (classes 22 and 23 of SQLSTATE), and not the database.</summary>
    private static bool IsOfOne(Exception failure) => failure is DomainException or ArithmeticException or ArgumentException or JsonException
        || (failure is PostgresException { SqlState: { } state } && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal)));

    [LoggerMessage(Level = LogLevel.Error, Message = "A service of side {Side} cannot be rated and waits, number {Place} of those that are due")]
    private partial void LogUnratable(Exception failure, BillingSide side, int place);
}
