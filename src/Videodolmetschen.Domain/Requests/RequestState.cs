namespace Videodolmetschen.Domain.Requests;

public enum RequestState
{
    Waiting,
    Offered,
    Assigned,
    Fulfilled,
    Cancelled,
    Unserved,
}

public enum RequestEvent
{
    /// <summary>The first offer of a wave opened.</summary>
    Offer,
    /// <summary>No offer is open any more.</summary>
    OffersGone,
    Accept,
    /// <summary>The session never connected: back to the old place.</summary>
    ConnectFail,
    Fulfil,
    Cancel,
    GiveUp,
}

/// <summary>The one transition table of a request.</summary>
public static class RequestTransitions
{
    /// <summary>The state after the event, or null where the event is illegal.</summary>
    public static RequestState? Next(RequestState state, RequestEvent happened) => (state, happened) switch
    {
        (RequestState.Waiting, RequestEvent.Offer) => RequestState.Offered,
        (RequestState.Waiting, RequestEvent.Cancel) => RequestState.Cancelled,
        (RequestState.Waiting, RequestEvent.GiveUp) => RequestState.Unserved,
        (RequestState.Offered, RequestEvent.OffersGone) => RequestState.Waiting,
        (RequestState.Offered, RequestEvent.Accept) => RequestState.Assigned,
        (RequestState.Offered, RequestEvent.Cancel) => RequestState.Cancelled,
        (RequestState.Offered, RequestEvent.GiveUp) => RequestState.Unserved,
        (RequestState.Assigned, RequestEvent.ConnectFail) => RequestState.Waiting,
        (RequestState.Assigned, RequestEvent.Fulfil) => RequestState.Fulfilled,
        (RequestState.Assigned, RequestEvent.Cancel) => RequestState.Cancelled,
        _ => null,
    };
}
