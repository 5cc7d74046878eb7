using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Dispatch;

internal static class FairnessWeek
{
    /// <summary>Monday 0:00 in Berlin.</summary>
    public static DateTimeOffset Since(DateTimeOffset now) => BerlinTime.BeginOf(BerlinTime.MondayOf(BerlinTime.DayOf(now)));
}
