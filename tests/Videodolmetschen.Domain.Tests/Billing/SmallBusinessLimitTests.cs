using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>§ 19 UStG as of 2025, by the euro (GERMANY.md 2.2).</summary>
public sealed class SmallBusinessLimitTests
{
    [Theory]
    [InlineData("0", "0", SmallBusinessVerdict.Within)]
    [InlineData("25000", "19999.99", SmallBusinessVerdict.Within)]
    [InlineData("25000", "20000", SmallBusinessVerdict.NearNextYear)]
    [InlineData("25000", "25000", SmallBusinessVerdict.NearNextYear)]
    [InlineData("25000", "25000.01", SmallBusinessVerdict.EndsWithYear)]
    [InlineData("25000", "79999.99", SmallBusinessVerdict.EndsWithYear)]
    [InlineData("25000", "80000", SmallBusinessVerdict.NearEnd)]
    [InlineData("25000", "100000", SmallBusinessVerdict.NearEnd)]
    [InlineData("25000", "100000.01", SmallBusinessVerdict.Ended)]
    [InlineData("25000.01", "0", SmallBusinessVerdict.NotThisYear)]
    [InlineData("25000.01", "90000", SmallBusinessVerdict.NotThisYear)]
    [InlineData("25000.01", "100000.01", SmallBusinessVerdict.Ended)]
    public void The_limit_itself_is_still_within(string previous, string current, SmallBusinessVerdict expected) =>
        Assert.Equal(expected, SmallBusinessLimit.Judge(new SmallBusinessTurnover(2026, Euro(previous), Euro(current))));

    [Fact]
    public void Only_what_the_law_ends_is_over() =>
        Assert.Equal(
            [SmallBusinessVerdict.NotThisYear, SmallBusinessVerdict.Ended],
            Enum.GetValues<SmallBusinessVerdict>().Where(verdict => verdict.IsOver()));

    [Fact]
    public void The_service_that_goes_beyond_is_taxed_already()
    {
        var before = new SmallBusinessTurnover(2026, 25_000, 99_900);
        Assert.Null(SmallBusinessLimit.TaxedFrom(before, [(Day(3), 60), (Day(1), 40)]));
        Assert.Equal(Day(3), SmallBusinessLimit.TaxedFrom(before, [(Day(3), 60.01m), (Day(1), 40), (Day(9), 500)]));
    }

    [Fact]
    public void After_a_year_with_too_much_the_first_service_is_taxed() =>
        Assert.Equal(Day(1), SmallBusinessLimit.TaxedFrom(new SmallBusinessTurnover(2026, 25_000.01m, 0), [(Day(2), 1), (Day(1), 1)]));

    [Fact]
    public void Where_nothing_is_to_be_billed_nothing_is_taxed() =>
        Assert.Null(SmallBusinessLimit.TaxedFrom(new SmallBusinessTurnover(2026, 0, 200_000), []));

    private static decimal Euro(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static DateOnly Day(int day) => new(2026, 11, day);
}
