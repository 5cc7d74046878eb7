namespace Videodolmetschen.Domain.Interpreters;

public enum PresenceEvent
{
    /// <summary>Takes offers: by own choice, or because a wrap-up is over.</summary>
    ComeAvailable,
    /// <summary>Takes none for now: by own choice, for a break, or after missed offers.</summary>
    Pause,
    /// <summary>Ends duty.</summary>
    Leave,
    BeginSession,
    EndSession,
    /// <summary>No connection for longer than the grace.</summary>
    LoseConnection,
}

/// <summary>The one transition table of a presence.</summary>
public static class PresenceTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static PresenceState? Next(PresenceState state, PresenceEvent happened) => (state, happened) switch
    {
        (PresenceState.Offline, PresenceEvent.ComeAvailable) => PresenceState.Available,
        (PresenceState.Offline, PresenceEvent.Pause) => PresenceState.Paused,
        (PresenceState.Available, PresenceEvent.Pause) => PresenceState.Paused,
        (PresenceState.Available, PresenceEvent.Leave) => PresenceState.Offline,
        (PresenceState.Available, PresenceEvent.BeginSession) => PresenceState.InSession,
        (PresenceState.Available, PresenceEvent.LoseConnection) => PresenceState.Offline,
        (PresenceState.InSession, PresenceEvent.EndSession) => PresenceState.WrapUp,
        (PresenceState.WrapUp, PresenceEvent.ComeAvailable) => PresenceState.Available,
        (PresenceState.WrapUp, PresenceEvent.Pause) => PresenceState.Paused,
        (PresenceState.WrapUp, PresenceEvent.Leave) => PresenceState.Offline,
        (PresenceState.WrapUp, PresenceEvent.LoseConnection) => PresenceState.Offline,
        (PresenceState.Paused, PresenceEvent.ComeAvailable) => PresenceState.Available,
        // An emergency may ring where its interpreter said so.
        (PresenceState.Paused, PresenceEvent.BeginSession) => PresenceState.InSession,
        (PresenceState.Paused, PresenceEvent.Leave) => PresenceState.Offline,
        (PresenceState.Paused, PresenceEvent.LoseConnection) => PresenceState.Offline,
        _ => null,
    };
}
