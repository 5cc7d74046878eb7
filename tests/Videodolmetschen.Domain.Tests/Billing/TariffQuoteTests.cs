using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>Price before the order, earnings before the acceptance.</summary>
public class TariffQuoteTests
{
    [Theory]
    [InlineData("per-minute", "2026-11-19 10:00", "1,45 EUR je Minute, mindestens 15 Minuten.", "21.75")]
    [InlineData("per-minute", "2026-11-19 23:00", "1,45 EUR je Minute, mindestens 15 Minuten, zuzüglich 25 % Nachtzuschlag.", "27.19")]
    [InlineData("quarter-hours", "2026-11-19 10:00", "1,45 EUR je Minute, abgerechnet in Schritten von 15 Minuten, mindestens 15 Minuten.", "21.75")]
    [InlineData("first-hour", "2026-11-19 10:00", "30,00 EUR für die ersten 60 Minuten, danach 15,00 EUR je angefangene 30 Minuten.", "30.00")]
    [InlineData("programme", "2026-11-19 10:00", "Kostenfrei: die Kosten trägt das Programm Landesprogramm Dolmetschen.", "0.00")]
    [InlineData("jveg-interpreter", "2026-11-19 10:00", "93,00 EUR je Stunde, die letzte angefangene bis 30 Minuten zur Hälfte.", "46.50")]
    public void At_once_one_reads_how_time_is_paid_and_the_least_there_is_to_pay(string family, string at, string sentence, string least)
    {
        var tariff = TariffCatalogue.ReadyMade.Last(one => one.Family == family);

        var quote = TariffQuote.ForLive(tariff, Terms("2026-11-19 09:00"), Given.Wall(at));

        Assert.Equal((sentence, decimal.Parse(least, System.Globalization.CultureInfo.InvariantCulture)), (quote.Sentence, quote.Shortest.Net));
    }

    [Fact]
    public void Other_prices_have_words_too()
    {
        Assert.Equal("35,00 EUR je angefangene 30 Minuten", new TariffPrice.PerSlot(30, 35).Words());
        Assert.Equal("10,00 EUR für die ersten 15 Minuten, danach 1,00 EUR je Minute", new TariffPrice.FirstThenSteps(15, 10, 1, 1).Words());
        Assert.Equal("1.234,505 EUR je Minute", new TariffPrice.PerMinute(1234.505m, 0, 1).Words());
    }

    [Fact]
    public void A_slot_has_its_exact_price_and_what_cancelling_costs_until_when()
    {
        var quote = TariffQuote.ForSlot(TariffCatalogue.PerMinute, Terms("2026-11-16 09:00"), Given.Slot("2026-11-22 10:00"), CancellationRule.Usual);

        Assert.Equal([87.00m, 43.50m], quote.Lines.Lines.Select(line => line.Net));
        Assert.Equal(
            [(Given.Wall("2026-11-21 10:00"), 0m), (Given.Wall("2026-11-22 06:00"), 65.25m), (null, 130.50m)],
            quote.Cancelling.Select(one => (one.Until, one.Lines.Net)));
    }

    [Fact]
    public void Whoever_books_late_sees_only_what_is_still_to_come()
    {
        var quote = TariffQuote.ForSlot(TariffCatalogue.PerMinute, Terms("2026-11-19 08:00"), Given.Slot("2026-11-19 10:00"), CancellationRule.Usual);

        Assert.Equal([(null, 87.00m)], quote.Cancelling.Select(one => (one.Until, one.Lines.Net)));
    }

