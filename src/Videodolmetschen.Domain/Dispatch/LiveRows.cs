using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>A request in memory: its row and what follows from the rows around it.</summary>
internal sealed class LiveRequest(InterpretingRequest row, LanguageDesk desk, DateTimeOffset place)
{
    private HashSet<InterpreterId>? _declined;
    private HashSet<InterpreterId>? _missed;
    private HashSet<ProfileGroup> _suiting = [];
    private int _suitingOf = -1;

    public InterpretingRequest Row { get; set; } = row;

    public LanguageDesk Desk => desk;

    /// <summary>Where else it looks for somebody; empty unless the requester allowed it.</summary>
    public IReadOnlyList<LanguageDesk> RelatedDesks { get; set; } = [];

    /// <summary>The place in the queue: an earlier time is served earlier.</summary>
    public DateTimeOffset Place => place;

    /// <summary>The one interpreter who alone may take it, by requirement.</summary>
    public InterpreterId? Named { get; } = Eligibility.Named(row);

    public List<LiveOffer> Ringing { get; } = [];

    /// <summary>All offers ever made for it, to be forgotten with it.</summary>
    public List<OfferId> Offers { get; } = [];

    public List<SessionId> Sessions { get; } = [];

    /// <summary>The session it is assigned to, or was last.</summary>
    public LiveSession? Session { get; set; }

    /// <summary>Set on a search for a relief: the session it is for.</summary>
    public LiveSession? Relieves { get; set; }

    public bool IsRelief => Row.ReliefFor is not null;

    public required Alarm Step { get; init; }

    public required Alarm Grace { get; init; }

    public DateTimeOffset UnservedAt { get; set; }

    /// <summary>One interpreter rings alone, as a coordinator said; waves wait until then.</summary>
    public LiveOffer? Alone { get; set; }

    public bool Queued { get; set; }

    public bool Touched { get; set; }

    public int? ToldPosition { get; set; }

    public int ToldRinging { get; set; }

    /// <summary>How many ring within the time that was meant for them.</summary>
    public int RingingInTime => Ringing.Count(offer => !offer.Row.Extended);

    public bool IsSearching => Row.State is RequestState.Waiting or RequestState.Offered;

    /// <summary>Whom the requester does not want is none of them.</summary>
    public int DeclinedCount => (_declined?.Count ?? 0) - Row.Excluded.Count;

    public bool AnyMissed => _missed is { Count: > 0 };

    public IEnumerable<InterpreterId> Declined => _declined ?? [];

    public IEnumerable<InterpreterId> Missed => _missed ?? [];

    public bool IsChoosy { get; } = row.NeedsSection203 || row.Requirements.Count > 0;

    /// <summary>Waits for the interpreter of an appointment, and not in line.</summary>
    public bool IsPromised => Row.Promised is not null;

    /// <summary>Whether an interpreter of the language could be wanted by both.</summary>
    public bool CompetesWith(LiveRequest other) =>
        !IsChoosy || !other.IsChoosy || (Suiting().Overlaps(other.Suiting()) && (Named is null || other.Named is null || Named == other.Named));

    /// <summary>The profiles at the desk that meet the requirements.</summary>
    private HashSet<ProfileGroup> Suiting()
    {
        if (_suitingOf != desk.Groups.Count)
        {
            _suiting = [.. desk.Groups.Where(group => Eligibility.OfProfile(group.Profile, Row) == Obstacles.None)];
            _suitingOf = desk.Groups.Count;
        }

        return _suiting;
    }

    public bool HasDeclined(InterpreterId interpreter) => _declined?.Contains(interpreter) ?? false;

    public bool HasMissed(InterpreterId interpreter) => _missed?.Contains(interpreter) ?? false;

    public void Decline(InterpreterId interpreter)
    {
        (_declined ??= []).Add(interpreter);
        desk.MostDeclined = Math.Max(desk.MostDeclined, _declined.Count);
    }

    public void Miss(InterpreterId interpreter) => (_missed ??= []).Add(interpreter);
}

internal sealed class LiveOffer(Offer row, LiveRequest request, LiveInterpreter interpreter)
{
    public Offer Row { get; set; } = row;

    public LiveRequest Request => request;

    public LiveInterpreter Interpreter => interpreter;

    public Alarm? Expiry { get; set; }
}

internal sealed class LiveInterpreter(Interpreter row, Presence presence)
{
    public InterpreterId Id => Row.Id;

    public Interpreter Row { get; set; } = row;

    public Presence Presence { get; set; } = presence;

    public bool Connected { get; set; }

    public LiveOffer? Ringing { get; set; }

    public LiveSession? Session { get; set; }

    public required Alarm Grace { get; init; }

    public required Alarm WrapUp { get; init; }

    /// <summary>The declared availability begins or ends.</summary>
    public required Alarm Hours { get; init; }

    /// <summary>An own appointment comes near, or is over.</summary>
    public required Alarm Reservation { get; init; }

    public bool InHours { get; set; } = true;

    /// <summary>Then <see cref="InHours"/> is false as well.</summary>
    public bool IsAbsent { get; set; }

    /// <summary>An own appointment is near or running: only its request may ring.</summary>
    public bool IsReserved { get; set; }

