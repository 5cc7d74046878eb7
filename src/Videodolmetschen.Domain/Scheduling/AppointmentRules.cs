using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Every number of SEMANTICS.md 6 with its default. Changed by coordinators, never a constant in code. What a cancellation costs is the contract's.</summary>
public sealed record AppointmentRules
{
    /// <summary>Nothing is booked that begins sooner.</summary>
    public TimeSpan EarliestAhead { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Nothing is booked for a later day, counted in Berlin.</summary>
    public int DaysAheadAtMost { get; init; } = 90;

    public TimeSpan Shortest { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(6);

    /// <summary>Appointments last a multiple of this.</summary>
    public TimeSpan LengthStep { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Appointments begin at multiples of this after midnight on the wall.</summary>
    public TimeSpan StartStep { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>At least so long between two appointments of one interpreter.</summary>
    public TimeSpan Gap { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan RoomOpensBefore { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>The interpreter is asked to confirm so long before the start.</summary>
    public TimeSpan ReadinessAskedBefore { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>An interpreter who comes later than this lets the customer cancel free of charge.</summary>
    public TimeSpan InterpreterLateAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>An interpreter who comes later than this has missed the appointment.</summary>
    public TimeSpan InterpreterMissedAfter { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A customer's side that is absent so long has missed it.</summary>
    public TimeSpan CustomerMissedAfter { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>An appointment without an interpreter is yellow from so many days before.</summary>
    public int YellowDaysBefore { get; init; } = 3;

    /// <summary>The same for red.</summary>
    public int RedDaysBefore { get; init; } = 1;

    /// <summary>So many are asked at the booking, the best of the pool.</summary>
    public int AskedFirst { get; init; } = 3;

    /// <summary>When both sides are reminded, the first reminder first; zero keeps a place without a reminder.</summary>
    public IReadOnlyList<TimeSpan> RemindersBefore { get; init; } = [TimeSpan.FromDays(1), TimeSpan.FromHours(1), TimeSpan.FromMinutes(10)];

    /// <summary>Booked so many working days ahead, the pool has <see cref="LongAnswer"/>.</summary>
    public int LongAhead { get; init; } = 20;

    /// <summary>In working days.</summary>
    public int LongAnswer { get; init; } = 4;

    /// <summary>Booked so many working days ahead, the pool has <see cref="MiddleAnswer"/>.</summary>
    public int MiddleAhead { get; init; } = 10;

    /// <summary>In working days.</summary>
    public int MiddleAnswer { get; init; } = 2;

    /// <summary>Booked so many working days ahead, the pool has until the next working day.</summary>
    public int ShortAhead { get; init; } = 2;

    /// <summary>The hour at which an answer is due on its working day.</summary>
    public TimeOnly AnswerBy { get; init; } = new(15, 0);

    /// <summary>Booked on the working day before until this hour, the pool has until <see cref="DayBeforeAnswerBy"/>.</summary>
    public TimeOnly DayBeforeUntil { get; init; } = new(14, 0);

    public TimeOnly DayBeforeAnswerBy { get; init; } = new(16, 30);

    /// <summary>Booked later than all that, everybody is asked at once and has so long.</summary>
    public TimeSpan LastAnswer { get; init; } = TimeSpan.FromMinutes(30);

    /// <exception cref="DomainException">
    /// <see cref="ErrorCode.AppointmentTooSoon"/>, <see cref="ErrorCode.AppointmentTooFarAhead"/>, <see cref="ErrorCode.AppointmentLengthInvalid"/>
    /// or <see cref="ErrorCode.AppointmentStartInvalid"/>.
    /// </exception>
    public void Check(AppointmentSlot slot, DateTimeOffset now)
    {
        if (Violation(slot, now) is { } broken)
        {
            throw new DomainException(broken);
        }
    }

    /// <summary>What speaks against booking this slot now; null when nothing does.</summary>
    public ErrorCode? Violation(AppointmentSlot slot, DateTimeOffset now)
    {
        if (slot.Start < now + EarliestAhead)
        {
            return ErrorCode.AppointmentTooSoon;
        }

        if (slot.Day > BerlinTime.DayOf(now).AddDays(DaysAheadAtMost))
        {
            return ErrorCode.AppointmentTooFarAhead;
        }

        if (slot.Length < Shortest || slot.Length > Longest || slot.Length.Ticks % LengthStep.Ticks != 0)
        {
            return ErrorCode.AppointmentLengthInvalid;
        }

        return slot.WallStart.TimeOfDay.Ticks % StartStep.Ticks == 0 ? null : ErrorCode.AppointmentStartInvalid;
    }
}
