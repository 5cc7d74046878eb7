using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Billed seconds follow what browsers have counted, whatever the clock did while the service was down.</content>
public sealed partial class Dispatcher
{
    /// <summary>Between two words of one browser about the same flow: the way here takes so long at most.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(2);

    private void DoubtClock(LiveSession session)
    {
        session.Doubt = session.Row.State == SessionState.Active ? new ClockDoubt(session.Row) : null;
        if (LastKnown(session.Row) > _now)
        {
            // Not before somebody asks us something: what was loaded is written with the next decision.
            _hours.Set(new Alarm(() => ComeBackFromFuture(session)), _now);
        }
    }

    /// <summary>The clock was set back: what has happened did so before now.</summary>
    private void ComeBackFromFuture(LiveSession session)
    {
        if (session.Row.IsUnfinished && LastKnown(session.Row) is { } last && last > _now)
        {
            Shift(session, _now - last);
            session.Doubt = session.Doubt is null ? null : new ClockDoubt(session.Row);
        }
    }

    private void HearEvidence(LiveSession session, Side side, TimeSpan flowed, DateTimeOffset at)
    {
        if (session.Doubt is not { } doubt || side is not (Side.Requester or Side.Interpreter))
        {
            return;
        }

        doubt.Hear(side, flowed, at);
        Shift(session, doubt.TakeMove(OnTheWay, _policy.MediaSilence));
        session.Doubt = doubt.IsOver ? null : doubt;
    }

    /// <summary>As long as no browser has shown since a restart that the same media flows on, nothing is known beyond the last sign of media.</summary>
    private DateTimeOffset UpToEvidence(LiveSession session, DateTimeOffset at)
    {
        var last = Later(session.NotBefore, session.Row.LastMediaAt);
        return session.Doubt is { AnyEvidence: false } && at - last > _policy.MediaSilence ? last : at;
    }

    private static DateTimeOffset? LastKnown(Session row) =>
        new[] { row.LastMediaAt, row.InterruptedAt, row.Clock.RunningSince, row.Check?.Since }.Max();

    /// <summary>Moves all that is counted from; the times that people were told stay.</summary>
    private void Shift(LiveSession session, TimeSpan by)
    {
        if (by == TimeSpan.Zero)
        {
            return;
        }

        var row = session.Row;
        DateTimeOffset Moved(DateTimeOffset seen) => seen < row.Check?.Since ? seen + by : seen;
        (session.RequesterSeenAt, session.InterpreterSeenAt) = (Moved(session.RequesterSeenAt), Moved(session.InterpreterSeenAt));
        session.NotBefore = Earlier(session.NotBefore + by, _now);
        Store(session, row with
        {
            LastMediaAt = row.LastMediaAt + by,
            InterruptedAt = row.InterruptedAt + by,
            RequesterFlowsSince = row.RequesterFlowsSince + by,
            InterpreterFlowsSince = row.InterpreterFlowsSince + by,
            Clock = row.Clock with { RunningSince = row.Clock.RunningSince + by },
            Check = row.Check is { } check ? check with { Since = check.Since + by } : null,
        });
        _draft.Tell(new Notice.SessionChanged(session.Row));
    }
}
