using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>The day of the last instant asked about: most questions are about the same one.</summary>
internal static class BerlinDay
{
    [ThreadStatic]
    private static (DateTimeOffset Hour, DateOnly Day) _last;

    public static DateOnly Of(DateTimeOffset now)
    {
        if (now < _last.Hour || now - _last.Hour >= TimeSpan.FromHours(1))
        {
            var hour = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerHour), now.Offset);
            _last = (hour, BerlinTime.DayOf(hour));
        }

        return _last.Day;
    }
}
