using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>
/// Chooses what happens next: people who react to what they were told, and no more than that, and the accidents around them. The
/// only place of chance.
/// </summary>
internal sealed class Crowd
{
    private readonly TownPlan _plan;
    private readonly Dice _dice;
    private readonly PriorityQueue<Act, (long At, long Order)> _agenda = new();
    private readonly double _gap;
    private readonly int _accidents;
    private readonly HashSet<int> _forgotten = [];
    private long _order;
    private long _at;
    private long _nextArrival;

    public Crowd(TownPlan plan)
    {
        (_plan, _dice) = (plan, new Dice(plan.Seed ^ 0xC0FFEE));
        var crowding = _dice.Between(30, 160) / 100.0;
        _gap = 90_000.0 / plan.Interpreters / crowding;
        _accidents = 20_000 + (plan.Interpreters * 400);
        for (var who = 0; who < plan.Interpreters; who++)
        {
            ComesOnDuty(who, _dice.Below(60_000));
        }
    }

    public Act Next()
    {
        if (_agenda.TryPeek(out var due, out var key) && key.At <= _nextArrival)
        {
            _agenda.Dequeue();
            _at = Math.Max(_at, key.At);
            return due with { At = _at, Fate = ChooseFate() };
        }

        _at = Math.Max(_at, _nextArrival);
        _nextArrival = _at + 1 + _dice.Gap(_gap);
        return ComeUp() with { At = _at, Fate = ChooseFate() };
    }

    /// <summary>What came of the act: notices, the answer, or the end of the process.</summary>
    public void Hear(Act act, Town town)
    {
        if (town.HasDied)
        {
            ComeBack();
        }

        foreach (var notice in town.Told)
        {
            Hear(notice);
        }

        if (town.Reply is DispatchReply.SituationIs { Situation: var now })
        {
            Resume(now);
        }
        else if (act.Kind == ActKind.Media && town.Reply is DispatchReply.SessionIs { Session.State: SessionState.Active } && Saying.Yes(act.What))
        {
            var seconds = _forgotten.Contains(act.Who) ? (_dice.Between(4, 9) * 2) + 1 : _dice.Between(8, 19);
            Plan(seconds * 1000, ActKind.Media, act.Who, Saying.Of(Saying.ByInterpreter(act.What), true, seconds));
        }
    }

    private Fate ChooseFate()
    {
        var chance = _dice.Below(_accidents);
        return chance switch
        {
            0 => Fate.DiesUntold,
            1 => Fate.DiesUnstored,
            _ => (chance % 2000) switch { < 6 => Fate.NoticesLost, < 16 => Fate.Late, _ => Fate.Fine },
        };
    }

    /// <summary>Somebody needs an interpreter, or something else comes up.</summary>
    private Act ComeUp()
    {
        var interpreter = _dice.Below(_plan.Interpreters);
        var requester = _dice.Below(_plan.Requesters);
        switch (_dice.Below(1000))
        {
            case < 860: return Asks(requester);
            case < 890: Away(ActKind.InterpreterGoes, ActKind.InterpreterComes, interpreter); break;
            case < 900: Away(ActKind.RequesterGoes, ActKind.RequesterComes, requester); break;
            case < 930: return new Act(0, ActKind.Duty, interpreter, _dice.Below(3));
            case < 945: ComesOnDuty(interpreter, 0); break;
            case < 955: return new Act(0, ActKind.Assign, interpreter, requester);
            case < 965: return new Act(0, ActKind.Cancel, requester, 1);
            case < 985: return new Act(0, ActKind.Change, interpreter, _dice.Below(3));
            case < 990: return new Act(0, ActKind.AskAgain, requester);
            case < 993 when _dice.Percent(40): return new Act(0, ActKind.SetClock, 0, _dice.Percent(25) ? -_dice.Between(1, 900) : _dice.Between(1, 120_000));
            case < 993 when _dice.Below(_accidents) < 6_000: return new Act(0, ActKind.RestartWithClock, 0, _dice.Percent(50) ? -_dice.Between(1, 4_000_000) : _dice.Between(1, 4_000_000));
            case < 994 when _dice.Below(_accidents) < 12_000: return new Act(0, ActKind.SetPolicy, 0, _dice.Below(40));
            default: return new Act(0, ActKind.Accept, interpreter);
        }

        return new Act(0, ActKind.InterpreterLooks, interpreter);
    }

