using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// The rows as a database would hold them after every change told so far, and who is connected, which no database holds.
/// The lists beside them are found again for every row, so that a check costs what has changed, not what there is.
/// </summary>
internal sealed class Tables
{
    private static readonly List<Offer> NoOffers = [];
    private static readonly List<Session> NoSessions = [];
    private static readonly List<Guest> NoGuests = [];
    private static readonly List<Stint> NoStints = [];
    private readonly Dictionary<InterpreterId, List<Offer>> _ringing = [];
    private readonly Dictionary<RequestId, List<Offer>> _offers = [];
    private readonly Dictionary<InterpreterId, List<Stint>> _sitting = [];
    private readonly Dictionary<SessionId, List<Stint>> _stints = [];
    private readonly Dictionary<SessionId, Session> _unfinished = [];
    private readonly Dictionary<SessionId, InterpretingRequest> _reliefs = [];
    private readonly Dictionary<RequestId, List<Session>> _sessions = [];
    private readonly Dictionary<SessionId, List<Guest>> _guests = [];
    private readonly Dictionary<RequestId, InterpretingRequest> _open = [];
    private readonly Dictionary<LanguageCode, TableDesk> _desks = [];
    private readonly HashSet<InterpreterId> _here = [];

    public Dictionary<InterpreterId, Interpreter> Interpreters { get; } = [];

    public Dictionary<RequestId, InterpretingRequest> Requests { get; } = [];

    public Dictionary<OfferId, Offer> Offers { get; } = [];

    public Dictionary<SessionId, Session> Sessions { get; } = [];

    public Dictionary<GuestId, Guest> Guests { get; } = [];

    public Dictionary<StintId, Stint> Stints { get; } = [];

    public Dictionary<InterpreterId, Presence> Presences { get; } = [];

    public Dictionary<CallbackId, Callback> Callbacks { get; } = [];

    public IReadOnlyDictionary<LanguageCode, TableDesk> Desks => _desks;

    public IReadOnlyCollection<InterpretingRequest> OpenRequests => _open.Values;

    public IEnumerable<Session> UnfinishedSessions => _unfinished.Values;

    public IEnumerable<Stint> Joining => Stints.Values.Where(stint => stint.State == StintState.Joining);

    public IEnumerable<Offer> OpenOffers => _ringing.Values.SelectMany(rows => rows);

    public List<Offer> RingingAt(InterpreterId interpreter) => _ringing.GetValueOrDefault(interpreter, NoOffers);

    /// <summary>All offers ever made for it.</summary>
    public List<Offer> OffersFor(RequestId request) => _offers.GetValueOrDefault(request, NoOffers);

    /// <summary>Where somebody interprets, or is about to.</summary>
    public List<Stint> SittingIn(InterpreterId interpreter) => _sitting.GetValueOrDefault(interpreter, NoStints);

    /// <summary>All stints of a session, ever.</summary>
    public List<Stint> StintsOf(SessionId session) => _stints.GetValueOrDefault(session, NoStints);

    /// <summary>The latest search for a relief.</summary>
    public InterpretingRequest? ReliefOf(SessionId session) => _reliefs.GetValueOrDefault(session);

    public List<Session> SessionsFor(RequestId request) => _sessions.GetValueOrDefault(request, NoSessions);

    /// <summary>All who were ever invited to it.</summary>
    public List<Guest> GuestsOf(SessionId session) => _guests.GetValueOrDefault(session, NoGuests);

    public TableDesk Desk(LanguageCode language)
    {
        if (!_desks.TryGetValue(language, out var desk))
        {
            _desks.Add(language, desk = new TableDesk());
        }

        return desk;
    }

    public void Put(InterpretingRequest row)
    {
        Requests[row.Id] = row;
        if (row.ReliefFor is { } relieved)
        {
            _reliefs[relieved] = row;
        }

        if (row.IsOpen)
        {
            _open[row.Id] = row;
        }
        else
        {
            _open.Remove(row.Id);
        }

        foreach (var language in (row.RelatedAllowed ? row.RelatedLanguages : []).Append(row.Language))
        {
            var desk = Desk(language);
            if (row.State is RequestState.Waiting or RequestState.Offered)
            {
                desk.Searching[row.Id] = row;
                if (row.Promised is not null)
                {
                    desk.Promised[row.Id] = row;
                }
            }
            else
            {
                desk.Searching.Remove(row.Id);
                desk.Promised.Remove(row.Id);
            }
        }
    }

    public void Put(Offer row)
    {
        Offers[row.Id] = row;
        Keep(_ringing, row.Interpreter, row, one => one.Id == row.Id, row.State == OfferState.Open);
        Keep(_offers, row.Request, row, one => one.Id == row.Id, true);
        Sort(row.Interpreter);
    }

    public void Put(Session row)
    {
        Sessions[row.Id] = row;
        Keep(_sessions, row.Request, row, one => one.Id == row.Id, true);
        if (row.IsUnfinished)
        {
            _unfinished[row.Id] = row;
        }
        else
        {
            _unfinished.Remove(row.Id);
        }
    }

