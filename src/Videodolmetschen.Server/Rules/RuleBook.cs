using System.Text.Json.Serialization;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Rules;

/// <summary>One set of rules that coordinators change while the service runs: where it is kept, of what it consists, what it must keep.</summary>
/// <param name="Table">One row with version, values and who changed them; also the subject of its history in the audit.</param>
/// <param name="Column">The values, as a jsonb of name to whole number.</param>
/// <param name="Defaults">What the configuration says; it holds while nobody has changed anything.</param>
/// <param name="Values">In the order in which they are told.</param>
/// <param name="Violations">What speaks against a set.</param>
internal sealed record RuleBook<TRules>(
    string Table, string Column, TRules Defaults, IReadOnlyList<RuleValue<TRules>> Values, Func<TRules, IReadOnlyList<RuleViolation>> Violations)
{
    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/> for a name that no value has.</exception>
    public TRules Changed(TRules rules, IReadOnlyDictionary<string, int> changes) => changes.Aggregate(
        rules,
        (now, change) => (Values.FirstOrDefault(value => string.Equals(value.Name, change.Key, StringComparison.Ordinal))
            ?? throw new DomainException(ErrorCode.ArgumentInvalid)).With(now, change.Value));

    /// <summary>A number that a later release adds starts with its default; one that was dropped is passed over.</summary>
    public TRules Stored(IReadOnlyDictionary<string, int> numbers) =>
        Values.Aggregate(Defaults, (rules, value) => numbers.TryGetValue(value.Name, out var number) ? value.With(rules, number) : rules);

    public IReadOnlyDictionary<string, int> Numbers(TRules rules) =>
        Values.ToDictionary(value => value.Name, value => value.Of(rules), StringComparer.Ordinal);

    public IReadOnlyDictionary<string, RuleStep> Steps(TRules before, TRules after) => Values
        .Where(value => value.Of(before) != value.Of(after))
        .ToDictionary(value => value.Name, value => new RuleStep(value.Of(before), value.Of(after)), StringComparer.Ordinal);
}

/// <param name="Value">The name of the value that a person would correct.</param>
/// <param name="Code">What is wrong with it, in snake_case.</param>
internal sealed record RuleViolation(string Value, string Code);

/// <param name="Version">0 while nobody has changed the configured defaults.</param>
/// <param name="Rules">What holds.</param>
internal sealed record StoredRules<TRules>(int Version, TRules Rules);

/// <param name="At">When.</param>
/// <param name="By">The display name of the account.</param>
/// <param name="Changes">Old and new number of each changed value.</param>
internal sealed record RuleChange(DateTimeOffset At, string? By, IReadOnlyDictionary<string, RuleStep> Changes);

internal sealed record RuleStep(
    [property: JsonPropertyName("before")] int Before,
    [property: JsonPropertyName("after")] int After);
