namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>The same time as everybody's, on a machine whose wall clock says something else.</summary>
internal sealed class SkewedTime(ManualTime time, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => time.GetUtcNow() + ahead;

    public override long GetTimestamp() => time.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        time.CreateTimer(callback, state, dueTime, period);
}
