namespace Videodolmetschen.Domain.Sessions;

/// <summary>As what somebody takes part.</summary>
public enum ParticipantRole
{
    Requester,
    Interpreter,
}

/// <summary>Whether somebody is in the session.</summary>
public enum ParticipantState
{
    /// <summary>Sees and hears, is seen and heard.</summary>
    In,
}

/// <summary>Somebody in a session, on a seat.</summary>
/// <param name="Seat">The place; signals are addressed by it.</param>
/// <param name="Who">The person.</param>
/// <param name="Role">As what.</param>
/// <param name="State">Whether the person is in.</param>
public sealed record Participant(Seat Seat, Party Who, ParticipantRole Role, ParticipantState State)
{
    public bool IsIn => State == ParticipantState.In;
}
