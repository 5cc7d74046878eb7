namespace Videodolmetschen.Domain.Requests;

/// <summary>
/// A requester who found nobody wants to hear when somebody is free (Rückruf). Ready means: somebody is, and one tap asks anew with
/// the same needs and the old place in line.
/// </summary>
public sealed record Callback
{
    public required CallbackId Id { get; init; }

    /// <summary>The request that it stands for, with its needs and its place.</summary>
    public required InterpretingRequest Wanted { get; init; }

    /// <summary>Those who declined it: that they are free is no news.</summary>
    public IReadOnlyList<InterpreterId> DeclinedBy { get; init; } = [];

    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>Lapses then; sooner once it is ready.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    public CallbackState State { get; init; } = CallbackState.Open;

    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>The request that came of it.</summary>
    public RequestId? TakenAs { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public UserId Requester => Wanted.Requester;

    public bool IsOpen => State is CallbackState.Open or CallbackState.Ready;
}

public enum CallbackState
{
    Open,
    /// <summary>Somebody is free: the requester has been told.</summary>
    Ready,
    Taken,
    Expired,
    Cancelled,
}

public enum CallbackEvent
{
    /// <summary>Somebody is free whom no live request needs.</summary>
    FindFree,
    Take,
    /// <summary>Nobody was free until the end of the day, or the requester did not answer in time.</summary>
    Expire,
    /// <summary>By the requester, or by an interpreted conversation that came otherwise.</summary>
    Cancel,
}

/// <summary>The one transition table of a callback.</summary>
public static class CallbackTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static CallbackState? Next(CallbackState state, CallbackEvent happened) => (state, happened) switch
    {
        (CallbackState.Open, CallbackEvent.FindFree) => CallbackState.Ready,
        (CallbackState.Open, CallbackEvent.Expire) => CallbackState.Expired,
        (CallbackState.Open, CallbackEvent.Cancel) => CallbackState.Cancelled,
        (CallbackState.Ready, CallbackEvent.Take) => CallbackState.Taken,
        (CallbackState.Ready, CallbackEvent.Expire) => CallbackState.Expired,
        (CallbackState.Ready, CallbackEvent.Cancel) => CallbackState.Cancelled,
        _ => null,
    };
}