    private Act Asks(int who)
    {
        var need = (int)(_dice.Next() >> 34);
        Plan(1, ActKind.Ask, who, need);
        switch (_dice.Below(100))
        {
            case < 6: Plan(_dice.Between(1, 90_000), ActKind.Cancel, who); break;
            case < 10: Away(ActKind.RequesterGoes, ActKind.RequesterComes, who); break;
            case < 14: Plan(50, ActKind.AskAgain, who); break;
            case < 20: Plan(_dice.Between(1_000, 60_000), ActKind.Assign, _dice.Below(_plan.Interpreters), who); break;
        }

        return new Act(0, ActKind.RequesterComes, who);
    }

    private void Hear(Notice notice)
    {
        switch (notice)
        {
            case Notice.RequestChanged told: Waits(told.Situation.Request); break;
            case Notice.CallbackChanged { Callback: { State: CallbackState.Ready } told } when _dice.Percent(80):
                Plan(_dice.Between(1_000, 400_000), ActKind.TakeCallback, People.Number(told.Requester.Value) - People.Requesters);
                break;
            case Notice.OfferReceived told: Rings(WhoIs(told.Offer.Interpreter)); break;
            case Notice.SessionReady told: Connects(told.Situation.Session); break;
            case Notice.ReliefReady told: Joins(WhoIs(told.Stint.Interpreter), WhoIs(told.Situation.Session.Interpreter)); break;
            case Notice.StintEnded told: Rests(WhoIs(told.Stint.Interpreter)); break;
            case Notice.SessionStarted told: Talks(WhoIs(told.Session.Interpreter)); break;
            case Notice.SessionEnded told: Rests(WhoIs(told.Session.Interpreter)); break;
            case Notice.PresenceChanged { Presence: { State: PresenceState.Paused or PresenceState.Offline } told }:
                ComesOnDuty(WhoIs(told.Interpreter), _dice.Between(2_000, 60_000));
                break;
        }
    }

    /// <summary>Whoever is told about the own request may want something else.</summary>
    private void Waits(InterpretingRequest request)
    {
        var who = People.Number(request.Requester.Value) - People.Requesters;
        switch (_dice.Below(200), request.State)
        {
            case (< 6, RequestState.Waiting): Plan(_dice.Between(1, 70_000), ActKind.Ease, who, _dice.Between(1, 3)); break;
            case (< 9, RequestState.Waiting):
                Plan(_dice.Between(1, 70_000), ActKind.AskForHelp, who);
                Plan(_dice.Between(30_000, 200_000), ActKind.PromiseHelp, who);
                break;
            case (< 11, RequestState.Waiting): Plan(_dice.Between(1, 70_000), ActKind.AskCallback, who); break;
            case (< 60, RequestState.Unserved): Plan(_dice.Between(1, 30_000), ActKind.AskCallback, who); break;
            case (< 63, RequestState.Unserved): Plan(_dice.Between(30_000, 300_000), ActKind.CancelCallback, who); break;
        }
    }

    private void Rings(int who)
    {
        switch (_dice.Below(100))
        {
            case < 58: Plan(_dice.Between(300, 15_000), ActKind.Accept, who); break;
            case < 72: Plan(_dice.Between(300, 15_000), ActKind.Decline, who); break;
            case < 76: Away(ActKind.InterpreterGoes, ActKind.InterpreterComes, who); break;
            case < 80: Plan(_dice.Between(19_900, 20_100), ActKind.Accept, who); break;
            case < 82: Plan(_dice.Between(300, 9_000), ActKind.Duty, who, _dice.Between(1, 2)); break;
            case < 88:
                Plan(_dice.Between(300, 19_000), ActKind.Extend, who);
                Plan(_dice.Between(15_000, 45_000), ActKind.Accept, who);
                break;
        }
    }

