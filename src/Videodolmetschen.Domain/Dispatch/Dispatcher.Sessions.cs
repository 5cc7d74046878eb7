using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Sessions from accept to end.</content>
public sealed partial class Dispatcher
{
    private LiveSession BeginSession(LiveRequest request, LiveInterpreter interpreter, LanguageCode spoken)
    {
        var row = new Session
        {
            Id = new SessionId(_newId()),
            Request = request.Row.Id,
            Interpreter = interpreter.Id,
            Requester = request.Row.Requester,
            Customer = request.Row.Customer,
            Language = spoken,
            Modality = request.Row.Modality,
            CreatedAt = _now,
        };
        var stint = new Stint
        {
            Id = new StintId(_newId()),
            Session = row.Id,
            Interpreter = interpreter.Id,
            Customer = row.Customer,
            Number = 1,
            State = StintState.Interpreting,
            JoinedAt = _now,
            TookOverAt = _now,
        };
        var session = Remember(row, request, [new LiveStint(stint, interpreter)]);
        _draft.Write((Session?)null, row);
        _draft.Write((Stint?)null, stint);
        Move(interpreter, PresenceEvent.BeginSession, WithWayBack(interpreter.Presence) with { MissedInARow = 0 });
        _draft.Tell(new Notice.SessionReady(SituationOf(session)));
        _deadlines.Set(session.Step, _now + _policy.ConnectWithin);
        return session;
    }

    private LiveSession Remember(Session row, LiveRequest request, IReadOnlyList<LiveStint> stints)
    {
        LiveSession? session = null;
        session = new LiveSession(row, request)
        {
            Present = stints.Last(stint => stint.Interpreter.Id == row.Interpreter),
            Joining = stints.LastOrDefault(stint => stint.Row.State == StintState.Joining),
            Step = new Alarm(() => Step(session!)),
            Watch = new Alarm(() => LookAfter(session!)),
            Overlap = new Alarm(() => EndOverlap(session!)),
            NotBefore = row.CreatedAt,
        };
        session.Stints.AddRange(stints);
        _sessions.Add(row.Id, session);
        request.Sessions.Add(row.Id);
        request.Session = session;
        foreach (var stint in stints.Where(stint => stint.Row.IsOpen))
        {
            stint.Interpreter.Session = session;
        }

        return session;
    }

    /// <summary>Patience is over: with connecting, with silence, or with an interruption.</summary>
    private void Step(LiveSession session)
    {
        switch (session.Row.State)
        {
            case SessionState.Connecting:
                FailConnecting(session, EndReason.NeverConnected);
                break;
            case SessionState.Active:
                Silence(session);
                RelieveAtOnce(session);
                break;
            case SessionState.Interrupted:
                Fulfil(session, EndReason.ConnectionLost, session.Row.InterruptedAt!.Value);
                break;
            default:
                throw Broken(session.Row.State, nameof(Step));
        }
    }

    private void Silence(LiveSession session)
    {
        (session.RequesterFlowsSince, session.InterpreterFlowsSince) = (null, null);
        Interrupt(session, session.Row, Later(session.NotBefore, session.Row.LastMediaAt));
    }

