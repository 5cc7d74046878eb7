using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// The declared week of an interpreter (Verfügbarkeit), by the clock on the wall in Berlin. An hour that the change to winter time
/// repeats is covered both times; one that the change to summer time leaves out does not happen.
/// </summary>
public sealed record Availability(IReadOnlyList<AvailabilityWindow> Windows)
{
    private const int DaysAhead = 8;

    public bool Covers(DateTimeOffset at)
    {
        var wall = BerlinTime.WallClock(at);
        return Windows.Any(window => window.Covers(wall));
    }

    /// <summary>Whether all of it is covered, from the start to the end.</summary>
    public bool CoversAll(AppointmentSlot slot) => Covers(slot.Start) && !(NextChange(slot.Start) < slot.End);

    /// <summary>The next instant at which <see cref="Covers"/> changes; null when it never does.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var now = Covers(at);
        foreach (var edge in Edges(BerlinTime.DayOf(at)).Where(edge => edge > at).Order())
        {
            if (Covers(edge) != now)
            {
                return edge;
            }
        }

        return null;
    }

    /// <summary>Every instant of the coming week at which a window may begin or end; clocks are changed at 01:00 UTC.</summary>
    private IEnumerable<DateTimeOffset> Edges(DateOnly first)
    {
        for (var ahead = 0; ahead <= DaysAhead; ahead++)
        {
            var day = first.AddDays(ahead);
            yield return new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
            foreach (var window in Windows.Where(window => window.Day == day.DayOfWeek))
            {
                var midnight = day.ToDateTime(TimeOnly.MinValue);
                foreach (var instant in BerlinTime.InstantsOf(midnight.AddMinutes(window.FromMinute)).Concat(BerlinTime.InstantsOf(midnight.AddMinutes(window.ToMinute))))
                {
                    yield return instant;
                }
            }
        }
    }
}

/// <summary>One stretch of a day of the week; whoever works over midnight has two.</summary>
/// <param name="Day">In Berlin.</param>
/// <param name="FromMinute">Minutes after midnight on the wall clock.</param>
/// <param name="ToMinute">At most 1440, and not covered itself.</param>
public readonly record struct AvailabilityWindow(DayOfWeek Day, int FromMinute, int ToMinute)
{
    public bool Covers(DateTime wall)
    {
        var minute = wall.TimeOfDay.TotalMinutes;
        return wall.DayOfWeek == Day && minute >= FromMinute && minute < ToMinute;
    }
}
