namespace Videodolmetschen.Domain.Sessions;

/// <summary>
/// A guest of a session (Gast), from the link on: comes by a link that works once, waits, and is in when the requester says so.
/// Has no account and no name here.
/// </summary>
public sealed record Guest
{
    public required GuestId Id { get; init; }

    public required SessionId Session { get; init; }

    public required CustomerId Customer { get; init; }

    public required Seat Seat { get; init; }

    public required GuestRole Role { get; init; }

    /// <summary>SHA-256 of the link's token, 64 hexadecimal digits in lower case. The token itself is nowhere but in the link.</summary>
    public required string LinkHash { get; init; }

    public required DateTimeOffset InvitedAt { get; init; }

    /// <summary>From then on the link opens nothing.</summary>
    public required DateTimeOffset LinkUntil { get; init; }

    public GuestState State { get; init; } = GuestState.Invited;

    public DateTimeOffset? AdmittedAt { get; init; }

    /// <summary>Since when the guest's page has had no connection; null while it has one.</summary>
    public DateTimeOffset? AwaySince { get; init; }

    public GuestEndReason? EndReason { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public bool IsUnfinished => State != GuestState.Ended;
}

public enum GuestRole
{
    /// <summary>The one who needs the language.</summary>
    EndUser,
    /// <summary>Somebody who accompanies: a relative, a counsellor.</summary>
    Companion,
}

public enum GuestState
{
    /// <summary>The link is out, and nobody has come by it.</summary>
    Invited,
    /// <summary>In the waiting room: sees and hears nobody, and nobody sees or hears the guest.</summary>
    Waiting,
    In,
    Ended,
}

public enum GuestEndReason
{
    /// <summary>The link was taken back before anybody came.</summary>
    Revoked,
    /// <summary>Nobody came by the link in time.</summary>
    Expired,
    /// <summary>Not let in.</summary>
    Rejected,
    /// <summary>Sent out during the conversation.</summary>
    Removed,
    /// <summary>Went by themselves.</summary>
    Left,
    SessionEnded,
}

public enum GuestEvent
{
    Arrive,
    Admit,
    End,
}

/// <summary>The one transition table of a guest.</summary>
public static class GuestTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static GuestState? Next(GuestState state, GuestEvent happened) => (state, happened) switch
    {
        (GuestState.Invited, GuestEvent.Arrive) => GuestState.Waiting,
        (GuestState.Waiting, GuestEvent.Admit) => GuestState.In,
        (GuestState.Invited or GuestState.Waiting or GuestState.In, GuestEvent.End) => GuestState.Ended,
        _ => null,
    };
}
