using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Domain.Tests.Billing.Budgets;

/// <summary>Warned at a threshold, stopped at the end, and never an emergency.</summary>
public class BudgetVerdictTests
{
    private const string Day = "2027-06-01";

    [Theory]
    [InlineData("700", "50", BudgetOutcome.Passes)]
    [InlineData("700", "100", BudgetOutcome.PassesWithNote)]
    [InlineData("900", "100", BudgetOutcome.PassesWithNote)]
    [InlineData("900", "100.01", BudgetOutcome.Refused)]
    [InlineData("1200", "0.01", BudgetOutcome.Refused)]
    public void It_passes_up_to_the_last_cent(string taken, string cost, BudgetOutcome outcome)
    {
        var level = Level(Sozialamt.Budget(), Money(taken));

        Assert.Equal(outcome, Of([level], Money(cost)).Outcome);
    }

    [Fact]
    public void What_costs_nothing_is_never_refused() =>
        Assert.Equal(BudgetOutcome.PassesWithNote, Of([Level(Sozialamt.Budget(), 1_200)], 0).Outcome);

    [Fact]
    public void An_emergency_passes_and_is_marked() =>
        Assert.Equal(BudgetOutcome.PassesAsEmergency, Of([Level(Sozialamt.Budget(), 1_000)], 20, isEmergency: true).Outcome);

    [Fact]
    public void An_emergency_that_would_have_passed_is_not_marked() =>
        Assert.Equal(BudgetOutcome.Passes, Of([Level(Sozialamt.Budget(), 100)], 20, isEmergency: true).Outcome);

    [Fact]
    public void A_budget_that_does_not_stop_says_so_and_lets_pass() =>
        Assert.Equal(BudgetOutcome.PassesWithNote, Of([Level(Sozialamt.Budget() with { Stops = false }, 1_000)], 20).Outcome);

    [Fact]
    public void The_town_and_its_office_must_both_allow_it_and_the_tightest_is_shown()
    {
        var (office, town) = (Sozialamt.Budget(1_000), Sozialamt.Budget(10_000, isOfUnit: false));

        var ample = Of([Level(office, 100), Level(town, 9_000)], 20);
        var spent = Of([Level(office, 100), Level(town, 9_990)], 20);

        Assert.Equal((BudgetOutcome.PassesWithNote, town.Id), (ample.Outcome, ample.Tightest!.Budget.Id));
        Assert.Equal((BudgetOutcome.Refused, town.Id), (spent.Outcome, Assert.Single(spent.Refusing).Budget.Id));
    }

    [Fact]
    public void What_refuses_is_shown_before_what_is_fuller_and_does_not_stop()
    {
        var (office, town) = (Sozialamt.Budget(1_000), Sozialamt.Budget(10_000, isOfUnit: false) with { Stops = false });

        Assert.Equal(office.Id, Of([Level(office, 990), Level(town, 15_000)], 20).Tightest!.Budget.Id);
    }

    [Fact]
    public void A_neighbour_is_not_held_up_by_the_budget_of_an_office()
    {
        Assert.Equal(BudgetVerdict.None, BudgetVerdict.Of([Level(Sozialamt.Budget(), 1_000)], Sozialamt.Neighbour, [new PlannedCost(Given.Day(Day), 20)]));
    }

    [Fact]
    public void A_series_over_the_turn_of_the_year_falls_on_both_years()
    {
        var (old, next) = (Sozialamt.Budget(100), Sozialamt.Budget(100) with { Period = BudgetPeriod.OfYear(2028) });
        PlannedCost[] series = [.. ((string[])["2027-12-20", "2027-12-27", "2028-01-03"]).Select(day => new PlannedCost(Given.Day(day), 50))];

        Assert.Equal(BudgetOutcome.PassesWithNote, BudgetVerdict.Of([Level(old, 0), Level(next, 0)], Sozialamt.Unit, series).Outcome);
        Assert.Equal([old.Id], BudgetVerdict.Of([Level(old, 1), Level(next, 0)], Sozialamt.Unit, series).Refusing.Select(one => one.Budget.Id));
    }

    [Theory]
    [InlineData("799.99", "")]
    [InlineData("800", "80")]
    [InlineData("950", "80 95")]
    [InlineData("1000", "80 95 100")]
    [InlineData("3000", "80 95 100")]
    public void A_threshold_is_reached_at_its_cent(string taken, string reached) =>
        Assert.Equal(reached, string.Join(' ', Level(Sozialamt.Budget(), Money(taken)).Reached));

    [Fact]
    public void One_hundred_per_cent_is_said_only_when_nothing_is_left()
    {
        var level = Level(Sozialamt.Budget(), 999.99m);

        Assert.Equal((99, BudgetStanding.Warned, 0.01m), (level.Percent, level.Standing, level.Remaining));
    }

    private static BudgetVerdict Of(BudgetLevel[] levels, decimal cost, bool isEmergency = false) =>
        BudgetVerdict.Of(levels, Sozialamt.Unit, [new PlannedCost(Given.Day(Day), cost)], isEmergency);

    private static BudgetLevel Level(Budget budget, decimal taken) => BudgetLevel.Of(budget, [Sozialamt.Rated(Day, taken), Sozialamt.Rated("2026-12-31", 5_000), Sozialamt.Rated("2028-01-01", budget.Period.From.Year == 2028 ? taken : 5_000)]);

    private static decimal Money(string euro) => decimal.Parse(euro, System.Globalization.CultureInfo.InvariantCulture);
}
