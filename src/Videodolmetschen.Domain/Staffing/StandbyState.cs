namespace Videodolmetschen.Domain.Staffing;

/// <summary>A standby shift (Bereitschaft). That it is over stands in its times.</summary>
public enum StandbyShiftState
{
    /// <summary>There are places left.</summary>
    Open,
    /// <summary>Every place is taken.</summary>
    Filled,
    /// <summary>Called off before it began.</summary>
    Cancelled,
}

public enum StandbyShiftEvent
{
    /// <summary>The last place is taken.</summary>
    Fill,
    /// <summary>Somebody gives a place back.</summary>
    Reopen,
    Cancel,
}

/// <summary>What one interpreter and one shift have to do with each other.</summary>
public enum StandbyTakeState
{
    Offered,
    Accepted,
    /// <summary>Did not want it, or gave it back in time.</summary>
    Declined,
    /// <summary>The shift was called off.</summary>
    Cancelled,
    /// <summary>The shift is over, and what was served of it is recorded.</summary>
    Served,
}

public enum StandbyTakeEvent
{
    /// <summary>Again, to somebody who has declined.</summary>
    Offer,
    Accept,
    Decline,
    GiveBack,
    Cancel,
    Serve,
}

/// <summary>What a standby shift is for; there is no free text.</summary>
public enum StandbyNote
{
    Peak,
    Night,
    Weekend,
    Holiday,
    Substitution,
    Other,
}

/// <summary>The one transition table of a standby shift.</summary>
public static class StandbyShiftTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static StandbyShiftState? Next(StandbyShiftState state, StandbyShiftEvent happened) => (state, happened) switch
    {
        (StandbyShiftState.Open, StandbyShiftEvent.Fill) => StandbyShiftState.Filled,
        (StandbyShiftState.Open, StandbyShiftEvent.Cancel) => StandbyShiftState.Cancelled,
        (StandbyShiftState.Filled, StandbyShiftEvent.Reopen) => StandbyShiftState.Open,
        (StandbyShiftState.Filled, StandbyShiftEvent.Cancel) => StandbyShiftState.Cancelled,
        _ => null,
    };
}

/// <summary>The one transition table of a place in a standby shift.</summary>
public static class StandbyTakeTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static StandbyTakeState? Next(StandbyTakeState state, StandbyTakeEvent happened) => (state, happened) switch
    {
        (StandbyTakeState.Offered, StandbyTakeEvent.Accept) => StandbyTakeState.Accepted,
        (StandbyTakeState.Offered, StandbyTakeEvent.Decline) => StandbyTakeState.Declined,
        (StandbyTakeState.Offered, StandbyTakeEvent.Cancel) => StandbyTakeState.Cancelled,
        (StandbyTakeState.Accepted, StandbyTakeEvent.GiveBack) => StandbyTakeState.Declined,
        (StandbyTakeState.Accepted, StandbyTakeEvent.Cancel) => StandbyTakeState.Cancelled,
        (StandbyTakeState.Accepted, StandbyTakeEvent.Serve) => StandbyTakeState.Served,
        (StandbyTakeState.Declined, StandbyTakeEvent.Offer) => StandbyTakeState.Offered,
        _ => null,
    };
}
