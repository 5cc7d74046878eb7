using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>A callback that is still open, with those who declined its request.</summary>
internal sealed record CallbackRow
{
    public Guid Id { get; init; }

    public Guid RequestId { get; init; }

    public DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public string State { get; init; } = "";

    public DateTimeOffset? ReadyAt { get; init; }

    public Guid[] DeclinedBy { get; init; } = [];

    public Callback ToDomain(InterpretingRequest wanted) => new()
    {
        Id = new CallbackId(Id),
        Wanted = wanted,
        DeclinedBy = [.. DeclinedBy.Select(id => new InterpreterId(id))],
        AskedAt = AskedAt,
        ExpiresAt = ExpiresAt,
        State = SnakeCase.Parse<CallbackState>(State),
        ReadyAt = ReadyAt,
    };
}
