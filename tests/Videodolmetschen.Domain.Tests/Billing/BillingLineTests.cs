using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Billing;

public class BillingLineTests
{
    private static readonly AppointmentSlot Slot = Given.Slot("2026-11-19 10:00");
    private static readonly ServiceFacts Cancelled = new ServiceFacts.Cancelled(Slot, Given.Wall("2026-11-19 09:00"), 100);

    [Theory]
    [InlineData(VatTreatment.Standard)]
    [InlineData(VatTreatment.SmallBusiness)]
    [InlineData(VatTreatment.ReverseCharge)]
    public void A_line_is_taxed_as_its_supplier_is(VatTreatment vat)
    {
        var terms = TariffQuoteTests.Terms("2026-11-01 09:00") with { Vat = vat };

        Assert.All(TariffRating.Rate(TariffCatalogue.PerMinute, terms, Cancelled).Lines, line => Assert.Equal(vat, line.Vat));
        Assert.All(TariffRating.Rate(TariffCatalogue.PerMinute, terms, new ServiceFacts.Held(Slot, Slot.End)).Lines, line => Assert.Equal(vat, line.Vat));
    }

    [Fact]
    public void A_cancellation_fee_that_is_damages_is_not_taxable_and_nothing_else_is_so()
    {
        var tariff = TariffCatalogue.PerMinute with { Cancellation = new CancellationPrice.PercentOfSlot { IsDamages = true } };
        var terms = TariffQuoteTests.Terms("2026-11-01 09:00");

        Assert.Equal([VatTreatment.NotTaxable], TariffRating.Rate(tariff, terms, Cancelled).Lines.Select(line => line.Vat));
        Assert.Equal([VatTreatment.Standard], TariffRating.Rate(tariff, terms, new ServiceFacts.Held(Slot, Slot.End)).Lines.Select(line => line.Vat));
    }

    [Theory]
    [InlineData(50, null, "40", "43.50", "50 % von 87,00 EUR, dem Preis der gebuchten Zeit, höchstens 40,00 EUR; abgesagt am 19.11.2026, 09:00 Uhr.")]
    [InlineData(10, "15", null, "8.70", "10 % von 87,00 EUR, dem Preis der gebuchten Zeit, mindestens 15,00 EUR; abgesagt am 19.11.2026, 09:00 Uhr.")]
    [InlineData(50, "15", "50", "43.50", "50 % von 87,00 EUR, dem Preis der gebuchten Zeit; abgesagt am 19.11.2026, 09:00 Uhr.")]
    public void A_cancellation_fee_keeps_its_bounds(int percent, string? least, string? most, string part, string sentence)
    {
        var (atLeast, atMost) = (Euro(least), Euro(most));
        var tariff = TariffCatalogue.PerMinute with { Cancellation = new CancellationPrice.PercentOfSlot(null, atLeast, atMost) };

        var line = Assert.Single(TariffRating.Rate(tariff, TariffQuoteTests.Terms("2026-11-01 09:00"), new ServiceFacts.Cancelled(Slot, Given.Wall("2026-11-19 09:00"), percent)).Lines);

        Assert.Equal((Math.Min(Math.Max(Euro(part)!.Value, atLeast ?? 0), atMost ?? 1000), sentence), (line.Net, line.Explanation));
    }

    /// <summary>Each interpreter is paid the own stint, with its own minimum; the customer pays the whole once.</summary>
    [Fact]
    public void A_handover_pays_both_interpreters_and_bills_the_customer_once()
    {
        var (start, terms) = (Given.Wall("2026-11-19 10:00"), TariffQuoteTests.Terms("2026-11-19 09:59"));
        decimal For(Tariff tariff, int from, int until) => TariffRating.Rate(tariff, terms, new ServiceFacts.Live(start.AddMinutes(from), start.AddMinutes(until), (until - from) * 60)).Net;

        Assert.Equal((60 * 0.95m, 15 * 0.95m), (For(TariffCatalogue.InterpreterPerMinute, 0, 60), For(TariffCatalogue.InterpreterPerMinute, 60, 70)));
        Assert.Equal(70 * 1.45m, For(TariffCatalogue.PerMinute, 0, 70));
    }

    [Fact]
    public void The_day_of_service_is_Berlins()
    {
        var late = Given.Wall("2026-11-20 00:30");
        var line = TariffRating.Rate(TariffCatalogue.FlatProgramme, TariffQuoteTests.Terms("2026-11-19 09:00"), new ServiceFacts.Live(late, late.AddMinutes(5), 300)).Lines[0];

        Assert.Equal(Given.Day("2026-11-20"), line.Day);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(60, 1)]
    [InlineData(61, 2)]
    [InlineData(int.MaxValue, 35791395)]
    public void A_started_minute_counts(int seconds, int minutes) => Assert.Equal(minutes, StartedMinutes.Of(seconds));

    private static decimal? Euro(string? text) => text is null ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