    public void Put(Stint row)
    {
        Stints[row.Id] = row;
        Keep(_sitting, row.Interpreter, row, one => one.Id == row.Id, row.IsOpen);
        Keep(_stints, row.Session, row, one => one.Id == row.Id, true);
    }

    public void Put(Guest row)
    {
        Guests[row.Id] = row;
        Keep(_guests, row.Session, row, one => one.Id == row.Id, true);
    }

    public void Put(Presence row)
    {
        Presences[row.Interpreter] = row;
        Sort(row.Interpreter);
    }

    public void Put(Interpreter row)
    {
        if (Interpreters.TryGetValue(row.Id, out var before))
        {
            foreach (var spoken in before.Languages)
            {
                Desk(spoken.Language).Leave(before);
            }
        }

        Interpreters[row.Id] = row;
        Sort(row.Id);
    }

    public bool IsHere(InterpreterId interpreter) => _here.Contains(interpreter);

    /// <summary>True when that is news.</summary>
    public bool Come(InterpreterId interpreter)
    {
        var isNews = _here.Add(interpreter);
        Sort(interpreter);
        return isNews;
    }

    /// <inheritdoc cref="Come"/>
    public bool Go(InterpreterId interpreter)
    {
        var isNews = _here.Remove(interpreter);
        Sort(interpreter);
        return isNews;
    }

    public DispatchSnapshot Snapshot(DateTimeOffset rememberedSince)
    {
        var known = Requests.Values.Where(request => request.IsOpen || request.EndedAt > rememberedSince).ToList();
        List<Session> sessions = [.. known.SelectMany(request => SessionsFor(request.Id))];
        return new DispatchSnapshot(
            [.. Interpreters.Values],
            [.. Presences.Values],
            known,
            [.. known.SelectMany(request => OffersFor(request.Id))],
            sessions)
        {
            Guests = [.. sessions.SelectMany(session => GuestsOf(session.Id))],
            Callbacks = [.. Callbacks.Values.Where(callback => callback.IsOpen)],
            Stints = [.. sessions.SelectMany(session => StintsOf(session.Id))],
        };
    }

    private void Sort(InterpreterId id)
    {
        if (!Interpreters.TryGetValue(id, out var interpreter))
        {
            return;
        }

        var presence = Presences.GetValueOrDefault(id);
        var state = presence?.State;
        var onDuty = state is PresenceState.Available or PresenceState.InSession or PresenceState.WrapUp;
        var free = state == PresenceState.Available && IsHere(id) && RingingAt(id).Count == 0;
        var rests = presence is { State: PresenceState.Paused, PausedBecause: PausedBecause.OwnWish } && interpreter.Reach != EmergencyReach.Never
            || presence is { State: PresenceState.Paused, PausedBecause: PausedBecause.Break } && interpreter.Reach == EmergencyReach.AlsoInBreaks;
        for (var i = 0; i < interpreter.Languages.Count; i++)
        {
            if (interpreter.Languages[i].BothWays)
            {
                Desk(interpreter.Languages[i].Language).Seat(interpreter, onDuty, free, rests);
            }
        }
    }

    private static void Keep<TKey, TRow>(Dictionary<TKey, List<TRow>> lists, TKey key, TRow row, Predicate<TRow> isSame, bool stays)
        where TKey : notnull
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists.Add(key, list = []);
        }

        var at = list.FindIndex(isSame);
        if (at >= 0 && stays)
        {
            list[at] = row;
        }
        else if (at >= 0)
        {
            list.RemoveAt(at);
        }
        else if (stays)
        {
            list.Add(row);
        }
    }
}

/// <summary>Who searches in a language, and who could come.</summary>
internal sealed class TableDesk
{
    public Dictionary<RequestId, InterpretingRequest> Searching { get; } = [];

    /// <summary>Those of them that wait for the interpreter of an appointment.</summary>
    public Dictionary<RequestId, InterpretingRequest> Promised { get; } = [];

    public Dictionary<InterpreterId, Interpreter> OnDuty { get; } = [];

    /// <summary>Available, connected and not ringing.</summary>
    public Dictionary<InterpreterId, Interpreter> Free { get; } = [];

    /// <summary>Paused, but to be rung for emergencies.</summary>
    public Dictionary<InterpreterId, Interpreter> Resting { get; } = [];

    public void Seat(Interpreter interpreter, bool onDuty, bool free, bool rests)
    {
        Put(Resting, interpreter, rests);
        Put(OnDuty, interpreter, onDuty);
        Put(Free, interpreter, free);
    }

    public void Leave(Interpreter interpreter) => Seat(interpreter, false, false, false);

    private static void Put(Dictionary<InterpreterId, Interpreter> list, Interpreter interpreter, bool isIn)
    {
        if (isIn)
        {
            list[interpreter.Id] = interpreter;
        }
        else
        {
            list.Remove(interpreter.Id);
        }
    }
}
