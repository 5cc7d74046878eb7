namespace Videodolmetschen.Domain.Billing;

/// <summary>More money for time that lies unfavourably (Zuschlag).</summary>
/// <param name="Key">Stable and unique in its tariff: <c>night</c>; part of the rule of its lines.</param>
/// <param name="Name">For people, in German: "Nachtzuschlag".</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">Per cent of the price of the time in the bands, or euro once for a service that touches them.</param>
/// <param name="Bands">The time lies in one of them.</param>
/// <param name="NeedsNecessity">Only where the ordering body has found that it had to be at this time (§ 9 (6) JVEG).</param>
public sealed record Surcharge(string Key, string Name, SurchargeKind Kind, decimal Value, IReadOnlyList<SurchargeBand> Bands, bool NeedsNecessity = false);

public enum SurchargeKind
{
    Percent,
    Flat,
}

/// <summary>Hours of some days on the wall in Berlin. A window over midnight belongs to the day on which it begins.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">Null, with <paramref name="Until"/>, is the whole day.</param>
/// <param name="Until">Not part of it; not after <paramref name="From"/> it lies on the next day, and 00:00 is that day's beginning.</param>
public sealed record SurchargeBand(BandDays Days, TimeOnly? From = null, TimeOnly? Until = null);

/// <summary>A day is among them by its weekday, or as a public holiday where that is named.</summary>
[Flags]
public enum BandDays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    Holiday = 128,
    EveryDay = 127,
}

/// <summary>What holds where several surcharges fall on the same time.</summary>
public enum SurchargeStacking
{
    /// <summary>At each moment only the highest.</summary>
    HighestOnly,
    Additive,
}
