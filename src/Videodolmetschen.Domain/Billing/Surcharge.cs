using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Billing;

/// <summary>More money for time that lies unfavourably (Zuschlag).</summary>
/// <param name="Key">Stable and unique in its tariff: <c>night</c>; part of the rule of its lines.</param>
/// <param name="Name">For people, in German: "Nachtzuschlag".</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">Per cent of the price of the time in the bands, or euro once for a service that touches them.</param>
/// <param name="Bands">The time lies in one of them.</param>
/// <param name="NeedsNecessity">Only where the ordering body has found that it had to be at this time (§ 9 (6) JVEG).</param>
public sealed record Surcharge(string Key, string Name, SurchargeKind Kind, decimal Value, IReadOnlyList<SurchargeBand> Bands, bool NeedsNecessity = false)
{
    /// <summary>Whether any of the time lies in the bands.</summary>
    public bool Touches(DateTimeOffset from, DateTimeOffset until, WorkingDays days) => Bands.Any(band => band.In(from, until, days).Within(from, until) > TimeSpan.Zero);

    internal bool KnowsHolidays => Bands.Any(band => band.Days.HasFlag(BandDays.Holiday));

    /// <summary>What a line names.</summary>
    internal string Rule => "surcharge." + Key;
}

public enum SurchargeKind
{
    Percent,
    Flat,
}

/// <summary>Hours of some days on the wall in Berlin. A window over midnight belongs to the day on which it begins.</summary>
/// <param name="Days">The days on which it begins.</param>
/// <param name="From">With no <paramref name="Until"/> either, the whole day.</param>
/// <param name="Until">Not part of it; where it is not after <paramref name="From"/>, it lies on the next day.</param>
public sealed record SurchargeBand(BandDays Days, TimeOnly From = default, TimeOnly Until = default)
{
    /// <summary>The windows that touch the time. One that ends in the hour that winter time repeats ends when the clock first shows it.</summary>
    internal TimeSet In(DateTimeOffset from, DateTimeOffset until, WorkingDays days)
    {
        var windows = TimeSet.Nothing;
        for (var day = BerlinTime.DayOf(from).AddDays(-1); day <= BerlinTime.DayOf(until); day = day.AddDays(1))
        {
            if (Falls(day, days))
            {
                windows = windows.With(BerlinTime.InstantOf(day.ToDateTime(From)), BerlinTime.InstantOf((Until > From ? day : day.AddDays(1)).ToDateTime(Until)));
            }
        }

        return windows;
    }

    private bool Falls(DateOnly day, WorkingDays days) =>
        Days.HasFlag((BandDays)(1 << (((int)day.DayOfWeek + 6) % 7))) || (Days.HasFlag(BandDays.Holiday) && days.HolidayOn(day) is not null);
}

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
