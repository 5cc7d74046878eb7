using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Billing.Budgets;

/// <summary>What will have been spent in the end, by a way that a person can follow with a calendar.</summary>
public class BudgetForecastTests
{
    private static readonly WorkingDays Thuringia = new(new HolidayRegion(Land.TH));

    /// <summary>March and April 2027: 100 EUR on each of the first 28 days, among which 28 working days lie up to 11 April (Good Friday and Easter Monday are none).</summary>
    private static readonly Budget Spring = Sozialamt.Budget(from: "2027-03-01", until: "2027-04-30");

    [Fact]
    public void It_goes_on_as_until_now_on_the_working_days_that_are_left()
    {
        var forecast = BudgetForecast.Of(Spring, Sozialamt.Daily("2027-03-01", 28, 100), Given.Day("2027-04-12"), Thuringia);

        Assert.Equal((ForecastBasis.Rate, 4_300m, 28, 15, 100m), (forecast.Basis, forecast.Total, forecast.WorkingDaysPast, forecast.WorkingDaysLeft, forecast.PerWorkingDay));
        Assert.Equal(
            "Seit dem 01.03.2027 in 28 Arbeitstagen 2.800,00 EUR ausgegeben, im Schnitt 100,00 EUR je Arbeitstag. Bis zum Ende bleiben 15 Arbeitstage. "
                + "Von heute an vorgemerkt sind 0,00 EUR; sie sind darin enthalten.",
            forecast.Words());
    }

    [Fact]
    public void What_is_booked_is_part_of_what_is_usual_and_is_not_added_to_it()
    {
        var forecast = BudgetForecast.Of(Spring, [.. Sozialamt.Daily("2027-03-01", 28, 100), Sozialamt.Booked("2027-04-20", 400)], Given.Day("2027-04-12"), Thuringia);

        Assert.Equal((ForecastBasis.Rate, 4_300m, 400m), (forecast.Basis, forecast.Total, forecast.Ahead));
    }

    [Fact]
    public void Where_more_is_booked_than_is_usual_that_counts()
    {
        var forecast = BudgetForecast.Of(Spring, [.. Sozialamt.Daily("2027-03-01", 28, 100), Sozialamt.Booked("2027-04-20", 2_000)], Given.Day("2027-04-12"), Thuringia);

        Assert.Equal((ForecastBasis.Booked, 4_800m), (forecast.Basis, forecast.Total));
        Assert.EndsWith("Von heute an vorgemerkt sind 2.000,00 EUR: mehr als üblich, darum zählt das.", forecast.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_holidays_of_the_Land_are_not_worked()
    {
        var (budget, spent) = (Sozialamt.Budget(from: "2027-03-01", until: "2027-05-31"), Sozialamt.Daily("2027-03-01", 28, 100).ToList());

        var hesse = BudgetForecast.Of(budget, spent, Given.Day("2027-05-24"), new WorkingDays(new HolidayRegion(Land.HE)));
        var thuringia = BudgetForecast.Of(budget, spent, Given.Day("2027-05-24"), Thuringia);

        // 27 May 2027 is Corpus Christi, which Hesse keeps and Thuringia does not as a whole.
        Assert.Equal((5, 6), (hesse.WorkingDaysLeft, thuringia.WorkingDaysLeft));
    }

    [Fact]
    public void Who_begins_in_March_is_reckoned_from_March_on()
    {
        var forecast = BudgetForecast.Of(Spring with { Period = BudgetPeriod.OfYear(2027) }, Sozialamt.Daily("2027-03-01", 28, 100), Given.Day("2027-04-12"), Thuringia);

        Assert.Equal((Given.Day("2027-03-01"), 28), (forecast.Since, forecast.WorkingDaysPast));
    }

    [Theory]
    [InlineData("2027-03-26", 26, ForecastBasis.TooEarly)]
    [InlineData("2027-03-30", 26, ForecastBasis.TooEarly)]
    [InlineData("2027-03-31", 26, ForecastBasis.Rate)]
    [InlineData("2027-03-31", 4, ForecastBasis.TooEarly)]
    [InlineData("2027-02-28", 0, ForecastBasis.NotBegun)]
    [InlineData("2027-05-01", 26, ForecastBasis.Over)]
    public void Too_little_is_known_before_twenty_working_days_and_five_days_with_a_cost(string today, int days, ForecastBasis basis)
    {
        var forecast = BudgetForecast.Of(Spring, Sozialamt.Daily("2027-03-01", days, 100), Given.Day(today), Thuringia);

        Assert.Equal(basis, forecast.Basis);
        Assert.Equal(basis is ForecastBasis.TooEarly or ForecastBasis.NotBegun, forecast.Total is null);
    }

    [Fact]
    public void When_the_time_is_over_it_is_what_was_spent()
    {
        Assert.Equal(2_800m, BudgetForecast.Of(Spring, Sozialamt.Daily("2027-03-01", 28, 100), Given.Day("2027-05-01"), Thuringia).Total);
    }

    [Fact]
    public void Today_is_not_counted_twice()
    {
        var forecast = BudgetForecast.Of(Spring, Sozialamt.Daily("2027-03-01", 28, 100).Append(Sozialamt.Rated("2027-04-12", 60)), Given.Day("2027-04-12"), Thuringia);

        Assert.Equal((4_300m, 60m, 15), (forecast.Total, forecast.Ahead, forecast.WorkingDaysLeft));
    }
}
