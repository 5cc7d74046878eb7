using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// The declared week of an interpreter (Verfügbarkeit) without the absences, by the clock on the wall in Berlin. An hour that the change to
/// winter time repeats is covered both times; one that the change to summer time leaves out does not happen.
/// </summary>
/// <param name="Windows">None is always.</param>
public sealed record Availability(IReadOnlyList<AvailabilityWindow> Windows)
{
    /// <summary>A window in the hour that summer time leaves out comes a week later.</summary>
    private const int DaysAhead = 14;

    /// <summary>They may overlap and come in any order.</summary>
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    public bool Covers(DateTimeOffset at) => IsInWeek(at) && !IsAbsent(at);

    /// <summary>In an absence not even emergencies ring.</summary>
    public bool IsAbsent(DateTimeOffset at) => Absences.Any(absence => absence.Covers(at));

    /// <summary>Whether all of it is covered, from the start to the end.</summary>
    public bool CoversAll(AppointmentSlot slot) => Covers(slot.Start) && !(NextChange(slot.Start) < slot.End);

    /// <summary>The next instant at which <see cref="Covers"/> changes; null when it never does.</summary>
    public DateTimeOffset? NextChange(DateTimeOffset at)
    {
        var now = Covers(at);
        DateTimeOffset? next = at;
        do
        {
            next = IsAbsent(next.Value) ? EndOfAbsence(next.Value) : Earlier(NextOfWeek(next.Value), NextAbsence(next.Value));
        }
        while (next is { } reached && Covers(reached) == now);

        return next;
    }

    /// <summary>The next instant at which <see cref="Covers"/> or <see cref="IsAbsent"/> changes: what may ring is another then.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset at) =>
        Earlier(NextChange(at), IsAbsent(at) ? EndOfAbsence(at) : NextAbsence(at));

    private bool IsInWeek(DateTimeOffset at)
    {
        var wall = BerlinTime.WallClock(at);
        return Windows.Count == 0 || Windows.Any(window => window.Covers(wall));
    }

    private DateTimeOffset? NextOfWeek(DateTimeOffset at)
    {
        var now = IsInWeek(at);
        var (today, ahead) = (BerlinTime.DayOf(at), Windows.Count == 0 ? 0 : DaysAhead + 1);
        return Enumerable.Range(0, ahead)
            .SelectMany(days => EdgesOf(today.AddDays(days)).Order())
            .Where(edge => edge > at && IsInWeek(edge) != now)
            .Select(edge => (DateTimeOffset?)edge)
            .FirstOrDefault();
    }

    /// <summary>Every instant of the day at which a window may begin or end; clocks are changed at 01:00 UTC.</summary>
    private IEnumerable<DateTimeOffset> EdgesOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return Windows
            .Where(window => window.Day == day.DayOfWeek)
            .SelectMany(window => new[] { window.FromMinute, window.ToMinute })
            .SelectMany(minute => BerlinTime.InstantsOf(midnight.AddMinutes(minute)))
            .Append(new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero));
    }

    private DateTimeOffset? NextAbsence(DateTimeOffset at) =>
        Absences.Where(absence => absence.From > at).Min(absence => (DateTimeOffset?)absence.From);

    /// <summary>With what overlaps it or follows without a gap.</summary>
    private DateTimeOffset EndOfAbsence(DateTimeOffset at)
    {
        var end = at;
        foreach (var absence in Absences.Where(absence => absence.Until > at).OrderBy(absence => absence.From))
        {
            if (absence.From > end)
            {
                break;
            }

            end = absence.Until > end ? absence.Until : end;
        }

        return end;
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
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
