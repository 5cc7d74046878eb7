using System.Globalization;
using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Tests.Calendar;

/// <summary>The golden values of GERMANY.md 6.</summary>
public class GermanHolidaysTests
{
    private static readonly HolidayRegion Thuringia = new(Land.TH);

    [Theory]
    [InlineData(Land.BW, 12)]
    [InlineData(Land.BY, 12)]
    [InlineData(Land.BE, 10)]
    [InlineData(Land.BB, 12)]
    [InlineData(Land.HB, 10)]
    [InlineData(Land.HH, 10)]
    [InlineData(Land.HE, 10)]
    [InlineData(Land.MV, 11)]
    [InlineData(Land.NI, 10)]
    [InlineData(Land.NW, 11)]
    [InlineData(Land.RP, 11)]
    [InlineData(Land.SL, 12)]
    [InlineData(Land.SN, 11)]
    [InlineData(Land.ST, 11)]
    [InlineData(Land.SH, 10)]
    [InlineData(Land.TH, 11)]
    public void So_many_holidays_hold_in_a_whole_Land(Land land, int count)
    {
        Assert.Equal(count, GermanHolidays.ByLaw.Of(2026, new HolidayRegion(land)).Count);
        Assert.Equal(count, GermanHolidays.ByLaw.Of(2027, new HolidayRegion(land)).Count);
    }

    [Fact]
    public void Thuringia_has_these_in_2026() =>
        Assert.Equal(
            """
            2026-01-01 Thu Neujahr
            2026-04-03 Fri Karfreitag
            2026-04-06 Mon Ostermontag
            2026-05-01 Fri Tag der Arbeit
            2026-05-14 Thu Christi Himmelfahrt
            2026-05-25 Mon Pfingstmontag
            2026-09-20 Sun Weltkindertag
            2026-10-03 Sat Tag der Deutschen Einheit
            2026-10-31 Sat Reformationstag
            2026-12-25 Fri 1. Weihnachtstag
            2026-12-26 Sat 2. Weihnachtstag
            """.ReplaceLineEndings("\n"),
            string.Join('\n', GermanHolidays.ByLaw.Of(2026, Thuringia).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Day:yyyy-MM-dd ddd} {one.Name}"))));

    [Theory]
    [InlineData("2026-04-05", Land.BB, null, true)]
    [InlineData("2026-04-05", Land.TH, null, false)]
    [InlineData("2026-11-18", Land.SN, null, true)]
    [InlineData("2027-11-17", Land.SN, null, true)]
    [InlineData("2022-11-16", Land.SN, null, true)]
    [InlineData("2022-11-23", Land.SN, null, false)]
    [InlineData("2026-11-18", Land.TH, null, false)]
    [InlineData("2026-03-08", Land.BE, null, true)]
    [InlineData("2026-03-08", Land.TH, null, false)]
    [InlineData("2026-06-04", Land.HE, null, true)]
    [InlineData("2026-06-04", Land.TH, null, false)]
    [InlineData("2026-06-04", Land.TH, "Heilbad Heiligenstadt", true)]
    [InlineData("2026-06-04", Land.TH, "16061045", true)]
    [InlineData("2026-06-04", Land.TH, "Erfurt", false)]
    [InlineData("2026-06-04", Land.TH, "16051000", false)]
    [InlineData("2026-11-01", Land.NW, null, true)]
    [InlineData("2026-11-01", Land.TH, null, false)]
    [InlineData("2026-09-20", Land.TH, null, true)]
    [InlineData("2026-10-31", Land.TH, null, true)]
    [InlineData("2026-10-31", Land.BE, null, false)]
    [InlineData("2026-08-08", Land.BY, "Augsburg", true)]
    [InlineData("2026-08-08", Land.BY, "09761000", true)]
    [InlineData("2026-08-08", Land.BY, null, false)]
    [InlineData("2026-08-15", Land.SL, null, true)]
    [InlineData("2026-08-15", Land.BY, null, false)]
    [InlineData("2026-12-24", Land.BY, null, false)]
    [InlineData("2026-12-31", Land.BY, null, false)]
    public void A_day_is_a_holiday_where_the_law_says_so(string day, Land land, string? commune, bool holiday) =>
        Assert.Equal(holiday, GermanHolidays.ByLaw.IsHoliday(Given.Day(day), new HolidayRegion(land, commune)));

    [Theory]
    [InlineData("2018-09-20", Land.TH, false)]
    [InlineData("2019-09-20", Land.TH, true)]
    [InlineData("2018-03-08", Land.BE, false)]
    [InlineData("2019-03-08", Land.BE, true)]
    [InlineData("2016-10-31", Land.BE, false)]
    [InlineData("2017-10-31", Land.BE, true)]
    [InlineData("2018-10-31", Land.BE, false)]
    [InlineData("2016-10-31", Land.HH, false)]
    [InlineData("2018-10-31", Land.HH, true)]
    [InlineData("2024-05-08", Land.BE, false)]
    [InlineData("2025-05-08", Land.BE, true)]
    [InlineData("2026-05-08", Land.BE, false)]
    public void A_law_holds_from_its_first_to_its_last_day(string day, Land land, bool holiday) =>
        Assert.Equal(holiday, GermanHolidays.ByLaw.IsHoliday(Given.Day(day), new HolidayRegion(land)));

    /// <summary>The earliest and the latest Easter that there can be are among them.</summary>
    [Theory]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("2000-04-23")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")]
    public void Easter_is_computed(string sunday) => Assert.Equal(Given.Day(sunday), HolidayDate.EasterSunday(Given.Day(sunday).Year));

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April_for_ever() =>
        Assert.All(Enumerable.Range(1600, 900).Select(HolidayDate.EasterSunday), easter =>
        {
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(easter.Year, 3, 22), new DateOnly(easter.Year, 4, 25));
        });

    [Fact]
    public void A_Land_may_decide_a_further_day_and_a_customer_name_a_commune()
    {
        var further = new HolidayRule("Mariä Himmelfahrt", new HolidayDate.Fixed(8, 15)) { Laender = [Land.BY], Communes = ["09188"] };
        var holidays = GermanHolidays.ByLaw.With(further);

        Assert.True(holidays.IsHoliday(new DateOnly(2026, 8, 15), new HolidayRegion(Land.BY, "09188120")));
        Assert.False(holidays.IsHoliday(new DateOnly(2026, 8, 15), new HolidayRegion(Land.BY)));
    }
}
