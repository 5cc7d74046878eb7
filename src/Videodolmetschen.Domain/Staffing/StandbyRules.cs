using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>Limits of standby shifts.</summary>
public sealed record StandbyRules
{
    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(30);

    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(12);

    public int DaysAheadAtMost { get; init; } = 90;

    public int PlacesAtMost { get; init; } = 50;

    /// <summary>Until so long before the start an accepted shift may be given back. Whole days go by the clock on the wall.</summary>
    public TimeSpan GiveBackBefore { get; init; } = TimeSpan.FromDays(1);

    /// <summary>From this instant on an accepted shift is binding.</summary>
    public DateTimeOffset GiveBackUntil(AppointmentSlot slot) => slot.Before(GiveBackBefore);

    /// <exception cref="DomainException"><see cref="ErrorCode.StandbyTimesInvalid"/> or <see cref="ErrorCode.ArgumentInvalid"/>.</exception>
    public void Check(AppointmentSlot slot, int places, DateTimeOffset now)
    {
        if (places < 1 || places > PlacesAtMost)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var tooFar = slot.Day > BerlinTime.DayOf(now).AddDays(DaysAheadAtMost);
        if (slot.Start <= now || tooFar || slot.Length < Shortest || slot.Length > Longest)
        {
            throw new DomainException(ErrorCode.StandbyTimesInvalid);
        }
    }
}
