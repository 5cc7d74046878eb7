namespace Videodolmetschen.Domain.Requests;

/// <summary>
/// The conversation of an appointment (SEMANTICS.md 6): its request waits for the interpreter bound to it and for nobody else, out of line, until the slot is over.
/// </summary>
/// <param name="Appointment">The appointment whose room the requester has entered.</param>
/// <param name="Interpreter">Who is bound to it, and alone is rung.</param>
/// <param name="EndsAt">The end of the slot.</param>
public sealed record PromisedCall(AppointmentId Appointment, InterpreterId Interpreter, DateTimeOffset EndsAt);
