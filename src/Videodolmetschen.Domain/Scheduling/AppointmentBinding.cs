using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Whether somebody may be bound to an appointment: by an own yes or a coordinator's hand, both of which pass over wishes and an earlier no.</summary>
public static class AppointmentBinding
{
    private const CalendarObstacles InTheWay = CalendarObstacles.OwnAppointment | CalendarObstacles.Absent;

    public static bool MayTake(Appointment appointment, AppointmentCandidate candidate, AppointmentRules rules, DateTimeOffset now)
    {
        var strict = appointment with { Wishes = [] };
        var personal = AppointmentMatching.PersonalObstacles(strict, candidate with { HasDeclined = false }, now);
        return personal == Obstacles.None && (AppointmentMatching.ObstaclesInCalendar(appointment.Slot, candidate, rules, now) & InTheWay) == CalendarObstacles.None;
    }
}
