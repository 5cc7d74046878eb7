using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>
/// Appointments that have become calls. Their interpreter was found long ago: the requester's coming rings that one alone, in no line and
/// without waves, until somebody accepts or the slot is over. From the accept on it is a session like any other.
/// </content>
public sealed partial class Dispatcher
{
    private void AwaitPromise(LiveRequest request)
    {
        if (request.Row.Promised is { } promised && request.Row.IsOpen && _roster.Find(promised.Interpreter) is { } interpreter)
        {
            interpreter.Promises.Add(request);
        }
    }

    private void ForgetPromise(LiveRequest request)
    {
        if (request.Row.Promised is { } promised)
        {
            _roster.Find(promised.Interpreter)?.Promises.Remove(request);
        }
    }

    private void RingPromised(LiveRequest request)
    {
        if (request.IsSearching && request.Ringing.Count == 0 && _roster.Find(request.Row.Promised!.Interpreter) is { } interpreter)
        {
            KeepPromise(interpreter);
        }
    }

    /// <returns>Whether a promise rings now: then nothing else may.</returns>
    private bool KeepPromise(LiveInterpreter interpreter)
    {
        // Asked at every match, and nearly nobody has promised anything.
        if (interpreter.Promises.Count == 0 || !interpreter.MayKeepPromise || interpreter.Promises.Find(one => MayRing(one, interpreter)) is not { } request)
        {
            return false;
        }

        Ring(request, new Candidate(interpreter, CandidateRanking.Reasons(request.Row, interpreter)), wave: 1, rank: 1);
        SettleRinging(request);
        return true;
    }

    private bool MayRing(LiveRequest request, LiveInterpreter interpreter) =>
        request.IsSearching && _now < request.UnservedAt && Eligibility.Lasting(interpreter, request.Row) == Obstacles.None;

    private void KeepReserved(LiveInterpreter interpreter)
    {
        var reserved = interpreter.Row.Reserved;
        interpreter.IsReserved = reserved.Any(time => time.Covers(_now));
        DateTimeOffset? next = null;
        foreach (var time in reserved)
        {
            next = time.From > _now ? Sooner(time.From, next) : time.Until > _now ? Sooner(time.Until, next) : next;
        }

        _hours.Set(interpreter.Reservation, interpreter.Presence.State == PresenceState.Offline ? null : next);
    }

    private void TurnReserved(LiveInterpreter interpreter)
    {
        KeepReserved(interpreter);
        _roster.Refresh(interpreter);
        Match(interpreter);
    }
}
