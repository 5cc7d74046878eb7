namespace Videodolmetschen.Domain.Billing;

/// <summary>Which surcharges fall on a time, and what they come to.</summary>
internal static class SurchargeRating
{
    /// <summary>One line for each that comes to something, the highest first.</summary>
    public static IEnumerable<BillingLine> Lines(LineDraft draft, TariffPrice price, ServiceTime time)
    {
        var portions = price.PortionsOf(time.Minutes);
        var end = time.InstantOf(portions.Sum(portion => portion.Minutes));
        var falling = Falling(draft, time.From, end).ToList();
        return FlatLines(draft, falling, time.From, end).Concat(
            price is TariffPrice.PerHalfHour half ? HalfHourLines(draft, falling, half, time) : PercentLines(draft, falling, portions, time));
    }

    /// <summary>Those that are owed, each with the time on which it falls; where only the highest counts, without what a higher one has.</summary>
    private static IEnumerable<(Surcharge Surcharge, TimeSet Time)> Falling(LineDraft draft, DateTimeOffset from, DateTimeOffset until)
    {
        var (tariff, terms) = (draft.Tariff, draft.Terms);
        var (days, taken) = (tariff.DaysFor(terms), TimeSet.Nothing);
        foreach (var surcharge in tariff.Surcharges.Where(one => !one.NeedsNecessity || terms.IsNecessary).OrderByDescending(one => one.Value))
        {
            var own = surcharge.Bands.Aggregate(TimeSet.Nothing, (all, band) => all.With(band.In(from, until, days)));
            if (tariff.Stacking == SurchargeStacking.HighestOnly && surcharge.Kind == SurchargeKind.Percent)
            {
                (own, taken) = (own.Without(taken), taken.With(own));
            }

            yield return (surcharge, own);
        }
    }

    private static IEnumerable<BillingLine> FlatLines(LineDraft draft, List<(Surcharge Surcharge, TimeSet Time)> falling, DateTimeOffset from, DateTimeOffset until)
    {
        var flat = falling.Where(one => one.Surcharge.Kind == SurchargeKind.Flat && one.Time.Within(from, until) > TimeSpan.Zero);
        return from one in draft.Tariff.Stacking == SurchargeStacking.HighestOnly ? flat.Take(1) : flat
               select draft.Line(BillingLineKind.Surcharge, one.Surcharge.Rule, 1, BillingUnit.One, one.Surcharge.Value, $"{one.Surcharge.Name}, einmal {German.Euro(one.Surcharge.Value)}{CalendarOf(draft, one.Surcharge)}.");
    }

    /// <summary>A customer elsewhere would wonder about the holiday.</summary>
    private static string CalendarOf(LineDraft draft, Surcharge surcharge) =>
        draft.Tariff.HolidaysOf is { } land && surcharge.KnowsHolidays ? $"; Feiertagskalender {German.Name(land)}" : "";

    /// <summary>The price of the minutes in the bands, rounded to the cent, then its percentage, rounded to the cent.</summary>
    private static IEnumerable<BillingLine> PercentLines(LineDraft draft, List<(Surcharge Surcharge, TimeSet Time)> falling, IReadOnlyList<PricePortion> portions, ServiceTime time)
    {
        var all = portions.Sum(portion => portion.Minutes);
        var free = portions.Select(portion => portion.Minutes).ToArray();
        foreach (var (surcharge, set) in falling.Where(one => one.Surcharge.Kind == SurchargeKind.Percent))
        {
            var (first, minutes, net) = (0, 0, 0m);
            for (var place = 0; place < portions.Count; place++)
            {
                var portion = portions[place];
                var own = Math.Min(time.MinutesIn(set, first, portion.Minutes), free[place]);
                free[place] -= draft.Tariff.Stacking == SurchargeStacking.HighestOnly ? own : 0;
                (first, minutes, net) = (first + portion.Minutes, minutes + own, net + (portion.Net * own / portion.Minutes));
            }

            var share = Money.ToCents(net);
            if (minutes > 0)
            {
                var sentence = $"{German.Number(surcharge.Value)} % {surcharge.Name} auf {German.Euro(share)} ({minutes} von {German.Count(all, "Minute", "Minuten")}{CalendarOf(draft, surcharge)}).";
                yield return draft.Line(BillingLineKind.Surcharge, surcharge.Rule, 1, BillingUnit.One, Money.Percent(share, surcharge.Value), sentence);
            }
        }
    }

    /// <summary>
    /// The minutes in the bands are rounded to half hours like the whole, and are no more than it: § 9 (6) with § 8 (2) JVEG (Schneider, JVEG,
    /// 4th edition, note 107).
    /// </summary>
    private static IEnumerable<BillingLine> HalfHourLines(LineDraft draft, List<(Surcharge Surcharge, TimeSet Time)> falling, TariffPrice.PerHalfHour price, ServiceTime time)
    {
        var left = TariffPrice.PerHalfHour.HoursOf(time.Minutes);
        foreach (var (surcharge, set) in falling.Where(one => one.Surcharge.Kind == SurchargeKind.Percent))
        {
            var minutes = time.MinutesIn(set, 0, time.Minutes);
            var hours = Math.Min(TariffPrice.PerHalfHour.HoursOf(minutes), left);
            left -= draft.Tariff.Stacking == SurchargeStacking.HighestOnly ? hours : 0;
            if (hours > 0)
            {
                var sentence = $"{German.Number(surcharge.Value)} % {surcharge.Name} auf {German.Count(hours, "Stunde", "Stunden")} zu je {German.Euro(price.HourlyRate)} "
                    + $"({minutes} von {German.Count(time.Minutes, "Minute", "Minuten")}, gerundet wie die ganze Zeit und höchstens diese{CalendarOf(draft, surcharge)}).";
                yield return draft.Line(BillingLineKind.Surcharge, surcharge.Rule, hours, BillingUnit.Hour, price.HourlyRate * surcharge.Value / 100m, sentence);
            }
        }
    }
}
