using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>A time without work (Abwesenheit), whatever the declared week says. Why, is nothing that dispatch needs to know.</summary>
/// <param name="From">The first instant.</param>
/// <param name="Until">Not part of it.</param>
public readonly record struct Absence(DateTimeOffset From, DateTimeOffset Until)
{
    public static readonly TimeSpan AtMost = TimeSpan.FromDays(732);

    /// <summary>
    /// By the clock on the wall in Berlin. Of an hour that comes twice the absence has all; an hour that is left out stands for the instant of
    /// the change.
    /// </summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.AvailabilityInvalid"/> when it does not end after its begin, or lasts over two years.</exception>
    public static Absence OfWall(DateTime from, DateTime until)
    {
        var absence = new Absence(InstantsOf(from).Min(), InstantsOf(until).Max());
        return absence.Until > absence.From && absence.Until - absence.From <= AtMost
            ? absence
            : throw new DomainException(ErrorCode.AvailabilityInvalid);
    }

    /// <summary>From one midnight in Berlin to another.</summary>
    public bool IsWholeDays() => IsMidnight(From) && IsMidnight(Until);

    public bool Touches(AppointmentSlot slot) => From < slot.End && slot.Start < Until;

    public bool Covers(DateTimeOffset at) => at >= From && at < Until;

    private static bool IsMidnight(DateTimeOffset at) => BerlinTime.WallClock(at).TimeOfDay == TimeSpan.Zero;

    private static IEnumerable<DateTimeOffset> InstantsOf(DateTime wall)
    {
        var instants = BerlinTime.InstantsOf(wall).ToList();
        return instants.Count > 0 ? instants : BerlinTime.InstantsOf(wall.Date.AddHours(3));
    }
}

/// <summary>Why somebody is absent, where the interpreter wants to say so.</summary>
public enum AbsenceReason
{
    Vacation,
    Illness,
    Training,
    OtherAppointment,
}

/// <summary>Where an absence comes from.</summary>
public enum AbsenceSource
{
    Own,
    /// <summary>From a calendar file.</summary>
    Import,
}
