using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>Telling those who did not want to wait that somebody is free. Each look goes over all of them, but asks who only where anybody is free.</content>
public sealed partial class Dispatcher
{
    private readonly Dictionary<CallbackId, LiveCallback> _callbacks = [];
    private readonly Dictionary<LiveInterpreter, LiveCallback> _promised = [];
    private readonly List<LiveCallback> _inLine = [];
    private bool _mayCallBack;

    private DispatchReply AskCallback(DispatchCommand.AskCallback command)
    {
        var before = CallbackOf(command.Request.Requester);
        if (before?.Row.Wanted.Id == command.Request.Id)
        {
            return new DispatchReply.CallbackIs(before.Row);
        }

        var request = _requests.GetValueOrDefault(command.Request.Id);
        if ((request?.Row ?? command.Request).State is RequestState.Assigned or RequestState.Fulfilled)
        {
            return Refuse(ErrorCode.CallbackNotNeeded);
        }

        if (request is { IsSearching: true })
        {
            GiveUp(request, CauseAfterWaiting(request, ringing: false));
        }

        if (before is not null)
        {
            End(before, CallbackEvent.Cancel, before.Row);
        }

        return Open(new Callback
        {
            Id = new CallbackId(_newId()),
            Wanted = (request?.Row ?? command.Request) with { Promised = null },
            DeclinedBy = [.. request?.Declined ?? []],
            AskedAt = _now,
            ExpiresAt = Earlier(_now + _policy.CallbackFor, BerlinTime.BeginOf(BerlinTime.DayOf(_now).AddDays(1))),
        });
    }

    private DispatchReply.CallbackIs Open(Callback row)
    {
        var callback = Remember(row);
        _draft.Write((Callback?)null, row);
        CallBack();
        if (callback.Row.State == CallbackState.Open)
        {
            _draft.Tell(new Notice.CallbackChanged(callback.Row));
        }

        return new DispatchReply.CallbackIs(callback.Row);
    }

    private DispatchReply TakeCallback(DispatchCommand.TakeCallback command)
    {
        if (_latest.TryGetValue(command.By, out var latest) && latest.Row.Key == command.Key)
        {
            return Stands(latest);
        }

        if (Find(command.Callback, command.By) is not { } callback)
        {
            return Refuse(ErrorCode.CallbackNotFound);
        }

        if (callback.Row.State != CallbackState.Ready)
        {
            return Refuse(ErrorCode.CallbackNotReady);
        }

        if (latest is { Row.IsOpen: true })
        {
            return Refuse(ErrorCode.RequestUnfinished);
        }

        var request = Remember(Again(callback.Row.Wanted, command.Key));
        _draft.Write((InterpretingRequest?)null, request.Row);
        End(callback, CallbackEvent.Take, callback.Row with { TakenAs = request.Row.Id });
        Touch(request);
        Search(request);
        return Stands(request);
    }

    private InterpretingRequest Again(InterpretingRequest wanted, Guid key) => wanted with
    {
        Id = new RequestId(_newId()),
        Key = key,
        RequestedAt = _now,
        PlaceSince = wanted.Place,
        Wishes = WithoutTheAbsent(wanted.Wishes),
        State = RequestState.Waiting,
        CancelledBy = null,
        UnservedBecause = null,
        EndedAt = null,
        HelpAskedAt = null,
        HelpAnsweredAt = null,
        HelpAnsweredBy = null,
    };

    private DispatchReply CancelCallback(DispatchCommand.CancelCallback command)
    {
        if (Find(command.Callback, command.By) is not { } callback)
        {
            return Refuse(ErrorCode.CallbackNotFound);
        }

        End(callback, CallbackEvent.Cancel, callback.Row);
        return new DispatchReply.CallbackIs(callback.Row);
    }

    /// <summary>Something has happened by which somebody may be free and not needed.</summary>
    private void LookAtCallbacks() => _mayCallBack = _callbacks.Count > 0;

