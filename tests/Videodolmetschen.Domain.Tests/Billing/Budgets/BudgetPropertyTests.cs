using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Billing.Budgets;

/// <summary>What holds for every budget and every order.</summary>
public class BudgetPropertyTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(400);
    private static readonly DateOnly Begin = Given.Day("2027-01-01");
    private static readonly WorkingDays Days = new(new HolidayRegion(Land.BY));

    private static readonly Arbitrary<int[]> Numbers = Arb.From(Gen.Choose(0, 100_000).ArrayOf(40));

    [Fact]
    public void Orders_that_pass_one_after_the_other_never_go_beyond_a_budget_that_stops() => Check.One(Often, Prop.ForAll(Numbers, numbers =>
    {
        var level = new BudgetLevel(Sozialamt.Budget(1 + (numbers[0] / 100m)), 0, 0);
        foreach (var net in numbers.Skip(1).Select(one => one % 10_000 / 100m))
        {
            level = Outcome([level], net) == BudgetOutcome.Refused ? level : level.With(net);
        }

        Assert.True(level.Taken <= level.Budget.Amount);
        Assert.All(numbers, one => Assert.Equal(level.Taken + one > level.Budget.Amount && one > 0, Outcome([level], one) == BudgetOutcome.Refused));
    }));

    [Fact]
    public void One_budget_more_refuses_more_and_never_less() => Check.One(Often, Prop.ForAll(Numbers, numbers =>
    {
        var (office, town) = (new BudgetLevel(Sozialamt.Budget(), numbers[0] % 1_100, 0), new BudgetLevel(Sozialamt.Budget(500, isOfUnit: false), numbers[1] % 550, 0));
        var net = numbers[2] % 1_000 / 10m;

        Assert.Equal(office.Refuses(net) || town.Refuses(net), Outcome([office, town], net) == BudgetOutcome.Refused);
    }));

    [Fact]
    public void A_forecast_is_never_less_than_what_is_taken_and_does_not_fall_with_a_further_cost() => Check.One(Often, Prop.ForAll(Numbers, numbers =>
    {
        var (budget, today) = (Sozialamt.Budget(), Begin.AddDays(numbers[0] % 400));
        List<Spending> all = [.. numbers.Skip(2).Select(one => new Spending(Sozialamt.Unit, Begin.AddDays(one % 365), one % 100, one % 2 == 0 ? SpendingStage.Rated : SpendingStage.Booked))];

        var before = BudgetForecast.Of(budget, all, today, Days);
        var after = BudgetForecast.Of(budget, all.Append(new Spending(Sozialamt.Unit, LastDay(today, all), numbers[1], SpendingStage.Rated)), today, Days);

        Assert.True(before.Total is null || before.Total >= BudgetLevel.Of(budget, all).Taken);
        Assert.True(before.Total is null || after.Total >= before.Total);
    }));

    /// <summary>The last before today: a cost then does not move the beginning, from which the working days count.</summary>
    private static DateOnly LastDay(DateOnly today, List<Spending> all) => all.Where(one => one.Day < today).Select(one => one.Day).DefaultIfEmpty(today).Max();

    private static BudgetOutcome Outcome(BudgetLevel[] levels, decimal net) => BudgetVerdict.Of(levels, Sozialamt.Unit, [new PlannedCost(Begin, net)]).Outcome;
}
