namespace Videodolmetschen.Domain.Billing;

/// <summary>What is said to be wrong with a billing line.</summary>
public enum DisputeReason
{
    /// <summary>Begin, end or length.</summary>
    Time,
    /// <summary>The price of a unit, or the tariff.</summary>
    Price,
    /// <summary>One is missing, or one too many.</summary>
    Surcharge,
    /// <summary>The service did not take place, or by somebody else.</summary>
    NotHeld,
    /// <summary>It stands there already.</summary>
    Twice,
    Other,
}

public enum DisputeState
{
    /// <summary>Waits for an answer; its service is held back from billing runs.</summary>
    Open,
    /// <summary>Something was corrected.</summary>
    Accepted,
    Rejected,
    /// <summary>By whoever has raised it.</summary>
    TakenBack,
}

public enum DisputeEvent
{
    Accept,
    Reject,
    TakeBack,
}

/// <summary>The one transition table of a dispute. An answer is final: whoever finds it wrong raises another one.</summary>
public static class DisputeTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static DisputeState? Next(DisputeState state, DisputeEvent happened) => (state, happened) switch
    {
        (DisputeState.Open, DisputeEvent.Accept) => DisputeState.Accepted,
        (DisputeState.Open, DisputeEvent.Reject) => DisputeState.Rejected,
        (DisputeState.Open, DisputeEvent.TakeBack) => DisputeState.TakenBack,
        _ => null,
    };
}
