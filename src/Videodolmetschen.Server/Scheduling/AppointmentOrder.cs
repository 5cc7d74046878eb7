using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>What is needed, as a browser sends it (APPOINTMENTS.md).</summary>
internal sealed record NeedOrder
{
    public string Language { get; init; } = "";

    public string Field { get; init; } = "";

    public string Modality { get; init; } = "";

    public bool Urgent { get; init; }

    public IReadOnlyList<Requirement> Requirements { get; init; } = [];

    public IReadOnlyList<Wish> Wishes { get; init; } = [];

    public string? OwnReference { get; init; }
}

/// <param name="WallStart">What the clock on the wall in Berlin shows.</param>
/// <param name="LengthMinutes">Real minutes.</param>
/// <param name="Hour"><c>first</c> or <c>second</c> of an hour that comes twice.</param>
/// <param name="Weekly">Null for a single one.</param>
/// <param name="IsNecessary">It has to be at this time (§ 9 (6) JVEG).</param>
internal sealed record WhenOrder(DateTime WallStart, int LengthMinutes, string? Hour, WeeklyOrder? Weekly, bool IsNecessary = false)
{
    private const int LengthAtMost = 24 * 60;

    public RepeatedHour RepeatedHour => Hour switch
    {
        null or "first" => RepeatedHour.First,
        "second" => RepeatedHour.Second,
        _ => throw new DomainException(ErrorCode.ArgumentInvalid),
    };

    public TimeSpan Length => LengthMinutes is > 0 and <= LengthAtMost ? TimeSpan.FromMinutes(LengthMinutes) : throw new DomainException(ErrorCode.AppointmentLengthInvalid);

    /// <summary>Without a zone: it is a time on the wall.</summary>
    public DateTime Wall => DateTime.SpecifyKind(WallStart, DateTimeKind.Unspecified);

    public AppointmentSeries? Series => Weekly is null ? null : new AppointmentSeries
    {
        WallStart = Wall,
        Length = Length,
        Times = Weekly.Times,
        Until = Weekly.Until,
        Exceptions = (Weekly.Exceptions ?? []).ToHashSet(),
        Hour = RepeatedHour,
    };
}

internal sealed record WeeklyOrder(int? Times, DateOnly? Until, IReadOnlyList<DateOnly>? Exceptions);

/// <param name="Key">Made by the browser for one press of the button.</param>
/// <param name="UnitId">For coordinators; requesters book for their own unit.</param>
/// <param name="Need">What for.</param>
/// <param name="When">For what time.</param>
internal sealed record BookingOrder(Guid Key, Guid? UnitId, NeedOrder? Need, WhenOrder? When);