    /// <summary>In whole per cent 135 minutes would be 89 % of two and a half hours, and 180 minutes 67 % of three.</summary>
    [Theory]
    [InlineData(60, "93.00")]
    [InlineData(120, "186.00")]
    [InlineData(125, "186.00")]
    [InlineData(135, "186.00")]
    [InlineData(180, "186.00")]
    [InlineData(360, "184.14")]
    public void By_the_ladder_of_the_law_cancelling_costs_no_more_than_two_hours(int minutes, string most)
    {
        var quote = TariffQuote.ForSlot(TariffCatalogue.Jveg93Customer, Terms("2026-11-16 09:00"), Given.Slot("2026-11-26 10:00", minutes), CancellationRule.Jveg);
        var own = TariffQuote.ForSlot(TariffCatalogue.Jveg93Customer with { Cancellation = new CancellationPrice.PercentOfSlot(CancellationRule.Jveg) }, Terms("2026-11-16 09:00"), Given.Slot("2026-11-26 10:00", minutes));

        Assert.Equal([(Given.Wall("2026-11-24 00:00"), 0m), (null, decimal.Parse(most, System.Globalization.CultureInfo.InvariantCulture))], quote.Cancelling.Select(one => (one.Until, one.Lines.Net)));
        Assert.Equal(quote.Cancelling.Select(one => one.Lines.Net), own.Cancelling.Select(one => one.Lines.Net));
    }

    /// <summary>Monday, 1 November 2027, is Allerheiligen in Bavaria and an ordinary day in Thuringia. By the contract the customer's seat counts, as when it is called off.</summary>
    [Fact]
    public void A_ladder_of_its_own_counts_the_working_days_of_the_Land_that_the_tariff_names_and_the_contract_those_of_the_seat()
    {
        var byTheDayBefore = new CancellationRule([new CancellationStep.PreviousWorkingDay(new TimeOnly(14, 0), 100)]);
        var slot = Given.Slot("2027-11-02 10:00");
        var contract = TariffCatalogue.PerMinute with { HolidaysOf = Land.BY };
        var thuringian = TariffCatalogue.PerMinute with { Cancellation = new CancellationPrice.PercentOfSlot(byTheDayBefore) };
        var bavarian = thuringian with { HolidaysOf = Land.BY };

        Assert.Equal(Given.Wall("2027-11-01 14:00"), FreeUntil(thuringian));
        Assert.Equal(Given.Wall("2027-10-29 14:00"), FreeUntil(bavarian));
        Assert.Equal(Given.Wall("2027-11-01 14:00"), FreeUntil(contract));

        var onFriday = new ServiceFacts.Cancelled(slot, Given.Wall("2027-10-29 15:00"));
        Assert.Equal((0m, 87m), (Net(thuringian), Net(bavarian)));

        DateTimeOffset? FreeUntil(Tariff tariff) => TariffQuote.ForSlot(tariff, Terms("2027-10-01 09:00"), slot, byTheDayBefore).Cancelling[0].Until;
        decimal Net(Tariff tariff) => TariffRating.Rate(tariff, Terms("2027-10-01 09:00"), onFriday).Net;
    }

    [Fact]
    public void A_declared_loss_is_quoted_at_its_most()
    {
        var quote = TariffQuote.ForSlot(TariffCatalogue.Jveg93Interpreter, Terms("2026-11-16 09:00"), Given.Slot("2026-11-26 10:00", 180));

        Assert.Equal(279m, quote.Lines.Net);
        Assert.Equal([(Given.Wall("2026-11-24 00:00"), 0m), (null, 186m)], quote.Cancelling.Select(one => (one.Until, one.Lines.Net)));
    }

    [Fact]
    public void Where_no_contract_takes_anything_it_is_free() => Assert.Equal(
        [(null, 0m)],
        TariffQuote.ForSlot(TariffCatalogue.PerMinute with { Cancellation = null }, Terms("2026-11-16 09:00"), Given.Slot("2026-11-26 10:00"), CancellationRule.Usual)
            .Cancelling.Select(one => (one.Until, one.Lines.Net)));

    internal static ServiceTerms Terms(string ordered) => new()
    {
        OrderedAt = Given.Wall(ordered),
        Language = Given.Kurmanji,
        Days = new WorkingDays(new HolidayRegion(Land.TH)),
    };
}
