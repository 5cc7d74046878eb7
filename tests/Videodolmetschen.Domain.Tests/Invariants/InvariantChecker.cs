using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>
/// Replays changes into rows and watches I1 to I5, I15 and I16 of RELIABILITY.md 2. Knows the rules on its own: it shares only the
/// transition tables with the dispatcher.
/// </summary>
internal sealed class InvariantChecker(DispatchPolicy policy, Tables tables, Objections? objections = null)
{
    private static readonly RequestEvent[] RequestEvents = Enum.GetValues<RequestEvent>();
    private static readonly OfferEvent[] OfferEvents = Enum.GetValues<OfferEvent>();
    private static readonly SessionEvent[] SessionEvents = Enum.GetValues<SessionEvent>();
    private static readonly CallbackEvent[] CallbackEvents = Enum.GetValues<CallbackEvent>();
    private static readonly StintEvent[] StintEvents = Enum.GetValues<StintEvent>();
    private static readonly PresenceEvent[] PresenceEvents = Enum.GetValues<PresenceEvent>();
    private readonly Objections _objections = objections ?? new Objections();
    private readonly Dictionary<InterpreterId, DateTimeOffset> _awaySince = [];
    private readonly Queue<(DateTimeOffset Since, DateTimeOffset Until, InterpreterId Who)> _leaving = [];
    private readonly GuestChecker _guests = new(tables, objections ?? new Objections());
    private DispatchPolicy _policy = policy;

    public List<string> Violations => _objections.All;

    /// <summary>Connections are not in the tables: the checker hears of them as the dispatcher does.</summary>
    public void Before(DispatchCommand command, DateTimeOffset now)
    {
        if (command is DispatchCommand.UsePolicy use)
        {
            // Graces that run keep their end.
            _policy = use.Policy;
        }
        else if (command is DispatchCommand.Connect { Who: { Side: Side.Interpreter } come })
        {
            tables.Come(new InterpreterId(come.Id));
            _awaySince.Remove(new InterpreterId(come.Id));
        }
        else if (command is DispatchCommand.LoseConnection { Who: { Side: Side.Interpreter } gone }
            && tables.Go(new InterpreterId(gone.Id)))
        {
            Leaves(new InterpreterId(gone.Id), now);
        }
    }

    /// <summary>Nobody is connected, and graces begin anew.</summary>
    public void Restarted(DateTimeOffset now, DispatchPolicy? policy = null)
    {
        _policy = policy ?? _policy;
        _leaving.Clear();
        foreach (var interpreter in tables.Interpreters.Keys)
        {
            tables.Go(interpreter);
            Leaves(interpreter, now);
        }
    }

    public void After(DispatchOutcome outcome, DateTimeOffset now)
    {
        foreach (var change in outcome.Changes)
        {
            Apply(change, now);
        }

        _guests.After(outcome);
        foreach (var session in outcome.Changes.OfType<Change.OfSession>())
        {
            CheckStints(tables.Sessions[session.After.Id]);
        }

        foreach (var notice in outcome.Notices)
        {
            CheckTold(notice, outcome.Changes);
        }
    }

    /// <summary>
    /// Everything that was due has been done. Looks once after the grace: whoever rings later without a connection is found when the
    /// ringing begins.
    /// </summary>
    public void Settled(DateTimeOffset now)
    {
        while (_leaving.TryPeek(out var gone) && now > gone.Until)
        {
            _leaving.Dequeue();
            var isStillAway = _awaySince.GetValueOrDefault(gone.Who) == gone.Since;
            _objections.Expect("I15", !isStillAway || tables.RingingAt(gone.Who).Count == 0, $"{gone.Who} is away since {gone.Since:O} and still rung");
        }
    }

    /// <summary>After a restart offers ring on for a while: their end is written when they end.</summary>
    public static Offer? Stored(Tables tables, Offer? row) =>
        row is not null && tables.Offers.TryGetValue(row.Id, out var stored) && stored.ExpiresAt < row.ExpiresAt
            ? row with { ExpiresAt = stored.ExpiresAt }
            : row;

    private void Leaves(InterpreterId interpreter, DateTimeOffset now)
    {
        _awaySince[interpreter] = now;
        _leaving.Enqueue((now, now + _policy.PresenceGrace, interpreter));
    }

