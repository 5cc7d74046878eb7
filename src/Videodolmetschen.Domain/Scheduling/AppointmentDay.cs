namespace Videodolmetschen.Domain.Scheduling;

/// <summary>What has happened on the day of an appointment with an interpreter bound to it, and what follows from it (SEMANTICS.md 6).</summary>
/// <param name="Slot">What was booked.</param>
/// <param name="ReadyAt">When the interpreter said to be ready; null while not.</param>
/// <param name="CustomerCameAt">When somebody of the customer's side first entered the room.</param>
/// <param name="CustomerWaits">Somebody of that side is in the room and rings.</param>
public sealed record AppointmentDay(AppointmentSlot Slot, DateTimeOffset? ReadyAt, DateTimeOffset? CustomerCameAt, bool CustomerWaits)
{
    /// <summary>From the first sound and picture on both sides; null while there was no conversation.</summary>
    public DateTimeOffset? TalkedFrom { get; init; }

    /// <summary>The end of the last conversation; null without one and while one runs.</summary>
    public DateTimeOffset? TalkedUntil { get; init; }

    public bool IsTalking { get; init; }

    /// <summary>Whoever said to be ready and does not answer while the customer waits is not there.</summary>
    private DateTimeOffset? InterpreterCameAt => TalkedFrom is { } talked ? Earlier(ReadyAt, talked) : CustomerWaits ? null : ReadyAt;

    public AttendanceFacts FactsAt(DateTimeOffset now, AppointmentRules rules) =>
        new Attendance(Slot, InterpreterCameAt, TalkedFrom is { } talked ? Earlier(CustomerCameAt, talked) : CustomerCameAt, TalkedUntil).FactsAt(now, rules);

    /// <summary>As they stand for billing: a delay is halved only in what was held.</summary>
    public AttendanceFacts FactsOf(AppointmentVerdict verdict, DateTimeOffset now, AppointmentRules rules) =>
        FactsAt(now, rules) is var facts && verdict == AppointmentVerdict.Held ? facts : facts with { HalvedDelay = TimeSpan.Zero };

    /// <summary>The interpreter is so late that the customer may cancel free of charge, or have somebody else searched for.</summary>
    public bool MayReplace(DateTimeOffset now, AppointmentRules rules) => !IsTalking && TalkedFrom is null && FactsAt(now, rules).MayCancelFree;

    /// <summary>From when on that may be so, should the interpreter not come; null once they have talked, and where the slot is over sooner.</summary>
    public DateTimeOffset? MayReplaceFrom(AppointmentRules rules) =>
        !IsTalking && TalkedFrom is null && Slot.Start + rules.InterpreterLateAfter is var from && from < Slot.End ? from : null;

    /// <summary>Null while it can still go on.</summary>
    public AppointmentVerdict? VerdictAt(DateTimeOffset now, AppointmentRules rules)
    {
        if (IsTalking || now < Slot.Start)
        {
            return null;
        }

        if (TalkedFrom is not null)
        {
            return now >= Slot.End ? AppointmentVerdict.Held : null;
        }

        return FactsAt(now, rules).MissedBy switch
        {
            MissedBy.Interpreter => CustomerWaits && now < Slot.End ? AppointmentVerdict.Replace : AppointmentVerdict.MissedByInterpreter,
            MissedBy.Customer => AppointmentVerdict.MissedByCustomer,
            _ when now < Slot.End => null,
            // The slot was shorter than the patience, or somebody came and went.
            _ => InterpreterCameAt is null ? AppointmentVerdict.MissedByInterpreter : AppointmentVerdict.MissedByCustomer,
        };
    }

    /// <summary>Whether the customer pays for the slot: what was held, and what the own side has missed without a reason to.</summary>
    /// <param name="lineFailed">Both sides came, and no sound and picture came about: that is nobody's absence.</param>
    public static bool IsBilled(AppointmentVerdict verdict, AttendanceFacts facts, bool lineFailed) => verdict switch
    {
        AppointmentVerdict.Held => true,
        AppointmentVerdict.MissedByCustomer => !facts.MayCancelFree && !lineFailed,
        _ => false,
    };

    private static DateTimeOffset Earlier(DateTimeOffset? one, DateTimeOffset other) => one < other ? one.Value : other;
}

/// <summary>What becomes of an appointment at the end of its day, or before.</summary>
public enum AppointmentVerdict
{
    Held,
    MissedByInterpreter,
    MissedByCustomer,
    /// <summary>The interpreter has missed it, and the customer still waits: somebody else is searched for.</summary>
    Replace,
}
