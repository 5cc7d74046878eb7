using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>
/// Looks at every appointment that nobody has taken: lets questions expire, asks the next, and tells the Disposition when one turns yellow
/// or red. Each in a transaction of its own, so that one that fails keeps no other back.
/// </summary>
internal sealed partial class AskPoolJob(
    AppointmentStore store, AppointmentSweepStore sweeps, Candidates candidates, Pool pool, AppointmentLetters letters, AppointmentNews told, CurrentRules rules, SteadyClock clock, ILogger<AskPoolJob> logger) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (changed, failed, everybody) = (0, 0, candidates.Everybody(cancellationToken));
        foreach (var id in await sweeps.ReadUncoveredAsync(clock.Now, cancellationToken))
        {
            try
            {
                changed += await LookAfterAsync(id, everybody, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(failure, id);
                failed++;
            }
        }

        return failed == 0 ? changed : throw new InvalidOperationException($"{failed} appointments could not be looked after.");
    }

    private async Task<int> LookAfterAsync(Guid id, Lazy<Task<IReadOnlyList<Interpreter>>> everybody, CancellationToken cancellationToken)
    {
        await using var staff = await store.OpenAsync(cancellationToken);
        if (await AppointmentStore.LockAsync(staff.Transaction, id, cancellationToken) is not { State: "requested" } row)
        {
            return 0;
        }

        var asks = await AskStore.ExpireAsync(staff.Transaction, id, clock.Now, cancellationToken) + await pool.AskAsync(staff.Transaction, row, everybody, cancellationToken);
        var warned = 0;
        if (CoverageWatch.Of(row.ToDomain(), clock.Now, rules.Rules) is var coverage and not Coverage.None)
        {
            warned = await letters.WarnAsync(staff.Transaction, row, coverage == Coverage.Red, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
        if (asks > 0)
        {
            await told.TellAsync([id]);
        }

        return asks + warned;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Appointment {Appointment} could not be looked after")]
    private partial void LogFailed(Exception failure, Guid appointment);
}
