using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Staffing;

/// <summary>Reads what was, and lets the plan be made of it.</summary>
internal sealed class Coverages(CoverageStore store, LiveBoard board, SteadyClock clock)
{
    public async Task<CoverageView> ReadAsync(CoverageOrder order, CancellationToken cancellationToken)
    {
        var before = BerlinTime.BeginOf(order.To.AddDays(1));
        var source = await store.ReadAsync(new CoverageQuery(BerlinTime.BeginOf(order.From), before, order.Language), clock.Now, cancellationToken);
        // Days before anybody could ask are no days without demand.
        var first = source.FirstAt is { } at && BerlinTime.DayOf(at) is var day && day > order.From ? Earlier(day, order.To) : order.From;
        var wrapUp = board.Policy.WrapUp;
        var basis = new StaffingBasis(WeekHour.Occurrences(BerlinTime.BeginOf(first), before), wrapUp, order.Target);
        return CoverageView.Of(order with { From = first }, source, StaffingPlan.For(source.Demand, basis), wrapUp);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
