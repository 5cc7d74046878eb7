using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

internal sealed record StintRow
{
    public Guid Id { get; init; }

    public Guid SessionId { get; init; }

    public Guid InterpreterId { get; init; }

    public Guid CustomerId { get; init; }

    public int Number { get; init; }

    public Guid? ReliefId { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset JoinedAt { get; init; }

    public DateTimeOffset? HandsOverAt { get; init; }

    public DateTimeOffset? TookOverAt { get; init; }

    public DateTimeOffset? LeftAt { get; init; }

    public int SecondsBefore { get; init; }

    public int? BillableSeconds { get; init; }

    public Stint ToDomain() => new()
    {
        Id = new StintId(Id),
        Session = new SessionId(SessionId),
        Interpreter = new InterpreterId(InterpreterId),
        Customer = new CustomerId(CustomerId),
        Number = Number,
        Relief = ReliefId is { } relief ? new RequestId(relief) : null,
        State = SnakeCase.Parse<StintState>(State),
        JoinedAt = JoinedAt,
        HandsOverAt = HandsOverAt,
        TookOverAt = TookOverAt,
        LeftAt = LeftAt,
        SecondsBefore = SecondsBefore,
        BillableSeconds = BillableSeconds,
    };
}
