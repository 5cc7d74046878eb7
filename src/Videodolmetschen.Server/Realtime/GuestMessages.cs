using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <param name="SessionId">The session the link is for.</param>
/// <param name="Role">As what the guest comes.</param>
/// <param name="LinkHash">SHA-256 of the token, 64 hexadecimal digits in lower case; the token stays in the requester's browser.</param>
public sealed record InviteGuestArgs(Guid SessionId, GuestRole Role, string LinkHash);

public sealed record AdmitGuestArgs(Guid SessionId, Seat Seat);

public sealed record DismissGuestArgs(Guid SessionId, Seat Seat);

/// <summary>What guests know of themselves and of where they are.</summary>
public sealed record GuestView
{
    public required Guid SessionId { get; init; }

    public required Seat Seat { get; init; }

    public required GuestRole Role { get; init; }

    public required GuestState State { get; init; }

    public required Modality Modality { get; init; }

    public required string CustomerName { get; init; }

    public required string UnitName { get; init; }

    public GuestEndReason? EndReason { get; init; }
}

/// <param name="Revision">The decision.</param>
/// <param name="Guest">The new view.</param>
/// <param name="Session">Once in.</param>
/// <param name="Call">Once in, for the tab that is to carry the call.</param>
public sealed record GuestChanged(long Revision, GuestView Guest, SessionView? Session, CallSetup? Call);
