using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Domain.Staffing;

namespace Videodolmetschen.Domain.Billing;

/// <summary>What happened, for one side. After a complaint about quality there is nothing to rate for the customer, though there is for the interpreter.</summary>
public abstract record ServiceFacts
{
    private ServiceFacts()
    {
    }

    /// <summary>When the service was, or should have been: the day of service goes by its start.</summary>
    public abstract DateTimeOffset From { get; }

    public abstract DateTimeOffset Until { get; }

    /// <summary>How the prices of rows see it.</summary>
    public virtual ServiceBooking Booking => ServiceBooking.Booked;

    /// <summary>A conversation at once: the session for the customer, each stint by itself for its interpreter.</summary>
    /// <param name="From">The clock's start.</param>
    /// <param name="Until">The end, pauses of the clock in between.</param>
    /// <param name="BillableSeconds">Of the clock; 0 is not billed (under 10 seconds, complaint).</param>
    public sealed record Live(DateTimeOffset From, DateTimeOffset Until, int BillableSeconds) : ServiceFacts
    {
        public override DateTimeOffset From { get; } = From;

        public override DateTimeOffset Until { get; } = Until;

        public override ServiceBooking Booking => ServiceBooking.Live;
    }

    /// <summary>An appointment that took place.</summary>
    /// <param name="Slot">What was booked.</param>
    /// <param name="EndedAt">The end of the conversation, before or after the slot's.</param>
    /// <param name="HalvedDelay">The interpreter's, as <see cref="AttendanceFacts.HalvedDelay"/> has it.</param>
    public sealed record Held(AppointmentSlot Slot, DateTimeOffset EndedAt, TimeSpan HalvedDelay = default) : ServiceFacts
    {
        /// <summary>The begin of the conversation; null is the slot's. Asked for only where all was over before the slot began.</summary>
        public DateTimeOffset? BegunAt { get; init; }

        public override DateTimeOffset From => Slot.Start;

        public override DateTimeOffset Until => EndedAt > Slot.End ? EndedAt : Slot.End;
    }

    /// <summary>An appointment to which somebody did not come.</summary>
    /// <param name="Slot">What was booked.</param>
    /// <param name="By">Who did not.</param>
    /// <param name="SlotIsBilled">As <see cref="AttendanceFacts.SlotIsBilled"/> has it.</param>
    public sealed record Missed(AppointmentSlot Slot, MissedBy By, bool SlotIsBilled) : ServiceFacts
    {
        public override DateTimeOffset From => Slot.Start;

        public override DateTimeOffset Until => Slot.End;
    }

    /// <summary>An appointment that was called off. An interpreter gives back, and that is no cancellation.</summary>
    /// <param name="Slot">What was booked.</param>
    /// <param name="At">When.</param>
    /// <param name="Percent">What the customer's contract takes, as it was shown.</param>
    /// <param name="DeclaredLoss">Euro; of the interpreter, null while none is declared.</param>
    /// <param name="ReasonAtInterpreter">It was called off because of the interpreter.</param>
    public sealed record Cancelled(AppointmentSlot Slot, DateTimeOffset At, int Percent = 0, decimal? DeclaredLoss = null, bool ReasonAtInterpreter = false) : ServiceFacts
    {
        /// <summary>The customer's contract takes no more than the price of so much time (two hours by the ladder of the JVEG); null where it has no such cap.</summary>
        public TimeSpan? AtMost { get; init; }

        public override DateTimeOffset From => Slot.Start;

        public override DateTimeOffset Until => Slot.End;
    }

    /// <summary>A standby shift of one interpreter.</summary>
    public sealed record Standby(AppointmentSlot Shift, StandbyService Served) : ServiceFacts
    {
        public override DateTimeOffset From => Shift.Start;

        public override DateTimeOffset Until => Shift.End;
    }
}
