using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Replays changes into rows and watches I1 to I5 and I15 of RELIABILITY.md 2. Knows the rules on its own: it shares only the
/// transition tables with the dispatcher.
/// </summary>
internal sealed class InvariantChecker(DispatchPolicy policy, Tables tables)
{
    private readonly Dictionary<InterpreterId, DateTimeOffset> _awaySince = [];
    private readonly HashSet<InterpreterId> _here = [];

    public List<string> Violations { get; } = [];

    /// <summary>Connections are not in the tables: the checker hears of them as the dispatcher does.</summary>
    public void Before(DispatchCommand command, DateTimeOffset now)
    {
        if (command is DispatchCommand.Connect { Who: { Side: Side.Interpreter } come })
        {
            _here.Add(new InterpreterId(come.Id));
            _awaySince.Remove(new InterpreterId(come.Id));
        }
        else if (command is DispatchCommand.LoseConnection { Who: { Side: Side.Interpreter } gone }
            && _here.Remove(new InterpreterId(gone.Id)))
        {
            _awaySince[new InterpreterId(gone.Id)] = now;
        }
    }

    public bool IsHere(InterpreterId interpreter) => _here.Contains(interpreter);

    public void Restarted(DateTimeOffset now)
    {
        _here.Clear();
        foreach (var interpreter in tables.Interpreters.Keys)
        {
            _awaySince[interpreter] = now;
        }
    }

    public void After(DispatchOutcome outcome, DateTimeOffset now)
    {
        foreach (var change in outcome.Changes)
        {
            Apply(change, now);
        }

        foreach (var notice in outcome.Notices)
        {
            CheckTold(notice, outcome.Changes);
        }

        CheckAway(now);
    }

    private void Apply(Change change, DateTimeOffset now)
    {
        switch (change)
        {
            case Change.OfRequest row:
                Put(tables.Requests, row.After.Id, row.Before, row.After, RequestStep(row.Before, row.After));
                break;
            case Change.OfOffer row:
                CheckNewOffer(row, now);
                Put(tables.Offers, row.After.Id, Stored(row.Before), row.After, OfferStep(row.Before, row.After));
                CheckRinging(row.After.Interpreter);
                break;
            case Change.OfSession row:
                Put(tables.Sessions, row.After.Id, row.Before, row.After, SessionStep(row.Before, row.After));
                CheckSessions(row.After);
                break;
            case Change.OfPresence row:
                Put(tables.Presences, row.After.Interpreter, Stored(row.Before), row.After, PresenceStep(row.Before, row.After));
                break;
        }
    }

    /// <summary>The presence of somebody who was never on duty is not stored yet.</summary>
    private Presence? Stored(Presence? before) =>
        before is { State: PresenceState.Offline } && !tables.Presences.ContainsKey(before.Interpreter) ? null : before;

    /// <summary>After a restart offers ring on for a while: their end is written when they end.</summary>
    private Offer? Stored(Offer? before) =>
        before is not null && tables.Offers.TryGetValue(before.Id, out var stored) && stored.ExpiresAt < before.ExpiresAt
            ? before with { ExpiresAt = stored.ExpiresAt }
            : before;

    private void Put<TId, TRow>(Dictionary<TId, TRow> table, TId id, TRow? before, TRow after, bool legal)
        where TId : notnull
        where TRow : class
    {
        Expect("I5", legal, $"{before} cannot become {after}");
        Expect("I5", Equals(table.GetValueOrDefault(id), before), $"{table.GetValueOrDefault(id)} is not the state before {after}");
        table[id] = after;
    }

    private static bool RequestStep(InterpretingRequest? before, InterpretingRequest after) => before is null
        ? after.State is RequestState.Waiting or RequestState.Offered or RequestState.Unserved
        : Enum.GetValues<RequestEvent>().Any(e => RequestTransitions.Next(before.State, e) == after.State);

    private static bool OfferStep(Offer? before, Offer after) => before is null
        ? after.State == OfferState.Open
        : Enum.GetValues<OfferEvent>().Any(e => OfferTransitions.Next(before.State, e) == after.State);

