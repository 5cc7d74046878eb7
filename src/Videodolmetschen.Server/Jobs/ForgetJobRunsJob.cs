using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Jobs;

/// <summary>The history of the jobs themselves.</summary>
internal sealed class ForgetJobRunsJob(JobStore store, IOptions<JobOptions> options, SteadyClock clock) : IBackgroundJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.ForgetRunsAsync(clock.Now - options.Value.RunsKept, cancellationToken);
}