    private DispatchReply EndSession(DispatchCommand.EndSession command)
    {
        if (SessionWith(command.By, command.Session, orCoordinator: true) is not { } session)
        {
            return AnswerRelief(command.By, command.Session, LoseRelief);
        }

        var side = command.By.Side;
        if (side == Side.Interpreter && RelieveAtOnce(session))
        {
            return new DispatchReply.SessionIs(SituationOf(session));
        }

        if (session.Row.State is SessionState.Active or SessionState.Interrupted)
        {
            var reason = side switch
            {
                Side.Requester => EndReason.HangUpRequester,
                Side.Interpreter => EndReason.HangUpInterpreter,
                _ => EndReason.EndedByCoordinator,
            };
            if (command.Flowed is { } flowed)
            {
                HearEvidence(session, side, flowed, Before(command.Ago) ?? _now);
            }

            Fulfil(session, reason, EndMoment(session, command.Ago, isShown: command.Flowed is not null));
        }
        else if (session.Row.State == SessionState.Connecting && side == Side.Interpreter)
        {
            FailConnecting(session, EndReason.HangUpInterpreter);
        }
        else if (session.Row.State == SessionState.Connecting)
        {
            CancelConnecting(session, side == Side.Coordinator ? CancelledBy.Coordinator : CancelledBy.Requester);
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    /// <summary>Not before the last sign of life, not after now, whatever a browser says.</summary>
    /// <param name="session">The session to end.</param>
    /// <param name="ago">How long ago that was, as a browser says.</param>
    /// <param name="isShown">False from a browser of before, which is believed when it was without the hub.</param>
    private DateTimeOffset EndMoment(LiveSession session, TimeSpan ago, bool isShown = true)
    {
        var row = session.Row;
        var earliest = Later(Later(row.LastMediaAt ?? session.NotBefore, row.InterruptedAt), row.Clock.RunningSince);
        var end = Before(ago) ?? earliest;
        end = ago > TimeSpan.Zero && !isShown ? end : UpToEvidence(session, end);
        return Earlier(Later(earliest, end), _now);
    }

    /// <summary>An end after a start: what was needed was done.</summary>
    private void Fulfil(LiveSession session, EndReason reason, DateTimeOffset at, ComplaintReason? complaint = null)
    {
        End(session, reason, at, complaint);
        Move(session.Request, RequestEvent.Fulfil, session.Request.Row with { EndedAt = at });
        CancelCallbackAfter(session.Request.Row);
        WrapUp(session.Interpreter, idleSince: at);
        EndRelief(session, CancelledBy.SessionEnd);
    }

    /// <summary>Never connected by the interpreter's side or by time: the request takes its old place, and asks others first.</summary>
    private void FailConnecting(LiveSession session, EndReason reason)
    {
        var request = session.Request;
        End(session, reason, _now);
        Move(request, RequestEvent.ConnectFail, request.Row);
        request.Session = null;
        if (!request.IsPromised)
        {
            request.Decline(session.Interpreter.Id);
        }

        request.UnservedAt = Later(request.UnservedAt, _now + _policy.ConnectWithin);
        WrapUp(session.Interpreter, session.Interpreter.Presence.IdleSince);
        Search(request);
    }

    private void CancelConnecting(LiveSession session, CancelledBy by)
    {
        End(session, by == CancelledBy.Coordinator ? EndReason.EndedByCoordinator : EndReason.CancelledByRequester, _now);
        Move(session.Request, RequestEvent.Cancel, session.Request.Row with { CancelledBy = by, EndedAt = _now });
        WrapUp(session.Interpreter, session.Interpreter.Presence.IdleSince);
    }

    private void End(LiveSession session, EndReason reason, DateTimeOffset at, ComplaintReason? complaint = null)
    {
        var clock = session.Row.Clock.StopAt(at);
        // A clock that was set back must not let it end before it began.
        var least = session.Row.StartedAt is { } began ? began + clock.Counted : session.Row.CreatedAt;
        var row = session.Row with { EndReason = reason, Complaint = complaint, EndedAt = Later(at, least), Clock = clock };
        Move(session, SessionEvent.End, row);
        _deadlines.Set(session.Step, null);
        _deadlines.Set(session.Watch, null);
        Leave(session.Present, at, row.Clock);
        EndGuests(session);
        _draft.Tell(new Notice.SessionEnded(session.Row));
    }

    private void WrapUp(LiveInterpreter interpreter, DateTimeOffset idleSince)
    {
        var row = interpreter.Presence with { IdleSince = idleSince, WrapUpUntil = _now + WrapUpOf(interpreter.Presence) };
        Move(interpreter, PresenceEvent.EndSession, row);
        if (!interpreter.Connected && interpreter.Grace.Due is null)
        {
            EndGrace(interpreter);
        }
    }

    private void Move(LiveSession session, SessionEvent happened, Session row)
    {
        var state = SessionTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        Store(session, row with { State = state, Check = state == SessionState.Active ? row.Check : null });
    }

    private void Store(LiveSession session, Session row)
    {
        if (row != session.Row)
        {
            _draft.Write(session.Row, row);
            session.Row = row;
        }
    }

    private LiveSession? SessionWith(Party by, SessionId id, bool orCoordinator = false) =>
        _sessions.TryGetValue(id, out var session)
        && (by == Party.Of(session.Row.Requester) || by == Party.Of(session.Row.Interpreter) || (orCoordinator && by.Side == Side.Coordinator))
            ? session
            : null;
}
