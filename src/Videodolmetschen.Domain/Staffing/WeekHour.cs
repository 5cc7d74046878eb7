using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>One of the 168 hours of a week, by the clock on the wall in Berlin.</summary>
/// <param name="Day">In Berlin.</param>
/// <param name="Hour">0 to 23: the hour that begins then.</param>
public readonly record struct WeekHour(DayOfWeek Day, int Hour)
{
    private static readonly TimeSpan OneHour = TimeSpan.FromHours(1);

    /// <summary>Monday at midnight first.</summary>
    public static IReadOnlyList<WeekHour> All { get; } =
        [.. Enumerable.Range(0, 168).Select(at => new WeekHour((DayOfWeek)(((at / 24) + 1) % 7), at % 24))];

    /// <summary>1 is Monday, 7 is Sunday (ISO 8601).</summary>
    public int Weekday => Day == DayOfWeek.Sunday ? 7 : (int)Day;

    public static WeekHour Of(DateTimeOffset at)
    {
        var wall = BerlinTime.WallClock(at);
        return new WeekHour(wall.DayOfWeek, wall.Hour);
    }

    /// <summary>
    /// How often each hour begins in the time: once a week as a rule, once more where winter time repeats it, once less where summer time leaves it out.
    /// Hours that never begin are not named.
    /// </summary>
    /// <param name="since">A full hour.</param>
    /// <param name="before">Not part of the time.</param>
    public static IReadOnlyDictionary<WeekHour, int> Occurrences(DateTimeOffset since, DateTimeOffset before)
    {
        var found = new Dictionary<WeekHour, int>();
        for (var at = since; at < before; at += OneHour)
        {
            var hour = Of(at);
            found[hour] = found.GetValueOrDefault(hour) + 1;
        }

        return found;
    }
}
