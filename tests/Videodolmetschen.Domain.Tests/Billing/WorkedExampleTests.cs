using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Billing;

/// <summary>What stands beside the form: the ordinary price, and each price that differs from it.</summary>
public class WorkedExampleTests
{
    private static readonly Tariff Draft = TariffCatalogue.PerMinute with
    {
        Price = Price(1),
        Rows =
        [
            new PriceRow(Price(2)) { Languages = ["kurdish"] },
            new PriceRow(Price(3)) { Languages = ["kmr"] },
            new PriceRow(Price(4)) { Languages = ["prs"], Booking = ServiceBooking.Booked },
            new PriceRow(Price(5)) { Levels = [QualificationLevel.Sworn], Modality = Modality.Audio },
        ],
    };

    /// <summary>The group is shown by a language that has no price of its own.</summary>
    [Theory]
    [InlineData("Gespräch von 47 Minuten, Dienstag 10:00 Uhr", 47)]
    [InlineData("Gespräch von 47 Minuten, Sorani", 94)]
    [InlineData("Gespräch von 47 Minuten, Kurmandschi", 141)]
    [InlineData("Termin von 60 Minuten, Dari", 240)]
    [InlineData("Gespräch von 47 Minuten, Stufe 1, nur Ton", 235)]
    public void Each_price_that_differs_has_an_example_of_its_own(string title, decimal net) =>
        Assert.Equal(net, WorkedExample.Of(Draft, Speech.Catalogue).Single(example => example.Title == title).Lines.Net);

    [Fact]
    public void A_price_that_never_counts_has_none()
    {
        var ordinary = WorkedExample.Of(Draft with { Rows = [] }, Speech.Catalogue).Count;
        PriceRow[] all = [new PriceRow(Price(2)) { Languages = ["kurdish"] }, .. ((string[])["kmr", "ckb", "sdh"]).Select(code => new PriceRow(Price(3)) { Languages = [code] })];

        Assert.Equal(ordinary + 3, WorkedExample.Of(Draft with { Rows = all }, Speech.Catalogue).Count);
        Assert.Equal(ordinary, WorkedExample.Of(Draft with { Rows = [new PriceRow(Price(2)) { Languages = ["kur"] }] }, Speech.Catalogue).Count);
    }

    /// <summary>Whoever chooses a Land sees what it changes: JVEG, 93 EUR for the hour.</summary>
    [Theory]
    [InlineData(null, "93.00", "111.60")]
    [InlineData(Land.TH, "111.60", "111.60")]
    [InlineData(Land.BE, "93.00", "93.00")]
    public void Whose_holidays_count_is_shown_by_a_day_that_is_one_in_Thuringia_only(Land? counted, string berlin, string thuringia) =>
        Assert.Equal([berlin, thuringia], OnReformationDay(TariffCatalogue.Jveg93Customer with { HolidaysOf = counted }));

    [Fact]
    public void Where_no_surcharge_falls_on_holidays_there_is_none_to_show() => Assert.Empty(OnReformationDay(Draft with { Surcharges = [.. Draft.Surcharges.Where(one => one.Key == "night")] }));

    private static IEnumerable<string> OnReformationDay(Tariff draft) => WorkedExample.Of(draft, Speech.Catalogue)
        .Where(one => one.Title.Contains("Reformationstag", StringComparison.Ordinal))
        .Select(one => one.Lines.Net.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture));

    private static TariffPrice Price(int euro) => new TariffPrice.PerMinute(euro, 0, 1);
}
