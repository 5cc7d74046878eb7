using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Duty, wrap-up and connections.</content>
public sealed partial class Dispatcher
{
    private DispatchReply SetPresence(DispatchCommand.SetPresence command)
    {
        if (_roster.Find(command.Interpreter) is not { } interpreter)
        {
            return Refuse(ErrorCode.NotFound);
        }

        var (wanted, happened) = command.Wanted switch
        {
            PresenceWish.Available => (PresenceState.Available, PresenceEvent.ComeAvailable),
            PresenceWish.Paused => (PresenceState.Paused, PresenceEvent.Pause),
            _ => (PresenceState.Offline, PresenceEvent.Leave),
        };
        var now = interpreter.Presence;
        if (now.State is PresenceState.InSession or PresenceState.WrapUp)
        {
            Store(interpreter, now with { Afterwards = wanted, AfterwardsBecause = null });
        }
        else if (now.State != wanted)
        {
            var missed = wanted == PresenceState.Available ? 0 : now.MissedInARow;
            Move(interpreter, happened, now with { MissedInARow = missed, PausedBecause = PausedBecause.OwnWish, BreakUntil = null });
            StartGraceWhenAway(interpreter);
            SettleDuty(interpreter);
        }

        return new DispatchReply.PresenceIs(interpreter.Presence);
    }

    /// <summary>
    /// Whoever takes no offers any more does not go on ringing; whoever does is matched at once. So is one who goes straight into a pause: an own
    /// appointment may ring in it, or an emergency.
    /// </summary>
    private void SettleDuty(LiveInterpreter interpreter)
    {
        if (interpreter.Presence.State == PresenceState.Available || interpreter.Ringing is null)
        {
            Match(interpreter);
        }
        else if (interpreter.Ringing is { } offer && !MayGoOnRinging(offer))
        {
            Withdraw(offer, WithdrawnBecause.InterpreterLeft);
            Fill(offer.Request);
            // An emergency may have waited for whoever rang for something else, and may ring in a pause.
            Match(interpreter);
        }
    }

    private static bool MayGoOnRinging(LiveOffer offer) => offer.Request.IsPromised
        ? offer.Interpreter.Presence.State == PresenceState.Paused
        : offer.Interpreter.IsOnCall && offer.Request.Row.Priority == Priority.Emergency;

    private DispatchReply EndWrapUp(InterpreterId id)
    {
        if (_roster.Find(id) is not { Presence.State: PresenceState.WrapUp } interpreter)
        {
            return Refuse(ErrorCode.NotInWrapUp);
        }

        EndWrapUp(interpreter);
        return new DispatchReply.PresenceIs(interpreter.Presence);
    }

    private void EndWrapUp(LiveInterpreter interpreter)
    {
        var happened = interpreter.Presence.Afterwards switch
        {
            PresenceState.Paused => PresenceEvent.Pause,
            PresenceState.Offline => PresenceEvent.Leave,
            _ => PresenceEvent.ComeAvailable,
        };
        var because = interpreter.Presence.AfterwardsBecause ?? PausedBecause.OwnWish;
        var row = interpreter.Presence with
        {
            Afterwards = PresenceState.Available,
            AfterwardsBecause = null,
            PausedBecause = because,
            BreakUntil = because == PausedBecause.Break ? _now + _policy.BreakLength : null,
        };
        Move(interpreter, happened, row);
        Match(interpreter);
    }

    private DispatchReply ExtendWrapUp(InterpreterId id)
    {
        if (_roster.Find(id) is not { Presence.State: PresenceState.WrapUp } interpreter)
        {
            return Refuse(ErrorCode.NotInWrapUp);
        }

        Store(interpreter, interpreter.Presence with { WrapUpUntil = Later(interpreter.Presence.Since + _policy.WrapUpAtMost, interpreter.Presence.WrapUpUntil) });
        return new DispatchReply.PresenceIs(interpreter.Presence);
    }

    private DispatchReply.Done Connect(Party who)
    {
        if (who.Side == Side.Requester)
        {
            var requester = new UserId(who.Id);
            _requestersHere.Add(requester);
            if (_latest.TryGetValue(requester, out var request))
            {
                _deadlines.Set(request.Grace, null);
            }

            LookAtCallbacks();
        }
        else if (who.Side == Side.Interpreter && _roster.Find(new InterpreterId(who.Id)) is { } interpreter)
        {
            interpreter.Connected = true;
            _deadlines.Set(interpreter.Grace, null);
            _roster.Refresh(interpreter);
            Match(interpreter);
        }
        else if (who.Side == Side.Guest)
        {
            Connected(new GuestId(who.Id), true);
        }

        return new DispatchReply.Done();
    }

