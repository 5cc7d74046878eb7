namespace Videodolmetschen.Domain.Billing;

/// <summary>What a small business has earned, as far as our own documents show it. Others may have paid more: the limits can only be nearer than that.</summary>
/// <param name="Year">The calendar year that is asked about.</param>
/// <param name="Previous">Net, in the year before.</param>
/// <param name="Current">Net, in the year until now.</param>
public readonly record struct SmallBusinessTurnover(int Year, decimal Previous, decimal Current);

/// <summary>Where a small business stands; the gravest that holds.</summary>
public enum SmallBusinessVerdict
{
    Within,
    /// <summary>80 % of what must not be exceeded to stay one next year.</summary>
    NearNextYear,
    /// <summary>One until the end of the year, and none in the next.</summary>
    EndsWithYear,
    /// <summary>80 % of what ends it at once.</summary>
    NearEnd,
    /// <summary>The year before was too much: none in this whole year.</summary>
    NotThisYear,
    /// <summary>It has ended with the service that went beyond.</summary>
    Ended,
}

/// <summary>§ 19 (1) UStG as of 2025 (GERMANY.md 2.2): an exemption that ends at once where it is exceeded.</summary>
public static class SmallBusinessLimit
{
    /// <summary>More in the year before, and it is none in this one.</summary>
    public const decimal PreviousYear = 25_000m;

    /// <summary>More in the year itself, and the service that goes beyond is taxed already.</summary>
    public const decimal CurrentYear = 100_000m;

    /// <summary>From this part of a limit on there is a warning.</summary>
    public const decimal WarnedFrom = 0.8m;

    public static SmallBusinessVerdict Judge(SmallBusinessTurnover turnover) => turnover switch
    {
        { Current: > CurrentYear } => SmallBusinessVerdict.Ended,
        { Previous: > PreviousYear } => SmallBusinessVerdict.NotThisYear,
        { Current: >= CurrentYear * WarnedFrom } => SmallBusinessVerdict.NearEnd,
        { Current: > PreviousYear } => SmallBusinessVerdict.EndsWithYear,
        { Current: >= PreviousYear * WarnedFrom } => SmallBusinessVerdict.NearNextYear,
        _ => SmallBusinessVerdict.Within,
    };

    /// <summary>Whether somebody may be treated as a small business at all.</summary>
    public static bool IsOver(this SmallBusinessVerdict verdict) => verdict is SmallBusinessVerdict.Ended or SmallBusinessVerdict.NotThisYear;

    /// <summary>From which day on services must be taxed; null where all of them may go untaxed.</summary>
    /// <param name="turnover">Before these services.</param>
    /// <param name="services">What is to be billed untaxed in that year.</param>
    public static DateOnly? TaxedFrom(SmallBusinessTurnover turnover, IEnumerable<(DateOnly Day, decimal Net)> services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var sum = turnover.Current;
        foreach (var (day, net) in services.OrderBy(service => service.Day))
        {
            sum += net;
            if (Judge(turnover with { Current = sum }).IsOver())
            {
                return day;
            }
        }

        return null;
    }
}
