using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>
/// A session that runs goes over to another interpreter, warm: a relief is searched for like anybody else, sits down beside the
/// present interpreter, and takes over after both have been in for a while. Until then nothing has happened to the session.
/// </content>
public sealed partial class Dispatcher
{
    private DispatchReply SeekRelief(DispatchCommand.SeekRelief command)
    {
        if (SessionLedBy(command.By, command.Session) is not { } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        if (session.Row.State is SessionState.Connecting or SessionState.Ended)
        {
            return Refuse(session.Row.IsUnfinished ? ErrorCode.HandoverNotPossible : ErrorCode.SessionEnded);
        }

        if (session.Stints.Count == Seat.NumberAtMost)
        {
            return Refuse(ErrorCode.HandoverNotPossible);
        }

        if (session.Relief is not { Row.IsOpen: true })
        {
            var request = Remember(ReliefOf(session));
            Link(request, session);
            _draft.Write((InterpretingRequest?)null, request.Row);
            Touch(request);
            Search(request);
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    /// <summary>The same need, in the language and the manner of the conversation as it runs; only another person.</summary>
    private InterpretingRequest ReliefOf(LiveSession session)
    {
        var need = session.Request.Row;
        return new InterpretingRequest
        {
            Id = new RequestId(_newId()),
            Key = _newId(),
            Customer = need.Customer,
            Unit = need.Unit,
            Requester = need.Requester,
            Language = session.Row.Language,
            Field = need.Field,
            Modality = session.Row.Modality,
            Priority = need.Priority,
            NeedsSection203 = need.NeedsSection203,
            Requirements = [.. need.Requirements.Where(one => one is not Requirement.ThisInterpreter)],
            Wishes = [.. need.Wishes.Where(one => one.What is not Requirement.ThisInterpreter)],
            Excluded = need.Excluded,
            RequestedAt = _now,
            ReliefFor = session.Row.Id,
        };
    }

    /// <summary>Nobody relieves herself.</summary>
    private static void Link(LiveRequest request, LiveSession session)
    {
        request.Relieves = session;
        request.Decline(session.Interpreter.Id);
        session.Relief = request;
    }

    private DispatchReply CancelRelief(DispatchCommand.CancelRelief command)
    {
        if (SessionLedBy(command.By, command.Session) is not { } session)
        {
            return AnswerRelief(command.By, command.Session, _ => { });
        }

        EndRelief(session, command.By.Side == Side.Coordinator ? CancelledBy.Coordinator : CancelledBy.Interpreter);
        return new DispatchReply.SessionIs(SituationOf(session));
    }

    private DispatchReply HandOver(DispatchCommand.HandOver command)
    {
        var by = Party.Of(command.By);
        if (SessionLedBy(by, command.Session) is not { } session)
        {
            return AnswerRelief(by, command.Session, _ => { });
        }

        return !session.Row.IsUnfinished || RelieveAtOnce(session)
            ? new DispatchReply.SessionIs(SituationOf(session))
            : Refuse(ErrorCode.HandoverNotPossible);
    }

    /// <summary>Whoever is about to take over, or has handed over already: the same command again gets an answer, and no effect.</summary>
    private DispatchReply AnswerRelief(Party by, SessionId id, Action<LiveSession> whenJoining)
    {
        if (by.Side != Side.Interpreter
            || !_sessions.TryGetValue(id, out var session)
            || !session.Stints.Exists(stint => stint.Interpreter.Id.Value == by.Id))
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        if (session.Joining is { } joining && Party.Of(joining.Interpreter.Id) == by)
        {
            whenJoining(session);
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    private LiveSession Join(LiveSession session, LiveRequest relief, LiveInterpreter interpreter)
    {
        var stint = new LiveStint(
            new Stint
            {
                Id = new StintId(_newId()),
                Session = session.Row.Id,
                Interpreter = interpreter.Id,
                Customer = session.Row.Customer,
                Number = session.Stints.Count + 1,
                Relief = relief.Row.Id,
                JoinedAt = _now,
            },
            interpreter);
        session.Stints.Add(stint);
        (session.Joining, session.ReliefFlowsSince) = (stint, null);
        interpreter.Session = session;
        _draft.Write((Stint?)null, stint.Row);
        Move(interpreter, PresenceEvent.BeginSession, interpreter.Presence with { MissedInARow = 0 });
        _draft.Tell(new Notice.ReliefReady(SituationOf(session), stint.Row));
        _deadlines.Set(session.Overlap, _now + _policy.ConnectWithin);
        return session;
    }

    /// <summary>The relief's media, as the relief sees it. Billing knows the requester's and the present interpreter's only.</summary>
    private void HearRelief(LiveSession session, DispatchCommand.ReportMedia report)
    {
        var stint = session.Joining!;
        session.ReliefFlowsSince = report.Flowing ? Later(stint.Row.JoinedAt, Before(report.For)) : null;
        if (!report.Flowing)
        {
            Unsettle(session);
        }
        else
        {
            Settle(session, stint);
        }
    }

    /// <summary>Where the call is interrupted and the relief receives the requester, it is the present interpreter who is missing.</summary>
    private void Settle(LiveSession session, LiveStint stint)
    {
        var isNews = stint.Row.HandsOverAt is null;
        if (isNews)
        {
            var at = _now + _policy.HandoverOverlap;
            Store(stint, stint.Row with { HandsOverAt = at });
            _deadlines.Set(session.Overlap, at);
        }

        var isOver = session.Row.State == SessionState.Interrupted && RelieveAtOnce(session);
        if (isNews && !isOver)
        {
            _draft.Tell(new Notice.SessionChanged(session.Row));
        }
    }

    /// <summary>A relief whose media broke off may connect once more, but not for ever.</summary>
    private void Unsettle(LiveSession session)
    {
        session.ReliefFlowsSince = null;
        if (session.Joining is not { Row.HandsOverAt: not null } stint)
        {
            return;
        }

        if (_now >= stint.Row.JoinedAt + (3 * _policy.ConnectWithin))
        {
            LoseRelief(session);
        }
        else
        {
            Store(stint, stint.Row with { HandsOverAt = null });
            _deadlines.Set(session.Overlap, _now + _policy.ConnectWithin);
            _draft.Tell(new Notice.SessionChanged(session.Row));
        }
    }

    private void EndOverlap(LiveSession session)
    {
        if (session.Joining!.Row.HandsOverAt is null)
        {
            LoseRelief(session);
        }
        else if (!RelieveAtOnce(session))
        {
            Unsettle(session);
        }
    }

    /// <summary>Nothing has happened: the present interpreter goes on, and others are asked.</summary>
    private void LoseRelief(LiveSession session)
    {
        var (request, relief) = (session.Relief!, session.Joining!.Interpreter);
        LeaveJoining(session);
        Move(request, RequestEvent.ConnectFail, request.Row);
        request.Decline(relief.Id);
        request.UnservedAt = Later(request.UnservedAt, _now + _policy.ConnectWithin);
        WrapUp(relief, relief.Presence.IdleSince);
        if (session.Stints.Count == Seat.NumberAtMost)
        {
            GiveUp(request, CauseAfterWaiting(request));
            return;
        }

        Search(request);
    }

    /// <summary>The search is over without a handover. Whoever was about to take over is free again.</summary>
    private void EndRelief(LiveSession session, CancelledBy by)
    {
        if (session.Relief is not { Row.IsOpen: true } request)
        {
            return;
        }

        var row = request.Row with { CancelledBy = by, EndedAt = _now };
        if (session.Joining?.Interpreter is not { } relief)
        {
            EndSearch(request, RequestEvent.Cancel, row);
            return;
        }

        LeaveJoining(session);
        Move(request, RequestEvent.Cancel, row);
        WrapUp(relief, relief.Presence.IdleSince);
    }

    private void LeaveJoining(LiveSession session)
    {
        Leave(session.Joining!, _now, session.Row.Clock);
        _deadlines.Set(session.Overlap, null);
        _draft.Tell(new Notice.StintEnded(session.Joining!.Row, session.Row));
        session.Joining = null;
    }

    /// <returns>False where no relief stands ready, and nothing has changed.</returns>
    private bool RelieveAtOnce(LiveSession session)
    {
        if (session.Joining is not { Row.HandsOverAt: not null, Interpreter.Connected: true } || session.ReliefFlowsSince is null)
        {
            return false;
        }

        TakeOver(session, session.Present, session.Joining);
        return true;
    }

    /// <summary>One session, one clock: its stretch is closed and goes on in the same instant, so that nothing heard later reaches back.</summary>
    private void TakeOver(LiveSession session, LiveStint old, LiveStint relief)
    {
        var request = session.Relief!;
        var row = HoldByInterpreter(session, on: false);
        var clock = row.Clock.StopAt(UpToEvidence(session, _now));
        Leave(old, _now, clock);
        Move(relief, StintEvent.TakeOver, relief.Row with { TookOverAt = _now, HandsOverAt = null, SecondsBefore = clock.BillableSeconds });
        (session.Present, session.Joining, session.Doubt) = (relief, null, null);
        (session.InterpreterFlowsSince, session.NotBefore, session.BeforeHold) = (session.ReliefFlowsSince, Later(_now, session.NotBefore), null);
        Store(session, row with
        {
            Interpreter = relief.Interpreter.Id,
            InterpreterFlowsSince = session.ReliefFlowsSince,
            Clock = row.Clock.RunningSince is null ? clock : clock.RunFrom(_now),
        });
        _deadlines.Set(session.Overlap, null);
        Move(request, RequestEvent.Fulfil, request.Row with { EndedAt = _now });
        WrapUp(old.Interpreter, idleSince: _now);
        _draft.Tell(new Notice.StintEnded(old.Row, session.Row));
        if (session.Row.State == SessionState.Interrupted && session.BothFlowSince is { } both)
        {
            Run(session, session.Row, both);
        }

        SeeNow(session, Side.Interpreter);
        SettleCheck(session);
        _deadlines.Set(session.Step, _now + (session.Row.State == SessionState.Active ? _policy.MediaSilence : _policy.InterruptionGrace));
    }

    private void Leave(LiveStint stint, DateTimeOffset at, BillableTime clock)
    {
        var row = stint.Row;
        var seconds = row.TookOverAt is null ? 0 : Math.Max(0, clock.BillableSeconds - row.SecondsBefore);
        Tire(stint, seconds, at);
        Move(stint, StintEvent.Leave, row with
        {
            LeftAt = Later(row.TookOverAt ?? row.JoinedAt, at),
            HandsOverAt = null,
            BillableSeconds = seconds,
        });
        stint.Interpreter.SecondsSince += seconds;
        stint.Interpreter.Session = null;
    }

    private void Move(LiveStint stint, StintEvent happened, Stint row)
    {
        var state = StintTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        Store(stint, row with { State = state });
    }

    private void Store(LiveStint stint, Stint row)
    {
        _draft.Write(stint.Row, row);
        stint.Row = row;
    }

    /// <summary>A session for those who may say who interprets: its present interpreter and coordinators.</summary>
    private LiveSession? SessionLedBy(Party by, SessionId id) =>
        by.Side == Side.Requester ? null : SessionWith(by, id, orCoordinator: true);
}
