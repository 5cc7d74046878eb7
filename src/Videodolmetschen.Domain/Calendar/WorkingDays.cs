namespace Videodolmetschen.Domain.Calendar;

/// <summary>The working days of a region: Monday to Friday without its public holidays.</summary>
public sealed class WorkingDays(HolidayRegion region, GermanHolidays? holidays = null)
{
    private readonly GermanHolidays _holidays = holidays ?? GermanHolidays.ByLaw;

    public HolidayRegion Region => region;

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_holidays.IsHoliday(day, region);

    /// <summary>The holiday on the day; null on any other, a Sunday among them.</summary>
    public Holiday? HolidayOn(DateOnly day) => _holidays.On(day, region);

    /// <summary>The first working day after the day.</summary>
    public DateOnly Next(DateOnly day) => Seek(day, 1);

    /// <summary>The last working day before the day.</summary>
    public DateOnly Previous(DateOnly day) => Seek(day, -1);

    /// <summary>So many working days after the day, or before it where the number is negative; none is the day itself, working day or not.</summary>
    public DateOnly Add(DateOnly day, int workingDays)
    {
        for (var left = Math.Abs(workingDays); left > 0; left--)
        {
            day = Seek(day, Math.Sign(workingDays));
        }

        return day;
    }

    /// <summary>How many working days come after the first day, up to the last and with it; none where the last is not after the first.</summary>
    public int CountBetween(DateOnly first, DateOnly last)
    {
        var count = 0;
        for (var day = first.AddDays(1); day <= last; day = day.AddDays(1))
        {
            count += IsWorkingDay(day) ? 1 : 0;
        }

        return count;
    }

    private DateOnly Seek(DateOnly day, int step)
    {
        do
        {
            day = day.AddDays(step);
        }
        while (!IsWorkingDay(day));

        return day;
    }
}
