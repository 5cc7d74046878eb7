using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>The rows as a database would hold them after every change told so far.</summary>
internal sealed class Tables
{
    public Dictionary<InterpreterId, Interpreter> Interpreters { get; } = [];

    public Dictionary<RequestId, InterpretingRequest> Requests { get; } = [];

    public Dictionary<OfferId, Offer> Offers { get; } = [];

    public Dictionary<SessionId, Session> Sessions { get; } = [];

    public Dictionary<InterpreterId, Presence> Presences { get; } = [];

    public DispatchSnapshot Snapshot()
    {
        var open = Requests.Values.Where(request => request.IsOpen).ToDictionary(request => request.Id);
        return new DispatchSnapshot(
            [.. Interpreters.Values],
            [.. Presences.Values],
            [.. open.Values],
            [.. Offers.Values.Where(offer => open.ContainsKey(offer.Request))],
            [.. Sessions.Values.Where(session => session.IsUnfinished)]);
    }
}
