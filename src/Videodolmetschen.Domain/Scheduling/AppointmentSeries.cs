using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>
/// The same appointment every week (Serie), so many times or up to a day. The clock on the wall shows the same time at each, also after
/// the clocks were changed.
/// </summary>
public sealed record AppointmentSeries
{
    private const int DaysOfWeek = 7;

    /// <summary>The first start, on the wall in Berlin.</summary>
    public required DateTime WallStart { get; init; }

    public required TimeSpan Length { get; init; }

    /// <summary>How often, the exceptions counted in (as COUNT in RFC 5545); null where <see cref="Until"/> is set.</summary>
    public int? Times { get; init; }

    /// <summary>The last day on which one may fall; null where <see cref="Times"/> is set.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Days that are left out.</summary>
    public IReadOnlySet<DateOnly> Exceptions { get; init; } = new HashSet<DateOnly>();

    /// <summary>Which of the two is meant on the day on which winter time shows the start twice.</summary>
    public RepeatedHour Hour { get; init; }

    /// <summary>All appointments in their order, and which of them fall on a holiday: those are booked unless they are made exceptions.</summary>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.AppointmentSeriesInvalid"/> for neither or both ends, or no appointment at all; what <see cref="AppointmentSlot.OnWall"/>
    /// and <see cref="AppointmentRules.Check"/> throw for any of them.
    /// </exception>
    public IReadOnlyList<SeriesSlot> Slots(AppointmentRules rules, WorkingDays days, DateTimeOffset now)
    {
        if (Times is null == Until is null)
        {
            throw new DomainException(ErrorCode.AppointmentSeriesInvalid);
        }

        var slots = new List<SeriesSlot>();
        foreach (var wallStart in WallStarts().Where(start => !Exceptions.Contains(DateOnly.FromDateTime(start))))
        {
            var slot = AppointmentSlot.OnWall(wallStart, Length, Hour);
            // Each is checked as it comes: the first that is too far ahead ends a series without a sensible end.
            rules.Check(slot, now);
            slots.Add(new SeriesSlot(slot, days.HolidayOn(slot.Day)));
        }

        return slots.Count > 0 ? slots : throw new DomainException(ErrorCode.AppointmentSeriesInvalid);
    }

    private IEnumerable<DateTime> WallStarts()
    {
        for (var (start, count) = (WallStart, 0); count < (Times ?? int.MaxValue) && DateOnly.FromDateTime(start) <= (Until ?? DateOnly.MaxValue); count++)
        {
            yield return start;
            start = start.AddDays(DaysOfWeek);
        }
    }
}

/// <param name="Slot">One appointment of a series.</param>
/// <param name="Holiday">The holiday of the customer's region on which it falls; null on other days.</param>
public readonly record struct SeriesSlot(AppointmentSlot Slot, Holiday? Holiday);
