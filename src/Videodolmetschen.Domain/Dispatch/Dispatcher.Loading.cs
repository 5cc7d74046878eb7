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
        LoadRequests(snapshot);
        var stints = snapshot.Stints.OrderBy(stint => stint.Number).ToLookup(stint => stint.Session);
        foreach (var row in snapshot.Sessions.OrderBy(session => session.CreatedAt))
        {
            LoadSession(row, [.. stints[row.Id].Select(stint => new LiveStint(stint, _roster.Find(stint.Interpreter)!))]);
        }

        foreach (var row in snapshot.Guests.OrderBy(guest => guest.Seat.Number))
        {
            Remember(row, _sessions[row.Session]);
        }

        LinkReliefs();
        foreach (var row in snapshot.Offers.OrderBy(offer => offer.OfferedAt))
        {
            LoadOffer(row);
        }

        foreach (var request in _requests.Values)
        {
            Resume(request);
        }

        foreach (var callback in snapshot.Callbacks)
        {
            Remember(callback);
        }

        _roster.DoubtAll();
        NextDeadline = Sooner(_deadlines.Next, _hours.Next);
    }

    private void Clear()
    {
        _deadlines.Clear();
        _hours.Clear();
        _requests.Clear();
        _latest.Clear();
        _offers.Clear();
        _sessions.Clear();
        _guests.Clear();
        _links.Clear();
        _requestersHere.Clear();
        _ended.Clear();
        _callbacks.Clear();
        _promised.Clear();
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

    /// <summary>Each requester's latest comes last, which is an open one if there is one.</summary>
    private void LoadRequests(DispatchSnapshot snapshot)
    {
        foreach (var row in snapshot.Requests.OrderBy(request => request.IsOpen).ThenBy(request => request.RequestedAt))
        {
            Remember(row);
        }

        foreach (var ended in _requests.Values.Where(request => !request.Row.IsOpen).OrderBy(request => request.Row.EndedAt))
        {
            _ended.Enqueue((ended.Row.EndedAt ?? _now, ended));
        }
    }

    /// <summary>A search that ended long after its session, as a hang-up may be told late, has nobody left to tell.</summary>
    private void LinkReliefs()
    {
        foreach (var request in _requests.Values.Where(request => request.IsRelief).OrderBy(request => request.Row.RequestedAt).ToList())
        {
            if (_sessions.TryGetValue(request.Row.ReliefFor!.Value, out var session))
            {
                Link(request, session);
            }
            else
            {
                _requests.Remove(request.Row.Id);
            }
        }
    }

    private void LoadSession(Session row, IReadOnlyList<LiveStint> stints)
    {
        var session = Remember(row, _requests[row.Request], stints);
        if (!row.IsUnfinished)
        {
            // An open request lost it before it began; an ended one keeps it for those who ask again.
            session.Request.Session = session.Request.Row.IsOpen ? null : session;
            return;
        }

        // The start as it was told is not moved with the clock; media that was seen is.
        var began = Earlier(row.StartedAt ?? row.CreatedAt, row.LastMediaAt ?? DateTimeOffset.MaxValue);
        session.NotBefore = Earlier(Later(began, row.InterruptedAt ?? row.Clock.RunningSince), _now);
        DoubtClock(session);
        if (row.State == SessionState.Active)
        {
            // They flowed when the tables were written, and silence will tell whether they still do.
            (session.RequesterFlowsSince, session.InterpreterFlowsSince) = (session.NotBefore, session.NotBefore);
        }

        ResumeWatch(session);
        _deadlines.Set(session.Step, _now + row.State switch
        {
            SessionState.Connecting => _policy.ConnectWithin,
            SessionState.Active => _policy.MediaSilence,
            _ => _policy.InterruptionGrace,
        });
        LoadJoining(session);
    }

    private void LoadJoining(LiveSession session)
    {
        if (session.Joining is { Row: var joining })
        {
            session.ReliefFlowsSince = joining.HandsOverAt is null ? null : joining.JoinedAt;
            _deadlines.Set(session.Overlap, joining.HandsOverAt is { } at ? Later(at, _now + _policy.RingAfterRestart) : _now + _policy.ConnectWithin);
        }
    }

    private void LoadOffer(Offer row)
    {
        if (!_requests.TryGetValue(row.Request, out var request) || _roster.Find(row.Interpreter) is not { } interpreter)
        {
            return;
        }

        var isOpen = row.State == OfferState.Open;
        Remember(isOpen ? row with { ExpiresAt = Later(row.ExpiresAt, _now + _policy.RingAfterRestart) } : row, request, interpreter);
        if (!request.Row.IsOpen || request.IsPromised)
        {
            return;
        }

        if (row.State == OfferState.Expired)
        {
            request.Miss(interpreter.Id);
        }
        else if (row.State == OfferState.Declined
            || (row.State == OfferState.Accepted && (request.Relieves is { } relieved ? relieved.Joining : request.Session?.Present)?.Interpreter != interpreter))
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
        Enqueue(request);
        _deadlines.Set(request.Grace, request.IsRelief ? null : _now + _policy.RequesterGrace);
        Schedule(request);
    }
}
