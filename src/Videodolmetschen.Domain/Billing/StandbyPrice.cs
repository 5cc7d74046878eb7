namespace Videodolmetschen.Domain.Billing;

/// <summary>Pay for standing by (Bereitschaft), beside what conversations in that time earn.</summary>
/// <param name="PerHour">Euro.</param>
/// <param name="StepMinutes">15, 30 or 60: a started step counts in full.</param>
/// <param name="IsPausePaid">Pauses count like time on duty.</param>
public sealed record StandbyPrice(decimal PerHour, int StepMinutes = 15, bool IsPausePaid = false);
