using Videodolmetschen.Domain.Billing.Receivables;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

/// <summary>Credit goes back in whole cents, never more than there is, never before it came.</summary>
public class CreditTests
{
    private static readonly Credit Credit = new(Given.Day("2026-11-03"), 25.88m);

    [Theory]
    [InlineData("25.88", "2026-11-03", null)]
    [InlineData("0.01", "2026-11-27", null)]
    [InlineData("25.89", "2026-11-27", ErrorCode.RefundExceedsCredit)]
    [InlineData("0", "2026-11-27", ErrorCode.ArgumentInvalid)]
    [InlineData("-1", "2026-11-27", ErrorCode.ArgumentInvalid)]
    [InlineData("1.001", "2026-11-27", ErrorCode.ArgumentInvalid)]
    [InlineData("1", "2026-11-02", ErrorCode.ArgumentInvalid)]
    [InlineData("1", "2026-11-28", ErrorCode.ArgumentInvalid)]
    public void It_goes_back_up_to_the_last_cent(string amount, string on, ErrorCode? refused)
    {
        var broken = Record.Exception(() => Credit.Allow(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), Given.Day(on), Given.Day("2026-11-27")));

        Assert.Equal(refused, (broken as DomainException)?.Code);
    }
}
