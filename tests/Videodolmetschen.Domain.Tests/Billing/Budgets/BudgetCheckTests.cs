using Videodolmetschen.Domain.Billing.Budgets;

namespace Videodolmetschen.Domain.Tests.Billing.Budgets;

/// <summary>What a budget must keep, at the field that a person would correct.</summary>
public class BudgetCheckTests
{
    public static TheoryData<string, Func<Budget, Budget>> Faults { get; } = new()
    {
        { "name Missing", budget => budget with { Name = " " } },
        { "name TooLong", budget => budget with { Name = new string('x', 81) } },
        { "contact TooLong", budget => budget with { Contact = new string('x', 121) } },
        { "amount AmountOutOfBounds", budget => budget with { Amount = 0 } },
        { "amount AmountOutOfBounds", budget => budget with { Amount = 100_000_001 } },
        { "amount TooManyDecimals", budget => budget with { Amount = 100.001m } },
        { "until UntilBeforeFrom", budget => budget with { Period = new BudgetPeriod(Given.Day("2027-02-01"), Given.Day("2027-01-31")) } },
        { "until TooLong", budget => budget with { Period = new BudgetPeriod(Given.Day("2027-02-01"), Given.Day("2037-01-31")) } },
        { "warnAt PercentOutOfBounds", budget => budget with { WarnAt = [0, 80] } },
        { "warnAt PercentOutOfBounds", budget => budget with { WarnAt = [101] } },
        { "warnAt Twice", budget => budget with { WarnAt = [80, 80] } },
        { "warnAt TooLong", budget => budget with { WarnAt = [50, 60, 70, 80, 90, 95] } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_named_at_its_field(string fault, Func<Budget, Budget> spoil) =>
        Assert.Equal([fault], BudgetCheck.Violations(spoil(Sozialamt.Budget())).Select(one => $"{one.Field} {one.Breach}"));

    [Fact]
    public void A_good_one_has_none() => Assert.Empty(BudgetCheck.Violations(Sozialamt.Budget()));
}
