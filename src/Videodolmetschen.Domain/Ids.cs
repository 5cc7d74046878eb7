namespace Videodolmetschen.Domain;

/// <summary>A body that pays (Auftraggeber).</summary>
public readonly record struct CustomerId(Guid Value);

/// <summary>A part of a customer with its own cost centre (Dienststelle, Station).</summary>
public readonly record struct UnitId(Guid Value);

/// <summary>A person with an account. Requesters are known by it.</summary>
public readonly record struct UserId(Guid Value);

/// <summary>An interpreter (Dolmetscher/in).</summary>
public readonly record struct InterpreterId(Guid Value);

/// <summary>One need for one language (Anfrage).</summary>
public readonly record struct RequestId(Guid Value);

/// <summary>A wish to be told when somebody is free (Rückruf).</summary>
public readonly record struct CallbackId(Guid Value);

/// <summary>A request fixed for a time (Termin).</summary>
public readonly record struct AppointmentId(Guid Value);

/// <summary>The same appointment every week (Serie).</summary>
public readonly record struct AppointmentSeriesId(Guid Value);

/// <summary>A time in which interpreters hold themselves ready (Bereitschaft).</summary>
public readonly record struct StandbyShiftId(Guid Value);

/// <summary>An invitation to one interpreter (Angebot).</summary>
public readonly record struct OfferId(Guid Value);

/// <summary>Somebody who comes by a link (Gast).</summary>
public readonly record struct GuestId(Guid Value);

/// <summary>The interpreted conversation (Gespräch).</summary>
public readonly record struct SessionId(Guid Value);

/// <summary>The part of a session that one interpreter carries (Abschnitt).</summary>
public readonly record struct StintId(Guid Value);

/// <summary>One version of a tariff (Tarifversion); every billing line names the one it was made by.</summary>
public readonly record struct TariffVersionId(Guid Value);

/// <summary>What may be spent in a time (Budget).</summary>
public readonly record struct BudgetId(Guid Value);
