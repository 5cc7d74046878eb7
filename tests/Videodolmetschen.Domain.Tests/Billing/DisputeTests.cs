using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Billing;

public sealed class DisputeTests
{
    private static readonly BillingLine Disputed = TariffRating.Rate(
        TariffCatalogue.PerMinute,
        new ServiceTerms { OrderedAt = Given.Instant("2026-11-24T08:00Z"), Language = Given.Kurmanji, Days = new WorkingDays(new HolidayRegion(Land.TH)) },
        new ServiceFacts.Live(Given.Instant("2026-11-24T09:00Z"), Given.Instant("2026-11-24T09:47Z"), 47 * 60)).Lines[0];

    [Theory]
    // Without a holiday in between: fourteen working days are two weeks and four days more.
    [InlineData("2026-11-02", Land.TH, "2026-11-20")]
    // Over Christmas and New Year two holidays fall on working days; Heilige Drei Könige in Bavaria is one more.
    [InlineData("2026-12-18", Land.TH, "2027-01-11")]
    [InlineData("2026-12-18", Land.BY, "2027-01-12")]
    // Raised on a Saturday or a Sunday, it is as if on the Friday before.
    [InlineData("2026-11-07", Land.TH, "2026-11-26")]
    [InlineData("2026-11-08", Land.TH, "2026-11-26")]
    [InlineData("2026-11-06", Land.TH, "2026-11-26")]
    // The day of repentance is one in Saxony alone.
    [InlineData("2026-11-06", Land.SN, "2026-11-27")]
    public void An_answer_is_due_after_fourteen_working_days_of_our_own_seat(string raised, Land land, string until) =>
        Assert.Equal(Day(until), DisputeDeadline.Of(Day(raised), new WorkingDays(new HolidayRegion(land))));

    [Fact]
    public void The_last_day_is_still_in_time()
    {
        var answerBy = new DateOnly(2026, 11, 20);
        Assert.False(DisputeDeadline.IsOverdue(answerBy, answerBy));
        Assert.True(DisputeDeadline.IsOverdue(answerBy, answerBy.AddDays(1)));
    }

    [Fact]
    public void A_correction_is_a_line_more_of_the_same_service_and_says_nothing_that_somebody_typed()
    {
        var more = LineCorrection.Of(Disputed, Disputed.Net, 12.5m, DisputeReason.Time, earlier: 0);
        Assert.Equal((BillingLineKind.Correction, "correction.1", 1m, 12.5m, 12.5m), (more.Kind, more.Rule, more.Quantity, more.UnitPrice, more.Net));
        Assert.Equal((Disputed.Tariff, Disputed.Vat, Disputed.Day), (more.Tariff, more.Vat, more.Day));
        Assert.Equal("Nachtrag von 12,50 EUR nach einem Einwand (Zeit).", more.Explanation);
        var less = LineCorrection.Of(Disputed, Disputed.Net, -0.01m, DisputeReason.Twice, earlier: 1);
        Assert.Equal(("correction.2", -1m, 0.01m, -0.01m), (less.Rule, less.Quantity, less.UnitPrice, less.Net));
        Assert.Equal("Abzug von 0,01 EUR nach einem Einwand (doppelt abgerechnet).", less.Explanation);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1.005")]
    [InlineData("-68.16")]
    public void A_correction_changes_something_in_whole_cents_and_leaves_no_less_than_nothing(string change)
    {
        Assert.Equal(68.15m, Disputed.Net);
        var refused = Assert.Throws<DomainException>(() => LineCorrection.Of(Disputed, Disputed.Net, decimal.Parse(change, System.Globalization.CultureInfo.InvariantCulture), DisputeReason.Price, 0));
        Assert.Equal(ErrorCode.CorrectionInvalid, refused.Code);
    }

    [Fact]
    public void A_correction_may_take_all_of_it() =>
        Assert.Equal(-68.15m, LineCorrection.Of(Disputed, Disputed.Net, -68.15m, DisputeReason.NotHeld, 0).Net);

    [Fact]
    public void Each_reason_has_its_word() =>
        Assert.Equal(
            Enum.GetValues<DisputeReason>().Length,
            Enum.GetValues<DisputeReason>().Select(reason => LineCorrection.Of(Disputed, Disputed.Net, 1, reason, 0).Explanation).Distinct().Count());

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
