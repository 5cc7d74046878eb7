using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Minutes of shifts that are over: a fact for pay, recorded once.</summary>
internal sealed class RecordStandbyJob(ServedStandbyStore store, SteadyClock clock) : IBackgroundJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.RecordAsync(clock.Now, cancellationToken);
}
