using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// The time of the live service: the database's clock, which all nodes share, read once and carried on by the monotonic counter.
/// A wall clock that is set while a session runs changes no billed second, and wall clocks of nodes need not agree (RELIABILITY.md 1.12).
/// </summary>
internal sealed class SteadyClock(TimeProvider time, DatabaseClock database)
{
    private const int Readings = 3;

    // Until the database has been read.
    private Anchor _anchor = new(time.GetUtcNow(), time.GetTimestamp());

    /// <param name="At">The time of the service.</param>
    /// <param name="Stamp">The monotonic counter at that moment.</param>
    private sealed record Anchor(DateTimeOffset At, long Stamp);

    public DateTimeOffset Now
    {
        get
        {
            var anchor = Volatile.Read(ref _anchor);
            return Rounded(anchor.At + time.GetElapsedTime(anchor.Stamp));
        }
    }

    /// <summary>Takes the time of the database as read in the middle of the way there and back, by the fastest of a few ways.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is away; the clock goes on as before.</exception>
    public async Task AnchorAsync(CancellationToken cancellationToken)
    {
        var (fastest, best) = (TimeSpan.MaxValue, _anchor);
        for (var reading = 0; reading < Readings; reading++)
        {
            var asked = time.GetTimestamp();
            var at = await database.ReadAsync(cancellationToken);
            if (time.GetElapsedTime(asked) is var took && took < fastest)
            {
                (fastest, best) = (took, new Anchor(at - (took / 2), asked));
            }
        }

        Volatile.Write(ref _anchor, best);
    }

    // PostgreSQL keeps microseconds: what is told must equal what is read back.
    private static DateTimeOffset Rounded(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
