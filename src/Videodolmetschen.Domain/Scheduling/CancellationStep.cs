using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>From a limit on, a cancellation costs so much of the booked slot.</summary>
/// <param name="Percent">Of the booked slot, 0 to 100.</param>
public abstract record CancellationStep(int Percent)
{
    /// <summary>Up to when a cancellation is not yet in this step; null where the step does not concern the slot.</summary>
    public abstract DateTimeOffset? Limit(AppointmentSlot slot, WorkingDays days);

    /// <summary>What this step takes of the slot.</summary>
    public virtual int PercentOf(AppointmentSlot slot) => Percent;

    /// <summary>Whether a cancellation at this instant is past the limit. Exactly at it, it is in time.</summary>
    public virtual bool IsPast(DateTimeOffset limit, DateTimeOffset cancelledAt) => cancelledAt > limit;

    /// <summary>Less than so many hours of real time before the start.</summary>
    public sealed record HoursBefore(int Hours, int Percent) : CancellationStep(Percent)
    {
        public override DateTimeOffset? Limit(AppointmentSlot slot, WorkingDays days) => slot.Start - TimeSpan.FromHours(Hours);
    }

    /// <summary>Later than this hour of the last working day before ("Monday's by Friday 14:00").</summary>
    /// <param name="By">On the wall in Berlin.</param>
    /// <param name="Percent">Of the booked slot, 0 to 100.</param>
    /// <param name="OnlyAfterDaysOff">Concerns only appointments whose day before is no working day.</param>
    public sealed record PreviousWorkingDay(TimeOnly By, int Percent, bool OnlyAfterDaysOff = false) : CancellationStep(Percent)
    {
        public override DateTimeOffset? Limit(AppointmentSlot slot, WorkingDays days)
        {
            var previous = days.Previous(slot.Day);
            return OnlyAfterDaysOff && previous == slot.Day.AddDays(-1) ? null : BerlinTime.InstantOf(previous.ToDateTime(By));
        }
    }

    /// <summary>On the day of the appointment or on one of so many calendar days before it.</summary>
    /// <param name="Days">Before its day in Berlin.</param>
    /// <param name="Percent">Of the booked slot, 0 to 100.</param>
    /// <param name="AtMost">No more than so much time is paid, however long the slot; null where there is no such cap.</param>
    public sealed record CalendarDaysBefore(int Days, int Percent, TimeSpan? AtMost = null) : CancellationStep(Percent)
    {
        /// <summary>Whole per cent, half away from zero.</summary>
        public override int PercentOf(AppointmentSlot slot) => AtMost is { } cap && cap < slot.Length
            ? Math.Min(Percent, (int)decimal.Round(100m * cap.Ticks / slot.Length.Ticks, MidpointRounding.AwayFromZero))
            : Percent;

        public override DateTimeOffset? Limit(AppointmentSlot slot, WorkingDays days) => BerlinTime.BeginOf(slot.Day.AddDays(-Days));

        /// <summary>The first instant of a day belongs to it.</summary>
        public override bool IsPast(DateTimeOffset limit, DateTimeOffset cancelledAt) => cancelledAt >= limit;
    }
}
