using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>What a customer's contract says of cancelling (Stornoregel): the dearest step that has been reached counts, free before all of them.</summary>
public sealed record CancellationRule(IReadOnlyList<CancellationStep> Steps)
{
    /// <summary>Free until 24 hours before, then half, under 4 hours all of the booked slot.</summary>
    public static CancellationRule Usual { get; } = new([new CancellationStep.HoursBefore(24, 50), new CancellationStep.HoursBefore(4, 100)]);

    /// <summary>As the law compensates interpreters: on its day and the two calendar days before, two hours at most (§ 9 (5) JVEG).</summary>
    public static CancellationRule Jveg { get; } = new([new CancellationStep.CalendarDaysBefore(JvegCancellation.DaysBefore, 100, JvegCancellation.Cap)]);

    public CancellationTerms Evaluate(AppointmentSlot slot, DateTimeOffset cancelledAt, WorkingDays days)
    {
        var limits = (from step in Steps
                      let limit = step.Limit(slot, days)
                      where limit is not null
                      orderby limit
                      select (Step: step, Limit: limit.Value, Percent: step.PercentOf(slot))).ToList();
        var reached = limits.Where(one => one.Step.IsPast(one.Limit, cancelledAt)).ToList();
        var dearest = reached.OrderByDescending(one => one.Percent).FirstOrDefault();
        var percent = dearest.Percent;
        return new CancellationTerms(
            percent,
            dearest.Step,
            limits.Where(one => one.Percent > percent && !one.Step.IsPast(one.Limit, cancelledAt)).Select(one => (DateTimeOffset?)one.Limit).FirstOrDefault(),
            percent > 0 ? dearest.Limit : null);
    }
}

/// <summary>What a cancellation at one instant costs, as a part of the booked slot, and how long it costs that.</summary>
/// <param name="Percent">Of the booked slot; 0 is free.</param>
/// <param name="Step">The step that has been reached; null while none is.</param>
/// <param name="HoldsUntil">The last instant at which it costs only this ("kostenlos bis …"); null where it never becomes dearer.</param>
/// <param name="CheaperUntil">The last instant at which it was cheaper; null where it is free.</param>
public sealed record CancellationTerms(int Percent, CancellationStep? Step, DateTimeOffset? HoldsUntil, DateTimeOffset? CheaperUntil)
{
    /// <summary>Whatever the contract says.</summary>
    public static CancellationTerms Free { get; } = new(0, null, null, null);

    public bool IsFree => Percent == 0;

    /// <summary>No more than the price of so much time is taken, whatever the per cent come to; null where there is no such cap.</summary>
    public TimeSpan? AtMost => (Step as CancellationStep.CalendarDaysBefore)?.AtMost;
}
