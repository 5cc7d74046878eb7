using System.Collections.Concurrent;
using System.Collections.Immutable;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>
/// What is going on, as stored: written by the loop after each commit, read by anybody. Decisions never come from here.
/// </summary>
internal sealed class LiveBoard
{
    private readonly ConcurrentDictionary<RequestId, ImmutableArray<Offer>> _offers = new();
    private readonly ConcurrentDictionary<InterpreterId, RequestId> _ringing = new();
    private readonly ConcurrentDictionary<Party, SessionId> _sessionOf = new();
    private readonly ConcurrentDictionary<Party, bool> _connected = new();
    private StoredPolicy _policy = new(0, new DispatchPolicy());

    public ConcurrentDictionary<InterpreterId, Interpreter> Interpreters { get; } = new();

    public ConcurrentDictionary<InterpreterId, Presence> Presences { get; } = new();

    public ConcurrentDictionary<RequestId, RequestSituation> Requests { get; } = new();

    public ConcurrentDictionary<SessionId, SessionSituation> Sessions { get; } = new();

    /// <summary>The rules that the loop works by.</summary>
    public DispatchPolicy Policy => _policy.Policy;

    /// <summary>Of the latest decision that the board has taken.</summary>
    public long Revision { get; set; }

    public ImmutableArray<Offer> OpenOffersOf(RequestId request) => _offers.GetValueOrDefault(request, []);

    public RequestId? RingingFor(InterpreterId interpreter) => _ringing.TryGetValue(interpreter, out var request) ? request : null;

    public SessionSituation? SessionOf(Party who) =>
        _sessionOf.TryGetValue(who, out var id) ? Sessions.GetValueOrDefault(id) : null;

    /// <summary>Connected to any node, as the dispatcher was told.</summary>
    public bool IsConnected(Party who) => _connected.ContainsKey(who);

    public void Connect(Party who) => _connected[who] = true;

    public void Lose(Party who) => _connected.TryRemove(who, out _);

    /// <summary>Rules, unless newer ones are in force.</summary>
    public void Use(StoredPolicy stored) => _policy = stored.Version < _policy.Version ? _policy : stored;

    public void TakeConnected(IEnumerable<Party> all)
    {
        _connected.Clear();
        foreach (var who in all)
        {
            Connect(who);
        }
    }

    /// <summary>Everybody who waits, rings or talks.</summary>
    public IEnumerable<Party> Concerned() =>
        Requests.Values.Select(situation => Party.Of(situation.Request.Requester))
            .Concat(_ringing.Keys.Select(Party.Of))
            .Concat(Sessions.Values.SelectMany(situation => situation.Participants).Select(participant => participant.Who));

    public void Load(DispatchSnapshot snapshot)
    {
        foreach (var clear in new Action[] { _offers.Clear, _ringing.Clear, _sessionOf.Clear, Presences.Clear, Requests.Clear, Sessions.Clear, Interpreters.Clear })
        {
            clear();
        }

        snapshot.Interpreters.ToList().ForEach(Take);
        snapshot.Presences.ToList().ForEach(presence => Presences[presence.Interpreter] = presence);
        snapshot.Requests.Where(request => request.IsOpen).ToList().ForEach(Take);
        snapshot.Offers.Where(offer => offer.State == OfferState.Open).ToList().ForEach(Take);
        snapshot.Sessions.Where(session => session.IsUnfinished).ToList().ForEach(Take);
        snapshot.Guests.Where(guest => guest.IsUnfinished).OrderBy(guest => guest.Seat.Number).ToList().ForEach(Take);
        snapshot.Stints.OrderBy(stint => stint.Number).ToList().ForEach(Take);
        foreach (var relief in snapshot.Requests.Where(request => request.IsOpen || request.State == RequestState.Unserved).OrderBy(request => request.RequestedAt))
        {
            TakeRelief(new RequestSituation(relief, null, 0, 0, relief.RequestedAt));
        }
    }

    public void Take(Interpreter interpreter) => Interpreters[interpreter.Id] = interpreter;

    public void Take(RequestSituation situation) => Requests[situation.Request.Id] = situation;

