namespace Videodolmetschen.Domain.Scheduling;

/// <summary>Who came to an appointment, and when; null is: not yet, or never.</summary>
/// <param name="Slot">What was booked.</param>
/// <param name="InterpreterCameAt">Before the start counts as in time.</param>
/// <param name="CustomerCameAt">The first of the customer's side, be it the requester or a guest.</param>
/// <param name="EndedAt">The end of the conversation; null while it runs or never was.</param>
public sealed record Attendance(AppointmentSlot Slot, DateTimeOffset? InterpreterCameAt, DateTimeOffset? CustomerCameAt, DateTimeOffset? EndedAt = null)
{
    /// <summary>What can be said at this instant. It is final once both sides came or one of them has missed it.</summary>
    public AttendanceFacts FactsAt(DateTimeOffset now, AppointmentRules rules)
    {
        var interpreter = LateAt(now, InterpreterCameAt, Slot.Start);
        var missedByInterpreter = interpreter > rules.InterpreterMissedAfter;
        var isLate = interpreter > rules.InterpreterLateAfter;
        return new AttendanceFacts
        {
            InterpreterLate = interpreter,
            CustomerLate = LateAt(now, CustomerCameAt, Slot.Start),
            MayCancelFree = isLate,
            HalvedDelay = isLate && !missedByInterpreter ? interpreter : TimeSpan.Zero,
            MissedBy = missedByInterpreter ? MissedBy.Interpreter : MissedByCustomerAt(now, rules) ? MissedBy.Customer : null,
            Overrun = EndedAt is { } ended && ended > Slot.End ? ended - Slot.End : TimeSpan.Zero,
        };
    }

    /// <summary>
    /// An absence counts from the start, and from the interpreter's coming where that was later: nobody misses somebody who is not there.
    /// Whoever comes at the last instant has come.
    /// </summary>
    private bool MissedByCustomerAt(DateTimeOffset now, AppointmentRules rules)
    {
        if (InterpreterCameAt is not { } came)
        {
            return false;
        }

        var limit = (came > Slot.Start ? came : Slot.Start) + rules.CustomerMissedAfter;
        return CustomerCameAt is { } customer ? customer > limit : now >= limit;
    }

    private static TimeSpan LateAt(DateTimeOffset now, DateTimeOffset? came, DateTimeOffset due) =>
        (came ?? now) is var at && at > due ? at - due : TimeSpan.Zero;
}

/// <summary>Facts for billing; never prices (SEMANTICS.md 6).</summary>
public sealed record AttendanceFacts
{
    /// <summary>From the start to the interpreter's coming, or until now.</summary>
    public TimeSpan InterpreterLate { get; init; }

    /// <summary>The same for the customer's side.</summary>
    public TimeSpan CustomerLate { get; init; }

    /// <summary>The interpreter is late enough for the customer to call it off free of charge.</summary>
    public bool MayCancelFree { get; init; }

    /// <summary>The delay of which only half the share of the slot counts; none for a short delay, or where it was missed.</summary>
    public TimeSpan HalvedDelay { get; init; }

    /// <summary>Null while nobody has missed it.</summary>
    public MissedBy? MissedBy { get; init; }

    /// <summary>How long the conversation went on after the slot.</summary>
    public TimeSpan Overrun { get; init; }

    /// <summary>The customer pays for the slot although nobody of that side came, unless it could have been called off free.</summary>
    public bool SlotIsBilled => MissedBy == Scheduling.MissedBy.Customer && !MayCancelFree;
}
