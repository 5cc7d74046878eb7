using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What became of appointments. One that began without an interpreter is held by the one whom its live request found, or missed because nobody came.</summary>
internal sealed class SettleAppointmentsJob(AppointmentDays days, AppointmentStore store, AppointmentSweepStore sweeps, AppointmentNews told, SteadyClock clock) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await days.RemindOfReservedAsync(cancellationToken);
        var settled = await days.SettleAsync(cancellationToken);
        foreach (var end in await sweeps.ReadEndedUncoveredAsync(clock.Now, cancellationToken))
        {
            settled += await SettleAsync(end, cancellationToken);
        }

        return settled;
    }

    private async Task<int> SettleAsync(UncoveredEnd end, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        if (await AppointmentStore.LockAsync(staff.Transaction, end.Id, cancellationToken) is not { State: "requested" } row)
        {
            return 0;
        }

        var before = row.ToDomain();
        var after = end.InterpreterId is { } interpreter ? before.HeldBy(new InterpreterId(interpreter), end.EndedAt) : before.Missed(MissedBy.Uncovered, end.EndedAt);
        await AppointmentStore.SaveAsync(staff.Transaction, row, after!, null, cancellationToken);
        await AskStore.WithdrawAsync(staff.Transaction, row.Id, null, clock.Now, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        await told.TellAsync([row.Id]);
        return 1;
    }
}
