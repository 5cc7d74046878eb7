namespace Videodolmetschen.Domain.Calendar;

/// <summary>Law and validity count in Berlin days; instants stay UTC.</summary>
public static class BerlinTime
{
    /// <summary>As the tz database names it.</summary>
    public const string ZoneId = "Europe/Berlin";

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(ZoneId);

    /// <summary>The day in Berlin at this instant.</summary>
    public static DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The wall clock in Berlin at this instant.</summary>
    public static DateTimeOffset At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone);

    /// <summary>The hour in Berlin, 0 to 23.</summary>
    public static int HourOf(DateTimeOffset at) => At(at).Hour;

    /// <summary>What the clock on the wall shows in Berlin.</summary>
    public static DateTime WallClock(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    /// <summary>When the clock on the wall shows this: once as a rule, twice in the hour that winter time repeats, never in the one that is left out.</summary>
    public static IEnumerable<DateTimeOffset> InstantsOf(DateTime wall)
    {
        if (Zone.IsInvalidTime(wall))
        {
            return [];
        }

        return Zone.IsAmbiguousTime(wall)
            ? Zone.GetAmbiguousTimeOffsets(wall).Select(offset => new DateTimeOffset(wall, offset).ToUniversalTime())
            : [new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime()];
    }

    /// <summary>
    /// The one instant for a time on the wall: the first in the hour that winter time repeats; in the one that summer time leaves out,
    /// as if the clock had not been changed yet (RFC 5545, 3.3.5).
    /// </summary>
    public static DateTimeOffset InstantOf(DateTime wall) =>
        InstantsOf(wall).DefaultIfEmpty(new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime()).Min();

    /// <summary>The Monday of the week in which the day lies.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>The instant at which the day begins in Berlin.</summary>
    public static DateTimeOffset BeginOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }
}
