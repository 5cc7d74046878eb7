using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>What speaks against offering a standby shift to somebody who speaks its language.</summary>
public enum StandbyHindrance
{
    /// <summary>The shift lies, at least in part, outside the declared week.</summary>
    OutsideAvailability,
    /// <summary>Another accepted shift lies in that time.</summary>
    OtherStandby,
}

/// <summary>An interpreter to whom a standby shift may be offered.</summary>
/// <param name="Interpreter">Who speaks its language.</param>
/// <param name="Availability">The declared week; null for always.</param>
/// <param name="Taken">Other shifts that this interpreter has accepted.</param>
public sealed record StandbyCandidate(InterpreterId Interpreter, Availability? Availability, IReadOnlyList<AppointmentSlot> Taken)
{
    /// <summary>Null where nothing speaks against it. Shifts that only touch do not overlap.</summary>
    public StandbyHindrance? HindranceOf(AppointmentSlot slot)
    {
        if (Taken.Any(slot.Overlaps))
        {
            return StandbyHindrance.OtherStandby;
        }

        return Availability is null || Availability.CoversAll(slot) ? null : StandbyHindrance.OutsideAvailability;
    }
}
