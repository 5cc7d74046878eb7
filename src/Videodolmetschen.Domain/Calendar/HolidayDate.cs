namespace Videodolmetschen.Domain.Calendar;

/// <summary>How a holiday finds its day in a year.</summary>
public abstract record HolidayDate
{
    private HolidayDate()
    {
    }

    public abstract DateOnly In(int year);

    /// <summary>The same date every year.</summary>
    public sealed record Fixed(int Month, int Day) : HolidayDate
    {
        public override DateOnly In(int year) => new(year, Month, Day);
    }

    /// <summary>So many days after Easter Sunday; fewer than none before it.</summary>
    public sealed record AfterEaster(int Days) : HolidayDate
    {
        public override DateOnly In(int year) => EasterSunday(year).AddDays(Days);
    }

    /// <summary>The last such day of the week before a date, never the date itself.</summary>
    public sealed record WeekdayBefore(DayOfWeek Weekday, int Month, int Day) : HolidayDate
    {
        public override DateOnly In(int year)
        {
            var day = new DateOnly(year, Month, Day).AddDays(-1);
            return day.AddDays(-(((int)day.DayOfWeek - (int)Weekday + 7) % 7));
        }
    }

    /// <summary>Easter Sunday of the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8).</summary>
    public static DateOnly EasterSunday(int year)
    {
        var (golden, century, ofCentury) = (year % 19, year / 100, year % 100);
        var correction = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - correction + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (ofCentury / 4)) - epact - (ofCentury % 4)) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var days = epact + weekday - (7 * late) + 114;
        return new DateOnly(year, days / 31, (days % 31) + 1);
    }
}
