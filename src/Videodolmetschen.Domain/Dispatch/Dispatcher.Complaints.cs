using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>A conversation that proves unusable soon after its start, and what follows.</content>
public sealed partial class Dispatcher
{
    private DispatchReply Complain(DispatchCommand.ComplainOfQuality command)
    {
        if (SessionWith(Party.Of(command.By), command.Session) is not { } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        var row = session.Row;
        if (row.EndReason == EndReason.QualityComplaint)
        {
            return new DispatchReply.SessionIs(SituationOf(session));
        }

        if (!row.IsUnfinished)
        {
            return Refuse(ErrorCode.SessionEnded);
        }

        // A clock that was set back does not give the time again.
        if (row.StartedAt is not { } started || _now > started + _policy.ComplaintWithin || row.Clock.At(_now) > _policy.ComplaintWithin)
        {
            return Refuse(ErrorCode.ComplaintTooLate);
        }

        Fulfil(session, EndReason.QualityComplaint, EndMoment(session, TimeSpan.Zero), command.Reason);
        return new DispatchReply.SessionIs(SituationOf(session));
    }

    private DispatchReply AskAgain(DispatchCommand.AskAgain command)
    {
        if (SessionWith(Party.Of(command.By), command.Session) is not { Row.EndReason: EndReason.QualityComplaint } session)
        {
            return Refuse(ErrorCode.SessionNotFound);
        }

        var (before, unwanted) = (session.Request.Row, session.Row.Interpreter);
        return Ask(before with
        {
            Id = new RequestId(_newId()),
            Key = command.Key,
            State = RequestState.Waiting,
            EndedAt = null,
            Promised = null,
            RequestedAt = _now,
            PlaceSince = before.PlaceSince ?? before.RequestedAt,
            Excluded = before.Excluded.Append(unwanted).ToHashSet(),
            Requirements = [.. before.Requirements.Where(requirement => !Names(requirement, unwanted))],
            Wishes = [.. before.Wishes.Where(wish => !Names(wish.What, unwanted))],
        });
    }

    private static bool Names(Requirement requirement, InterpreterId interpreter) =>
        requirement is Requirement.ThisInterpreter named && named.Interpreter == interpreter;
}
