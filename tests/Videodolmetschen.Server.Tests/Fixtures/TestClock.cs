namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>A clock that a test sets forward. Timers stay real.</summary>
public sealed class TestClock : TimeProvider
{
    private TimeSpan _ahead;

    public void Advance(TimeSpan by) => _ahead += by;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;
}
