namespace Videodolmetschen.Domain.Sessions;

/// <summary>As what somebody takes part.</summary>
public enum ParticipantRole
{
    Requester,
    Interpreter,
    EndUser,
    Companion,
}

/// <summary>Whether somebody is in the session.</summary>
public enum ParticipantState
{
    /// <summary>Sees and hears, is seen and heard.</summary>
    In,
    /// <summary>A guest in the waiting room.</summary>
    Waiting,
    /// <summary>A guest who has not come yet.</summary>
    Invited,
}

/// <summary>Somebody in a session, or at its door, on a seat.</summary>
/// <param name="Seat">The place; signals are addressed by it.</param>
/// <param name="Who">The person.</param>
/// <param name="Role">As what.</param>
/// <param name="State">Whether the person is in.</param>
/// <param name="SatDownAt">Since when the person is in; later in pairs means: offers first.</param>
public sealed record Participant(Seat Seat, Party Who, ParticipantRole Role, ParticipantState State, DateTimeOffset SatDownAt)
{
    /// <summary>A guest whose page has no connection.</summary>
    public bool IsAway { get; init; }

    /// <summary>How long the link of an invited guest works.</summary>
    public DateTimeOffset? LinkUntil { get; init; }

    public bool IsIn => State == ParticipantState.In;

    public static Participant Of(Guest guest) => new(
        guest.Seat,
        Party.Of(guest.Id),
        guest.Role == GuestRole.EndUser ? ParticipantRole.EndUser : ParticipantRole.Companion,
        guest.State switch { GuestState.In => ParticipantState.In, GuestState.Waiting => ParticipantState.Waiting, _ => ParticipantState.Invited },
        guest.AdmittedAt ?? DateTimeOffset.MaxValue)
    {
        IsAway = guest.AwaySince is not null,
        LinkUntil = guest.State == GuestState.Invited ? guest.LinkUntil : null,
    };
}
