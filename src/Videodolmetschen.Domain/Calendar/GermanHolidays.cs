namespace Videodolmetschen.Domain.Calendar;

/// <summary>A public holiday on its day.</summary>
/// <param name="Day">In Berlin; one that falls on a Sunday is not moved.</param>
/// <param name="Name">In German.</param>
public readonly record struct Holiday(DateOnly Day, string Name);

/// <summary>The public holidays of a region (GERMANY.md 6). 24 and 31 December are none in any Land.</summary>
public sealed class GermanHolidays
{
    private readonly IReadOnlyList<HolidayRule> _rules;

    private GermanHolidays(IReadOnlyList<HolidayRule> rules) => _rules = rules;

    /// <summary>As the laws of the Länder say.</summary>
    public static GermanHolidays ByLaw { get; } = new(HolidayRules.ByLaw);

    /// <summary>The same with further rules, such as a one-off that a Land decides, or the communes of a customer.</summary>
    public GermanHolidays With(params HolidayRule[] rules) => new([.. _rules, .. rules]);

    public bool IsHoliday(DateOnly day, HolidayRegion region) => On(day, region) is not null;

    /// <summary>The holiday on the day; null on an ordinary day.</summary>
    public Holiday? On(DateOnly day, HolidayRegion region)
    {
        var rule = _rules.FirstOrDefault(rule => rule.HoldsIn(region) && rule.In(day.Year) == day);
        return rule is null ? null : new Holiday(day, rule.Name);
    }

    /// <summary>All holidays of the year in their order; two that fall on one day are both listed.</summary>
    public IReadOnlyList<Holiday> Of(int year, HolidayRegion region) =>
    [
        .. from rule in _rules
           where rule.HoldsIn(region)
           let day = rule.In(year)
           where day is not null
           select new Holiday(day.Value, rule.Name) into holiday
           group holiday by (holiday.Day, holiday.Name) into same
           orderby same.Key.Day
           select same.First(),
    ];
}
