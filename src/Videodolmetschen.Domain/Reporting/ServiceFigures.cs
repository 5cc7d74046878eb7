namespace Videodolmetschen.Domain.Reporting;

/// <summary>
/// How well requests were served (SEMANTICS.md 7). Parts are from 0 to 1, and null where nothing is there to take a part of.
/// <code>
/// SL  = answered in time / answered
/// SL2 = (answered in time + abandoned in time) / (answered + abandoned)
/// </code>
/// What was abandoned in time is nobody's failure: there was still time to answer it.
/// </summary>
public sealed record ServiceFigures
{
    public required int Answered { get; init; }

    public required int AnsweredInTime { get; init; }

    public required int Abandoned { get; init; }

    public required int AbandonedInTime { get; init; }

    public required int Unserved { get; init; }

    public required int Withdrawn { get; init; }

    /// <summary>Half of those who were answered waited at most so many seconds.</summary>
    public required int? P50 { get; init; }

    /// <summary>Nineteen of twenty did.</summary>
    public required int? P95 { get; init; }

    public int Requests => Answered + Abandoned + Unserved + Withdrawn;

    public decimal? Level => Part(AnsweredInTime, Answered);

    public decimal? Level2 => Part(AnsweredInTime + AbandonedInTime, Answered + Abandoned);

    public decimal? Abandonment => Part(Abandoned, Requests);

    public decimal? UnservedPart => Part(Unserved, Requests);

    /// <param name="waits">In any order.</param>
    /// <param name="within">In time means at most so many seconds.</param>
    public static ServiceFigures Of(IReadOnlyCollection<WaitCount> waits, int within)
    {
        var answered = waits.Where(wait => wait.Outcome == WaitOutcome.Answered).Select(wait => (wait.Seconds, wait.Requests)).ToList();
        return new ServiceFigures
        {
            Answered = Count(WaitOutcome.Answered, int.MaxValue),
            AnsweredInTime = Count(WaitOutcome.Answered, within),
            Abandoned = Count(WaitOutcome.Abandoned, int.MaxValue),
            AbandonedInTime = Count(WaitOutcome.Abandoned, within),
            Unserved = Count(WaitOutcome.Unserved, int.MaxValue),
            Withdrawn = Count(WaitOutcome.Withdrawn, int.MaxValue),
            P50 = Percentile.Of(0.50m, answered),
            P95 = Percentile.Of(0.95m, answered),
        };

        int Count(WaitOutcome outcome, int seconds) => waits.Where(wait => wait.Outcome == outcome && wait.Seconds <= seconds).Sum(wait => wait.Requests);
    }

    private static decimal? Part(int some, int all) => all == 0 ? null : (decimal)some / all;
}
