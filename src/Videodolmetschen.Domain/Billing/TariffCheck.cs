using System.Text.RegularExpressions;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Billing;

/// <summary>What a draft of a tariff must keep, so that everything can be rated by it in one way only.</summary>
public static class TariffCheck
{
    public const int MinutesAtMost = 24 * 60;

    public const decimal AmountAtMost = 100_000;

    private const int NameAtMost = 120;
    private const int SurchargeNameAtMost = 80;
    private const int KeyAtMost = 60;
    private const int DaysAtMost = 90;

    private static readonly Regex Family = new(@"\A[a-z][a-z0-9-]{0,59}\z", RegexOptions.NonBacktracking);

    /// <summary>Each broken rule, at the field that a person would correct.</summary>
    /// <param name="draft">To be stored.</param>
    /// <param name="family">The other versions of its family; the draft itself may be among them.</param>
    /// <param name="languages">Of which rows name languages and groups.</param>
    /// <param name="usedUntil">The last day for which something was billed by the family; a draft begins after it.</param>
    public static IReadOnlyList<TariffViolation> Violations(Tariff draft, IReadOnlyCollection<Tariff> family, LanguageCatalogue languages, DateOnly? usedUntil = null) =>
    [
        .. Broken(
            ("family", string.IsNullOrWhiteSpace(draft.Family), TariffBreach.Missing),
            ("family", !string.IsNullOrWhiteSpace(draft.Family) && !Family.IsMatch(draft.Family), TariffBreach.Misshapen),
            ("name", string.IsNullOrWhiteSpace(draft.Name), TariffBreach.Missing),
            ("name", draft.Name.Length > NameAtMost, TariffBreach.TooLong),
            ("programme.key", draft.Programme is { } key && string.IsNullOrWhiteSpace(key.Key), TariffBreach.Missing),
            ("programme.name", draft.Programme is { } name && string.IsNullOrWhiteSpace(name.Name), TariffBreach.Missing),
            ("programme.key", draft.Programme?.Key.Length > KeyAtMost, TariffBreach.TooLong),
            ("programme.name", draft.Programme?.Name.Length > NameAtMost, TariffBreach.TooLong),
            ("programme", draft.Programme is not null && draft.Side != BillingSide.Customer, TariffBreach.NotForThisSide),
            ("standby", draft.Standby is not null && draft.Side != BillingSide.Interpreter, TariffBreach.NotForThisSide),
            ("cancellation", draft.Cancellation is CancellationPrice.DeclaredLoss && draft.Side != BillingSide.Interpreter, TariffBreach.NotForThisSide)),
        .. OfValidity(draft, [.. family.Where(other => other.Id != draft.Id)], usedUntil),
        .. OfPrice("price", draft.Price),
        .. draft.Rows.SelectMany((row, place) => OfPrice($"rows[{place}].price", row.Price)),
        .. OfRows(draft.Rows, languages),
        .. OfSurcharges(draft),
        .. OfSlots(draft.Slots),
        .. OfCancellation(draft.Cancellation),
        .. draft.Standby is { } standby
            ? Amount("standby.perHour", standby.PerHour).Concat(Broken(("standby.stepMinutes", standby.StepMinutes is not (15 or 30 or 60), TariffBreach.MinutesOutOfBounds)))
            : [],
    ];

    private static IEnumerable<TariffViolation> OfValidity(Tariff draft, List<Tariff> others, DateOnly? usedUntil) => Broken(
        ("validUntil", draft.ValidUntil < draft.ValidFrom, TariffBreach.UntilBeforeFrom),
        ("validFrom", others.Any(other => Overlaps(draft, other)), TariffBreach.Overlap),
        ("validFrom", draft.ValidFrom <= usedUntil, TariffBreach.BeginsInUsedTime),
        ("chosenBy", others.Any(other => other.ChosenBy != draft.ChosenBy), TariffBreach.ChosenByDiffers),
        ("side", others.Any(other => other.Side != draft.Side), TariffBreach.SideDiffers));

    /// <summary>An open end gives way to whatever begins later; a last day that somebody named does not.</summary>
    private static bool Overlaps(Tariff one, Tariff other) =>
        one.ValidFrom == other.ValidFrom
        || (one.ValidFrom < other.ValidFrom ? one.ValidUntil >= other.ValidFrom : other.ValidUntil >= one.ValidFrom);

    private static IEnumerable<TariffViolation> OfPrice(string field, TariffPrice price) => price switch
    {
        TariffPrice.PerMinute by => Amount($"{field}.price", by.Price).Concat(Broken(
            ($"{field}.stepMinutes", IsOutside(by.StepMinutes, 1), TariffBreach.MinutesOutOfBounds),
            ($"{field}.minimumMinutes", IsOutside(by.MinimumMinutes, 0), TariffBreach.MinutesOutOfBounds),
            ($"{field}.minimumMinutes", by.StepMinutes > 0 && by.MinimumMinutes % by.StepMinutes != 0, TariffBreach.MinimumOffItsSteps))),
        TariffPrice.PerSlot by => Amount($"{field}.price", by.Price).Concat(Broken(($"{field}.slotMinutes", IsOutside(by.SlotMinutes, 1), TariffBreach.MinutesOutOfBounds))),
        TariffPrice.PerHalfHour by => Amount($"{field}.hourlyRate", by.HourlyRate),
        TariffPrice.FirstThenSteps by => Amount($"{field}.firstPrice", by.FirstPrice).Concat(Amount($"{field}.stepPrice", by.StepPrice)).Concat(Broken(
            ($"{field}.firstMinutes", IsOutside(by.FirstMinutes, 1), TariffBreach.MinutesOutOfBounds),
            ($"{field}.stepMinutes", IsOutside(by.StepMinutes, 1), TariffBreach.MinutesOutOfBounds))),
        _ => [],
    };

