using Videodolmetschen.Domain.Retention;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Retention;

/// <summary>Works one class off, batch by batch. Each batch is a transaction with its proof, so that a run that is killed has done what it proves, and the next goes on.</summary>
internal sealed class Forgetting(RetentionStore store, SteadyClock clock)
{
    /// <summary>Well below what a statement may take.</summary>
    internal const int BatchAtMost = 500;

    public async Task<int> ForgetAsync(RetentionKind kind, CancellationToken cancellationToken)
    {
        var (run, now, all) = (Guid.CreateVersion7(), clock.Now, 0);
        var before = RetentionClass.Of(kind).Term.DueBefore(now);
        while (true)
        {
            var counted = await store.ForgetAsync(run, kind, (now, before), BatchAtMost, cancellationToken);
            CrashPoint.Reach("forgotten", [SnakeCase.Of(kind)]);
            all += counted;
            if (counted == 0 || cancellationToken.IsCancellationRequested)
            {
                return all;
            }
        }
    }
}
