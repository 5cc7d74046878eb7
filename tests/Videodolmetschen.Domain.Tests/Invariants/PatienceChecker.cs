using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Every row that is not final has an end in sight: knows until when each may stay as it is (I12 for requests, I13 for people, offers
/// and sessions) and that rows which belong together fit. The instants follow from SEMANTICS.md 2 to 5.
/// </summary>
internal sealed partial class PatienceChecker(DispatchPolicy policy, Tables tables, Objections objections)
{
    private readonly PriorityQueue<(Matter Of, Guid Id), DateTimeOffset> _order = new();
    private readonly Dictionary<(Matter Of, Guid Id), DateTimeOffset> _until = [];
    private readonly Dictionary<RequestId, DateTimeOffset> _promised = [];
    private readonly HashSet<Guid> _requestersHere = [];
    private readonly Dictionary<(SessionId Session, Side Side), DateTimeOffset> _seen = [];
    private DispatchPolicy _policy = policy;

    private enum Matter
    {
        Search,
        RequesterAway,
        Ringing,
        Session,
        Alone,
        Overlap,
        WrapUp,
        InterpreterAway,
        Callback,
    }

    public void Before(DispatchCommand command, DateTimeOffset now)
    {
        switch (command)
        {
            case DispatchCommand.UsePolicy use:
                Use(use.Policy, now);
                break;
            case DispatchCommand.Connect { Who: { Side: Side.Requester } who }:
                _requestersHere.Add(who.Id);
                _until.Remove((Matter.RequesterAway, who.Id));
                break;
            case DispatchCommand.LoseConnection { Who: { Side: Side.Requester } who } when _requestersHere.Remove(who.Id):
                Set(Matter.RequesterAway, who.Id, now + _policy.RequesterGrace);
                break;
            case DispatchCommand.Connect { Who: { Side: Side.Interpreter } who }:
                _until.Remove((Matter.InterpreterAway, who.Id));
                break;
            case DispatchCommand.LoseConnection { Who: { Side: Side.Interpreter } who } when tables.IsHere(new InterpreterId(who.Id)):
                Set(Matter.InterpreterAway, who.Id, now + _policy.PresenceGrace);
                break;
            case DispatchCommand.SetPresence set when !tables.IsHere(set.Interpreter):
                Set(Matter.InterpreterAway, set.Interpreter.Value, now + _policy.PresenceGrace);
                break;
            case DispatchCommand.ConfirmHere confirm when IsIn(confirm.Session, confirm.By):
                See(confirm.Session, confirm.By.Side, now);
                break;
            case DispatchCommand.HoldSession hold when IsActive(hold.Session) && IsIn(hold.Session, hold.By):
                SeeBoth(hold.Session, now);
                break;
            case DispatchCommand.ReportMedia report when IsIn(report.Session, report.By):
                Hear(report, now);
                break;
        }
    }

    public void After(DispatchOutcome outcome, DateTimeOffset now)
    {
        foreach (var change in outcome.Changes)
        {
            switch (change)
            {
                case Change.OfRequest row: Watch(row.Before, row.After, now); break;
                case Change.OfCallback row: Watch(row.After); break;
                case Change.OfOffer row: Watch(row.After); break;
                case Change.OfSession row: Watch(row.Before, row.After, now); break;
                case Change.OfStint row: Watch(row.Before, row.After, now); break;
                case Change.OfPresence row: Watch(row.After, now); break;
            }
        }

        foreach (var change in outcome.Changes)
        {
            CheckFit(change);
        }
    }

    private void Hear(DispatchCommand.ReportMedia report, DateTimeOffset now)
    {
        if (IsActive(report.Session))
        {
            Set(Matter.Session, report.Session.Value, now + _policy.MediaSilence);
        }

        if (report.Active != false)
        {
            See(report.Session, report.By.Side, now);
        }

        if (report.Heard == true)
        {
            See(report.Session, report.By.Side == Side.Requester ? Side.Interpreter : Side.Requester, now);
        }
    }

    /// <summary>A call in which one side gives no sign ends once it has been asked often enough.</summary>
    private void See(SessionId id, Side side, DateTimeOffset now)
    {
        _seen[(id, side)] = now;
        if (IsActive(id))
        {
            Set(Matter.Alone, id.Value, UntilAlone(tables.Sessions[id], now));
        }
    }

    private void SeeBoth(SessionId id, DateTimeOffset now) =>
        (_seen[(id, Side.Requester)], _seen[(id, Side.Interpreter)]) = (now, now);

    private DateTimeOffset UntilAlone(Session session, DateTimeOffset now)
    {
        var (one, other) = (_seen.GetValueOrDefault((session.Id, Side.Requester), now), _seen.GetValueOrDefault((session.Id, Side.Interpreter), now));
        var silent = (one < other ? one : other) + (session.IsHeld ? _policy.HoldUntilCheck : _policy.SilenceUntilCheck);
        return Later(silent, now) + (_policy.CheckEvery * _policy.ChecksUntilEnd);
    }

    /// <summary>What runs keeps its end; only searches follow the new patience, and are given up no sooner than a grace from now.</summary>
    private void Use(DispatchPolicy policy, DateTimeOffset now)
    {
        _policy = policy;
        foreach (var session in tables.UnfinishedSessions.Where(session => session.State == SessionState.Active))
        {
            var until = _until.GetValueOrDefault((Matter.Alone, session.Id.Value), now);
            Set(Matter.Alone, session.Id.Value, Later(until, UntilAlone(session, now)));
        }

        foreach (var request in tables.OpenRequests.Where(request => request.State != RequestState.Assigned))
        {
            var (before, notice) = (_until[(Matter.Search, request.Id.Value)], now + policy.RequesterGrace);
            Set(Matter.Search, request.Id.Value, Later(EndOf(request), before < notice ? before : notice));
        }
    }

    /// <summary>Nobody is connected, and patience begins anew.</summary>
    public void Restarted(DateTimeOffset now, DispatchPolicy? policy = null)
    {
        _policy = policy ?? _policy;
        _until.Clear();
        _order.Clear();
        _promised.Clear();
        _requestersHere.Clear();
        foreach (var stint in tables.Joining)
        {
            var end = stint.HandsOverAt is { } at ? Later(at, now + _policy.RingAfterRestart) : now + _policy.ConnectWithin;
            Set(Matter.Overlap, stint.Id.Value, end);
        }

        foreach (var request in tables.OpenRequests)
        {
            Set(Matter.RequesterAway, request.Requester.Value, now + _policy.RequesterGrace);
            if (request.State != RequestState.Assigned)
            {
                Set(Matter.Search, request.Id.Value, Later(EndOf(request), now + _policy.RequesterGrace));
            }
        }

        foreach (var callback in tables.Callbacks.Values.Where(row => row.IsOpen))
        {
            Watch(callback);
        }

        foreach (var offer in tables.OpenOffers)
        {
            Set(Matter.Ringing, offer.Id.Value, Later(offer.ExpiresAt, now + _policy.RingAfterRestart));
        }

        foreach (var session in tables.UnfinishedSessions)
        {
            SeeBoth(session.Id, now);
            if (session.State == SessionState.Active)
            {
                Set(Matter.Alone, session.Id.Value, UntilAlone(session, now));
            }

            Set(Matter.Session, session.Id.Value, now + Patience(session.State));
        }

        foreach (var presence in tables.Presences.Values)
        {
            Set(Matter.InterpreterAway, presence.Interpreter.Value, now + _policy.PresenceGrace);
            Watch(presence, now);
        }
    }

    /// <summary>Everything that was due has been done: is anything left beyond its time?</summary>
    public void Settled(DateTimeOffset now)
    {
        while (_order.TryPeek(out var matter, out var at) && at <= now)
        {
            _order.Dequeue();
            if (_until.TryGetValue(matter, out var until) && until == at)
            {
                _until.Remove(matter);
                CheckOver(matter.Of, matter.Id, at);
            }
        }
    }

    private void CheckOver(Matter of, Guid id, DateTimeOffset at)
    {
        switch (of)
        {
            case Matter.Search:
                objections.Expect("I12", false, $"request {id} still searches after {at:O}");
                break;
            case Matter.RequesterAway:
                var open = tables.OpenRequests.FirstOrDefault(row => row.Requester.Value == id && row.State != RequestState.Assigned && row.ReliefFor is null);
                objections.Expect("I12", open is null, $"{open} still searches, but its requester is gone since {at:O}");
                break;
            case Matter.InterpreterAway:
                var state = tables.Presences.GetValueOrDefault(new InterpreterId(id))?.State ?? PresenceState.Offline;
                objections.Expect("I13", state is PresenceState.Offline or PresenceState.InSession, $"interpreter {id} is {state}, but gone since {at:O}");
                break;
            default:
                objections.Expect("I13", false, $"{of} {id} goes on after {at:O}");
                break;
        }
    }

    private void Watch(InterpretingRequest? before, InterpretingRequest row, DateTimeOffset now)
    {
        if (row.State is not (RequestState.Waiting or RequestState.Offered))
        {
            // How long it would have been searched for was told, and stands should nobody connect.
            if (_until.Remove((Matter.Search, row.Id.Value), out var told))
            {
                _promised[row.Id] = told;
            }

            return;
        }

        var first = EndOf(row);
        if (before is { State: not RequestState.Assigned } && first > _until[(Matter.Search, row.Id.Value)])
        {
            Set(Matter.Search, row.Id.Value, first);
        }
        else if (before is null || before.State == RequestState.Assigned)
        {
            Set(Matter.Search, row.Id.Value, before is null ? first : Later(Later(first, now + _policy.ConnectWithin), _promised.GetValueOrDefault(row.Id)));
            if (row.ReliefFor is null && !_requestersHere.Contains(row.Requester.Value))
            {
                Set(Matter.RequesterAway, row.Requester.Value, now + _policy.RequesterGrace);
            }
        }
    }

    /// <summary>Whoever asks the Disposition is searched for longer, and longer again once it has answered.</summary>
    private DateTimeOffset EndOf(InterpretingRequest row) => (row.HelpAnsweredAt ?? row.HelpAskedAt) is { } help
        ? Later(OwnEndOf(row), help + _policy.HelpWithin)
        : OwnEndOf(row);

    /// <summary>The interpreter of an appointment is waited for until its slot is over.</summary>
    private DateTimeOffset OwnEndOf(InterpretingRequest row) => row.Promised?.EndsAt ?? row.RequestedAt + _policy.UnservedAfter;

    private void Watch(Callback row)
    {
        if (row.IsOpen)
        {
            Set(Matter.Callback, row.Id.Value, row.ExpiresAt);
        }
        else
        {
            _until.Remove((Matter.Callback, row.Id.Value));
        }
    }

    private void Watch(Offer row)
    {
        if (row.State == OfferState.Open)
        {
            Set(Matter.Ringing, row.Id.Value, row.ExpiresAt);
        }
        else
        {
            _until.Remove((Matter.Ringing, row.Id.Value));
        }
    }

    private void Watch(Session? before, Session row, DateTimeOffset now)
    {
        if (row.State != SessionState.Active)
        {
            _until.Remove((Matter.Alone, row.Id.Value));
        }
        else if (before?.State != row.State || before.IsHeld != row.IsHeld)
        {
            if (before?.StartedAt is null)
            {
                SeeBoth(row.Id, now);
            }

            Set(Matter.Alone, row.Id.Value, UntilAlone(row, now));
        }
        else if (row.Check is { } check && before.Check != check)
        {
            // Asked late, it ends late.
            Set(Matter.Alone, row.Id.Value, now + (_policy.CheckEvery * (_policy.ChecksUntilEnd - check.Number + 1)));
        }

        if (!row.IsUnfinished)
        {
            _until.Remove((Matter.Session, row.Id.Value));
        }
        else if (before?.State != row.State)
        {
            Set(Matter.Session, row.Id.Value, now + Patience(row.State));
        }
    }

    /// <summary>A relief has its time to connect, its time to listen in, and after a break its time to connect once more.</summary>
    private void Watch(Stint? before, Stint row, DateTimeOffset now)
    {
        if (row.State != StintState.Joining)
        {
            _until.Remove((Matter.Overlap, row.Id.Value));
        }
        else if (before?.HandsOverAt != row.HandsOverAt || before is null)
        {
            Set(Matter.Overlap, row.Id.Value, row.HandsOverAt ?? (now + _policy.ConnectWithin));
        }

        if (before?.State == StintState.Joining && row.State == StintState.Interpreting)
        {
            var session = tables.Sessions[row.Session];
            Set(Matter.Session, row.Session.Value, now + Patience(session.State));
            _seen[(session.Id, Side.Interpreter)] = now;
            if (session is { State: SessionState.Active, Check: null })
            {
                Set(Matter.Alone, session.Id.Value, UntilAlone(session, now));
            }
        }
    }

    private void Watch(Presence row, DateTimeOffset now)
    {
        var id = row.Interpreter.Value;
        if (row is { State: PresenceState.WrapUp, WrapUpUntil: { } until })
        {
            Set(Matter.WrapUp, id, until);
        }
        else
        {
            _until.Remove((Matter.WrapUp, id));
        }

        // The grace ran out during a session: its end must find nobody on duty.
        var isOnDuty = row.State is not (PresenceState.Offline or PresenceState.InSession);
        if (isOnDuty && !tables.IsHere(row.Interpreter) && !_until.ContainsKey((Matter.InterpreterAway, id)))
        {
            Set(Matter.InterpreterAway, id, now);
        }
    }

    private TimeSpan Patience(SessionState state) => state switch
    {
        SessionState.Connecting => _policy.ConnectWithin,
        SessionState.Active => _policy.MediaSilence,
        _ => _policy.InterruptionGrace,
    };

    private void Set(Matter of, Guid id, DateTimeOffset until)
    {
        _until[(of, id)] = until;
        _order.Enqueue((of, id), until);
    }

    private bool IsActive(SessionId id) => tables.Sessions.GetValueOrDefault(id)?.State == SessionState.Active;

    private bool IsIn(SessionId id, Party by) =>
        tables.Sessions[id] is var session && (by == Party.Of(session.Requester) || by == Party.Of(session.Interpreter));

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
