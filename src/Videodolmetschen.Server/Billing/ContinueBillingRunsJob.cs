using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Billing;

/// <summary>A run whose browser has gone, or whose server was killed, goes on by itself.</summary>
internal sealed class ContinueBillingRunsJob(TenantScope scope, BillingRuns runs) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var issued = 0;
        foreach (var run in await OpenAsync(cancellationToken))
        {
            while (await runs.IssueNextAsync(run, cancellationToken))
            {
                issued++;
            }
        }

        return issued;
    }

    private async Task<IReadOnlyList<Guid>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await RunStore.ReadOpenAsync(staff.Transaction, cancellationToken);
    }
}
