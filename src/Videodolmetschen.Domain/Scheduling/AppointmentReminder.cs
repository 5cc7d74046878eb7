using System.Globalization;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>One reminder of an appointment: from when it is sent, and how long it is of use.</summary>
/// <param name="Before">How long before the start.</param>
/// <param name="From">When it is due.</param>
/// <param name="Until">The next reminder, or the start.</param>
public sealed record AppointmentReminder(TimeSpan Before, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>How it is told apart from the other reminders of the same appointment, for good: <c>1d</c>, <c>1h</c>, <c>10m</c>.</summary>
    public string Key => Before switch
    {
        _ when Before.Ticks % TimeSpan.TicksPerDay == 0 => Text(Before.TotalDays) + "d",
        _ when Before.Ticks % TimeSpan.TicksPerHour == 0 => Text(Before.TotalHours) + "h",
        _ => Text(Before.TotalMinutes) + "m",
    };

    /// <summary>The earliest first. Whole days go by the clock on the wall.</summary>
    public static IReadOnlyList<AppointmentReminder> Of(AppointmentSlot slot, AppointmentRules rules)
    {
        var times = rules.RemindersBefore.Where(before => before > TimeSpan.Zero).Select(before => (Before: before, From: slot.Before(before))).OrderBy(one => one.From).ToList();
        return [.. times.Select((one, place) => new AppointmentReminder(one.Before, one.From, place + 1 < times.Count ? times[place + 1].From : slot.Start))];
    }

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