    private void Apply(Change change, DateTimeOffset now)
    {
        switch (change)
        {
            case Change.OfRequest row:
                CheckStep(tables.Requests.GetValueOrDefault(row.After.Id), row.Before, row.After, RequestStep(row.Before, row.After));
                tables.Put(row.After);
                break;
            case Change.OfOffer row:
                CheckNewOffer(row, now);
                CheckStep(tables.Offers.GetValueOrDefault(row.After.Id), Stored(tables, row.Before), row.After, OfferStep(row.Before, row.After));
                tables.Put(row.After);
                CheckRinging(row.After.Interpreter);
                break;
            case Change.OfSession row:
                CheckStep(tables.Sessions.GetValueOrDefault(row.After.Id), row.Before, row.After, SessionStep(row.Before, row.After));
                tables.Put(row.After);
                CheckSessions(row.After);
                break;
            case Change.OfGuest row:
                CheckStep(tables.Guests.GetValueOrDefault(row.After.Id), row.Before, row.After, GuestStep(row.Before, row.After));
                tables.Put(row.After);
                _guests.After(row, now);
                break;
            case Change.OfCallback row:
                CheckStep(tables.Callbacks.GetValueOrDefault(row.After.Id), row.Before, row.After, CallbackStep(row.Before, row.After));
                tables.Callbacks[row.After.Id] = row.After;
                break;
            case Change.OfStint row:
                CheckStep(tables.Stints.GetValueOrDefault(row.After.Id), row.Before, row.After, StintStep(row.Before, row.After));
                tables.Put(row.After);
                CheckStint(row.After);
                break;
            case Change.OfPresence row:
                CheckStep(tables.Presences.GetValueOrDefault(row.After.Interpreter), Stored(row.Before), row.After, PresenceStep(row.Before, row.After));
                tables.Put(row.After);
                break;
        }
    }

    /// <summary>The presence of somebody who was never on duty is not stored yet.</summary>
    private Presence? Stored(Presence? before) =>
        before is { State: PresenceState.Offline } && !tables.Presences.ContainsKey(before.Interpreter) ? null : before;

    private void CheckStep<TRow>(TRow? stored, TRow? before, TRow after, bool legal)
        where TRow : class
    {
        _objections.Expect("I5", legal, $"{before} cannot become {after}");
        _objections.Expect("I5", Equals(stored, before), $"{stored} is not the state before {after}");
    }

    private static bool RequestStep(InterpretingRequest? before, InterpretingRequest after) => before is null
        ? after.State is RequestState.Waiting or RequestState.Offered or RequestState.Unserved
        : IsEased(before, after) || Array.Exists(RequestEvents, e => RequestTransitions.Next(before.State, e) == after.State);

    /// <summary>While it is searched for it may be eased, and the Disposition be asked; each only in one direction.</summary>
    private static bool IsEased(InterpretingRequest before, InterpretingRequest after) =>
        before.State == after.State
        && before.State is RequestState.Waiting or RequestState.Offered
        && before with
        {
            Modality = after.Modality,
            RelatedAllowed = after.RelatedAllowed,
            HelpAskedAt = after.HelpAskedAt,
            HelpAnsweredAt = after.HelpAnsweredAt,
            HelpAnsweredBy = after.HelpAnsweredBy,
        } == after
        && (before.Modality == after.Modality || after.Modality == Modality.Audio)
        && (!before.RelatedAllowed || after.RelatedAllowed)
        && (before.HelpAskedAt ?? after.HelpAskedAt) == after.HelpAskedAt
        && (after.HelpAnsweredAt is null || after.HelpAskedAt is not null);

    private static bool CallbackStep(Callback? before, Callback after) => before is null
        ? after.State == CallbackState.Open
        : Array.Exists(CallbackEvents, e => CallbackTransitions.Next(before.State, e) == after.State);

    private static bool OfferStep(Offer? before, Offer after) => before is null
        ? after.State == OfferState.Open
        : Array.Exists(OfferEvents, e => OfferTransitions.Next(before.State, e) == after.State)
            || (before with { Extended = true, ExpiresAt = after.ExpiresAt } == after && !before.Extended && before.ExpiresAt <= after.ExpiresAt);

    private static bool SessionStep(Session? before, Session after) => before is null
        ? after.State == SessionState.Connecting
        : (before.State == after.State && before.IsUnfinished)
            || Array.Exists(SessionEvents, e => SessionTransitions.Next(before.State, e) == after.State);

    private static bool GuestStep(Guest? before, Guest after) => before is null
        ? after.State == GuestState.Invited
        : (before.State == after.State && before.IsUnfinished)
            || Array.Exists(Enum.GetValues<GuestEvent>(), e => GuestTransitions.Next(before.State, e) == after.State);

    private static bool StintStep(Stint? before, Stint after) => before is null
        ? after.State == (after.Number == 1 ? StintState.Interpreting : StintState.Joining)
        : (before.State == after.State && before.IsOpen)
            || Array.Exists(StintEvents, e => StintTransitions.Next(before.State, e) == after.State);

    private static bool PresenceStep(Presence? before, Presence after) =>
        before?.State == after.State
        || Array.Exists(PresenceEvents, e => PresenceTransitions.Next(before?.State ?? PresenceState.Offline, e) == after.State);

    private void CheckSessions(Session changed)
    {
        var ofRequest = tables.SessionsFor(changed.Request);
        _objections.Expect("I3", ofRequest.Count(one => one.IsUnfinished) <= 1, $"two unfinished sessions of {changed.Request}");
        _objections.Expect("I3", ofRequest.Count(one => one.StartedAt is not null) <= 1, $"two started sessions of {changed.Request}");
        _objections.Expect("I16", changed.Complaint is null || changed.BillableSeconds == 0, $"the customer is billed for {changed}");
        _objections.Expect("I16", changed.Clock.Counted >= TimeSpan.Zero && !(changed.EndedAt < changed.StartedAt), $"time runs backwards in {changed}");
    }

