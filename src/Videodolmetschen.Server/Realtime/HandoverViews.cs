using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>What a browser sees of a handover.</summary>
internal static class HandoverViews
{
    public static HandoverView? Of(SessionSituation situation)
    {
        if (situation.Relief is not { } search || !situation.Session.IsUnfinished)
        {
            return null;
        }

        var joining = situation.Stints.LastOrDefault(one => one.Stint.State == StintState.Joining);
        return new HandoverView
        {
            State = StateOf(search.Request, joining?.Stint),
            Ringing = search.Ringing,
            Seat = joining?.Stint.Seat,
            InterpreterNumber = joining?.Interpreter.Number,
            InterpreterName = joining?.Interpreter.DisplayName,
            HandsOverAt = joining?.Stint.HandsOverAt,
        };
    }

    private static HandoverState StateOf(InterpretingRequest search, Stint? joining) => (search.State, joining) switch
    {
        (RequestState.Unserved, _) => HandoverState.NotFound,
        (_, null) => HandoverState.Searching,
        (_, { HandsOverAt: null }) => HandoverState.Joining,
        _ => HandoverState.Overlapping,
    };
}
