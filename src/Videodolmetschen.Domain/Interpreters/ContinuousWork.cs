namespace Videodolmetschen.Domain.Interpreters;

/// <summary>How long somebody has interpreted without a real break: conversations with short gaps between them count as one.</summary>
/// <param name="Worked">Time on the clocks of those conversations.</param>
/// <param name="Until">End of the last one.</param>
public sealed record ContinuousWork(TimeSpan Worked, DateTimeOffset Until)
{
    public static readonly ContinuousWork None = new(TimeSpan.Zero, DateTimeOffset.MinValue);

    /// <summary>What still counts at this moment: nothing after a gap that was long enough to rest.</summary>
    public TimeSpan At(DateTimeOffset now, TimeSpan gap) => Worked > TimeSpan.Zero && now < Until + gap ? Worked : TimeSpan.Zero;

    /// <summary>With one more conversation.</summary>
    public ContinuousWork With(DateTimeOffset began, TimeSpan worked, DateTimeOffset ended, TimeSpan gap) =>
        new(At(began, gap) + worked, ended > Until ? ended : Until);
}
