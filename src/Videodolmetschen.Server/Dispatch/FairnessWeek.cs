namespace Videodolmetschen.Server.Dispatch;

internal static class FairnessWeek
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Monday 0:00 in Berlin.</summary>
    public static DateTimeOffset Since(DateTimeOffset now)
    {
        var day = TimeZoneInfo.ConvertTime(now, Berlin).Date;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new DateTimeOffset(monday, Berlin.GetUtcOffset(monday));
    }
}
