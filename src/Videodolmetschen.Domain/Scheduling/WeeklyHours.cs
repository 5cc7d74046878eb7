namespace Videodolmetschen.Domain.Scheduling;

/// <summary>A week as somebody writes it down, made into windows: in order, without overlap, none over midnight.</summary>
public static class WeeklyHours
{
    /// <summary>Hours begin and end at a quarter of an hour.</summary>
    public const int StepMinutes = 15;

    public const int DayMinutes = 1440;

    /// <summary>The rest after midnight stands on the next day; what overlaps or touches on one day is one window.</summary>
    /// <param name="stretches">An end that is not later than its begin is on the next day.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.AvailabilityInvalid"/> off the quarters of an hour, or without a length.</exception>
    public static IReadOnlyList<AvailabilityWindow> Of(IEnumerable<AvailabilityWindow> stretches)
    {
        var merged = new List<AvailabilityWindow>();
        foreach (var window in stretches.SelectMany(Split).OrderBy(window => Monday(window.Day)).ThenBy(window => window.FromMinute))
        {
            if (merged is [.., var last] && last.Day == window.Day && window.FromMinute <= last.ToMinute)
            {
                merged[^1] = last with { ToMinute = Math.Max(last.ToMinute, window.ToMinute) };
            }
            else
            {
                merged.Add(window);
            }
        }

        return merged;
    }

    private static IEnumerable<AvailabilityWindow> Split(AvailabilityWindow stretch)
    {
        var (day, from, to) = stretch;
        if (!Enum.IsDefined(day) || !IsStep(from) || !IsStep(to) || from == to || from == DayMinutes)
        {
            throw new DomainException(ErrorCode.AvailabilityInvalid);
        }

        if (to > from)
        {
            return [stretch];
        }

        AvailabilityWindow evening = new(day, from, DayMinutes);
        return to == 0 ? [evening] : [evening, new((DayOfWeek)(((int)day + 1) % 7), 0, to)];
    }

    private static bool IsStep(int minute) => minute is >= 0 and <= DayMinutes && minute % StepMinutes == 0;

    private static int Monday(DayOfWeek day) => ((int)day + 6) % 7;
}
