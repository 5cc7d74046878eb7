using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Billing.Receivables;

public sealed class ReceivableTests
{
    [Theory]
    [InlineData("", false, ReceivableState.Open, 100)]
    [InlineData("40", false, ReceivableState.PartlyPaid, 60)]
    [InlineData("40 60", false, ReceivableState.Paid, 0)]
    [InlineData("40 70", false, ReceivableState.Overpaid, -10)]
    [InlineData("100 -100", false, ReceivableState.Open, 100)]
    [InlineData("", true, ReceivableState.Cancelled, 0)]
    [InlineData("100", true, ReceivableState.Cancelled, 0)]
    public void What_was_paid_says_how_an_invoice_stands(string parts, bool isCancelled, ReceivableState state, decimal balance)
    {
        var claim = Claim("2026-11-16", [.. parts.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => new PaidPart(new(2026, 11, 2), decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)))]) with { IsCancelled = isCancelled };
        Assert.Equal((state, balance), (claim.State, claim.Balance));
    }

    [Theory]
    [InlineData("2026-11-16", Land.TH, "2026-11-16")] // A Monday.
    [InlineData("2026-11-14", Land.TH, "2026-11-16")] // A Saturday.
    [InlineData("2026-12-25", Land.TH, "2026-12-28")] // Two holidays and a Sunday.
    [InlineData("2026-09-20", Land.TH, "2026-09-21")] // World Children's Day on a Sunday; the Monday is a day like any other.
    [InlineData("2026-03-08", Land.BE, "2026-03-09")]
    [InlineData("2027-03-08", Land.BE, "2027-03-09")] // A holiday in Berlin on a Monday.
    [InlineData("2027-03-08", Land.TH, "2027-03-08")]
    public void A_day_on_which_nobody_works_gives_way_to_the_next_one(string due, Land land, string last) =>
        Assert.Equal(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture), (Claim(due) with { Land = land }).LastDay);

    [Fact]
    public void It_is_overdue_only_when_the_last_day_has_passed()
    {
        var claim = Claim("2026-11-14");
        Assert.Equal((0, 0, 1), (claim.DaysOverdue(new(2026, 11, 15)), claim.DaysOverdue(new(2026, 11, 16)), claim.DaysOverdue(new(2026, 11, 17))));
        Assert.Equal(0, (claim with { Parts = [new(new(2026, 12, 1), 100m)] }).DaysOverdue(new(2027, 1, 1)));
    }

    [Fact]
    public void Without_a_day_on_it_the_law_gives_thirty() =>
        Assert.Equal(new DateOnly(2026, 12, 3), new Receivable(new(2026, 11, 3), null, 1m, Land.TH, false, []).LastDay);

    [Fact]
    public void Letters_follow_one_another_and_none_before_the_last_had_its_time()
    {
        var claim = Claim("2026-11-16");
        var first = DunningStep.After(claim, []);
        Assert.Equal((DunningLevel.Reminder, new DateOnly(2026, 11, 17)), (first.Next, first.From));
        var second = DunningStep.After(claim, [new(DunningLevel.Reminder, new(2026, 11, 20))]);
        Assert.Equal((DunningLevel.Notice, false, true), (second.Next, second.IsDue(new(2026, 12, 3)), second.IsDue(new(2026, 12, 4))));
        Assert.Null(DunningStep.After(claim, [new(DunningLevel.Reminder, new(2026, 11, 20)), new(DunningLevel.LastNotice, new(2026, 12, 20)), new(DunningLevel.Notice, new(2026, 12, 4))]).Next);
    }

    internal static Receivable Claim(string due, params PaidPart[] parts) => new(DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture).AddDays(-30), DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture), 100m, Land.TH, false, parts);
}
