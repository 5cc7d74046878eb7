using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Retention;

/// <summary>Every class but the runs of jobs, which <see cref="ForgetJobRunsJob"/> looks after. One that fails keeps no other back.</summary>
internal sealed partial class ForgetDueJob(Forgetting forgetting, ILogger<ForgetDueJob> logger) : IBackgroundJob
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var (all, failed) = (0, 0);
        foreach (var one in RetentionClass.All.Where(one => one.Kind != RetentionKind.JobRuns))
        {
            try
            {
                all += await forgetting.ForgetAsync(one.Kind, cancellationToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                LogFailed(failure, one.Kind);
                failed++;
            }
        }

        return failed == 0 ? all : throw new InvalidOperationException($"{failed} classes could not be worked off.");
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "What is due of {Kind} could not be forgotten")]
    private partial void LogFailed(Exception failure, RetentionKind kind);
}
