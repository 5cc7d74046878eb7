using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>An interpreter with what the own calendar holds, as far as it matters to one appointment.</summary>
/// <param name="Interpreter">The conflict list and the customers' lists of allowed interpreters stand in <see cref="Interpreter.BlockedCustomers"/>.</param>
public sealed record AppointmentCandidate(Interpreter Interpreter)
{
    public IReadOnlyList<Absence> Absences { get; init; } = [];

    /// <summary>The slots of appointments to which this interpreter is bound, at least those of the week in Berlin in which the appointment lies.</summary>
    public IReadOnlyList<AppointmentSlot> Booked { get; init; } = [];

    public AppointmentPreferences Preferences { get; init; } = AppointmentPreferences.None;

    /// <summary>Has declined this appointment, given it back, or let the time for an answer pass.</summary>
    public bool HasDeclined { get; init; }
}

/// <summary>A time in which an interpreter takes nothing (Abwesenheit), whatever the declared week says.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="Until">Its end, not part of it.</param>
public readonly record struct Absence(DateTimeOffset From, DateTimeOffset Until)
{
    public bool Touches(AppointmentSlot slot) => From < slot.End && slot.Start < Until;
}

/// <summary>What an interpreter wants to be asked for.</summary>
/// <param name="MinimumNotice">No appointment that begins sooner.</param>
/// <param name="LongestBlock">No appointment that lasts longer; null is any.</param>
public sealed record AppointmentPreferences(TimeSpan MinimumNotice, TimeSpan? LongestBlock)
{
    public static AppointmentPreferences None { get; } = new(TimeSpan.Zero, null);
}
