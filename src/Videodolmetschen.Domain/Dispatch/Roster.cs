using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>All interpreters, seated at the desks of their languages, and how many could take a request.</summary>
internal sealed partial class Roster
{
    private readonly Dictionary<InterpreterId, LiveInterpreter> _interpreters = [];
    private readonly Dictionary<LanguageCode, LanguageDesk> _desks = [];
    private readonly Dictionary<CustomerId, HashSet<LiveInterpreter>> _blockedFor = [];
    private readonly Stack<LanguageDesk> _doubtful = [];
    private int _mostBlocked;
    private bool _freed;
    private DateOnly _day;

    public IEnumerable<LiveInterpreter> Interpreters => _interpreters.Values;

    /// <summary>Those who can be rung for emergencies only.</summary>
    public HashSet<LiveInterpreter> OnCall { get; } = [];

    public IEnumerable<LanguageDesk> Desks => _desks.Values;

    public LiveInterpreter? Find(InterpreterId id) => _interpreters.GetValueOrDefault(id);

    public LanguageDesk Desk(LanguageCode language)
    {
        if (!_desks.TryGetValue(language, out var desk))
        {
            desk = new LanguageDesk(language);
            _desks.Add(language, desk);
        }

        return desk;
    }

    public void Add(LiveInterpreter interpreter)
    {
        _interpreters.Add(interpreter.Id, interpreter);
        Seat(interpreter);
    }

    /// <summary>What an interpreter brings has changed.</summary>
    public void Replace(LiveInterpreter interpreter, Interpreter row)
    {
        interpreter.SecondsSince = 0;
        var sameConflicts = interpreter.Row.BlockedCustomers.SetEquals(row.BlockedCustomers);
        Reseat(interpreter, row, seat => !sameConflicts || !interpreter.Seats.Contains(seat));
    }

    /// <summary>Another day: oaths and obligations may have run out. On Mondays everybody's minutes begin anew.</summary>
    public void TurnDay(DateOnly day)
    {
        var sameWeek = BerlinTime.MondayOf(day) == BerlinTime.MondayOf(_day);
        _day = day;
        foreach (var interpreter in _interpreters.Values)
        {
            var row = sameWeek ? interpreter.Row : interpreter.Row with { OfferedMinutesThisWeek = 0 };
            interpreter.SecondsSince = sameWeek ? interpreter.SecondsSince : 0;
            Reseat(interpreter, row, seat => !interpreter.Seats.Contains(seat));
        }
    }

    /// <summary>Brings the counts and the free lists in line with what the interpreter is doing.</summary>
    public void Refresh(LiveInterpreter interpreter)
    {
        if (interpreter.SeatedOnDuty != interpreter.IsOnDuty)
        {
            interpreter.SeatedOnDuty = interpreter.IsOnDuty;
            foreach (var (desk, group) in interpreter.Seats)
            {
                group.OnDuty += interpreter.SeatedOnDuty ? 1 : -1;
                if (!interpreter.SeatedOnDuty && (desk.Queue.Named > 0 || desk.Related.Count > 0 || group.OnDuty <= desk.MostDeclined + _mostBlocked))
                {
                    Doubt(desk);
                }
            }
        }

        if (interpreter.IsOnCall ? OnCall.Add(interpreter) : OnCall.Remove(interpreter))
        {
            interpreter.Seats.ForEach(seat => Doubt(seat.Desk));
        }

        if (interpreter.SeatedFree != interpreter.IsFree)
        {
            SeatFree(interpreter, interpreter.IsFree);
        }
    }

    /// <summary>A desk whose waiting requests may have lost their last hope; null when there is none left.</summary>
    public LanguageDesk? TakeDoubtful()
    {
        if (!_doubtful.TryPop(out var desk))
        {
            return null;
        }

        desk.HopeDoubtful = false;
        return desk;
    }

    /// <summary>Whether anybody has become free since the last question.</summary>
    public bool TakeFreed()
    {
        var freed = _freed;
        _freed = false;
        return freed;
    }

