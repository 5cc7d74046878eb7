namespace Videodolmetschen.Server.Staffing;

/// <summary>A shift as coordinators see it. States and note in snake_case.</summary>
internal sealed record StandbyShiftView(Guid Id, string? Language, DateTimeOffset StartsAt, DateTimeOffset EndsAt, int Places, string Note, string State)
{
    public IReadOnlyList<StandbyTakeView> Takes { get; init; } = [];
}

/// <param name="ServedMinutes">On duty during the shift; null until it is over and recorded.</param>
/// <param name="PausedMinutes">In pause during the shift.</param>
internal sealed record StandbyTakeView(
    Guid InterpreterId, string Number, string Name, string State, DateTimeOffset OfferedAt, DateTimeOffset? AnsweredAt, int? ServedMinutes, int? PausedMinutes)
{
    /// <summary><c>absent</c> or <c>own_appointment</c>, where one has come over an offer or a promise that still counts; else null.</summary>
    public string? Hindrance { get; init; }
}

/// <summary>A shift as one interpreter sees it: nothing of the others but whether a place is left.</summary>
internal sealed record OwnStandby(
    Guid Id, string? Language, DateTimeOffset StartsAt, DateTimeOffset EndsAt, string Note, string State, bool IsFull, int? ServedMinutes, int? PausedMinutes)
{
    /// <summary>Set by the rules, not by the table.</summary>
    public DateTimeOffset GiveBackUntil { get; init; }
}

/// <param name="Hindrance">In snake_case; null where nothing speaks against an offer.</param>
internal sealed record StandbyCandidateView(Guid Id, string Number, string Name, string? Hindrance);
