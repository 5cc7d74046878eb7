using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>An interpreter with what the own calendar holds, as far as it matters to one appointment.</summary>
/// <param name="Interpreter">The conflict list and the customers' lists of allowed interpreters stand in <see cref="Interpreter.BlockedCustomers"/>.</param>
public sealed record AppointmentCandidate(Interpreter Interpreter)
{
    /// <summary>The slots of appointments to which this interpreter is bound, at least those of the week in Berlin in which the appointment lies.</summary>
    public IReadOnlyList<AppointmentSlot> Booked { get; init; } = [];

    public AvailabilityPreferences Preferences { get; init; } = AvailabilityPreferences.None;

    /// <summary>Has declined this appointment, given it back, or let the time for an answer pass.</summary>
    public bool HasDeclined { get; init; }
}