    private void CheckStint(Stint changed)
    {
        var ofSession = tables.StintsOf(changed.Session);
        var seconds = changed.BillableSeconds ?? 0;
        _objections.Expect("I1", tables.SittingIn(changed.Interpreter).Count <= 1, $"two sessions of {changed.Interpreter}");
        _objections.Expect("I1", ofSession.Count(one => one.State == StintState.Interpreting) <= 1, $"two interpret in {changed.Session}");
        _objections.Expect("I1", ofSession.Count(one => one.State == StintState.Joining) <= 1, $"two are about to take over {changed.Session}");
        _objections.Expect("I5", ofSession.Count(one => one.Number == changed.Number) == 1, $"the number of {changed} was used before");
        _objections.Expect("I16", seconds >= 0 && (seconds == 0 || changed.TookOverAt is not null), $"nobody interpreted {changed}");
        _objections.Expect("I16", !(changed.LeftAt < (changed.TookOverAt ?? changed.JoinedAt)), $"time runs backwards in {changed}");
        CheckRinging(changed.Interpreter);
    }

    /// <summary>What belongs together at the end of a decision: one who interprets, and seconds that add up.</summary>
    private void CheckStints(Session session)
    {
        var stints = tables.StintsOf(session.Id);
        if (session.IsUnfinished)
        {
            _objections.Expect("I1", stints.Exists(one => one.State == StintState.Interpreting && one.Interpreter == session.Interpreter), $"nobody interprets {session}");
            return;
        }

        _objections.Expect("I1", !stints.Exists(one => one.IsOpen), $"somebody still sits in {session}");
        _objections.Expect("I16", stints.Sum(one => one.BillableSeconds) == session.Clock.BillableSeconds, $"the stints do not add up to {session}");
    }

    private void CheckRinging(InterpreterId interpreter)
    {
        var ringing = tables.RingingAt(interpreter).Count;
        _objections.Expect("I2", ringing <= 1, $"{interpreter} is rung {ringing} times at once");
        _objections.Expect("I2", ringing == 0 || tables.SittingIn(interpreter).Count == 0, $"{interpreter} is rung during a session");
    }

    private void CheckNewOffer(Change.OfOffer row, DateTimeOffset now)
    {
        if (row.Before is null)
        {
            _objections.Expect("I15", tables.IsHere(row.After.Interpreter), $"{row.After.Interpreter} is rung without a connection");
            _objections.Expect("I5", tables.Requests[row.After.Request].IsOpen, $"an offer for an ended request at {now:O}");
        }
    }

    private void CheckTold(Notice notice, IReadOnlyList<Change> changes)
    {
        var isStored = notice switch
        {
            Notice.RequestChanged told => tables.Requests[told.Situation.Request.Id] == told.Situation.Request,
            Notice.OfferReceived told => changes.Any(change => change is Change.OfOffer { Before: null } born && born.After == told.Offer),
            Notice.OfferChanged told => tables.Offers[told.Offer.Id].State == OfferState.Open && tables.Requests[told.Request.Id].Modality == told.Request.Modality,
            Notice.CallbackChanged told => tables.Callbacks[told.Callback.Id] == told.Callback,
            Notice.OfferWithdrawn told => tables.Offers[told.Offer.Id] == told.Offer && told.Offer.State == OfferState.Withdrawn,
            Notice.OfferExpired told => tables.Offers[told.Offer.Id] == told.Offer && told.Offer.State == OfferState.Expired,
            Notice.SessionReady told => tables.Sessions[told.Situation.Session.Id] == told.Situation.Session,
            Notice.SessionStarted told => HasSession(changes, told.Session),
            Notice.SessionChanged told => tables.Sessions[told.Session.Id] == told.Session,
            Notice.SessionInterrupted told => HasSession(changes, told.Session),
            Notice.SessionEnded told => HasSession(changes, told.Session),
            Notice.ParticipantsChanged told => GuestChecker.IsStored(tables, told.Situation, changes),
            Notice.GuestChanged told => tables.Guests[told.Situation.Guest.Id] == told.Situation.Guest,
            Notice.ReliefChanged told => tables.Requests[told.Situation.Request.Id] == told.Situation.Request && tables.Sessions[told.Session.Id] == told.Session,
            Notice.ReliefReady told => changes.Any(change => change is Change.OfStint { Before: null } born && born.After == told.Stint),
            Notice.StintEnded told => tables.Stints[told.Stint.Id] == told.Stint && !told.Stint.IsOpen,
            Notice.PresenceChanged told => changes.Any(change => change is Change.OfPresence row && row.After == told.Presence),
            Notice.HoursTurned told => tables.Presences[told.Presence.Interpreter] == told.Presence || changes.Any(change => change is Change.OfPresence row && row.Before == told.Presence),
            _ => false,
        };
        _objections.Expect("I4", isStored, $"{notice} was told but is not stored");
    }

    private static bool HasSession(IReadOnlyList<Change> changes, Session told) =>
        changes.Any(change => change is Change.OfSession row && row.After == told);
}
