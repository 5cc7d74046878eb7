using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

internal sealed record GuestRow
{
    public Guid Id { get; init; }

    public Guid SessionId { get; init; }

    public Guid CustomerId { get; init; }

    public string Seat { get; init; } = "";

    public string Role { get; init; } = "";

    public string LinkHash { get; init; } = "";

    public DateTimeOffset InvitedAt { get; init; }

    public DateTimeOffset LinkUntil { get; init; }

    public string State { get; init; } = "";

    public string? EndReason { get; init; }

    public DateTimeOffset? AdmittedAt { get; init; }

    public DateTimeOffset? AwaySince { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public Guest ToDomain() => new()
    {
        Id = new GuestId(Id),
        Session = new SessionId(SessionId),
        Customer = new CustomerId(CustomerId),
        Seat = Domain.Sessions.Seat.TryParse(Seat, out var seat) ? seat : throw new InvalidOperationException($"{Seat} is no seat."),
        Role = SnakeCase.Parse<GuestRole>(Role),
        LinkHash = LinkHash,
        InvitedAt = InvitedAt,
        LinkUntil = LinkUntil,
        State = SnakeCase.Parse<GuestState>(State),
        EndReason = EndReason is null ? null : SnakeCase.Parse<GuestEndReason>(EndReason),
        AdmittedAt = AdmittedAt,
        AwaySince = AwaySince,
        EndedAt = EndedAt,
    };
}
