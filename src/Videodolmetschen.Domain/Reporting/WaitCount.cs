namespace Videodolmetschen.Domain.Reporting;

/// <summary>How a request at once came to its end, as reports count it. Searches for a relief and calls of an appointment are none of these.</summary>
public enum WaitOutcome
{
    /// <summary>A conversation began: both sides had media.</summary>
    Answered,
    /// <summary>Whoever asked gave up, or was gone, before one began.</summary>
    Abandoned,
    /// <summary>Nobody came; the cause is known.</summary>
    Unserved,
    /// <summary>Our own staff took it back.</summary>
    Withdrawn,
}

/// <summary>So many requests came to the same end after the same time.</summary>
/// <param name="Outcome">The end.</param>
/// <param name="Seconds">From the press to the first media, or to the end where there were none; a part of a second counts as a whole one.</param>
/// <param name="Requests">How many.</param>
public readonly record struct WaitCount(WaitOutcome Outcome, int Seconds, int Requests)
{
    /// <summary>Longer waits are counted as so long.</summary>
    public const int SecondsAtMost = 3600;

    /// <summary>Rounded up: who waited 30.2 seconds was not answered within 30.</summary>
    public static int SecondsOf(TimeSpan wait) => (int)Math.Clamp(Math.Ceiling(wait.TotalSeconds), 0, SecondsAtMost);
}
