namespace Videodolmetschen.Domain.Scheduling;

/// <summary>An appointment after what happened to it; null where that is no longer possible, which is a lost race and no error.</summary>
public static class AppointmentMoves
{
    public static Appointment? AssignedTo(this Appointment appointment, InterpreterId interpreter) =>
        appointment.After(AppointmentEvent.Assign) is { } after ? after with { Interpreter = interpreter } : null;

    public static Appointment? ReassignedTo(this Appointment appointment, InterpreterId interpreter) =>
        appointment.After(AppointmentEvent.Reassign) is { } after ? after with { Interpreter = interpreter } : null;

    public static Appointment? GivenBack(this Appointment appointment) =>
        appointment.After(AppointmentEvent.GiveBack) is { } after ? after with { Interpreter = null } : null;

    /// <param name="appointment">Before.</param>
    /// <param name="interpreter">Who interpreted: where nobody was bound to it, the one whom a live request found.</param>
    /// <param name="at">The end of the conversation.</param>
    public static Appointment? HeldBy(this Appointment appointment, InterpreterId interpreter, DateTimeOffset at) =>
        appointment.After(AppointmentEvent.Hold) is { } after ? after with { Interpreter = interpreter, EndedAt = at } : null;

    public static Appointment? Cancelled(this Appointment appointment, AppointmentCancelledBy by, DateTimeOffset at) =>
        appointment.After(AppointmentEvent.Cancel) is { } after ? after with { CancelledBy = by, EndedAt = at } : null;

    /// <summary>Only an appointment with an interpreter is missed by one of its sides, and only one without is missed because nobody was found.</summary>
    public static Appointment? Missed(this Appointment appointment, MissedBy by, DateTimeOffset at) =>
        (appointment.Interpreter is null) == (by is MissedBy.Uncovered) && appointment.After(AppointmentEvent.Miss) is { } after
            ? after with { MissedBy = by, EndedAt = at }
            : null;

    private static Appointment? After(this Appointment appointment, AppointmentEvent happened) =>
        AppointmentTransitions.Next(appointment.State, happened) is { } next ? appointment with { State = next } : null;
}
