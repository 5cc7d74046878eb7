namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// How many of the ranked may be asked by now: the best few first, twice as many after each quarter of the time for an answer, everybody
/// for its last quarter, and everybody at once where there is no time for turns (SEMANTICS.md 6). Whoever declines makes room for the next.
/// </summary>
public static class AskingPlan
{
    private const int Steps = 4;

    /// <param name="first">How many are asked at the booking.</param>
    /// <param name="askedFrom">When the asking began.</param>
    /// <param name="deadline">Until when, and whether there are turns at all.</param>
    /// <param name="now">At this moment.</param>
    /// <returns>How many answers may be open; <see cref="int.MaxValue"/> is everybody.</returns>
    public static int OpenAtMost(int first, DateTimeOffset askedFrom, AnswerDeadline deadline, DateTimeOffset now)
    {
        var whole = deadline.At - askedFrom;
        if (deadline.AllAtOnce || whole <= TimeSpan.Zero || now >= deadline.At)
        {
            return int.MaxValue;
        }

        var step = (int)((now - askedFrom).Ticks * Steps / whole.Ticks);
        return step >= Steps - 1 ? int.MaxValue : first << Math.Max(0, step);
    }
}
