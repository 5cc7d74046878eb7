using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Staffing;

/// <summary>What an interpreter was during a standby shift, as facts for pay: no price, and no judgement on what a pause is worth.</summary>
/// <param name="OnDuty">Could be rung, was in a conversation, or wrapped one up.</param>
/// <param name="Paused">Breaks after long interpreting as well as any other pause.</param>
public readonly record struct StandbyService(TimeSpan OnDuty, TimeSpan Paused)
{
    /// <param name="slot">The shift, or what was left of it at the acceptance.</param>
    /// <param name="before">The last state before it; offline for somebody who had never come on duty.</param>
    /// <param name="changes">Those within it, in order.</param>
    public static StandbyService Of(AppointmentSlot slot, PresenceState before, IEnumerable<PresenceChange> changes)
    {
        var (onDuty, paused) = (TimeSpan.Zero, TimeSpan.Zero);
        var (state, since) = (before, slot.Start);
        foreach (var (at, next) in changes.Where(change => change.At > slot.Start && change.At < slot.End).Append(new PresenceChange(slot.End, before)))
        {
            switch (state)
            {
                case PresenceState.Available or PresenceState.InSession or PresenceState.WrapUp:
                    onDuty += at - since;
                    break;
                case PresenceState.Paused:
                    paused += at - since;
                    break;
            }

            (state, since) = (next, at);
        }

        return new StandbyService(onDuty, paused);
    }
}

/// <summary>From this instant on a presence was so.</summary>
public readonly record struct PresenceChange(DateTimeOffset At, PresenceState State);
