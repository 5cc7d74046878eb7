using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Rules;

/// <summary>Whoever works by a set of rules.</summary>
internal interface IRulesInForce<TRules>
{
    /// <summary>Returns once the new rules hold. What is older than what holds is passed over.</summary>
    Task UseAsync(StoredRules<TRules> rules);
}

/// <summary>Changes the rules: checks, stores, and hands them on, one change after the other.</summary>
internal sealed class RuleDesk<TRules>(RuleStore<TRules> store, IRulesInForce<TRules> inForce) : IDisposable
{
    private readonly SemaphoreSlim _oneByOne = new(1);

    /// <summary>Empty when the change holds. Values that are not named keep their number.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.PolicyChangedMeanwhile"/>, <see cref="ErrorCode.ArgumentInvalid"/> for an unknown name.</exception>
    public async Task<IReadOnlyList<RuleViolation>> ChangeAsync(
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

            var rules = store.Book.Changed(before.Rules, values);
            var violations = store.Book.Violations(rules);
            if (violations.Count == 0 && store.Book.Steps(before.Rules, rules).Count > 0)
            {
                await store.SaveAsync(by, version, rules, cancellationToken);
                await inForce.UseAsync(new StoredRules<TRules>(version + 1, rules));
            }

            return violations;
        }
        finally
        {
            _oneByOne.Release();
        }
    }

    public void Dispose() => _oneByOne.Dispose();
}
