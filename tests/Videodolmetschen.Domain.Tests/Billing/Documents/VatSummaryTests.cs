using FsCheck;
using FsCheck.Fluent;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>GERMANY.md 2.7.</summary>
public class VatSummaryTests
{
    [Theory]
    [InlineData("139.50", "26.51")]
    [InlineData("46.50", "8.84")]
    [InlineData("68.15", "12.95")]
    [InlineData("13.50", "2.57")]
    [InlineData("128.69", "24.45")]
    [InlineData("0.50", "0.10")]
    [InlineData("106.94", "20.32")]
    [InlineData("-13.50", "-2.57")]
    [InlineData("0", "0")]
    public void Tax_is_rounded_half_away_from_zero(string net, string tax)
    {
        var totals = VatSummary.Of([(DocumentCases.Euro(net), VatTreatment.Standard)]);

        Assert.Equal(DocumentCases.Euro(tax), totals.Tax);
        Assert.Equal(DocumentCases.Euro(net) + DocumentCases.Euro(tax), totals.Gross);
    }

    [Fact]
    public void Tax_is_taken_of_the_sum_and_not_line_by_line()
    {
        var totals = VatSummary.Of(Enumerable.Repeat((0.33m, VatTreatment.Standard), 3));

        Assert.Equal((0.99m, 0.19m, 1.18m), (totals.Net, totals.Tax, totals.Due));
        Assert.Equal(0.18m, 3 * Money.Percent(0.33m, 19m));
    }

    [Fact]
    public void Each_treatment_has_its_part_in_a_steady_order()
    {
        var totals = VatSummary.Of([(5m, VatTreatment.SignLanguageExempt), (1m, VatTreatment.Standard), (2m, VatTreatment.Standard)]);

        Assert.Equal(
            [(VatTreatment.Standard, 3m, 0.57m), (VatTreatment.SignLanguageExempt, 5m, 0m)],
            totals.Breakdown.Select(part => (part.Treatment, part.Taxable, part.Tax)));
        Assert.Equal(8.57m, totals.Due);
    }

    [Theory]
    [InlineData(VatTreatment.SmallBusiness, "E", null)]
    [InlineData(VatTreatment.SignLanguageExempt, "E", "VATEX-EU-132-1G")]
    [InlineData(VatTreatment.ReverseCharge, "AE", "VATEX-EU-AE")]
    [InlineData(VatTreatment.NotTaxable, "O", "VATEX-EU-O")]
    public void What_bears_no_tax_has_a_rate_of_nought_and_says_why(VatTreatment treatment, string category, string? code)
    {
        var rule = VatRule.Of(treatment);

        Assert.Equal((category, 0m, code), (rule.Category, rule.Percent, rule.ExemptionCode));
        Assert.NotEmpty(rule.ExemptionReason!);
        Assert.Equal(0m, VatSummary.Of([(100m, treatment)]).Tax);
    }

    [Fact]
    public void Nobody_guesses_how_a_small_business_of_another_state_is_taxed()
    {
        Assert.Equal([VatTreatment.EuSmallBusiness], Enum.GetValues<VatTreatment>().Where(treatment => !treatment.CanBeBilled()));
        Assert.Throws<ArgumentOutOfRangeException>(() => VatRule.Of(VatTreatment.EuSmallBusiness));
    }

    /// <summary>BR-CO-10, 13, 14, 15, 16 whatever the lines are.</summary>
    [Fact]
    public void Sums_always_agree() =>
        Check.QuickThrowOnFailure(Prop.ForAll<int[]>(cents =>
        {
            var lines = cents.Select((cent, index) => (cent / 100m, (VatTreatment)(index % 5))).ToList();
            var totals = VatSummary.Of(lines);
            return totals.Lines == lines.Sum(line => line.Item1)
                && totals.Net == totals.Breakdown.Sum(part => part.Taxable)
                && totals.Tax == totals.Breakdown.Sum(part => part.Tax)
                && totals.Gross == totals.Net + totals.Tax
                && totals.Due == totals.Gross
                && Math.Abs(totals.Breakdown.Where(part => part.Treatment == VatTreatment.Standard).Sum(part => part.Tax - (part.Taxable * 0.19m))) <= 0.005m;
        }));
}
