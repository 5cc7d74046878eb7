namespace Videodolmetschen.Domain.Dispatch;

/// <summary>Every number of SEMANTICS.md 2 to 5 with its default. Changed by coordinators, never a constant in code.</summary>
public sealed record DispatchPolicy
{
    public int FirstWaveSize { get; init; } = 3;

    public TimeSpan FirstWaveAlone { get; init; } = TimeSpan.FromSeconds(12);

    public int NextWaveSize { get; init; } = 5;

    public TimeSpan NextWaveEvery { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan EverybodyAfter { get; init; } = TimeSpan.FromSeconds(45);

    public TimeSpan OfferLife { get; init; } = TimeSpan.FromSeconds(20);

    public int MissesUntilPause { get; init; } = 3;

    public TimeSpan UnservedAfter { get; init; } = TimeSpan.FromSeconds(240);

    public TimeSpan ChoicesAfter { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long a requester who lost the connection keeps the place.</summary>
    public TimeSpan RequesterGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an interpreter without any connection stays on duty.</summary>
    public TimeSpan PresenceGrace { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan WrapUp { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan WrapUpAtMost { get; init; } = TimeSpan.FromSeconds(120);

    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(45);

    public TimeSpan InterruptionGrace { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>No sign of media from either side for so long is an interruption. Browsers report every 10 s.</summary>
    public TimeSpan MediaSilence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Positions are told again at most so often.</summary>
    public TimeSpan PositionsEvery { get; init; } = TimeSpan.FromSeconds(1);
}
