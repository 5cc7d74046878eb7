namespace Videodolmetschen.Domain.Billing.Budgets;

/// <summary>What a budget must keep before it is stored.</summary>
public static class BudgetCheck
{
    public const int NameLength = 80;
    public const int ContactLength = 120;
    public const int WarningsAtMost = 5;
    public const decimal AmountAtMost = 100_000_000m;

    /// <summary>Five years: a framework contract has four and its option.</summary>
    private const int DaysAtMost = 5 * 366;

    /// <summary>Each broken rule, at the field that a person would correct.</summary>
    public static IReadOnlyList<BudgetViolation> Violations(Budget draft) =>
    [
        .. Broken("name", string.IsNullOrWhiteSpace(draft.Name), BudgetBreach.Missing),
        .. Broken("name", draft.Name.Length > NameLength, BudgetBreach.TooLong),
        .. Broken("contact", draft.Contact?.Length > ContactLength, BudgetBreach.TooLong),
        .. Broken("amount", draft.Amount is <= 0 or > AmountAtMost, BudgetBreach.AmountOutOfBounds),
        .. Broken("amount", draft.Amount != Money.ToCents(draft.Amount), BudgetBreach.TooManyDecimals),
        .. Broken("until", draft.Period.Until < draft.Period.From, BudgetBreach.UntilBeforeFrom),
        .. Broken("until", draft.Period.Until.DayNumber - draft.Period.From.DayNumber > DaysAtMost, BudgetBreach.TooLong),
        .. Broken("warnAt", draft.WarnAt.Any(percent => percent is < 1 or > Budget.FullPercent), BudgetBreach.PercentOutOfBounds),
        .. Broken("warnAt", draft.WarnAt.Distinct().Count() != draft.WarnAt.Count, BudgetBreach.Twice),
        .. Broken("warnAt", draft.WarnAt.Count > WarningsAtMost, BudgetBreach.TooLong),
    ];

    private static IEnumerable<BudgetViolation> Broken(string field, bool isBroken, BudgetBreach breach) => isBroken ? [new BudgetViolation(field, breach)] : [];
}

/// <param name="Field">As the draft's JSON names it.</param>
/// <param name="Breach">What is wrong with it.</param>
public sealed record BudgetViolation(string Field, BudgetBreach Breach);

/// <summary>Stable codes; on the wire in snake_case.</summary>
public enum BudgetBreach
{
    Missing,
    /// <summary>More characters, days or entries than there may be.</summary>
    TooLong,
    /// <summary>Nothing, less, or too much.</summary>
    AmountOutOfBounds,
    /// <summary>Less than a cent.</summary>
    TooManyDecimals,
    UntilBeforeFrom,
    /// <summary>Not from 1 to 100.</summary>
    PercentOutOfBounds,
    Twice,
}
