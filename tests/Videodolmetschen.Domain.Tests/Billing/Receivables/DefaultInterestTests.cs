using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

/// <summary>Figures computed apart from the program: principal * rate * days / days of the year, each stretch to the cent.</summary>
public sealed class DefaultInterestTests
{
    private static readonly BaseRates Rates = new([
        new(new(2023, 7, 1), 3.12m), new(new(2024, 1, 1), 3.62m), new(new(2024, 7, 1), 3.37m), new(new(2025, 1, 1), 2.27m), new(new(2025, 7, 1), 1.27m), new(new(2026, 1, 1), 1.27m), new(new(2026, 7, 1), 1.52m),
    ]);

    [Fact]
    public void A_change_of_the_base_rate_splits_the_time()
    {
        // Due Monday 2026-06-15, counted up to 2026-07-15: 15 days at 10.27, 15 days at 10.52 per cent.
        var interest = Of(10_000m, "2026-06-15", "2026-07-15");
        Assert.Equal([(15, 10.27m, 42.21m), (15, 10.52m, 43.23m)], interest.Steps.Select(step => (step.Days, step.Rate, step.Amount)));
        Assert.Equal((85.44m, (DateOnly?)null), (interest.Amount, interest.UnknownFrom));
    }

    [Fact]
    public void A_year_with_a_leap_day_has_366_days()
    {
        // 2024-02-01 to 02-29: 29 days of 366 at 12.62 per cent.
        Assert.Equal(100.00m, Of(10_000.05m, "2024-01-31", "2024-02-29").Amount);
        // Over the turn of the year: 31 days of 365 at 12.12, then 60 days of 366 at 12.62.
        Assert.Equal([(31, 102.94m), (60, 206.89m)], Of(10_000m, "2023-11-30", "2024-02-29").Steps.Select(step => (step.Days, step.Amount)));
    }

    [Fact]
    public void A_payment_lowers_what_bears_interest_from_its_day_on()
    {
        // Due 2026-07-31. 9 days on 1,000.00, then 600.00 came on 2026-08-10: 22 days on 400.00.
        var interest = Of(1_000m, "2026-07-31", "2026-08-31", new PaidPart(new(2026, 8, 10), 600m));
        Assert.Equal([(9, 1_000m, 2.59m), (22, 400m, 2.54m)], interest.Steps.Select(step => (step.Days, step.Principal, step.Amount)));
    }

    [Fact]
    public void What_went_back_bears_interest_again()
    {
        var interest = Of(1_000m, "2026-07-31", "2026-08-31", new PaidPart(new(2026, 8, 3), 1_000m), new PaidPart(new(2026, 8, 20), -1_000m));
        Assert.Equal([(2, 1_000m), (12, 1_000m)], interest.Steps.Select(step => (step.Days, step.Principal)));
    }

    [Fact]
    public void Paid_in_time_it_bears_none() =>
        Assert.Empty(Of(1_000m, "2026-08-31", "2026-12-31", new PaidPart(new(2026, 8, 20), 1_000m)).Steps);

    [Fact]
    public void A_half_year_without_a_base_rate_is_said_and_not_guessed()
    {
        var interest = Of(1_000m, "2026-11-30", "2027-02-28");
        Assert.Equal((1, new DateOnly(2027, 1, 1)), (interest.Steps.Count, interest.UnknownFrom!.Value));
        Assert.Equal(31, interest.Steps[0].Days);
    }

    [Fact]
    public void Below_zero_a_base_rate_is_taken_off() =>
        Assert.Equal(8.12m, new InterestStep(new(2022, 1, 1), new(2022, 1, 31), 1m, -0.88m).Rate);

    private static DefaultInterest Of(decimal gross, string due, string until, params PaidPart[] parts) =>
        DefaultInterest.Of(ReceivableTests.Claim(due, parts) with { Gross = gross }, DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), Rates);
}
