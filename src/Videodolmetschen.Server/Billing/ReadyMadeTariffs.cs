using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>Brings the tariffs that come with the program; one that is there, changed or not, is left alone. Nobody has one until a coordinator says so.</summary>
internal sealed class ReadyMadeTariffs(TenantScope scope, SteadyClock clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        foreach (var tariff in TariffCatalogue.ReadyMade)
        {
            await TariffStore.AddAsync(staff.Transaction, tariff, null, clock.Now, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
