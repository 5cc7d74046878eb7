namespace Videodolmetschen.Domain.Interpreters;

/// <summary>What an interpreter can take now (Status).</summary>
public enum PresenceState
{
    Offline,
    Available,
    InSession,
    WrapUp,
    Paused,
}

public enum PausedBecause
{
    OwnWish,
    MissedOffers,
    Break,
}

/// <summary>What an interpreter may ask for. The rest of the states only happens.</summary>
public enum PresenceWish
{
    Available,
    Paused,
    Offline,
}

/// <summary>Status of one interpreter, stored with every change.</summary>
public sealed record Presence(InterpreterId Interpreter, PresenceState State, DateTimeOffset Since)
{
    public PausedBecause? PausedBecause { get; init; }

    /// <summary>Missed offers in a row; three pause.</summary>
    public int MissedInARow { get; init; }

    /// <summary>End of the wrap-up; only in <see cref="PresenceState.WrapUp"/>.</summary>
    public DateTimeOffset? WrapUpUntil { get; init; }

    /// <summary>Since when without a session: the longest idle is rung first.</summary>
    public required DateTimeOffset IdleSince { get; init; }

    /// <summary>What follows a session or a wrap-up: an interpreter who asked for a pause or the end of duty meanwhile gets it.</summary>
    public PresenceState Afterwards { get; init; } = PresenceState.Available;

    /// <summary>Why somebody was paused who was rung for an emergency and goes back to it; null else.</summary>
    public PausedBecause? AfterwardsBecause { get; init; }

    /// <summary>How long a break is meant to last; it ends only by the interpreter's own word.</summary>
    public DateTimeOffset? BreakUntil { get; init; }

    public ContinuousWork Work { get; init; } = ContinuousWork.None;
}
