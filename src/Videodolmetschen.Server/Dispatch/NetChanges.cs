using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>What a batch comes to: each thing once, from what the tables hold to what they shall hold.</summary>
internal sealed class NetChanges
{
    public NetChanges(IReadOnlyList<Change> changes)
    {
        foreach (var change in changes)
        {
            Take(change);
        }
    }

    public Net<RequestId, InterpretingRequest> Requests { get; } = new();

    public Net<OfferId, Offer> Offers { get; } = new();

    public Net<SessionId, Session> Sessions { get; } = new();

    public Net<GuestId, Guest> Guests { get; } = new();

    public Net<CallbackId, Callback> Callbacks { get; } = new();

    public Net<StintId, Stint> Stints { get; } = new();

    public Net<InterpreterId, Presence> Presences { get; } = new();

    private void Take(Change change)
    {
        switch (change)
        {
            case Change.OfRequest request: Requests.Take(request.After.Id, request.Before, request.After); break;
            case Change.OfOffer offer: Offers.Take(offer.After.Id, offer.Before, offer.After); break;
            case Change.OfSession session: Sessions.Take(session.After.Id, session.Before, session.After); break;
            case Change.OfGuest guest: Guests.Take(guest.After.Id, guest.Before, guest.After); break;
            case Change.OfCallback callback: Callbacks.Take(callback.After.Id, callback.Before, callback.After); break;
            case Change.OfStint stint: Stints.Take(stint.After.Id, stint.Before, stint.After); break;
            case Change.OfPresence presence: Presences.Take(presence.After.Interpreter, presence.Before, presence.After); break;
            default: throw new InvalidOperationException($"No table for {change.GetType().Name}.");
        }
    }
}

/// <summary>One kind of thing.</summary>
internal sealed class Net<TId, T>
    where TId : notnull
    where T : class
{
    private readonly Dictionary<TId, (T? Before, T After)> _things = [];

    public IEnumerable<T> New => _things.Values.Where(thing => thing.Before is null).Select(thing => thing.After);

    public IEnumerable<(T Before, T After)> Changed => _things.Values.Where(thing => thing.Before is not null).Select(thing => (thing.Before!, thing.After));

    public void Take(TId id, T? before, T after) =>
        _things[id] = (_things.TryGetValue(id, out var known) ? known.Before : before, after);
}
