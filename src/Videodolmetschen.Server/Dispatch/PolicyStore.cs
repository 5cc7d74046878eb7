using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Rules;

namespace Videodolmetschen.Server.Dispatch;

/// <param name="Version">0 while nobody has changed the configured defaults.</param>
/// <param name="Policy">What holds.</param>
internal sealed record StoredPolicy(int Version, DispatchPolicy Policy);

/// <summary>The rules of dispatch for those who only read them.</summary>
internal sealed class PolicyStore(RuleStore<DispatchPolicy> store)
{
    public async Task<StoredPolicy> ReadAsync(CancellationToken cancellationToken)
    {
        var stored = await store.ReadAsync(cancellationToken);
        return new StoredPolicy(stored.Version, stored.Rules);
    }
}
