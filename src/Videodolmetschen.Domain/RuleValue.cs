namespace Videodolmetschen.Domain;

/// <summary>One number of a set of rules as people change it, within bounds.</summary>
/// <param name="Name">On the wire and in the table, such as <c>roomOpensBefore</c>.</param>
/// <param name="AtLeast">The smallest number that is taken.</param>
/// <param name="AtMost">The largest.</param>
/// <param name="Of">Reads it; fractions that somebody configured are rounded up.</param>
/// <param name="With">The same rules with another number here.</param>
public sealed record RuleValue<TRules>(string Name, int AtLeast, int AtMost, Func<TRules, int> Of, Func<TRules, int, TRules> With)
{
    public bool IsOutOfBounds(TRules rules) => Of(rules) < AtLeast || Of(rules) > AtMost;
}