    public void Take(Change change)
    {
        switch (change)
        {
            case Change.OfRequest request: Take(request.After); break;
            case Change.OfOffer offer: Take(offer.After); break;
            case Change.OfSession session: Take(session.After); break;
            case Change.OfGuest guest: Take(guest.After); break;
            case Change.OfStint stint: Take(stint.After); break;
            case Change.OfPresence presence: Presences[presence.After.Interpreter] = presence.After; break;
        }
    }

    /// <summary>Ended things go once everybody who is concerned has been told.</summary>
    public void Forget(Change change)
    {
        if (change is Change.OfRequest { After: { IsOpen: false } request })
        {
            Requests.TryRemove(request.Id, out _);
            _offers.TryRemove(request.Id, out _);
        }
        else if (change is Change.OfSession { After: { IsUnfinished: false } session })
        {
            Sessions.TryRemove(session.Id, out _);
            _sessionOf.TryRemove(new(Party.Of(session.Requester), session.Id));
            _sessionOf.TryRemove(new(Party.Of(session.Interpreter), session.Id));
        }
    }

    /// <summary>Null only for a session that ended before this process began.</summary>
    public SessionSituation? Situate(Session session) =>
        Sessions.TryGetValue(session.Id, out var known) ? known with { Session = session } : null;

    /// <summary>The session with the search for a relief as it has become.</summary>
    public SessionSituation? Situate(Session session, RequestSituation relief)
    {
        TakeRelief(relief);
        return Situate(session);
    }

    private void TakeRelief(RequestSituation relief)
    {
        if (relief.Request.ReliefFor is { } session && Sessions.TryGetValue(session, out var known))
        {
            var isWorthKnowing = relief.Request.IsOpen || relief.Request.State == RequestState.Unserved;
            Sessions[session] = known with { Relief = isWorthKnowing ? relief : null };
        }
    }

    private void Take(Stint stint)
    {
        var party = Party.Of(stint.Interpreter);
        if (Sessions.TryGetValue(stint.Session, out var known) && Interpreters.TryGetValue(stint.Interpreter, out var interpreter))
        {
            var others = known.Stints.Where(other => other.Stint.Id != stint.Id).Append(new StintSituation(stint, interpreter));
            Sessions[stint.Session] = known with { Stints = [.. others.OrderBy(one => one.Stint.Number)] };
        }

        if (stint.IsOpen)
        {
            _sessionOf[party] = stint.Session;
        }
        else
        {
            _sessionOf.TryRemove(new(party, stint.Session));
        }
    }

    // What is missing in a new one comes with the notice of the same decision.
    private void Take(InterpretingRequest request) =>
        Requests.AddOrUpdate(request.Id, new RequestSituation(request, null, 0, 0, request.RequestedAt), (_, known) => known with { Request = request });

    private void Take(Offer offer)
    {
        var others = OpenOffersOf(offer.Request).RemoveAll(other => other.Id == offer.Id);
        if (offer.State == OfferState.Open)
        {
            _offers[offer.Request] = others.Add(offer);
            _ringing[offer.Interpreter] = offer.Request;
            return;
        }

        if (others.IsEmpty)
        {
            _offers.TryRemove(offer.Request, out _);
        }
        else
        {
            _offers[offer.Request] = others;
        }

        _ringing.TryRemove(new(offer.Interpreter, offer.Request));
    }

    private void Take(Session session)
    {
        if (Requests.TryGetValue(session.Request, out var request) && Interpreters.TryGetValue(session.Interpreter, out var interpreter))
        {
            Sessions.AddOrUpdate(
                session.Id,
                new SessionSituation(session, request.Request, interpreter),
                (_, known) => known with { Session = session, Request = request.Request, Interpreter = interpreter });
            _sessionOf[Party.Of(session.Requester)] = session.Id;
            _sessionOf[Party.Of(session.Interpreter)] = session.Id;
        }
    }

    private void Take(Guest guest)
    {
        var party = Party.Of(guest.Id);
        if (Sessions.TryGetValue(guest.Session, out var known))
        {
            var others = known.Guests.Where(other => other.Id != guest.Id);
            Sessions[guest.Session] = known with { Guests = [.. guest.IsUnfinished ? others.Append(guest) : others] };
        }

        if (guest.State == GuestState.In)
        {
            _sessionOf[party] = guest.Session;
        }
        else
        {
            _sessionOf.TryRemove(party, out _);
        }
    }
}
