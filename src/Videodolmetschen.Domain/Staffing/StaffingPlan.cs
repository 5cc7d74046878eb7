using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>How many interpreters each hour of the week needs, from what was asked for in the weeks before (<see cref="ErlangC"/>).</summary>
public sealed record StaffingPlan
{
    /// <summary>Fewer cases than this say little: an hour is marked, and its handling time is that of all hours.</summary>
    public const int FewestCases = 5;

    /// <summary>Taken where no conversation has ended yet.</summary>
    public static readonly TimeSpan AssumedHandling = TimeSpan.FromMinutes(20);

    private StaffingPlan(TimeSpan handling, bool isAssumed, IReadOnlyList<StaffingHour> hours) =>
        (Handling, IsHandlingAssumed, Hours) = (handling, isAssumed, hours);

    /// <summary>Mean over all hours, wrap-up counted in.</summary>
    public TimeSpan Handling { get; }

    /// <summary>No conversation has ended: <see cref="AssumedHandling"/> was taken.</summary>
    public bool IsHandlingAssumed { get; }

    /// <summary>All 168, Monday at midnight first.</summary>
    public IReadOnlyList<StaffingHour> Hours { get; }

    public static StaffingPlan For(IReadOnlyCollection<HourDemand> demand, StaffingBasis basis)
    {
        var sessions = demand.Sum(one => one.Sessions);
        var bound = TimeSpan.FromTicks(demand.Sum(one => one.Bound.Ticks));
        var handling = (sessions == 0 ? AssumedHandling : bound / sessions) + basis.WrapUp;
        var byHour = demand.ToDictionary(one => one.Hour);
        return new StaffingPlan(
            handling,
            sessions == 0,
            [.. WeekHour.All.Select(hour => Of(byHour.GetValueOrDefault(hour) ?? new HourDemand(hour, 0, 0, 0, TimeSpan.Zero), handling, basis))]);
    }

    private static StaffingHour Of(HourDemand demand, TimeSpan handlingOfAll, StaffingBasis basis)
    {
        var times = basis.Occurrences.GetValueOrDefault(demand.Hour);
        var handling = demand.Sessions < FewestCases ? handlingOfAll : (demand.Bound / demand.Sessions) + basis.WrapUp;
        var load = new ErlangLoad(times == 0 ? 0 : (double)demand.Cases / times, handling);
        return new StaffingHour(demand, times, load, ErlangC.AgentsNeeded(load, basis.Target.Level, basis.Target.Within));
    }
}

/// <summary>One hour of the week: what arrives, and how many it takes.</summary>
/// <param name="Demand">What was asked for.</param>
/// <param name="Occurrences">How often the hour lay in the time that is looked at.</param>
/// <param name="Load">Per hour.</param>
/// <param name="Needed">Interpreters on duty at the same time.</param>
public sealed record StaffingHour(HourDemand Demand, int Occurrences, ErlangLoad Load, int Needed)
{
    /// <summary>Too few cases to rely on.</summary>
    public bool IsSmall => Demand.Cases < StaffingPlan.FewestCases;

    /// <summary>How many whole interpreters are missing beside those who are there; never negative.</summary>
    /// <param name="there">On average over the hour: who is there for half of it counts half.</param>
    public int GapTo(double there) => Math.Max(0, (int)Math.Ceiling(Needed - there));
}