    /// <summary>The requests of own appointments, in the order in which the rooms were entered.</summary>
    public List<LiveRequest> Promises { get; } = [];

    /// <summary>Billable seconds of conversations that ended since <see cref="Row"/> was read.</summary>
    public int SecondsSince { get; set; }

    public int MinutesThisWeek => Row.OfferedMinutesThisWeek + (SecondsSince / 60);

    /// <summary>One for each language worked in both ways.</summary>
    public List<Seat> Seats { get; } = [];

    public bool SeatedFree { get; set; }

    public bool SeatedOnDuty { get; set; }

    /// <summary>Sort keys as of the moment of sitting down among the free.</summary>
    public (DateTimeOffset IdleSince, int Minutes) IdleKey { get; set; }

    public bool IsFree => Presence.State == PresenceState.Available && InHours && IsIdle && !IsReserved;

    /// <summary>Emergencies may ring, and nothing else.</summary>
    public bool IsOnCall => Row.Reach != EmergencyReach.Never && !IsAbsent && Presence switch
    {
        { State: PresenceState.Available } => !InHours,
        { State: PresenceState.Paused, PausedBecause: PausedBecause.OwnWish } => true,
        { State: PresenceState.Paused, PausedBecause: PausedBecause.Break } => Row.Reach == EmergencyReach.AlsoInBreaks,
        _ => false,
    };

    public bool IsIdle => Connected && Ringing is null && Session is null;

    public bool MayBeRungFor(InterpretingRequest request) =>
        request.Promised is not null ? MayKeepPromise : IsFree || (request.Priority == Priority.Emergency && IsOnCall && IsIdle && !IsReserved);

    /// <summary>An own appointment rings in a pause and outside the declared hours, too: it was promised.</summary>
    public bool MayKeepPromise => IsIdle && Presence.State is (PresenceState.Available or PresenceState.Paused);

    /// <summary>Free or busy, but to be hoped for.</summary>
    public bool IsOnDuty => InHours && Presence.State is PresenceState.Available or PresenceState.InSession or PresenceState.WrapUp;

    /// <summary>From where a request would be served: the language asked for, else the first related one that is allowed.</summary>
    public Seat? SeatFor(InterpretingRequest request)
    {
        if (SeatAt(request.Language) is { } own)
        {
            return own;
        }

        for (var i = 0; request.RelatedAllowed && i < request.RelatedLanguages.Count; i++)
        {
            if (SeatAt(request.RelatedLanguages[i]) is { } related)
            {
                return related;
            }
        }

        return null;
    }

    private Seat? SeatAt(LanguageCode language)
    {
        for (var i = 0; i < Seats.Count; i++)
        {
            if (Seats[i].Desk.Language == language)
            {
                return Seats[i];
            }
        }

        return null;
    }

    public readonly record struct Seat(LanguageDesk Desk, ProfileGroup Group);
}

internal sealed class LiveStint(Stint row, LiveInterpreter interpreter)
{
    public Stint Row { get; set; } = row;

    public LiveInterpreter Interpreter => interpreter;
}

internal sealed class LiveSession(Session row, LiveRequest request)
{
    public Session Row { get; set; } = row;

    public LiveRequest Request => request;

    /// <summary>In the order of sitting down.</summary>
    public List<LiveStint> Stints { get; } = [];

    /// <summary>Who interprets, or did last.</summary>
    public required LiveStint Present { get; set; }

    /// <summary>The relief that is in, but does not interpret yet.</summary>
    public LiveStint? Joining { get; set; }

    public LiveInterpreter Interpreter => Present.Interpreter;

    /// <summary>The running search for a relief, or the last one.</summary>
    public LiveRequest? Relief { get; set; }

    public required Alarm Step { get; init; }

    /// <summary>All who were ever invited, by number of their seats.</summary>
    public List<LiveGuest> Guests { get; } = [];

    /// <summary>The relief's time to connect, then to listen in.</summary>
    public required Alarm Overlap { get; init; }

    /// <summary>Since when the relief receives media; null while not, or while unknown.</summary>
    public DateTimeOffset? ReliefFlowsSince { get; set; }

    /// <summary>Since when the requester receives media; null while not, or while unknown.</summary>
    public DateTimeOffset? RequesterFlowsSince { get; set; }

    public DateTimeOffset? InterpreterFlowsSince { get; set; }

    /// <summary>Looks whether anybody is still there.</summary>
    public required Alarm Watch { get; init; }

    /// <summary>The requester's last sign of life.</summary>
    public DateTimeOffset RequesterSeenAt { get; set; }

    public DateTimeOffset InterpreterSeenAt { get; set; }

    /// <summary>The clock may not run from before this: start, resumption or end of a hold.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Set from a restart until both sides have said how long media has flowed: only then is it known that the clock was not set.</summary>
    public ClockDoubt? Doubt { get; set; }

    /// <summary>The stretch that a hold has closed, in case an interruption from before the hold is heard of later.</summary>
    public (DateTimeOffset From, DateTimeOffset To)? BeforeHold { get; set; }

    public DateTimeOffset? BothFlowSince =>
        RequesterFlowsSince is { } one && InterpreterFlowsSince is { } other ? (one > other ? one : other) : null;
}