    /// <summary>Whether anybody at all is free at the desks where it could be served.</summary>
    public bool IsAnyFreeAtDesksOf(InterpretingRequest request)
    {
        var any = Desk(request.Language).Free > 0;
        for (var i = 0; !any && request.RelatedAllowed && i < request.RelatedLanguages.Count; i++)
        {
            any = Desk(request.RelatedLanguages[i]).Free > 0;
        }

        return any;
    }

    /// <summary>The first who is free and could take it now, whatever live requests want; the language itself goes before related ones.</summary>
    public LiveInterpreter? FirstFree(InterpretingRequest request, Predicate<LiveInterpreter> may)
    {
        var first = FirstFree(Desk(request.Language), request, may);
        for (var i = 0; first is null && request.RelatedAllowed && i < request.RelatedLanguages.Count; i++)
        {
            first = FirstFree(Desk(request.RelatedLanguages[i]), request, may);
        }

        return first;
    }

    /// <summary>After a take-over: declared hours may have ended while nobody looked.</summary>
    public void DoubtAll()
    {
        foreach (var desk in _desks.Values)
        {
            Doubt(desk);
        }
    }

    private void Doubt(LanguageDesk desk)
    {
        if (!desk.HopeDoubtful && desk.AnyWaits)
        {
            desk.HopeDoubtful = true;
            _doubtful.Push(desk);
        }
    }

    private static LiveInterpreter? FirstFree(LanguageDesk desk, InterpretingRequest request, Predicate<LiveInterpreter> may)
    {
        for (var i = 0; desk.Free > 0 && i < desk.Groups.Count; i++)
        {
            var group = desk.Groups[i];
            if (group.Free.Count == 0 || Eligibility.OfProfile(group.Profile, request) != Obstacles.None)
            {
                continue;
            }

            foreach (var one in group.Free)
            {
                if (Eligibility.Lasting(one, request) == Obstacles.None && may(one))
                {
                    return one;
                }
            }
        }

        return null;
    }

    private void Seat(LiveInterpreter interpreter)
    {
        foreach (var spoken in interpreter.Row.Languages.Where(spoken => spoken.BothWays))
        {
            var desk = Desk(spoken.Language);
            var group = desk.GroupFor(Profile.Of(interpreter.Row, spoken, _day));
            group.Members.Add(interpreter);
            interpreter.Seats.Add(new LiveInterpreter.Seat(desk, group));
        }

        foreach (var customer in interpreter.Row.BlockedCustomers)
        {
            if (!_blockedFor.TryGetValue(customer, out var blocked))
            {
                _blockedFor.Add(customer, blocked = []);
            }

            blocked.Add(interpreter);
            _mostBlocked = Math.Max(_mostBlocked, blocked.Count);
        }

        Refresh(interpreter);
    }

    /// <summary>Only a seat that is lost can take a hope away: the counted minutes of the week cannot.</summary>
    private void Reseat(LiveInterpreter interpreter, Interpreter row, Predicate<LiveInterpreter.Seat> takesHope)
    {
        List<LiveInterpreter.Seat> before = [.. interpreter.Seats];
        Unseat(interpreter);
        interpreter.Row = row;
        Seat(interpreter);
        foreach (var seat in before.FindAll(takesHope))
        {
            Doubt(seat.Desk);
        }
    }

    private void Unseat(LiveInterpreter interpreter)
    {
        if (interpreter.SeatedFree)
        {
            SeatFree(interpreter, false);
        }

        foreach (var (_, group) in interpreter.Seats)
        {
            group.Members.Remove(interpreter);
            group.OnDuty -= interpreter.SeatedOnDuty ? 1 : 0;
        }

        interpreter.SeatedOnDuty = false;
        interpreter.Seats.Clear();
        foreach (var customer in interpreter.Row.BlockedCustomers)
        {
            _blockedFor[customer].Remove(interpreter);
        }
    }

    private void SeatFree(LiveInterpreter interpreter, bool free)
    {
        interpreter.SeatedFree = free;
        _freed |= free;
        if (free)
        {
            interpreter.IdleKey = (interpreter.Presence.IdleSince, interpreter.MinutesThisWeek);
        }

        foreach (var (desk, group) in interpreter.Seats)
        {
            desk.Free += free ? 1 : -1;
            if (free)
            {
                group.Free.Add(interpreter);
            }
            else
            {
                group.Free.Remove(interpreter);
            }
        }
    }
}
