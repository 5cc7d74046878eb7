using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>What speaks against offering a standby shift to somebody who speaks its language.</summary>
public enum StandbyHindrance
{
    /// <summary>The shift lies, at least in part, outside the declared week.</summary>
    OutsideAvailability,
    /// <summary>Another accepted shift lies in that time.</summary>
    OtherStandby,
    /// <summary>An absence lies, at least in part, in that time.</summary>
    Absent,
    /// <summary>An appointment to which the interpreter is bound lies, at least in part, in that time.</summary>
    OwnAppointment,
}

/// <summary>An interpreter to whom a standby shift may be offered.</summary>
/// <param name="Interpreter">Who speaks its language.</param>
/// <param name="Availability">The declared week with the absences; null for always.</param>
/// <param name="Taken">Other shifts that this interpreter has accepted.</param>
public sealed record StandbyCandidate(InterpreterId Interpreter, Availability? Availability, IReadOnlyList<AppointmentSlot> Taken)
{
    /// <summary>Appointments to which this interpreter is bound.</summary>
    public IReadOnlyList<AppointmentSlot> Booked { get; init; } = [];

    /// <summary>Null where nothing speaks against it. What only touches the shift does not overlap it.</summary>
    public StandbyHindrance? HindranceOf(AppointmentSlot slot)
    {
        if (Availability?.Absences.Any(absence => absence.Touches(slot)) == true)
        {
            return StandbyHindrance.Absent;
        }

        if (Booked.Any(slot.Overlaps))
        {
            return StandbyHindrance.OwnAppointment;
        }

        if (Taken.Any(slot.Overlaps))
        {
            return StandbyHindrance.OtherStandby;
        }

        return Availability is null || Availability.CoversAll(slot) ? null : StandbyHindrance.OutsideAvailability;
    }

    /// <summary>Whoever declared another week may say yes to a shift all the same; whoever is away or promised elsewhere cannot.</summary>
    public static bool IsBinding(StandbyHindrance hindrance) => hindrance is StandbyHindrance.Absent or StandbyHindrance.OwnAppointment;
}
