using System.Diagnostics.CodeAnalysis;

namespace Videodolmetschen.Server.Realtime;

/// <summary>The floor as it is now, for coordinators.</summary>
public record FloorView
{
    public required long Revision { get; init; }

    public required DateTimeOffset ServerTime { get; init; }

    public required IReadOnlyList<FloorRequest> Requests { get; init; }

    public required IReadOnlyList<FloorSession> Sessions { get; init; }

    public required IReadOnlyList<FloorInterpreter> Interpreters { get; init; }
}

/// <summary>Only the rows that changed since the one before.</summary>
public sealed record FloorChange : FloorView
{
    public required IReadOnlyList<Guid> RemovedRequests { get; init; }

    public required IReadOnlyList<Guid> RemovedSessions { get; init; }

    public required IReadOnlyList<Guid> RemovedInterpreters { get; init; }
}

public sealed record FloorRequest : RequestView
{
    public FloorRequest()
    {
    }

    [SetsRequiredMembers]
    internal FloorRequest(RequestView request, string customerName, string unitName, IReadOnlyList<FloorOffer> offers)
        : base(request) => (CustomerName, UnitName, Offers) = (customerName, unitName, offers);

    public required string CustomerName { get; init; }

    public required string UnitName { get; init; }

    public required IReadOnlyList<FloorOffer> Offers { get; init; }
}

public sealed record FloorOffer
{
    public required Guid OfferId { get; init; }

    public required Guid InterpreterId { get; init; }

    public required string InterpreterName { get; init; }

    public required int Wave { get; init; }

    public required int Rank { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Why this rank.</summary>
    public required RankReasons Reasons { get; init; }
}

public sealed record RankReasons(
    bool Continuity,
    int WishesFulfilled,
    int Level,
    bool KnowsField,
    DateTimeOffset IdleSince,
    int OfferedMinutesThisWeek,
    string? Related);

public sealed record FloorSession : SessionView
{
    public FloorSession()
    {
    }

    [SetsRequiredMembers]
    internal FloorSession(SessionView session, Guid interpreterId, IReadOnlyList<StintView> stints)
        : base(session) => (InterpreterId, Stints) = (interpreterId, stints);

    public required Guid InterpreterId { get; init; }

    /// <summary>In the order of sitting down.</summary>
    public required IReadOnlyList<StintView> Stints { get; init; }
}

public sealed record FloorInterpreter
{
    public required Guid Id { get; init; }

    public required string Number { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required PresenceView Presence { get; init; }

    public required bool Connected { get; init; }

    /// <summary>The request for which this interpreter is being rung.</summary>
    public Guid? RingingFor { get; init; }
}
