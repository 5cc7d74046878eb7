namespace Videodolmetschen.Domain.Scheduling;

/// <summary>How urgent it is that an appointment still has no interpreter, on the Disposition's board.</summary>
public enum Coverage
{
    /// <summary>It has one, needs none any more, or there is time.</summary>
    None,
    Yellow,
    Red,
}

/// <summary>When an appointment without an interpreter becomes yellow and red: whole days before, by the clock on the wall (SEMANTICS.md 6).</summary>
public static class CoverageWatch
{
    public static Coverage Of(Appointment appointment, DateTimeOffset now, AppointmentRules rules) => appointment.State switch
    {
        AppointmentState.Requested when now >= RedFrom(appointment.Slot, rules) => Coverage.Red,
        AppointmentState.Requested when now >= YellowFrom(appointment.Slot, rules) => Coverage.Yellow,
        _ => Coverage.None,
    };

    public static DateTimeOffset YellowFrom(AppointmentSlot slot, AppointmentRules rules) => slot.Before(TimeSpan.FromDays(rules.YellowDaysBefore));

    public static DateTimeOffset RedFrom(AppointmentSlot slot, AppointmentRules rules) => slot.Before(TimeSpan.FromDays(rules.RedDaysBefore));
}
