using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Billing;

public class PriceRowTests
{
    /// <summary>Every price tells which row it is.</summary>
    private static readonly Tariff Tariff = TariffCatalogue.PerMinute with
    {
        Price = Price(1),
        Rows =
        [
            new PriceRow(Price(2)) { Modality = Modality.Audio },
            new PriceRow(Price(3)) { Booking = ServiceBooking.Booked },
            new PriceRow(Price(4)) { Levels = [QualificationLevel.Sworn, QualificationLevel.StateExamined] },
            new PriceRow(Price(5)) { Languages = ["kurdish", "persian"] },
            new PriceRow(Price(6)) { Languages = ["ckb", "rhg"] },
            new PriceRow(Price(7)) { Booking = ServiceBooking.Booked, Modality = Modality.Audio },
        ],
    };

    [Theory]
    [InlineData("ara", null, ServiceBooking.Live, Modality.Video, 1)]
    [InlineData("ara", null, ServiceBooking.Live, Modality.Audio, 2)]
    [InlineData("ara", null, ServiceBooking.Booked, Modality.Video, 3)]
    [InlineData("ara", QualificationLevel.StateExamined, ServiceBooking.Booked, Modality.Video, 4)]
    [InlineData("ara", QualificationLevel.ShortCourse, ServiceBooking.Booked, Modality.Video, 3)]
    [InlineData("kmr", null, ServiceBooking.Booked, Modality.Video, 5)]
    [InlineData("kmr", QualificationLevel.Sworn, ServiceBooking.Live, Modality.Video, 5)]
    [InlineData("ckb", null, ServiceBooking.Live, Modality.Audio, 6)]
    [InlineData("ckb", null, ServiceBooking.Booked, Modality.Audio, 7)]
    public void The_most_specific_row_counts(string language, QualificationLevel? level, ServiceBooking booking, Modality modality, int price)
    {
        var terms = new ServiceTerms
        {
            OrderedAt = Given.MondayMorning,
            Language = new LanguageCode(language),
            LanguageGroup = language == "ara" ? "arabic" : "kurdish",
            Level = level,
            Modality = modality,
            Days = new WorkingDays(new HolidayRegion(Land.TH)),
        };

        Assert.Equal(Price(price), Tariff.PriceFor(terms, booking));
        Assert.Equal(Price(price), (Tariff with { Rows = [.. Tariff.Rows.Reverse()] }).PriceFor(terms, booking));
    }

    private static TariffPrice Price(int euro) => new TariffPrice.PerMinute(euro, 0, 1);
}
