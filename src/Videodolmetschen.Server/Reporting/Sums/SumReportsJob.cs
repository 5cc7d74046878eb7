using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Reporting.Bookkeeping;

namespace Videodolmetschen.Server.Reporting.Sums;

/// <summary>Days become sums, each in a transaction of its own. Today is summed last: what was priced since then is found by it.</summary>
internal sealed class SumReportsJob(TenantScope scope, SteadyClock clock) : IBackgroundJob
{
    /// <returns>Days that were closed, and what else was kept up: a day that still runs is summed every time.</returns>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var due = await ReadDueAsync(BerlinTime.DayOf(now), cancellationToken);
        var changed = 0;
        foreach (var day in due)
        {
            await using var staff = await scope.OpenForStaffAsync(cancellationToken);
            await DaySumStore.PatientlyAsync(staff.Transaction, cancellationToken);
            changed += await DaySumStore.SumAsync(staff.Transaction, new DayRange(day, day), now, cancellationToken) ? 1 : 0;
            await staff.CommitAsync(cancellationToken);
        }

        return changed + await KeepUpAsync(now, cancellationToken);
    }

    private async Task<IReadOnlyList<DateOnly>> ReadDueAsync(DateOnly today, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await DaySumStore.PatientlyAsync(staff.Transaction, cancellationToken);
        return await DaySumStore.ReadDueAsync(staff.Transaction, today, cancellationToken);
    }

    private async Task<int> KeepUpAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var changed = await DaySumStore.ForgetInterpretersAsync(staff.Transaction, now, cancellationToken) + await DocumentTaxStore.KeepUpAsync(staff.Transaction, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return changed;
    }
}
