using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Breaks, declared hours, and the way back of somebody who was rung for an emergency.</content>
public sealed partial class Dispatcher
{
    private DispatchReply TakeBreak(InterpreterId id)
    {
        if (_roster.Find(id) is not { } interpreter)
        {
            return Refuse(ErrorCode.NotFound);
        }

        var now = interpreter.Presence;
        if (now.State is PresenceState.WrapUp or PresenceState.Available)
        {
            Move(interpreter, PresenceEvent.Pause, now with
            {
                PausedBecause = PausedBecause.Break,
                BreakUntil = _now + _policy.BreakLength,
                Afterwards = PresenceState.Available,
                AfterwardsBecause = null,
            });
            SettleDuty(interpreter);
            Match(interpreter);
        }
        else if (now.PausedBecause != PausedBecause.Break)
        {
            return Refuse(ErrorCode.NoBreakNow);
        }

        return new DispatchReply.PresenceIs(interpreter.Presence);
    }

    /// <summary>Counts what one interpreter has carried of a conversation as interpreting without a break.</summary>
    private void Tire(LiveStint stint, int seconds, DateTimeOffset ended)
    {
        if (seconds > 0)
        {
            var began = stint.Row.TookOverAt ?? stint.Row.JoinedAt;
            var presence = stint.Interpreter.Presence;
            Store(stint.Interpreter, presence with { Work = presence.Work.With(began, TimeSpan.FromSeconds(seconds), ended, _policy.BreakGap) });
        }
    }

    /// <summary>Longer when a break is offered: nobody is rung before the answer.</summary>
    private TimeSpan WrapUpOf(Presence presence)
    {
        var isTired = presence.Afterwards == PresenceState.Available && presence.Work.At(_now, _policy.BreakGap) >= _policy.BreakAfter;
        return isTired && _policy.BreakQuestion > _policy.WrapUp ? _policy.BreakQuestion : _policy.WrapUp;
    }

    /// <summary>An emergency leads nobody on duty who was resting.</summary>
    private static Presence WithWayBack(Presence presence) => presence.State == PresenceState.Paused
        ? presence with { Afterwards = PresenceState.Paused, AfterwardsBecause = presence.PausedBecause }
        : presence;

    private void KeepHours(LiveInterpreter interpreter)
    {
        var hours = interpreter.Row.Availability;
        interpreter.InHours = hours?.Covers(_now) ?? true;
        interpreter.IsAbsent = hours?.IsAbsent(_now) ?? false;
        _hours.Set(interpreter.Hours, interpreter.Presence.State == PresenceState.Offline ? null : hours?.NextTurn(_now));
        KeepReserved(interpreter);
    }

    /// <summary>What rings already rings on; nothing new does outside the declared hours.</summary>
    private void TurnHours(LiveInterpreter interpreter)
    {
        KeepHours(interpreter);
        _roster.Refresh(interpreter);
        _draft.Tell(new Notice.HoursTurned(interpreter.Presence));
        Match(interpreter);
    }
}
