using Quartz;

namespace Videodolmetschen.Server.Jobs.OnQuartz;

/// <summary>The only class that Quartz knows of: one for all jobs, told apart by the key.</summary>
internal sealed class QuartzRun(JobRunner runner) : IJob
{
    public const string AskedBy = "askedBy";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        Guid? askedBy = context.MergedJobDataMap.TryGetValue(AskedBy, out var given) && Guid.TryParse(given as string, out var user) ? user : null;
        await runner.RunAsync(context.JobDetail.Key.Name, askedBy, cancellationToken);
    }
}