    private DispatchReply.Done LoseConnection(Party who)
    {
        if (who.Side == Side.Requester)
        {
            var requester = new UserId(who.Id);
            if (_requestersHere.Remove(requester) && _latest.TryGetValue(requester, out var request) && request.IsSearching)
            {
                _deadlines.Set(request.Grace, _now + _policy.RequesterGrace);
            }
        }
        else if (who.Side == Side.Interpreter && _roster.Find(new InterpreterId(who.Id)) is { Connected: true } interpreter)
        {
            interpreter.Connected = false;
            _roster.Refresh(interpreter);
            StartGraceWhenAway(interpreter);
        }
        else if (who.Side == Side.Guest)
        {
            Connected(new GuestId(who.Id), false);
        }

        return new DispatchReply.Done();
    }

    private void StartGraceWhenAway(LiveInterpreter interpreter)
    {
        if (!interpreter.Connected && interpreter.Presence.State != PresenceState.Offline)
        {
            _deadlines.Set(interpreter.Grace, _now + _policy.PresenceGrace);
        }
    }

    /// <summary>Without connection for too long. A session goes on, for its media does not need us; its end finds nobody here.</summary>
    private void EndGrace(LiveInterpreter interpreter)
    {
        if (interpreter.Presence.State is not (PresenceState.Offline or PresenceState.InSession))
        {
            Move(interpreter, PresenceEvent.LoseConnection, interpreter.Presence with { Afterwards = PresenceState.Available, AfterwardsBecause = null });
            SettleDuty(interpreter);
        }
    }

    private DispatchReply.Done TakeInterpreter(Interpreter row)
    {
        if (_roster.Find(row.Id) is not { } interpreter)
        {
            Remember(row, new Presence(row.Id, PresenceState.Offline, _now) { IdleSince = _now });
            return new DispatchReply.Done();
        }

        var before = (interpreter.InHours, interpreter.IsAbsent);
        _roster.Replace(interpreter, row);
        KeepHours(interpreter);
        _roster.Refresh(interpreter);
        if ((interpreter.InHours, interpreter.IsAbsent) != before && interpreter.Presence.State != PresenceState.Offline)
        {
            _draft.Tell(new Notice.HoursTurned(interpreter.Presence));
        }

        if (interpreter.Ringing is { } offer && !IsStillTrue(offer))
        {
            Withdraw(offer, WithdrawnBecause.InterpreterLeft);
            Fill(offer.Request);
        }

        Match(interpreter);
        return new DispatchReply.Done();
    }

    private LiveInterpreter Remember(Interpreter row, Presence presence)
    {
        LiveInterpreter? interpreter = null;
        interpreter = new LiveInterpreter(row, presence)
        {
            Grace = new Alarm(() => EndGrace(interpreter!)),
            WrapUp = new Alarm(() => EndWrapUp(interpreter!)),
            Hours = new Alarm(() => TurnHours(interpreter!)),
            Reservation = new Alarm(() => TurnReserved(interpreter!)),
        };
        KeepHours(interpreter);
        _roster.Add(interpreter);
        return interpreter;
    }

    private void Move(LiveInterpreter interpreter, PresenceEvent happened, Presence row)
    {
        var state = PresenceTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        Store(interpreter, row with
        {
            State = state,
            Since = _now,
            PausedBecause = state == PresenceState.Paused ? row.PausedBecause : null,
            WrapUpUntil = state == PresenceState.WrapUp ? row.WrapUpUntil : null,
            BreakUntil = state == PresenceState.Paused ? row.BreakUntil : null,
        });
    }

    private void Store(LiveInterpreter interpreter, Presence row)
    {
        if (row == interpreter.Presence)
        {
            return;
        }

        _draft.Write(interpreter.Presence, row);
        var turnsUp = interpreter.Presence.State == PresenceState.Offline || row.State == PresenceState.Offline;
        interpreter.Presence = row;
        if (turnsUp)
        {
            KeepHours(interpreter);
        }

        _deadlines.Set(interpreter.WrapUp, row.WrapUpUntil);
        _roster.Refresh(interpreter);
        _draft.Tell(new Notice.PresenceChanged(row));
    }
}