    private static bool SessionStep(Session? before, Session after) => before is null
        ? after.State == SessionState.Connecting
        : (before.State == after.State && before.IsUnfinished)
            || Enum.GetValues<SessionEvent>().Any(e => SessionTransitions.Next(before.State, e) == after.State);

    private static bool PresenceStep(Presence? before, Presence after) =>
        before?.State == after.State
        || Enum.GetValues<PresenceEvent>().Any(e => PresenceTransitions.Next(before?.State ?? PresenceState.Offline, e) == after.State);

    private void CheckSessions(Session changed)
    {
        var unfinished = tables.Sessions.Values.Where(session => session.IsUnfinished).ToList();
        Expect("I1", unfinished.Count(session => session.Interpreter == changed.Interpreter) <= 1, $"two sessions of {changed.Interpreter}");
        Expect("I3", unfinished.Count(session => session.Request == changed.Request) <= 1, $"two unfinished sessions of {changed.Request}");
        var started = tables.Sessions.Values.Count(session => session.Request == changed.Request && session.StartedAt is not null);
        Expect("I3", started <= 1, $"two started sessions of {changed.Request}");
        Expect("I16", changed.Clock.Counted >= TimeSpan.Zero && !(changed.EndedAt < changed.StartedAt), $"time runs backwards in {changed}");
        CheckRinging(changed.Interpreter);
    }

    private void CheckRinging(InterpreterId interpreter)
    {
        var ringing = tables.Offers.Values.Count(offer => offer.Interpreter == interpreter && offer.State == OfferState.Open);
        Expect("I2", ringing <= 1, $"{interpreter} is rung {ringing} times at once");
        var busy = tables.Sessions.Values.Any(session => session.Interpreter == interpreter && session.IsUnfinished);
        Expect("I2", ringing == 0 || !busy, $"{interpreter} is rung during a session");
    }

    private void CheckNewOffer(Change.OfOffer row, DateTimeOffset now)
    {
        if (row.Before is not null)
        {
            return;
        }

        Expect("I15", _here.Contains(row.After.Interpreter), $"{row.After.Interpreter} is rung without a connection");
        Expect("I5", tables.Requests[row.After.Request].IsOpen, $"an offer for an ended request at {now:O}");
    }

    private void CheckAway(DateTimeOffset now)
    {
        foreach (var (interpreter, since) in _awaySince)
        {
            var ringing = tables.Offers.Values.Any(offer => offer.Interpreter == interpreter && offer.State == OfferState.Open);
            Expect("I15", !ringing || now <= since + policy.PresenceGrace, $"{interpreter} is away since {since:O} and still rung");
        }
    }

    private void CheckTold(Notice notice, IReadOnlyList<Change> changes)
    {
        var isStored = notice switch
        {
            Notice.RequestChanged told => tables.Requests[told.Situation.Request.Id] == told.Situation.Request,
            Notice.OfferReceived told => changes.Any(change => change is Change.OfOffer { Before: null } born && born.After == told.Offer),
            Notice.OfferWithdrawn told => tables.Offers[told.Offer.Id] == told.Offer && told.Offer.State == OfferState.Withdrawn,
            Notice.OfferExpired told => tables.Offers[told.Offer.Id] == told.Offer && told.Offer.State == OfferState.Expired,
            Notice.SessionReady told => tables.Sessions[told.Situation.Session.Id] == told.Situation.Session,
            Notice.SessionStarted told => HasSession(changes, told.Session),
            Notice.SessionChanged told => HasSession(changes, told.Session),
            Notice.SessionInterrupted told => HasSession(changes, told.Session),
            Notice.SessionEnded told => HasSession(changes, told.Session),
            Notice.PresenceChanged told => changes.Any(change => change is Change.OfPresence row && row.After == told.Presence),
            _ => false,
        };
        Expect("I4", isStored, $"{notice} was told but is not stored");
    }

    private static bool HasSession(IReadOnlyList<Change> changes, Session told) =>
        changes.Any(change => change is Change.OfSession row && row.After == told);

    private void Expect(string invariant, bool holds, string otherwise)
    {
        if (!holds)
        {
            Violations.Add($"{invariant}: {otherwise}");
        }
    }
}