    private void Connects(Session session)
    {
        var (who, requester) = (WhoIs(session.Interpreter), People.Number(session.Requester.Value) - People.Requesters);
        if (!_dice.Percent(5))
        {
            Plan(_dice.Between(500, 4_000), ActKind.Media, who, Saying.Of(false, true, 0));
        }

        if (!_dice.Percent(5))
        {
            Plan(_dice.Between(500, 4_000), ActKind.Media, who, Saying.Of(true, true, _dice.Below(3)));
        }

        switch (_dice.Below(100))
        {
            case < 2: Plan(_dice.Between(100, 3_000), ActKind.HangUp, who, Saying.Of(_dice.Percent(50), true, 0)); break;
            case < 4: Plan(_dice.Between(100, 3_000), ActKind.Cancel, requester, _dice.Below(2)); break;
        }
    }

    /// <summary>Most guests come and are let in; some links are forgotten, used twice or taken back.</summary>
    private void Invites(int who)
    {
        var at = _dice.Between(100, 20_000);
        for (var guest = 0; guest < _dice.Between(1, 3); guest++)
        {
            Plan(at, ActKind.Guest, who, GuestActs.Of(GuestVerb.Invite, guest));
            foreach (var verb in new[] { GuestVerb.Arrive, GuestVerb.Comes, GuestVerb.Admit, GuestVerb.Goes, GuestVerb.Comes, GuestVerb.Dismiss, GuestVerb.Leave })
            {
                at += _dice.Between(50, 6_000);
                if (!_dice.Percent(verb is GuestVerb.Dismiss or GuestVerb.Goes ? 60 : 20))
                {
                    Plan(at, ActKind.Guest, who, GuestActs.Of(verb, guest));
                }
            }
        }
    }

    private void Talks(int who)
    {
        if (_dice.Percent(15))
        {
            Invites(who);
        }

        _forgotten.Remove(who);
        if (_dice.Percent(2))
        {
            // Both pages stay open, and both people go home.
            _forgotten.Add(who);
            if (_dice.Percent(40))
            {
                Plan(_dice.Between(300_000, 400_000), ActKind.SaysHere, who, Saying.Of(_dice.Percent(50), true, 0));
            }

            return;
        }

        var end = 3_000 + _dice.Gap(50_000);
        Plan(end, ActKind.HangUp, who, Saying.Of(_dice.Percent(50), true, _dice.Percent(10) ? _dice.Below(40) : 0));
        switch (_dice.Below(100))
        {
            case < 6:
                Plan(_dice.Between(500, 30_000), ActKind.Media, who, Saying.Of(_dice.Percent(50), false, _dice.Below(5)));
                Plan(_dice.Between(30_000, 80_000), ActKind.Media, who, Saying.Of(true, true, 1));
                Plan(_dice.Between(30_000, 80_000), ActKind.Media, who, Saying.Of(false, true, 1));
                break;
            case < 12:
                var byInterpreter = _dice.Percent(70);
                Plan(_dice.Between(500, 20_000), ActKind.Hold, who, Saying.Of(byInterpreter, true, 0));
                Plan(_dice.Between(20_000, 40_000), ActKind.Hold, who, Saying.Of(byInterpreter, false, 0));
                break;
            case < 16:
                Away(ActKind.InterpreterGoes, ActKind.InterpreterComes, who);
                break;
            case < 18:
                Plan(_dice.Between(500, 20_000), ActKind.Duty, who, _dice.Below(3));
                break;
            case < 24:
                var complains = _dice.Between(2_000, 140_000);
                Plan(complains, ActKind.Complain, who, _dice.Below(6));
                Plan(complains + _dice.Between(500, 20_000), ActKind.AskElse, who, (int)(_dice.Next() >> 34));
                break;
            case < 36:
                Plan(_dice.Between(500, 40_000), ActKind.SeekRelief, who, Saying.Of(_dice.Percent(80), true, 0));
                if (_dice.Percent(40))
                {
                    Plan(_dice.Between(500, 60_000), ActKind.CancelRelief, who, Saying.Of(_dice.Percent(70), true, 0));
                }

                break;
        }
    }