    /// <summary>The first in line of those who are here, for each who is free and whom no live request needs.</summary>
    private void CallBack()
    {
        if (_callbacks.Count == 0 || !(_mayCallBack || _roster.TakeFreed()))
        {
            return;
        }

        _mayCallBack = false;
        foreach (var callback in _callbacks.Values)
        {
            if (callback.Row.State == CallbackState.Open && WaitsHere(callback.Row.Wanted.Requester) && _roster.IsAnyFreeAtDesksOf(callback.Row.Wanted))
            {
                _inLine.Add(callback);
            }
        }

        _inLine.Sort((one, other) => one.Row.Wanted.Place.CompareTo(other.Row.Wanted.Place));
        foreach (var callback in _inLine)
        {
            if (_roster.FirstFree(callback.Row.Wanted, one => MayCallBack(one, callback.Row)) is { } free)
            {
                callback.For = free;
                _promised[free] = callback;
                var until = Earlier(callback.Row.ExpiresAt, _now + _policy.CallbackReadyFor);
                Move(callback, CallbackEvent.FindFree, callback.Row with { ReadyAt = _now, ExpiresAt = until });
                _deadlines.Set(callback.Expiry, until);
            }
        }

        _inLine.Clear();
    }

    private bool WaitsHere(UserId requester) =>
        _requestersHere.Contains(requester) && _latest.GetValueOrDefault(requester) is not { Row.IsOpen: true };

    private bool MayCallBack(LiveInterpreter free, Callback callback) =>
        !_promised.ContainsKey(free) && !callback.DeclinedBy.Contains(free.Id) && !IsNeeded(free);

    private static bool IsNeeded(LiveInterpreter interpreter) =>
        interpreter.Seats.Exists(seat => IsNeeded(interpreter, seat.Desk.Queue) || IsNeeded(interpreter, seat.Desk.Related));

    private static bool IsNeeded(LiveInterpreter interpreter, RequestQueue queue)
    {
        for (var i = 0; i < queue.Count; i++)
        {
            if (!queue[i].HasDeclined(interpreter.Id) && Eligibility.Lasting(interpreter, queue[i].Row) == Obstacles.None)
            {
                return true;
            }
        }

        return false;
    }

    private LiveCallback Remember(Callback row)
    {
        LiveCallback? callback = null;
        callback = new LiveCallback(row) { Expiry = new Alarm(() => End(callback!, CallbackEvent.Expire, callback!.Row)) };
        _callbacks.Add(row.Id, callback);
        _deadlines.Set(callback.Expiry, row.ExpiresAt);
        LookAtCallbacks();
        return callback;
    }

    /// <summary>The conversation took place: nobody needs to be called back for that language any more.</summary>
    private void CancelCallbackAfter(InterpretingRequest served)
    {
        if (CallbackOf(served.Requester) is { } callback && callback.Row.Wanted.Language == served.Language)
        {
            End(callback, CallbackEvent.Cancel, callback.Row);
        }
    }

    private void End(LiveCallback callback, CallbackEvent happened, Callback row)
    {
        Move(callback, happened, row with { EndedAt = _now });
        _deadlines.Set(callback.Expiry, null);
        _callbacks.Remove(row.Id);
        if (callback.For is { } promised)
        {
            _promised.Remove(promised);
            LookAtCallbacks();
        }
    }

    private void Move(LiveCallback callback, CallbackEvent happened, Callback row)
    {
        var state = CallbackTransitions.Next(row.State, happened) ?? throw Broken(row.State, happened);
        var after = row with { State = state };
        _draft.Write(callback.Row, after);
        callback.Row = after;
        _draft.Tell(new Notice.CallbackChanged(after));
    }

    private LiveCallback? CallbackOf(UserId requester) =>
        _callbacks.Count == 0 ? null : _callbacks.Values.FirstOrDefault(one => one.Row.Requester == requester);

    private LiveCallback? Find(CallbackId id, UserId by) =>
        _callbacks.TryGetValue(id, out var callback) && callback.Row.Requester == by ? callback : null;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private sealed class LiveCallback(Callback row)
    {
        public Callback Row { get; set; } = row;

        public required Alarm Expiry { get; init; }

        /// <summary>Whose being free was told; nobody else is told of the same one.</summary>
        public LiveInterpreter? For { get; set; }
    }
}
