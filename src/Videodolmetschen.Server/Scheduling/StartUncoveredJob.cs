using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Searches live for those whose slot has begun without an interpreter.</summary>
internal sealed class StartUncoveredJob(AppointmentSweepStore sweeps, UncoveredStart start, SteadyClock clock) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var started = 0;
        foreach (var row in await sweeps.ReadBegunUncoveredAsync(clock.Now, cancellationToken))
        {
            started += await start.StartAsync(row, null, cancellationToken) ? 1 : 0;
        }

        return started;
    }
}
