using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>What both sides say about their media, and what follows for the clock.</content>
public sealed partial class Dispatcher
{
    private DispatchReply ReportMedia(DispatchCommand.ReportMedia report)
    {
        if (SessionWith(report.By, report.Session) is not { } session)
        {
            return AnswerRelief(report.By, report.Session, relieved => HearRelief(relieved, report));
        }

        if (session.Row.IsUnfinished)
        {
            if (report.Flowing)
            {
                HearEvidence(session, report.By.Side, report.For, _now);
            }

            NoteSigns(session, report);
            Hear(session, report);
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    private void Hear(LiveSession session, DispatchCommand.ReportMedia report)
    {
        var since = Before(report.For) ?? session.Row.CreatedAt;
        if (report.Flowing && IsHole(session, since))
        {
            Silence(session);
        }

        var row = NoteFlow(session, report.By.Side, report.Flowing ? since : null);
        if (row.State == SessionState.Active && !report.Flowing)
        {
            Interrupt(session, row, UpToEvidence(session, since));
            RelieveAtOnce(session);
            return;
        }

        if (row.State != SessionState.Active && session.BothFlowSince is { } both)
        {
            Run(session, row, both);
        }
        else
        {
            Store(session, row);
        }

        if (session.Row.State == SessionState.Active)
        {
            _deadlines.Set(session.Step, _now + _policy.MediaSilence);
        }
    }

    private Session NoteFlow(LiveSession session, Side side, DateTimeOffset? since)
    {
        var row = since is null ? session.Row : session.Row with { LastMediaAt = Later(_now, session.Row.LastMediaAt) };
        if (side == Side.Requester)
        {
            session.RequesterFlowsSince = since;
            return row with { RequesterFlowsSince = since };
        }

        session.InterpreterFlowsSince = since;
        return row with { InterpreterFlowsSince = since };
    }

    /// <summary>After a restart, or a clock that was set meanwhile: longer silent than is borne, and this side does not say that it flowed on.</summary>
    private bool IsHole(LiveSession session, DateTimeOffset since) =>
        session.Row.State == SessionState.Active && since > Later(session.NotBefore, session.Row.LastMediaAt) + _policy.MediaSilence;

    /// <summary>So long ago; never in the future, and never further back than one can count.</summary>
    private DateTimeOffset? Before(TimeSpan span) =>
        span <= TimeSpan.Zero ? _now : span < _now - DateTimeOffset.UnixEpoch ? _now - span : null;

    /// <summary>Media on both sides: the clock runs from the moment that was so, not from the moment we heard of it.</summary>
    private void Run(LiveSession session, Session row, DateTimeOffset bothSince)
    {
        var from = Later(bothSince, session.NotBefore);
        session.NotBefore = from;
        var isFirst = row.StartedAt is null;
        Move(session, SessionEvent.MediaUp, row with
        {
            StartedAt = row.StartedAt ?? from,
            InterruptedAt = null,
            Clock = row.HeldByInterpreter ? row.Clock : row.Clock.RunFrom(from),
        });
        WatchOver(session, begins: isFirst);
        _draft.Tell(isFirst ? new Notice.SessionStarted(session.Row) : new Notice.SessionChanged(session.Row));
    }

    private void Interrupt(LiveSession session, Session row, DateTimeOffset at)
    {
        var since = Later(at, session.NotBefore);
        (session.NotBefore, session.Doubt) = (since, null);
        var clock = row.Clock.StopAt(since);
        if (session.BeforeHold is var (from, to) && to > since && row.Clock.RunningSince is null)
        {
            clock = clock with { Counted = clock.Counted - (to - Later(from, since)) };
            session.BeforeHold = null;
        }

        Move(session, SessionEvent.MediaLost, row with { InterruptedAt = since, Clock = clock });
        _deadlines.Set(session.Step, _now + _policy.InterruptionGrace);
        _deadlines.Set(session.Watch, null);
        _draft.Tell(new Notice.SessionInterrupted(session.Row));
    }

    private DispatchReply Hold(DispatchCommand.HoldSession command)
    {
        if (SessionWith(command.By, command.Session) is not { } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        if (!session.Row.IsUnfinished)
        {
            return Refuse(ErrorCode.SessionEnded);
        }

        var row = command.By.Side == Side.Interpreter
            ? HoldByInterpreter(session, command.On)
            : session.Row with { HeldByRequester = command.On };
        if (row != session.Row)
        {
            (session.RequesterSeenAt, session.InterpreterSeenAt) = (_now, _now);
            Store(session, row with { Check = null });
            if (row.State == SessionState.Active)
            {
                WatchOver(session);
            }

            _draft.Tell(new Notice.SessionChanged(session.Row));
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    private Session HoldByInterpreter(LiveSession session, bool on)
    {
        var row = session.Row;
        if (row.HeldByInterpreter == on)
        {
            return row;
        }

        if (on)
        {
            var at = UpToEvidence(session, _now);
            session.BeforeHold = row.Clock.RunningSince is { } from ? (from, at) : null;
            return row with { HeldByInterpreter = true, Clock = row.Clock.StopAt(at) };
        }

        session.NotBefore = Later(_now, session.NotBefore);
        session.BeforeHold = null;
        var runs = row.State == SessionState.Active;
        return row with { HeldByInterpreter = false, Clock = runs ? row.Clock.RunFrom(_now) : row.Clock };
    }
}
