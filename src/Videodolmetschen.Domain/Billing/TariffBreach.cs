namespace Videodolmetschen.Domain.Billing;

/// <param name="Field">The path of what a person would correct, as the draft's JSON names it: <c>surcharges[0].value</c>.</param>
/// <param name="Breach">What is wrong with it.</param>
public sealed record TariffViolation(string Field, TariffBreach Breach);

/// <summary>Stable codes; on the wire in snake_case.</summary>
public enum TariffBreach
{
    /// <summary>A name, a key or a list is empty.</summary>
    Missing,
    /// <summary>A name of more than 120 signs (of a surcharge 80), a key of more than 60: what is billed by it could not be written down.</summary>
    TooLong,
    /// <summary>A key of a family has other signs than small letters, digits and strokes, or more than 60.</summary>
    Misshapen,
    NegativeAmount,
    /// <summary>Over 100,000 euro.</summary>
    AmountTooHigh,
    /// <summary>More than four decimals.</summary>
    TooManyDecimals,
    /// <summary>Minutes below 1 (a minimum: below 0) or over a day, or a step that is not taken.</summary>
    MinutesOutOfBounds,
    /// <summary>A step of a ladder begins at the start or after it, or more than 90 days before.</summary>
    HoursOutOfBounds,
    /// <summary>Below 0, over 100, or for a surcharge over 300.</summary>
    PercentOutOfBounds,
    /// <summary>A minimum that no number of steps comes to.</summary>
    MinimumOffItsSteps,
    /// <summary>The last day lies before the first.</summary>
    UntilBeforeFrom,
    /// <summary>Another version of the family begins on the same day, or one begins while the other, that has a last day, still counts.</summary>
    Overlap,
    /// <summary>The version counted before it was made, and something was billed by its predecessor.</summary>
    BeginsInUsedTime,
    /// <summary>Versions of a family are chosen by the same date.</summary>
    ChosenByDiffers,
    /// <summary>A family belongs to one side.</summary>
    SideDiffers,
    /// <summary>The row names nothing and would stand for everything.</summary>
    RowNamesNothing,
    /// <summary>Neither a language of the catalogue nor one of its groups.</summary>
    LanguageUnknown,
    /// <summary>Another row is as specific and matches some of the same services.</summary>
    RowsCollide,
    KeyTwice,
    /// <summary>A band without days.</summary>
    NoDays,
    /// <summary>Per cent and flat cannot be compared, so the highest of them is none.</summary>
    KindsMixed,
    /// <summary>The highest amount lies below the lowest.</summary>
    CapUnderMinimum,
    /// <summary>Only interpreters declare a loss and are paid for standing by; only customers have a programme.</summary>
    NotForThisSide,
}
