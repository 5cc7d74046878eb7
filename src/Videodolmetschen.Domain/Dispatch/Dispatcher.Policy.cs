using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Rules that change while people wait.</content>
public sealed partial class Dispatcher
{
    /// <summary>
    /// From now on the new numbers hold. What somebody was promised stands: an offer rings as long as its countdown says, graces and
    /// wrap-ups that run keep their end, the order of those who wait stays. Waves follow the new numbers at once. A request that waits is
    /// given up by the new number, but not sooner than a grace from now. Those who talk are told until when they may complain, and
    /// when a handover is due, by the new numbers.
    /// </summary>
    private DispatchReply.Done UsePolicy(DispatchCommand.UsePolicy use)
    {
        if (use.Version <= _policyVersion)
        {
            // Two changes that were stored one after the other may arrive the other way round.
            return new DispatchReply.Done();
        }

        (_policy, _policyVersion) = (use.Policy, use.Version);
        var searching = _requests.Values.Where(request => request.IsSearching).Order(RequestQueue.ByPlace).ToList();
        foreach (var request in searching)
        {
            var notice = _now + _policy.RequesterGrace;
            request.UnservedAt = Later(PatienceOf(request.Row), request.UnservedAt < notice ? request.UnservedAt : notice);
        }

        foreach (var request in searching)
        {
            Fill(request);
            Schedule(request);
            Touch(request);
        }

        foreach (var session in _sessions.Values.Where(session => session.Row.IsUnfinished))
        {
            if (session.Row is { State: SessionState.Active, Check: null })
            {
                WatchOver(session);
            }

            _draft.Tell(new Notice.SessionChanged(session.Row));
        }

        return new DispatchReply.Done();
    }
}
