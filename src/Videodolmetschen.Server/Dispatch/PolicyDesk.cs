using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>Changes the rules: checks, stores, and hands them to the loop, one change after the other.</summary>
internal sealed class PolicyDesk(PolicyStore store, Mailbox mailbox) : IDisposable
{
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <summary>Empty when the change holds. Values that are not named keep their number.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.PolicyChangedMeanwhile"/>, <see cref="ErrorCode.ArgumentInvalid"/> for an unknown name.</exception>
    public async Task<IReadOnlyList<PolicyViolation>> ChangeAsync(
        UserId by, int version, IReadOnlyDictionary<string, int> values, CancellationToken cancellationToken)
    {
        await _oneByOne.WaitAsync(cancellationToken);
        try
        {
            var before = await store.ReadAsync(cancellationToken);
            if (before.Version != version)
            {
                throw new DomainException(ErrorCode.PolicyChangedMeanwhile);
            }

            var policy = values.Aggregate(before.Policy, Changed);
            var violations = PolicyRules.Violations(policy);
            if (violations.Count == 0 && PolicyStore.Steps(before.Policy, policy).Count > 0)
            {
                await store.SaveAsync(by, version, policy, cancellationToken);
                await UseAsync(new StoredPolicy(version + 1, policy));
            }

            return violations;
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();

    private static DispatchPolicy Changed(DispatchPolicy policy, KeyValuePair<string, int> change) =>
        PolicyValue.Find(change.Key)?.With(policy, change.Value) ?? throw new DomainException(ErrorCode.ArgumentInvalid);

    /// <summary>Waits until the loop works by the new rules. A loop that has to read its tables anew finds them there.</summary>
    private async Task UseAsync(StoredPolicy stored)
    {
        var waiting = new Waiting(new DispatchCommand.UsePolicy(stored.Policy, stored.Version));
        if (mailbox.Post(waiting))
        {
            await waiting.Answer;
        }
    }
}
