using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Dispatch;

internal static class FairnessWeek
{
    /// <summary>Monday 0:00 in Berlin.</summary>
    public static DateTimeOffset Since(DateTimeOffset now)
    {
        var day = BerlinTime.DayOf(now);
        return BerlinTime.BeginOf(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));
    }
}
