namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>The Basiszinssatz of a half-year, in per cent (§ 247 BGB); it has been below zero.</summary>
/// <param name="From">1 January or 1 July.</param>
public sealed record BaseRate(DateOnly From, decimal Percent)
{
    /// <summary>The half-year in which the day lies.</summary>
    public static DateOnly HalfYearOf(DateOnly day) => new(day.Year, day.Month < 7 ? 1 : 7, 1);
}

/// <summary>Those that are on record. Each half-year needs its own: an old one is never taken for a new one in silence.</summary>
public sealed class BaseRates(IEnumerable<BaseRate> rates)
{
    private readonly Dictionary<DateOnly, decimal> _rates = rates.ToDictionary(rate => rate.From, rate => rate.Percent);

    /// <summary>Null where nobody has entered that half-year.</summary>
    public decimal? On(DateOnly day) => _rates.TryGetValue(BaseRate.HalfYearOf(day), out var percent) ? percent : null;
}
