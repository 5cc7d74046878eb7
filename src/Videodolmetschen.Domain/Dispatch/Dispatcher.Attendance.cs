using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>
/// Is anybody still there? A side shows that it is by what its own browser notices, or by being heard on the other side, so that a
/// call goes on whose one browser cannot reach us. A side without any sign is asked; only its own answer counts.
/// </content>
public sealed partial class Dispatcher
{
    private DispatchReply ConfirmHere(DispatchCommand.ConfirmHere command)
    {
        if (SessionWith(command.By, command.Session) is not { } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        if (session.Row.IsUnfinished)
        {
            SeeNow(session, command.By.Side);
            SettleCheck(session);
        }

        return new DispatchReply.SessionIs(SituationOf(session));
    }

    /// <summary>A browser too old to notice anything vouches for its side by reporting at all.</summary>
    private void NoteSigns(LiveSession session, DispatchCommand.ReportMedia report)
    {
        if (report.Active != false)
        {
            SeeNow(session, report.By.Side);
        }

        if (report.Heard == true)
        {
            SeeNow(session, report.By.Side == Side.Requester ? Side.Interpreter : Side.Requester);
        }

        SettleCheck(session);
    }

    private void SeeNow(LiveSession session, Side side)
    {
        if (side == Side.Requester)
        {
            session.RequesterSeenAt = _now;
        }
        else
        {
            session.InterpreterSeenAt = _now;
        }
    }

    /// <summary>Whoever has shown a sign since the check began is no longer asked.</summary>
    private void SettleCheck(LiveSession session)
    {
        if (session.Row.Check is not { } check)
        {
            return;
        }

        var requester = check.Asked != AskedSides.Interpreter && session.RequesterSeenAt < check.Since;
        var interpreter = check.Asked != AskedSides.Requester && session.InterpreterSeenAt < check.Since;
        var left = Asked(requester, interpreter) is { } asked ? check with { Asked = asked } : null;
        if (left != check)
        {
            Store(session, session.Row with { Check = left });
            _draft.Tell(new Notice.SessionChanged(session.Row));
        }

        if (left is null)
        {
            WatchOver(session);
        }
    }

    /// <summary>Time to look: nobody is missing, somebody is asked once more, or everybody has been asked often enough.</summary>
    private void LookAfter(LiveSession session)
    {
        if (session.Row.Check is { } check && check.Number >= _policy.ChecksUntilEnd)
        {
            Fulfil(session, EndReason.LeftAlone, check.Since);
            return;
        }

        var next = session.Row.Check is { } again ? again with { Number = again.Number + 1 } : NewCheck(session);
        if (next is null)
        {
            WatchOver(session);
            return;
        }

        Store(session, session.Row with { Check = next });
        _deadlines.Set(session.Watch, _now + _policy.CheckEvery);
        _draft.Tell(new Notice.SessionChanged(session.Row));
    }

    private AttendanceCheck? NewCheck(LiveSession session)
    {
        var before = _now - Patience(session.Row);
        return Asked(session.RequesterSeenAt <= before, session.InterpreterSeenAt <= before) is { } asked
            ? new AttendanceCheck(_now, 1, asked)
            : null;
    }

    private void WatchOver(LiveSession session, bool begins = false)
    {
        if (begins)
        {
            (session.RequesterSeenAt, session.InterpreterSeenAt) = (_now, _now);
        }

        var first = session.RequesterSeenAt < session.InterpreterSeenAt ? session.RequesterSeenAt : session.InterpreterSeenAt;
        _deadlines.Set(session.Watch, Later(first + Patience(session.Row), _now));
    }

    /// <summary>Patience begins anew, but who was being asked still is.</summary>
    private void ResumeWatch(LiveSession session)
    {
        (session.RequesterSeenAt, session.InterpreterSeenAt) = (_now, _now);
        if (session.Row.Check is { } check)
        {
            var silentSince = check.Since - Patience(session.Row);
            session.RequesterSeenAt = check.Asked == AskedSides.Interpreter ? _now : silentSince;
            session.InterpreterSeenAt = check.Asked == AskedSides.Requester ? _now : silentSince;
            _deadlines.Set(session.Watch, _now + _policy.CheckEvery);
        }
        else if (session.Row.State == SessionState.Active)
        {
            WatchOver(session);
        }
    }

    private TimeSpan Patience(Session session) => session.IsHeld ? _policy.HoldUntilCheck : _policy.SilenceUntilCheck;

    private static AskedSides? Asked(bool requester, bool interpreter) => (requester, interpreter) switch
    {
        (true, true) => AskedSides.Both,
        (true, false) => AskedSides.Requester,
        (false, true) => AskedSides.Interpreter,
        _ => null,
    };
}
