using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Retention;

namespace Videodolmetschen.Server.Jobs;

/// <summary>The history of the jobs themselves.</summary>
internal sealed class ForgetJobRunsJob(Forgetting forgetting) : IBackgroundJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => forgetting.ForgetAsync(RetentionKind.JobRuns, cancellationToken);
}
