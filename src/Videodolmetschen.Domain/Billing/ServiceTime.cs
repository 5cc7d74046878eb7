namespace Videodolmetschen.Domain.Billing;

/// <summary>
/// When the billed minutes were. Where the clock stood in between, nobody kept when: its minutes are spread evenly over the time. Minutes that are billed
/// beyond the end (a minimum, a started step) are those after it, so that nothing becomes cheaper when the conversation goes on through them.
/// </summary>
/// <param name="Seconds">That count.</param>
/// <param name="Words">Where they come from, in German.</param>
internal sealed record ServiceTime(DateTimeOffset From, DateTimeOffset Until, int Seconds, string Words)
{
    public int Minutes => StartedMinutes.Of(Seconds);

    /// <summary>How many of these minutes lie in the set, counted from the first; a started one counts.</summary>
    public int MinutesIn(TimeSet set, int first, int count)
    {
        var (from, until) = (InstantOf(first), InstantOf(first + count));
        return until <= from ? 0 : (int)decimal.Ceiling((decimal)set.Within(from, until).Ticks * count / (until - from).Ticks);
    }

    public DateTimeOffset InstantOf(int minute)
    {
        var seconds = 60 * minute;
        return Until <= From
            ? From.AddSeconds(seconds)
            : seconds >= Seconds
            ? Until.AddSeconds(seconds - Seconds)
            : From.AddTicks((long)((decimal)(Until - From).Ticks * seconds / Seconds));
    }
}
