namespace Videodolmetschen.Domain.Scheduling;

public enum AppointmentState
{
    /// <summary>Booked; nobody is bound to it yet.</summary>
    Requested,
    /// <summary>An interpreter is bound to it.</summary>
    Assigned,
    /// <summary>It took place.</summary>
    Held,
    Cancelled,
    Missed,
}

/// <summary>Who called an appointment off. An interpreter who cannot come gives it back; that is no cancellation.</summary>
public enum AppointmentCancelledBy
{
    Requester,
    Coordinator,
}

/// <summary>Whose fault it is that an appointment did not take place.</summary>
public enum MissedBy
{
    /// <summary>Did not come, or over half an hour late.</summary>
    Interpreter,
    /// <summary>Nobody of the customer's side came; the slot is billed.</summary>
    Customer,
    /// <summary>Nobody could be found, not even by a live request at the start.</summary>
    Uncovered,
}

public enum AppointmentEvent
{
    /// <summary>An interpreter accepted, or a coordinator decided.</summary>
    Assign,
    /// <summary>A coordinator puts another interpreter in the place of the first.</summary>
    Reassign,
    /// <summary>The interpreter gives it back: the pool is asked again.</summary>
    GiveBack,
    /// <summary>It has taken place, with the interpreter bound to it or with one whom a live request found.</summary>
    Hold,
    Cancel,
    Miss,
}

/// <summary>The one transition table of an appointment.</summary>
public static class AppointmentTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static AppointmentState? Next(AppointmentState state, AppointmentEvent happened) => (state, happened) switch
    {
        (AppointmentState.Requested, AppointmentEvent.Assign) => AppointmentState.Assigned,
        (AppointmentState.Requested, AppointmentEvent.Hold) => AppointmentState.Held,
        (AppointmentState.Requested, AppointmentEvent.Cancel) => AppointmentState.Cancelled,
        (AppointmentState.Requested, AppointmentEvent.Miss) => AppointmentState.Missed,
        (AppointmentState.Assigned, AppointmentEvent.Reassign) => AppointmentState.Assigned,
        (AppointmentState.Assigned, AppointmentEvent.GiveBack) => AppointmentState.Requested,
        (AppointmentState.Assigned, AppointmentEvent.Hold) => AppointmentState.Held,
        (AppointmentState.Assigned, AppointmentEvent.Cancel) => AppointmentState.Cancelled,
        (AppointmentState.Assigned, AppointmentEvent.Miss) => AppointmentState.Missed,
        _ => null,
    };
}
