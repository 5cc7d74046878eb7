namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// The time of the live service: the wall clock read once, carried on by the monotonic counter. A wall clock that is set
/// while a session runs changes no billed second (RELIABILITY.md 1.12).
/// </summary>
public sealed class SteadyClock(TimeProvider time)
{
    private readonly DateTimeOffset _anchor = time.GetUtcNow();
    private readonly long _start = time.GetTimestamp();

    public DateTimeOffset Now => Rounded(_anchor + time.GetElapsedTime(_start));

    // PostgreSQL keeps microseconds: what is told must equal what is read back.
    private static DateTimeOffset Rounded(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