    private static IEnumerable<TariffViolation> OfRows(IReadOnlyList<PriceRow> rows, LanguageCatalogue languages) => rows.SelectMany((row, place) => Broken(
        ($"rows[{place}].languages", row.Languages.Any(one => !languages.Named(one).Any()), TariffBreach.LanguageUnknown),
        ($"rows[{place}]", row.Named == 0, TariffBreach.RowNamesNothing),
        ($"rows[{place}]", rows.Take(place).Any(earlier => row.CollidesWith(earlier)), TariffBreach.RowsCollide)));

    private static IEnumerable<TariffViolation> OfSurcharges(Tariff draft) => draft.Surcharges.SelectMany((one, place) => Amount($"surcharges[{place}].value", one.Value).Concat(Broken(
        ($"surcharges[{place}].key", string.IsNullOrWhiteSpace(one.Key), TariffBreach.Missing),
        ($"surcharges[{place}].name", string.IsNullOrWhiteSpace(one.Name), TariffBreach.Missing),
        ($"surcharges[{place}].key", one.Key.Length > KeyAtMost, TariffBreach.TooLong),
        ($"surcharges[{place}].name", one.Name.Length > SurchargeNameAtMost, TariffBreach.TooLong),
        ($"surcharges[{place}].key", draft.Surcharges.Take(place).Any(earlier => earlier.Key == one.Key), TariffBreach.KeyTwice),
        ($"surcharges[{place}].value", one is { Kind: SurchargeKind.Percent, Value: > 300 }, TariffBreach.PercentOutOfBounds),
        ($"surcharges[{place}].kind", draft.Stacking == SurchargeStacking.HighestOnly && one.Kind != draft.Surcharges[0].Kind, TariffBreach.KindsMixed),
        ($"surcharges[{place}].bands", one.Bands.Count == 0, TariffBreach.Missing)))
        .Concat(one.Bands.SelectMany((band, bandPlace) => Broken(($"surcharges[{place}].bands[{bandPlace}].days", band.Days == BandDays.None, TariffBreach.NoDays)))));

    private static IEnumerable<TariffViolation> OfSlots(SlotTerms slots) => Broken(
        ("slots.unusedPercent", slots.UnusedPercent is < 0 or > 100, TariffBreach.PercentOutOfBounds),
        ("slots.noShowPercent", slots.NoShowPercent is < 0 or > 100, TariffBreach.PercentOutOfBounds),
        ("slots.delayPercent", slots.DelayPercent is < 0 or > 100, TariffBreach.PercentOutOfBounds));

    private static IEnumerable<TariffViolation> OfCancellation(CancellationPrice? price) => price switch
    {
        CancellationPrice.PercentOfSlot part => Amount("cancellation.atLeast", part.AtLeast ?? 0).Concat(Amount("cancellation.atMost", part.AtMost ?? 0)).Concat(Broken(
            ("cancellation.atMost", part.AtMost < part.AtLeast, TariffBreach.CapUnderMinimum),
            ("cancellation.ladder", part.Ladder is { Steps.Count: 0 }, TariffBreach.Missing),
            ("cancellation.ladder", part.Ladder?.Steps.Any(step => step.Percent is < 0 or > 100) == true, TariffBreach.PercentOutOfBounds),
            ("cancellation.ladder", part.Ladder?.Steps.Any(IsOutside) == true, TariffBreach.HoursOutOfBounds))),
        CancellationPrice.DeclaredLoss loss => Broken(("cancellation.minutesAtMost", IsOutside(loss.MinutesAtMost, 1), TariffBreach.MinutesOutOfBounds)),
        _ => [],
    };

    private static IEnumerable<TariffViolation> Amount(string field, decimal euro) => Broken(
        (field, euro < 0, TariffBreach.NegativeAmount),
        (field, euro > AmountAtMost, TariffBreach.AmountTooHigh),
        (field, decimal.Round(euro, 4) != euro, TariffBreach.TooManyDecimals));

    private static bool IsOutside(CancellationStep step) => step switch
    {
        CancellationStep.HoursBefore before => before.Hours is < 0 or > DaysAtMost * 24,
        CancellationStep.CalendarDaysBefore before => before.Days is < 0 or > DaysAtMost,
        _ => false,
    };

    private static bool IsOutside(int minutes, int least) => minutes < least || minutes > MinutesAtMost;

    private static IEnumerable<TariffViolation> Broken(params (string Field, bool IsBroken, TariffBreach Breach)[] rules) =>
        rules.Where(rule => rule.IsBroken).Select(rule => new TariffViolation(rule.Field, rule.Breach));
}
