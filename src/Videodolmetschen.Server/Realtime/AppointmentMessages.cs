namespace Videodolmetschen.Server.Realtime;

/// <summary>A question about an appointment is put, was answered or is void. A hint: what stands is read over HTTP.</summary>
/// <param name="State">Of the question, as in APPOINTMENTS.md.</param>
/// <param name="Because">Where it is withdrawn: <c>taken</c>, <c>cancelled</c>, <c>released</c> or <c>ended</c>; else null.</param>
public sealed record AskChanged(Guid AskId, Guid AppointmentId, string State, string? Because, string Language, DateTimeOffset StartsAt, DateTimeOffset EndsAt);

/// <summary>Something that the Disposition should know of at once about an appointment.</summary>
/// <param name="What"><c>given_back</c> or <c>absence_reported</c>.</param>
public sealed record AppointmentNoted(Guid AppointmentId, string What, string InterpreterNumber, string Language, DateTimeOffset StartsAt, DateTimeOffset EndsAt);