    /// <summary>A relief sits down: most connect and listen in, some do not, and the one who interprets does not always wait.</summary>
    private void Joins(int who, int old)
    {
        if (!_dice.Percent(8))
        {
            Plan(_dice.Between(500, 4_000), ActKind.Media, who, Saying.Of(true, true, _dice.Below(3)));
        }

        switch (_dice.Below(100))
        {
            case < 40: Plan(_dice.Between(1_000, 30_000), ActKind.HandOver, old); break;
            case < 46: Plan(_dice.Between(1_000, 20_000), ActKind.HangUp, _dice.Percent(50) ? who : old, Saying.Of(true, true, 0)); break;
            case < 52: Plan(_dice.Between(1_000, 20_000), ActKind.Media, _dice.Percent(50) ? who : old, Saying.Of(true, false, 1)); break;
            case < 58: Away(ActKind.InterpreterGoes, ActKind.InterpreterComes, _dice.Percent(50) ? who : old); break;
            case < 62: Plan(_dice.Between(1_000, 20_000), ActKind.CancelRelief, old, Saying.Of(true, true, 0)); break;
            case < 66: Plan(_dice.Between(1_000, 20_000), ActKind.Hold, old, Saying.Of(true, true, 0)); break;
        }

        Plan(30_000 + _dice.Gap(40_000), ActKind.HangUp, who, Saying.Of(_dice.Percent(50), true, 0));
    }

    private void Rests(int who)
    {
        switch (_dice.Below(100))
        {
            case < 40: Plan(_dice.Between(100, 14_000), ActKind.EndWrapUp, who); break;
            case < 50: Plan(_dice.Between(100, 14_000), ActKind.ExtendWrapUp, who); break;
            case < 58: Plan(_dice.Between(100, 20_000), ActKind.TakeBreak, who); break;
        }
    }

    /// <summary>A browser that comes back looks at what there is, and goes on from there.</summary>
    private void Resume(Situation now)
    {
        foreach (var ringing in now.Offers)
        {
            Rings(WhoIs(ringing.Offer.Interpreter));
        }

        if (now.Session is { Session: { State: SessionState.Connecting } connecting })
        {
            Connects(connecting);
        }
        else if (now.Session is { Session: var session })
        {
            var who = WhoIs(session.Interpreter);
            Plan(_dice.Between(500, 4_000), ActKind.Media, who, Saying.Of(now.Presence is not null, true, _dice.Below(20)));
            Plan(_dice.Between(9_000, 60_000), ActKind.HangUp, who, Saying.Of(now.Presence is not null, true, _dice.Below(20)));
        }
    }

    /// <summary>After the death of the process every connection is gone, and all but a few come back soon.</summary>
    private void ComeBack()
    {
        for (var who = 0; who < _plan.Interpreters; who++)
        {
            var delay = _dice.Below(100) switch { < 90 => _dice.Below(8_000), < 98 => _dice.Between(20_000, 90_000), _ => 3_600_000 };
            Plan(delay, ActKind.InterpreterComes, who);
            if (_dice.Percent(30))
            {
                Plan(delay, ActKind.InterpreterLooks, who);
            }
        }

        for (var i = 0; i < _plan.Requesters; i++)
        {
            if (_dice.Percent(40))
            {
                Plan(_dice.Below(20_000), ActKind.RequesterComes, i);
            }
        }
    }

    private void ComesOnDuty(int who, int delay)
    {
        Plan(delay, ActKind.InterpreterComes, who);
        Plan(delay, ActKind.Duty, who, (int)PresenceWish.Available);
    }

    private void Away(ActKind goes, ActKind comes, int who)
    {
        var gone = _dice.Between(100, 10_000);
        var back = gone + (_dice.Percent(50) ? _dice.Between(100, 15_000) : _dice.Between(15_000, 100_000));
        Plan(gone, goes, who);
        Plan(back, comes, who);
        Plan(back, comes == ActKind.InterpreterComes ? ActKind.InterpreterLooks : ActKind.RequesterLooks, who);
    }

    private void Plan(int delay, ActKind kind, int who, int what = 0)
    {
        var at = _at + delay;
        _agenda.Enqueue(new Act(at, kind, who, what), (at, _order++));
    }

    private static int WhoIs(InterpreterId id) => People.Number(id.Value) - People.Interpreters;
}
