using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Access;

/// <summary>Sign-ins and counted attempts that are long over.</summary>
internal sealed class ForgetSignInsJob(SignInStore store, TimeProvider time) : IBackgroundJob
{
    public Task<int> RunAsync(CancellationToken cancellationToken) => store.PurgeAsync(time.GetUtcNow(), cancellationToken);
}
