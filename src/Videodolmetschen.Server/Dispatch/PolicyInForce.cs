using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Rules;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>The rules of dispatch, and how they reach the loop.</summary>
internal sealed class PolicyInForce(Mailbox mailbox) : IRulesInForce<DispatchPolicy>
{
    public static RuleBook<DispatchPolicy> Book(DispatchPolicy defaults) => new(
        "dispatch_policy",
        "policy",
        defaults,
        [.. PolicyValue.All.Select(value => new RuleValue<DispatchPolicy>(value.Name, value.AtLeast, value.AtMost, value.Of, value.With))],
        policy => [.. PolicyRules.Violations(policy).Select(violation => new RuleViolation(violation.Value, SnakeCase.Of(violation.Breach)))]);

    /// <summary>Waits until the loop works by the new rules. A loop that has to read its tables anew finds them there.</summary>
    public async Task UseAsync(StoredRules<DispatchPolicy> rules)
    {
        var waiting = new Waiting(new DispatchCommand.UsePolicy(rules.Rules, rules.Version));
        if (mailbox.Post(waiting))
        {
            await waiting.Answer;
        }
    }
}
