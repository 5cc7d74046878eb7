using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Why a request was offered to whom, and why not to others of its language.</summary>
public sealed record ReasonsView
{
    public required Guid RequestId { get; init; }

    public required string Language { get; init; }

    /// <summary>Somebody is still searched for, or has just accepted.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>All that were ever made, the first one first.</summary>
    public required IReadOnlyList<PastOfferView> Offers { get; init; }

    /// <summary>Everybody else who names the language, those with the fewest obstacles first.</summary>
    public required IReadOnlyList<NotOfferedView> NotOffered { get; init; }
}

/// <summary>An offer with its reasons and how it ended.</summary>
public sealed record PastOfferView
{
    public required Guid OfferId { get; init; }

    public required string InterpreterName { get; init; }

    public required string InterpreterNumber { get; init; }

    public required int Wave { get; init; }

    public required int Rank { get; init; }

    public required DateTimeOffset OfferedAt { get; init; }

    public required OfferState State { get; init; }

    public DeclineReason? DeclineReason { get; init; }

    public WithdrawnBecause? WithdrawnBecause { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    public required RankReasons Reasons { get; init; }
}

/// <param name="Interpreter">As on the floor, also off duty.</param>
/// <param name="Obstacles"><see cref="Domain.Dispatch.Obstacles"/> in snake_case; none: the turn has not come, or it was over.</param>
public sealed record NotOfferedView(FloorInterpreter Interpreter, IReadOnlyList<string> Obstacles);
