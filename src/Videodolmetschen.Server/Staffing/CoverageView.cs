using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Server.Staffing;

/// <summary>
/// <c>GET /api/coverage</c>. From and to are Berlin days, both included. <c>Level</c> is in percent, <c>WithinSeconds</c> the wait that is aimed at.
/// Of <c>HandlingSeconds</c>, <c>WrapUpSeconds</c> are the wrap-up; assumed where no conversation has ended.
/// </summary>
internal sealed record CoverageView(string? Language, DateOnly From, DateOnly To, int Level, int WithinSeconds)
{
    public int Cases { get; init; }

    public int FewestCases { get; init; } = StaffingPlan.FewestCases;

    public double HandlingSeconds { get; init; }

    public bool IsHandlingAssumed { get; init; }

    public double WrapUpSeconds { get; init; }

    public int Speakers { get; init; }

    /// <summary>Speakers who have declared no week: they are in no hour.</summary>
    public int Undeclared { get; init; }

    public DutyCount OnDuty { get; init; } = new(0, 0, 0, 0);

    /// <summary>All 168, Monday at midnight first.</summary>
    public IReadOnlyList<CoverageHour> Hours { get; init; } = [];

    public static CoverageView Of(CoverageOrder order, CoverageSource source, StaffingPlan plan, TimeSpan wrapUp)
    {
        var standby = source.Standby.SelectMany(HoursOf).CountBy(hour => hour).ToDictionary();
        return new CoverageView(order.Language, order.From, order.To, order.Level, order.WithinSeconds)
        {
            Cases = source.Demand.Sum(one => one.Cases),
            HandlingSeconds = Math.Round(plan.Handling.TotalSeconds, 1),
            IsHandlingAssumed = plan.IsHandlingAssumed,
            WrapUpSeconds = wrapUp.TotalSeconds,
            Speakers = source.Speakers,
            Undeclared = source.Undeclared,
            OnDuty = source.OnDuty,
            Hours = [.. plan.Hours.Select(hour => CoverageHour.Of(hour, source.Declared.GetValueOrDefault(hour.Demand.Hour), standby.GetValueOrDefault(hour.Demand.Hour)))],
        };
    }

    private static IEnumerable<WeekHour> HoursOf(AppointmentSlot slot)
    {
        var first = slot.Start.AddTicks(-(slot.Start.Ticks % TimeSpan.TicksPerHour));
        for (var at = first; at < slot.End; at += TimeSpan.FromHours(1))
        {
            yield return WeekHour.Of(at);
        }
    }
}

/// <summary>
/// One hour of the week. <c>Weekday</c> 1 is Monday. <c>Cases</c>, <c>Unserved</c> and <c>Occurrences</c> are of the whole period, <c>PerHour</c> and <c>Traffic</c> (Erlang)
/// of one hour. <c>Standby</c> are acceptances in the seven days to come; the gap does not know them. <c>IsSmall</c>: too few cases to rely on.
/// </summary>
internal sealed record CoverageHour(int Weekday, int Hour, int Cases, int Unserved, int Occurrences)
{
    public double PerHour { get; init; }

    public double HandlingSeconds { get; init; }

    public double Traffic { get; init; }

    public int Needed { get; init; }

    public double Declared { get; init; }

    public int Standby { get; init; }

    public int Gap { get; init; }

    public bool IsSmall { get; init; }

    public static CoverageHour Of(StaffingHour hour, double declared, int standby) =>
        new(hour.Demand.Hour.Weekday, hour.Demand.Hour.Hour, hour.Demand.Cases, hour.Demand.Unserved, hour.Occurrences)
        {
            PerHour = Math.Round(hour.Load.CallsPerHour, 2),
            HandlingSeconds = Math.Round(hour.Load.Handling.TotalSeconds, 1),
            Traffic = Math.Round(hour.Load.Traffic, 3),
            Needed = hour.Needed,
            Declared = Math.Round(declared, 1),
            Standby = standby,
            Gap = hour.GapTo(declared),
            IsSmall = hour.IsSmall,
        };
}
