using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// After a change of the rules, reminders of the appointments that stand follow it. Each appointment in a transaction of its own; the version is
/// noted at the end, so that a run that broke off begins again and finds what it did.
/// </summary>
internal sealed class PlanRemindersJob(AppointmentStore store, AppointmentSweepStore sweeps, AppointmentLetters letters, InterpreterNameStore names, CurrentRules rules, Dispatch.SteadyClock clock) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // What this node does not work by yet is left to the next round.
        if (await sweeps.ReadUnplannedRulesAsync(cancellationToken) is not { } version || rules.Version < version)
        {
            return 0;
        }

        var changed = 0;
        foreach (var id in await sweeps.ReadAssignedAsync(clock.Now, cancellationToken))
        {
            changed += await PlanAsync(id, cancellationToken);
        }

        await sweeps.NotePlannedAsync(version, cancellationToken);
        return changed;
    }

    private async Task<int> PlanAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        if (await AppointmentStore.LockAsync(staff.Transaction, id, cancellationToken) is not { State: "assigned", InterpreterId: { } interpreter } row)
        {
            return 0;
        }

        var number = (await names.ReadAsync([interpreter], cancellationToken))[interpreter].Number;
        var changed = await letters.PlanRemindersAsync(staff.Transaction, row, number, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return changed;
    }
}
