using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Which of the two is meant where winter time shows an hour twice.</summary>
public enum RepeatedHour
{
    First,
    Second,
}

/// <summary>The time for which an appointment is booked. The start is a time on the wall in Berlin, the length is real time.</summary>
public readonly record struct AppointmentSlot
{
    /// <exception cref="ArgumentException">The end is not after the start.</exception>
    public AppointmentSlot(DateTimeOffset start, DateTimeOffset end)
    {
        if (end <= start)
        {
            throw new ArgumentException("A slot ends after it starts.", nameof(end));
        }

        (Start, End) = (start.ToUniversalTime(), end.ToUniversalTime());
    }

    /// <summary>In UTC.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>In UTC; not part of the slot.</summary>
    public DateTimeOffset End { get; }

    public TimeSpan Length => End - Start;

    /// <summary>What the clock on the wall in Berlin shows at the start.</summary>
    public DateTime WallStart => BerlinTime.WallClock(Start);

    /// <summary>The day in Berlin on which it starts.</summary>
    public DateOnly Day => BerlinTime.DayOf(Start);

    /// <summary>The day in Berlin on which it ends; another one only over midnight.</summary>
    public DateOnly LastDay => BerlinTime.DayOf(End.AddTicks(-1));

    /// <param name="wallStart">What the clock on the wall in Berlin shows.</param>
    /// <param name="length">Real time: over a change of the clock the end on the wall moves by an hour.</param>
    /// <param name="hour">Matters only where winter time shows the start twice.</param>
    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.WallTimeLeftOut"/> in the hour that summer time leaves out; <see cref="ErrorCode.AppointmentLengthInvalid"/> for none at all.
    /// </exception>
    public static AppointmentSlot OnWall(DateTime wallStart, TimeSpan length, RepeatedHour hour = RepeatedHour.First)
    {
        if (length <= TimeSpan.Zero)
        {
            throw new DomainException(ErrorCode.AppointmentLengthInvalid);
        }

        var instants = BerlinTime.InstantsOf(wallStart).Order().ToList();
        if (instants.Count == 0)
        {
            throw new DomainException(ErrorCode.WallTimeLeftOut);
        }

        var start = hour == RepeatedHour.First ? instants[0] : instants[^1];
        return new AppointmentSlot(start, start + length);
    }

    /// <summary>So long before the start. Whole days go by the clock on the wall, anything else is real time.</summary>
    public DateTimeOffset Before(TimeSpan lead) =>
        lead.Ticks % TimeSpan.TicksPerDay == 0 ? BerlinTime.InstantOf(WallStart - lead) : Start - lead;

    public bool Overlaps(AppointmentSlot other) => Start < other.End && other.Start < End;

    /// <summary>Lies nearer to the other than the gap, or over it.</summary>
    public bool IsWithin(TimeSpan gap, AppointmentSlot other) => Start < other.End + gap && other.Start < End + gap;
}
