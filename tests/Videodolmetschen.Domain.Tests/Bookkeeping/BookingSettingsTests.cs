using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Bookkeeping;

namespace Videodolmetschen.Domain.Tests.Bookkeeping;

public sealed class BookingSettingsTests
{
    [Fact]
    public void The_usual_accounts_only_lack_whose_books_they_are()
    {
        foreach (var chart in Enum.GetValues<ChartOfAccounts>())
        {
            var settings = new BookingSettings { Chart = chart, Accounts = BookingSettings.Usual(chart) };
            Assert.Equal(["consultant", "client"], settings.Breaches());
            Assert.Empty((settings with { Consultant = 1001, Client = 1 }).Breaches());
        }
    }

    [Fact]
    public void Each_field_that_cannot_be_is_named()
    {
        var settings = new BookingSettings
        {
            Consultant = 12, Client = 100_000, AccountLength = 9, YearBegins = 13, DebtorsFrom = 70_001, CreditorsFrom = 10_001,
            Accounts = [.. BookingSettings.Usual(ChartOfAccounts.Skr03).Where(account => account.Treatment != VatTreatment.ReverseCharge)],
        };
        Assert.Superset(
            new HashSet<string> { "consultant", "client", "accountLength", "yearBegins", "debtorsFrom", "creditorsFrom", "account:Customer:ReverseCharge" },
            settings.Breaches().ToHashSet());
    }

    [Theory]
    [InlineData("84OO")]
    [InlineData("840")]
    [InlineData("=400")]
    public void An_account_is_digits_of_the_length_of_the_chart(string account)
    {
        var settings = new BookingSettings { Consultant = 1001, Client = 1 };
        settings = settings with { Accounts = [settings.Accounts[0] with { Account = account }, .. settings.Accounts.Skip(1)] };
        Assert.Equal(["account:Customer:Standard"], settings.Breaches());
    }
}
