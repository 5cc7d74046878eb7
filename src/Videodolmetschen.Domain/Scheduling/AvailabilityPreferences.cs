namespace Videodolmetschen.Domain.Scheduling;

/// <summary>How an interpreter wants to work by appointment (Wünsche für Termine). Null is no wish. What rings at once is not concerned.</summary>
public sealed record AvailabilityPreferences
{
    public static readonly AvailabilityPreferences None = new();

    /// <summary>From the booking to the begin; 30 days at most.</summary>
    public TimeSpan? ShortestNotice { get; init; }

    /// <summary>One appointment, 15 min to 6 h.</summary>
    public TimeSpan? LongestBlock { get; init; }

    /// <summary>All appointments that begin on one day in Berlin, 15 min to 12 h; not shorter than the longest block.</summary>
    public TimeSpan? LongestDay { get; init; }

    /// <summary>Between two appointments, 4 h at most.</summary>
    public TimeSpan? Pause { get; init; }

    /// <exception cref="DomainException"><see cref="ErrorCode.AvailabilityInvalid"/> when a wish is out of its bounds or contradicts another.</exception>
    public void EnsureSound()
    {
        var quarter = TimeSpan.FromMinutes(15);
        var isSound = IsWithin(ShortestNotice, TimeSpan.Zero, TimeSpan.FromDays(30))
            && IsWithin(LongestBlock, quarter, TimeSpan.FromHours(6))
            && IsWithin(LongestDay, LongestBlock ?? quarter, TimeSpan.FromHours(12))
            && IsWithin(Pause, TimeSpan.Zero, TimeSpan.FromHours(4));
        if (!isSound)
        {
            throw new DomainException(ErrorCode.AvailabilityInvalid);
        }
    }

    private static bool IsWithin(TimeSpan? wish, TimeSpan least, TimeSpan most) => wish is null || (wish >= least && wish <= most);
}
