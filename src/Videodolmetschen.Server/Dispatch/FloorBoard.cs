using Microsoft.Extensions.Options;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>Gathers what changed on the floor, and gives it out a few times a second while a coordinator watches.</summary>
internal sealed class FloorBoard : IDisposable
{
    private readonly LiveBoard _board;
    private readonly FloorViews _views;
    private readonly TimeSpan _every;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private HashSet<RequestId> _requests = [];
    private HashSet<SessionId> _sessions = [];
    private HashSet<InterpreterId> _interpreters = [];
    private long _revision;
    private bool _isWaiting;

    public FloorBoard(LiveBoard board, FloorViews views, IOptions<RealtimeOptions> options, TimeProvider time)
    {
        (_board, _views, _every) = (board, views, options.Value.FloorEvery);
        _timer = time.CreateTimer(_ => Changed?.Invoke(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Called when there is something to take.</summary>
    public Action? Changed { get; set; }

    public void Note(IReadOnlyList<Decided> decided, IReadOnlyList<Change> changes, long revision)
    {
        lock (_gate)
        {
            _revision = revision;
            foreach (var change in changes)
            {
                Note(change);
            }

            foreach (var told in decided.SelectMany(one => one.Told))
            {
                Note(told.Notice);
            }

            Wait();
        }
    }

    /// <summary>An interpreter came or went.</summary>
    public void Note(Party who)
    {
        if (who.Side == Side.Interpreter)
        {
            lock (_gate)
            {
                _interpreters.Add(new InterpreterId(who.Id));
                Wait();
            }
        }
    }

    /// <summary>The rows that changed since the last call.</summary>
    public FloorChange Take()
    {
        HashSet<RequestId> requests;
        HashSet<SessionId> sessions;
        HashSet<InterpreterId> interpreters;
        long revision;
        lock (_gate)
        {
            (requests, sessions, interpreters, revision) = (_requests, _sessions, _interpreters, _revision);
            (_requests, _sessions, _interpreters, _isWaiting) = ([], [], [], false);
        }

        var onDuty = interpreters.Select(Row).OfType<FloorInterpreter>().ToList();
        return new FloorChange
        {
            Revision = revision,
            ServerTime = _views.Now,
            Requests = [.. requests.Select(_board.Requests.GetValueOrDefault).OfType<RequestSituation>().Select(_views.Request)],
            Sessions = [.. sessions.Select(_board.Sessions.GetValueOrDefault).OfType<SessionSituation>().Select(_views.Session)],
            Interpreters = onDuty,
            RemovedRequests = [.. requests.Where(id => !_board.Requests.ContainsKey(id)).Select(id => id.Value)],
            RemovedSessions = [.. sessions.Where(id => !_board.Sessions.ContainsKey(id)).Select(id => id.Value)],
            RemovedInterpreters = [.. interpreters.Select(id => id.Value).Except(onDuty.Select(row => row.Id))],
        };
    }

    public void Dispose() => _timer.Dispose();

    private void Note(Notice notice)
    {
        switch (notice)
        {
            case Notice.RequestChanged changed:
                _requests.Add(changed.Situation.Request.Id);
                break;
            case Notice.HoursTurned turned:
                _interpreters.Add(turned.Presence.Interpreter);
                break;
            case Notice.ReliefChanged changed:
                _requests.Add(changed.Situation.Request.Id);
                _sessions.Add(changed.Session.Id);
                break;
        }
    }

    private void Note(Change change)
    {
        switch (change)
        {
            case Change.OfRequest request:
                _requests.Add(request.After.Id);
                break;
            case Change.OfOffer offer:
                _requests.Add(offer.After.Request);
                _interpreters.Add(offer.After.Interpreter);
                break;
            case Change.OfSession session:
                _sessions.Add(session.After.Id);
                break;
            case Change.OfGuest guest:
                _sessions.Add(guest.After.Session);
                break;
            case Change.OfStint stint:
                _sessions.Add(stint.After.Session);
                break;
            case Change.OfPresence presence:
                _interpreters.Add(presence.After.Interpreter);
                break;
        }
    }

    private void Wait()
    {
        if (!_isWaiting && _requests.Count + _sessions.Count + _interpreters.Count > 0)
        {
            _isWaiting = true;
            _timer.Change(_every, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Null for somebody who is off duty.</summary>
    private FloorInterpreter? Row(InterpreterId id) =>
        _board.Presences.TryGetValue(id, out var presence) && presence.State != PresenceState.Offline && _board.Interpreters.TryGetValue(id, out var interpreter)
            ? _views.Interpreter(interpreter, presence)
            : null;
}
