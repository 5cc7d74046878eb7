namespace Videodolmetschen.Domain.Staffing;

/// <summary>What was asked for in one hour of the week, summed over all weeks that are looked at.</summary>
/// <param name="Hour">When it was asked for.</param>
/// <param name="Cases">All requests, those that were called off counted in.</param>
/// <param name="Unserved">Those of them for which nobody came.</param>
/// <param name="Sessions">Conversations that were accepted in this hour and have ended.</param>
/// <param name="Bound">For how long these conversations bound interpreters, from the acceptance to the end; together.</param>
public sealed record HourDemand(WeekHour Hour, int Cases, int Unserved, int Sessions, TimeSpan Bound);

/// <summary>What waiting is to be like.</summary>
/// <param name="Level">So large a part is to be answered in time, from 0 to under 1.</param>
/// <param name="Within">In time means within so long.</param>
public sealed record StaffingTarget(double Level, TimeSpan Within);

/// <summary>What the plan is made from beside the demand itself.</summary>
/// <param name="Occurrences">How often each hour of the week lay in the time that is looked at.</param>
/// <param name="WrapUp">Time after a conversation in which nobody is rung.</param>
/// <param name="Target">What is aimed at.</param>
public sealed record StaffingBasis(IReadOnlyDictionary<WeekHour, int> Occurrences, TimeSpan WrapUp, StaffingTarget Target);
