using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Taking over from the tables.</content>
public sealed partial class Dispatcher
{
    /// <summary>
    /// Takes the tables' content. Nobody counts as connected, and all graces begin anew from now, as does media silence;
    /// whoever comes back says so by <see cref="DispatchCommand.Connect"/>. Whom a coordinator had ring alone rings on, and
    /// others may join by the waves: that is not in the tables.
    /// </summary>
    public void Load(DispatchSnapshot snapshot, DateTimeOffset now)
    {
        Clear();
        Begin(now);
        LoadInterpreters(snapshot);
        foreach (var row in snapshot.OpenRequests)
        {
            Remember(row);
        }

        foreach (var row in snapshot.UnfinishedSessions)
        {
            LoadSession(row);
        }

        foreach (var row in snapshot.OffersOfOpenRequests.OrderBy(offer => offer.OfferedAt))
        {
            LoadOffer(row);
        }

        foreach (var request in _requests.Values)
        {
            Resume(request);
        }

        NextDeadline = _deadlines.Next;
    }

    private void Clear()
    {
        _deadlines.Clear();
        _requests.Clear();
        _latest.Clear();
        _offers.Clear();
        _sessions.Clear();
        _requestersHere.Clear();
        _ended.Clear();
        _touched.Clear();
        _roster = new Roster();
        _dayBegan = DateTimeOffset.MaxValue;
        _now = DateTimeOffset.MinValue;
    }

    private void LoadInterpreters(DispatchSnapshot snapshot)
    {
        var presences = snapshot.Presences.ToDictionary(presence => presence.Interpreter);
        foreach (var row in snapshot.Interpreters)
        {
            var presence = presences.GetValueOrDefault(row.Id)
                ?? new Presence(row.Id, PresenceState.Offline, _now) { IdleSince = _now };
            var interpreter = Remember(row, presence);
            StartGraceWhenAway(interpreter);
            _deadlines.Set(interpreter.WrapUp, presence.WrapUpUntil);
        }
    }

    private void LoadSession(Session row)
    {
        var session = Remember(row, _requests[row.Request], _roster.Find(row.Interpreter)!);
        session.NotBefore = Later(row.StartedAt ?? row.CreatedAt, row.InterruptedAt ?? row.Clock.RunningSince);
        if (row.State == SessionState.Active)
        {
            // They flowed when the tables were written, and silence will tell whether they still do.
            (session.RequesterFlowsSince, session.InterpreterFlowsSince) = (session.NotBefore, session.NotBefore);
        }

        _deadlines.Set(session.Step, _now + row.State switch
        {
            SessionState.Connecting => _policy.ConnectWithin,
            SessionState.Active => _policy.MediaSilence,
            _ => _policy.InterruptionGrace,
        });
    }

    private void LoadOffer(Offer row)
    {
        if (!_requests.TryGetValue(row.Request, out var request) || _roster.Find(row.Interpreter) is not { } interpreter)
        {
            return;
        }

        var isOpen = row.State == OfferState.Open;
        Remember(isOpen ? row with { ExpiresAt = Later(row.ExpiresAt, _now + _policy.RingAfterRestart) } : row, request, interpreter);
        if (row.State == OfferState.Expired)
        {
            request.Miss(interpreter.Id);
        }
        else if (row.State == OfferState.Declined
            || (row.State == OfferState.Accepted && request.Session?.Interpreter != interpreter))
        {
            request.Decline(interpreter.Id);
        }
    }

    private void Resume(LiveRequest request)
    {
        if (!request.IsSearching)
        {
            return;
        }

        request.UnservedAt = Later(request.UnservedAt, _now + _policy.RequesterGrace);
        request.Desk.Queue.Add(request);
        _deadlines.Set(request.Grace, _now + _policy.RequesterGrace);
        Schedule(request);
    }
}
