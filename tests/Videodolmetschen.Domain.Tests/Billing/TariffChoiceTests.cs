using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Domain.Tests.Billing;

public class TariffChoiceTests
{
    private static readonly Tariff First = TariffCatalogue.PerMinute with { Id = new TariffVersionId(Given.Id(1)), ValidFrom = Given.Day("2026-01-01"), ValidUntil = null };
    private static readonly Tariff Second = First with { Id = new TariffVersionId(Given.Id(2)), ValidFrom = Given.Day("2026-07-01"), ValidUntil = Given.Day("2026-12-31") };

    [Theory]
    [InlineData("2026-06-30 23:59", 1)]
    [InlineData("2026-07-01 00:00", 2)]
    [InlineData("2026-12-31 23:59", 2)]
    public void By_the_day_of_service_in_Berlin_wherever_the_contract_says_so(string served, int version)
    {
        var ordered = Given.Wall("2026-01-02 10:00");

        Assert.Equal(new TariffVersionId(Given.Id(version)), TariffChoice.Of([First, Second], ordered, Given.Wall(served)).Id);
        Assert.Equal(new TariffVersionId(Given.Id(version)), TariffChoice.Of([Second, First], ordered, Given.Wall(served)).Id);
    }

    [Fact]
    public void By_the_day_of_order_whenever_it_is_served()
    {
        var family = new[] { First, Second }.Select(version => version with { ChosenBy = TariffDate.DateOfOrder });

        Assert.Equal(First.Id, TariffChoice.Of(family, Given.Wall("2026-06-30 12:00"), Given.Wall("2026-09-01 12:00")).Id);
    }

    /// <summary>An open end is no end: what it was before the successor counts again after the successor's last day.</summary>
    [Fact]
    public void After_a_last_day_the_open_version_before_it_counts_again() =>
        Assert.Equal(First.Id, TariffChoice.Of([First, Second], Given.Wall("2027-01-01 00:00"), Given.Wall("2027-01-01 00:00")).Id);

    [Theory]
    [InlineData("2025-12-31 23:59")]
    [InlineData("2027-01-01 00:00")]
    public void Where_none_counts_nothing_is_rated(string served)
    {
        var closed = First with { ValidUntil = Given.Day("2026-12-31") };

        Assert.Equal(ErrorCode.TariffMissing, Assert.Throws<DomainException>(() => TariffChoice.Of([closed], Given.Wall("2026-05-01"), Given.Wall(served))).Code);
    }
}
