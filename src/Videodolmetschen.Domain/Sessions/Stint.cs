namespace Videodolmetschen.Domain.Sessions;

/// <summary>
/// The part of a session that one interpreter carries (Abschnitt). What the interpreter earns comes from stints, what the customer
/// owes from the session: its clock runs on through every handover.
/// </summary>
public sealed record Stint
{
    public required StintId Id { get; init; }

    public required SessionId Session { get; init; }

    public required InterpreterId Interpreter { get; init; }

    public required CustomerId Customer { get; init; }

    /// <summary>1 for the first interpreter, counted up with each relief, never used twice in a session.</summary>
    public required int Number { get; init; }

    /// <summary>The search that found this interpreter; null for the first.</summary>
    public RequestId? Relief { get; init; }

    public StintState State { get; init; } = StintState.Joining;

    public required DateTimeOffset JoinedAt { get; init; }

    /// <summary>When a relief whose media stands takes over by itself; null until it stands, and after.</summary>
    public DateTimeOffset? HandsOverAt { get; init; }

    public DateTimeOffset? TookOverAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Billable seconds of the session that others carried before.</summary>
    public int SecondsBefore { get; init; }

    /// <summary>Whole seconds of this stint, once left. All stints of a session add up to the session.</summary>
    public int? BillableSeconds { get; init; }

    public bool IsOpen => State != StintState.Left;

    /// <summary>The place in the call, as PROTOCOL.md names it.</summary>
    public Seat Seat => Seat.InterpreterNumber(Number);
}

public enum StintState
{
    /// <summary>A relief that is in, but does not interpret yet.</summary>
    Joining,
    Interpreting,
    Left,
}

public enum StintEvent
{
    TakeOver,
    Leave,
}

/// <summary>The one transition table of a stint.</summary>
public static class StintTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static StintState? Next(StintState state, StintEvent happened) => (state, happened) switch
    {
        (StintState.Joining, StintEvent.TakeOver) => StintState.Interpreting,
        (StintState.Joining, StintEvent.Leave) => StintState.Left,
        (StintState.Interpreting, StintEvent.Leave) => StintState.Left,
        _ => null,
    };
}
