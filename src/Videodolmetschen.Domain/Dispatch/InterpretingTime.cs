using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>How long the present interpreter of a session has interpreted without a real gap, and what is proposed for it (SEMANTICS.md 4).</summary>
public static class InterpretingTime
{
    /// <summary>With the conversations before this one that had only short gaps between them.</summary>
    /// <param name="situation">The session as it is.</param>
    /// <param name="work">The present interpreter's, from the presence; what an ended session has added is already in it.</param>
    /// <param name="policy">Says how long a gap is rest.</param>
    /// <param name="now">The moment asked about.</param>
    public static TimeSpan Of(SessionSituation situation, ContinuousWork work, DispatchPolicy policy, DateTimeOffset now)
    {
        var (session, stint) = (situation.Session, situation.Present?.Stint);
        var before = work.At(stint?.TookOverAt ?? session.StartedAt ?? now, policy.BreakGap);
        var own = session.IsUnfinished ? session.Clock.At(now) - TimeSpan.FromSeconds(stint?.SecondsBefore ?? 0) : TimeSpan.Zero;
        return own > TimeSpan.Zero ? before + own : before;
    }

    /// <summary>
    /// From when on a handover is proposed to the present interpreter; null while the conversation has not begun or is over, and while
    /// its clock stands before that.
    /// </summary>
    /// <inheritdoc cref="Of"/>
    public static DateTimeOffset? HandoverProposedAt(SessionSituation situation, ContinuousWork work, DispatchPolicy policy, DateTimeOffset now)
    {
        if (situation is not { Session: { StartedAt: not null, IsUnfinished: true, Clock: var clock } })
        {
            return null;
        }

        var left = policy.HandoverAfter - Of(situation, work, policy, now);
        return left <= TimeSpan.Zero || clock.RunningSince is not null ? now + left : null;
    }
}
