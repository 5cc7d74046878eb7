using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>An invariant that does not hold, with up to five of those it does not hold for.</summary>
internal sealed record Violation
{
    public string Invariant { get; init; } = "";

    public long Count { get; init; }

    public Guid[] Subjects { get; init; } = [];
}

/// <summary>What the questions of <see cref="InvariantStore"/> need to know: the parameters of its statements.</summary>
/// <param name="policy">Whose durations are the deadlines.</param>
internal sealed class CheckMoment(DispatchPolicy policy)
{
    /// <inheritdoc cref="Patience"/>
    public static readonly TimeSpan Waited = TimeSpan.FromSeconds(15);

    private static readonly (string Kind, string? Before, string After)[] Legal =
    [
        ("request", null, "waiting"), ("request", null, "offered"), ("request", null, "unserved"), ("offer", null, "open"), ("session", null, "connecting"),
        ("guest", null, "invited"),
        .. Moves<RequestState, RequestEvent>("request", RequestTransitions.Next),
        .. Moves<OfferState, OfferEvent>("offer", OfferTransitions.Next),
        .. Moves<SessionState, SessionEvent>("session", SessionTransitions.Next),
        .. Moves<GuestState, GuestEvent>("guest", GuestTransitions.Next),
        ("callback", null, "open"),
        .. Moves<CallbackState, CallbackEvent>("callback", CallbackTransitions.Next),
        ("stint", null, "joining"),
        .. Moves<StintState, StintEvent>("stint", StintTransitions.Next),
        .. Moves<PresenceState, PresenceEvent>("presence", PresenceTransitions.Next),
    ];

    /// <summary>By the service's clock.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>When the dispatcher last read the tables: graces begin anew then.</summary>
    public required DateTimeOffset TookOverAt { get; init; }

    /// <summary>How long a request may wait beside somebody who is free (I11).</summary>
    public TimeSpan Patience { get; } = Waited;

    /// <summary>How long after its deadline something must have happened (I12, I13).</summary>
    public TimeSpan Overdue { get; } = TimeSpan.FromSeconds(60);

    /// <summary>So long before an own appointment nobody is rung for anything else.</summary>
    public required TimeSpan Gap { get; init; }

    public TimeSpan UnservedAfter => policy.UnservedAfter;

    public TimeSpan HelpWithin => policy.HelpWithin;

    public TimeSpan EverybodyAfter => policy.EverybodyAfter;

    public TimeSpan RequesterGrace => policy.RequesterGrace;

    public TimeSpan ConnectWithin => policy.ConnectWithin;

    public TimeSpan MediaSilence => policy.MediaSilence;

    public TimeSpan InterruptionGrace => policy.InterruptionGrace;

    public TimeSpan HandoverOverlap => policy.HandoverOverlap;

    public TimeSpan RingAfterRestart => policy.RingAfterRestart;

    /// <summary>Interpreters who are here, and have been for longer than <see cref="Patience"/>.</summary>
    public Guid[] Connected { get; init; } = [];

    /// <summary>The log has been checked up to here.</summary>
    public long AfterEvent { get; init; }

    public long UpToEvent { get; init; } = long.MaxValue;

    public int LookBack { get; } = InvariantStore.LookBack;

    public string[] Kinds { get; } = [.. Legal.Select(move => move.Kind)];

    public string?[] Befores { get; } = [.. Legal.Select(move => move.Before)];

    public string[] Afters { get; } = [.. Legal.Select(move => move.After)];

    private static IEnumerable<(string Kind, string? Before, string After)> Moves<TState, TEvent>(string kind, Func<TState, TEvent, TState?> next)
        where TState : struct, Enum
        where TEvent : struct, Enum =>
        from state in Enum.GetValues<TState>()
        from happened in Enum.GetValues<TEvent>()
        let after = next(state, happened)
        where after is not null
        select (kind, (string?)SnakeCase.Of(state), SnakeCase.Of(after.Value));
}

/// <summary>Looks up what holds now. Asked by one loop.</summary>
internal sealed class CheckMoments(DispatchService dispatch, Whereabouts whereabouts, CurrentRules rules, SteadyClock clock, TimeProvider time, LiveBoard board)
{
    private DispatchPolicy _policy = board.Policy;
    private DateTimeOffset _policySince;

    /// <summary>Null while this node does not decide: whoever is in the middle of taking over has nothing to answer for.</summary>
    public CheckMoment? Take(long afterEvent, long upToEvent)
    {
        if (_policy != board.Policy)
        {
            // Graces that ran when the rules changed keep their end: they are judged as after a take-over.
            (_policy, _policySince) = (board.Policy, clock.Now);
        }

        return dispatch.TookOverAt is { } tookOverAt ? Moment(tookOverAt, afterEvent, upToEvent) : null;
    }

    private CheckMoment Moment(DateTimeOffset tookOverAt, long afterEvent, long upToEvent) => new(_policy)
    {
        Gap = rules.Rules.Gap,
        Now = clock.Now,
        TookOverAt = _policySince > tookOverAt ? _policySince : tookOverAt,
        Connected = [.. whereabouts.Present().Where(one => one.Who.Side == Side.Interpreter && time.GetElapsedTime(one.Since) > CheckMoment.Waited).Select(one => one.Who.Id)],
        AfterEvent = afterEvent,
        UpToEvent = upToEvent,
    };
}
