using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Access;

/// <summary>Counted attempts to sign in whose window is over.</summary>
internal sealed class ForgetSignInsJob(SignInStore store, TimeProvider time) : IBackgroundJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.PurgeAsync(time.GetUtcNow(), cancellationToken);
}
