using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>What a requester changed of an appointment that makes it another one.</summary>
[Flags]
public enum AppointmentChanges
{
    None = 0,
    Language = 1,
    /// <summary>The start or the end.</summary>
    Time = 1 << 1,
    /// <summary>A required gender; a wished one binds nobody.</summary>
    Gender = 1 << 2,
}

/// <summary>Which changes are a cancellation and a new booking (SEMANTICS.md 6). Every other one is just a change.</summary>
public static class Rebooking
{
    /// <summary>None where the appointment stays the same one.</summary>
    public static AppointmentChanges Of(Appointment before, Appointment after) =>
        (before.Language == after.Language ? AppointmentChanges.None : AppointmentChanges.Language)
        | (before.Slot == after.Slot ? AppointmentChanges.None : AppointmentChanges.Time)
        | (GendersOf(before).SetEquals(GendersOf(after)) ? AppointmentChanges.None : AppointmentChanges.Gender);

    private static HashSet<Requirement.OfGender> GendersOf(Appointment appointment) => [.. appointment.Requirements.OfType<Requirement.OfGender>()];
}
