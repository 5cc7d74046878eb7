using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Who may be asked for an appointment, the best first, and what keeps the others from it.</summary>
/// <param name="Ranked">In the order in which they are asked.</param>
/// <param name="Hindered">Those who are not asked, the nearest to it first.</param>
public sealed record AppointmentMatch(IReadOnlyList<RankedInterpreter> Ranked, IReadOnlyList<AppointmentHindrance> Hindered);

/// <summary>Somebody who may be asked, and why at this rank.</summary>
public sealed record RankedInterpreter(Interpreter Interpreter, AppointmentRankReasons Reasons);

/// <summary>Why somebody is asked at this place; kept with the offer, can be shown (SEMANTICS.md 2).</summary>
/// <param name="Continuity">The requester wishes this very interpreter.</param>
/// <param name="FulfilledWishes">How many, this one among them.</param>
/// <param name="Level">1 sworn to 6 none.</param>
/// <param name="KnowsField">The field is among the interpreter's.</param>
/// <param name="MinutesThatWeek">Already interpreted or booked in the week in which the appointment lies.</param>
public sealed record AppointmentRankReasons(bool Continuity, int FulfilledWishes, int Level, bool KnowsField, int MinutesThatWeek);

/// <summary>Somebody who is not asked, with everything that stands against it.</summary>
/// <param name="Interpreter">Who.</param>
/// <param name="Obstacles">What the person lacks on the day, as for a live request.</param>
/// <param name="Calendar">What the time is against.</param>
public sealed record AppointmentHindrance(Interpreter Interpreter, Obstacles Obstacles, CalendarObstacles Calendar);

/// <summary>What in an interpreter's calendar stands against a slot.</summary>
[Flags]
public enum CalendarObstacles
{
    None = 0,
    /// <summary>The declared week does not cover all of the slot.</summary>
    OutsideAvailability = 1,
    Absent = 1 << 1,
    /// <summary>Another appointment lies in the slot or nearer than the gap.</summary>
    OwnAppointment = 1 << 2,
    /// <summary>Sooner than this interpreter wants to be asked.</summary>
    NoticeTooShort = 1 << 3,
    /// <summary>Longer than this interpreter wants to interpret.</summary>
    TooLong = 1 << 4,
    /// <summary>With the other appointments of the day more than this interpreter wants to interpret.</summary>
    DayFull = 1 << 5,
}
