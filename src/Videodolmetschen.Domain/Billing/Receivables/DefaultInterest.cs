namespace Videodolmetschen.Domain.Billing.Receivables;

/// <summary>A stretch of days with one amount and one rate.</summary>
public sealed record InterestStep(DateOnly From, DateOnly Until, decimal Principal, decimal BaseRate)
{
    public decimal Rate => BaseRate + DefaultInterest.PointsAbove;

    public int Days => Until.DayNumber - From.DayNumber + 1;

    /// <summary>To the cent, so that the steps on a letter add up; by the days of the calendar year (a step never leaves its year).</summary>
    public decimal Amount => Money.ToCents(Principal * Rate / 100m * Days / (DateTime.IsLeapYear(From.Year) ? 366 : 365));
}

/// <summary>Interest of default (§ 288 (2) BGB): nine points above the base rate, from the day after the last one in time, and none on interest (§ 289).</summary>
/// <param name="UnknownFrom">The first day whose half-year has no base rate on record: from there on nothing is counted, and somebody must be told.</param>
public sealed record DefaultInterest(IReadOnlyList<InterestStep> Steps, DateOnly? UnknownFrom)
{
    /// <summary>Between businesses, which authorities are, too; consumers do not occur.</summary>
    public const decimal PointsAbove = 9m;

    /// <summary>Once for each claim in default (§ 288 (5) BGB).</summary>
    public const decimal LumpSum = 40m;

    public decimal Amount => Steps.Sum(step => step.Amount);

    /// <summary>A day's interest falls on what is open at its end: the day on which money comes is already free of it.</summary>
    /// <param name="until">The last day that counts.</param>
    public static DefaultInterest Of(Receivable claim, DateOnly until, BaseRates rates)
    {
        var steps = new List<InterestStep>();
        DateOnly? unknown = null;
        for (var from = claim.LastDay.AddDays(1); from <= until;)
        {
            var last = LastOfStep(claim, from, until);
            var principal = claim.BalanceOn(from);
            if (principal > 0m && rates.On(from) is { } percent)
            {
                steps.Add(new InterestStep(from, last, principal, percent));
            }
            else if (principal > 0m)
            {
                unknown ??= from;
            }

            from = last.AddDays(1);
        }

        return new DefaultInterest(steps, unknown);
    }

    /// <summary>Before the next half-year, and before the next payment.</summary>
    private static DateOnly LastOfStep(Receivable claim, DateOnly from, DateOnly until)
    {
        var last = BaseRate.HalfYearOf(from).AddMonths(6).AddDays(-1);
        var change = claim.Parts.Where(part => part.On > from).Select(part => part.On.AddDays(-1)).DefaultIfEmpty(last).Min();
        return new[] { last, change, until }.Min();
    }
}
