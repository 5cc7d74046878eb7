using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Domain.Tests.Invariants;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>How big a town is, who lives there, and when its day begins: all follows from the seed.</summary>
internal sealed record TownPlan(ulong Seed, int Interpreters, int Requesters, DateTimeOffset Begin, int Policy = 0);

/// <summary>
/// The dispatcher between its tables and its people. Plays acts, one after the other, with all crashes, and has the referee look
/// after every step. Knows nothing of chance: the same acts make the same history.
/// </summary>
internal sealed class Town
{
    private readonly TownPlan _plan;
    private readonly Diary? _diary;
    private readonly Func<DispatchPolicy, DispatchPolicy> _believed;
    private readonly Referee _referee;
    private readonly BillChecker _bills;
    private readonly Dictionary<int, InterpretingRequest> _asked = [];
    private readonly Dictionary<int, OfferId> _rang = [];
    private readonly Dictionary<int, SessionId> _talked = [];
    private readonly List<Notice> _told = [];
    private Dispatcher _dispatcher;
    private DispatchPolicy _policy;
    private DateTimeOffset _began;
    private TimeSpan _skew;
    private TimeSpan _clockSetBy;
    private int _ids;
    private int _needs;
    private int _links;

    /// <param name="plan">The town.</param>
    /// <param name="diary">Written when somebody wants to read it.</param>
    /// <param name="believed">What the referee takes the policy for; to be sure that it objects.</param>
    public Town(TownPlan plan, Diary? diary = null, Func<DispatchPolicy, DispatchPolicy>? believed = null)
    {
        _believed = believed ?? (policy => policy);
        (_plan, _diary, Now, _policy) = (plan, diary, plan.Begin, People.Policy(plan.Policy));
        _referee = new Referee(_believed(_policy), Tables);
        _bills = new BillChecker(_referee.Objections);
        _dispatcher = new Dispatcher(_policy, NewId);
        _dispatcher.Load(Tables.Snapshot(Now - _policy.RememberEnded), Now);
        for (var i = 0; i < plan.Interpreters; i++)
        {
            Handle(new DispatchCommand.TakeInterpreter(People.Interpreter(i, plan.Seed)), tell: false);
        }
    }

    public Tables Tables { get; } = new();

    public DateTimeOffset Now { get; private set; }

    public DateTimeOffset? NextDeadline => _dispatcher.NextDeadline;

    public List<string> Violations => _referee.Violations;

    /// <summary>What the last act, and the time before it, told people.</summary>
    public IReadOnlyList<Notice> Told => _told;

    /// <summary>The answer to the last act; null when it was lost or nothing was asked.</summary>
    public DispatchReply? Reply { get; private set; }

    public bool HasDied { get; private set; }

    public void Play(Act act)
    {
        _told.Clear();
        (Reply, HasDied) = (null, false);
        var target = _plan.Begin + TimeSpan.FromMilliseconds(act.At) + _skew;
        if (act.Fate == Fate.Late)
        {
            Now = target > Now ? target : Now;
        }
        else
        {
            Wait(target);
        }

        Do(act);
        Wait(Now);
        _referee.Settled(Now);
    }

    private void Do(Act act)
    {
        switch (act.Kind)
        {
            case ActKind.SetClock:
                _skew += TimeSpan.FromMilliseconds(act.What);
                Now += TimeSpan.FromMilliseconds(act.What);
                _diary?.Note(Now, act);
                break;
            case ActKind.RestartWithClock:
                _skew += TimeSpan.FromMilliseconds(act.What);
                Now += TimeSpan.FromMilliseconds(act.What);
                _clockSetBy += TimeSpan.FromMilliseconds(act.What);
                _diary?.Note(Now, act);
                Reload();
                break;
            case ActKind.SetPolicy:
                _policy = People.Policy(act.What);
                _diary?.Note(Now, act);
                Reload();
                break;
            default:
                if (CommandOf(act) is { } command)
                {
                    _diary?.Note(Now, act);
                    Handle(command, act.Fate);
                }

                break;
        }
    }

    private void Handle(DispatchCommand command, Fate fate)
    {
        switch (fate)
        {
            case Fate.DiesUnstored:
                _dispatcher.Handle(command, Now);
                Reload();
                break;
            case Fate.DiesUntold:
                Handle(command, tell: false);
                Reload();
                break;
            default:
                Handle(command, tell: fate != Fate.NoticesLost);
                break;
        }
    }

    private void Handle(DispatchCommand command, bool tell)
    {
        _referee.Before(command, Now);
        _bills.Before(command, Now - _clockSetBy);
        var outcome = _dispatcher.Handle(command, Now);
        Take(outcome, command, tell);
        Reply = tell ? outcome.Reply : null;
    }

    private void Wait(DateTimeOffset until)
    {
        for (var ticks = 0; _dispatcher.NextDeadline is { } next && next <= until; ticks++)
        {
            if (ticks == 100_000)
            {
                throw new InvalidOperationException("the deadlines do not come to an end");
            }

            Now = next > Now ? next : Now;
            Take(_dispatcher.Tick(Now), null, tell: true);
            if (_dispatcher.NextDeadline is null || _dispatcher.NextDeadline > Now)
            {
                _referee.Settled(Now);
            }
        }

        Now = until > Now ? until : Now;
    }

    private void Take(DispatchOutcome outcome, DispatchCommand? command, bool tell)
    {
        _referee.After(outcome, command, Now);
        _bills.After(outcome, Now - _clockSetBy);
        _diary?.Note(Now, outcome);
        foreach (var change in outcome.Changes)
        {
            switch (change)
            {
                case Change.OfRequest { Before: null, After: { PlaceSince: not null } again }: _asked[People.Number(again.Requester.Value) - People.Requesters] = again; break;
                case Change.OfOffer { Before: null, After: var offer }: _rang[WhoIs(offer.Interpreter)] = offer.Id; break;
                case Change.OfStint { Before: null, After: var stint }: _talked[WhoIs(stint.Interpreter)] = stint.Session; break;
            }
        }

        if (tell)
        {
            _told.AddRange(outcome.Notices);
        }
    }

    /// <summary>The memory is gone; another process takes over from the tables, a moment later.</summary>
    private void Reload()
    {
        _skew += TimeSpan.FromMilliseconds(400);
        Now += TimeSpan.FromMilliseconds(400);
        _dispatcher = new Dispatcher(_policy, NewId);
        _dispatcher.Load(Tables.Snapshot(Now - _policy.RememberEnded), Now);
        _referee.Restarted(Now, _believed(_policy));
        _began = Now;
        _told.Clear();
        HasDied = true;
        _diary?.Note(Now, "   the service begins anew from its tables");
    }

    private DispatchCommand? CommandOf(Act act)
    {
        var (who, interpreter) = (act.Who, People.InterpreterId(act.Who));
        return act.Kind switch
        {
            ActKind.Ask => Ask(act),
            ActKind.AskAgain => _asked.TryGetValue(who, out var same) && IsRemembered(same.Id) ? new DispatchCommand.RequestInterpreter(same) : null,
            ActKind.Cancel => _asked.TryGetValue(who, out var mine) ? new DispatchCommand.CancelRequest(mine.Id, Canceller(act)) : null,
            ActKind.Ease or ActKind.AskForHelp or ActKind.PromiseHelp or ActKind.AskCallback or ActKind.TakeCallback or ActKind.CancelCallback =>
                WhileWaiting(act),
            ActKind.RequesterComes => new DispatchCommand.Connect(Party.Of(People.Requester(who))),
            ActKind.RequesterGoes => new DispatchCommand.LoseConnection(Party.Of(People.Requester(who))),
            ActKind.RequesterLooks => new DispatchCommand.AskSituation(Party.Of(People.Requester(who))),
            ActKind.InterpreterComes => new DispatchCommand.Connect(Party.Of(interpreter)),
            ActKind.InterpreterGoes => new DispatchCommand.LoseConnection(Party.Of(interpreter)),
            ActKind.InterpreterLooks => new DispatchCommand.AskSituation(Party.Of(interpreter)),
            ActKind.Duty => new DispatchCommand.SetPresence(interpreter, (PresenceWish)act.What),
            ActKind.Accept => _rang.TryGetValue(who, out var taken) ? new DispatchCommand.AcceptOffer(taken, interpreter) : null,
            ActKind.Decline => _rang.TryGetValue(who, out var left) ? new DispatchCommand.DeclineOffer(left, interpreter, DeclineReason.NoTime) : null,
            ActKind.Extend => _rang.TryGetValue(who, out var more) ? new DispatchCommand.ExtendOffer(more, interpreter) : null,
            ActKind.TakeBreak => new DispatchCommand.TakeBreak(interpreter),
            ActKind.EndWrapUp => new DispatchCommand.EndWrapUp(interpreter),
            ActKind.ExtendWrapUp => new DispatchCommand.ExtendWrapUp(interpreter),
            ActKind.Assign => _asked.TryGetValue(act.What, out var given) ? new DispatchCommand.AssignInterpreter(given.Id, interpreter) : null,
            ActKind.Change => new DispatchCommand.TakeInterpreter(People.Interpreter(who, _plan.Seed + (ulong)act.What)),
            _ => InSession(act),
        };
    }

    private DispatchCommand? WhileWaiting(Act act)
    {
        var who = People.Requester(act.Who);
        if (!_asked.TryGetValue(act.Who, out var asked) || !Tables.Requests.TryGetValue(asked.Id, out var mine))
        {
            return null;
        }

        var callback = Tables.Callbacks.Values.LastOrDefault(row => row.Requester == who);
        return act.Kind switch
        {
            ActKind.Ease => new DispatchCommand.EaseRequest(mine.Id, Party.Of(who), (act.What & 1) != 0, (act.What & 2) != 0),
            ActKind.AskForHelp => new DispatchCommand.AskForHelp(mine.Id, who),
            ActKind.PromiseHelp => new DispatchCommand.PromiseHelp(mine.Id, new UserId(Given.Id(77))),
            ActKind.AskCallback => new DispatchCommand.AskCallback(mine),
            ActKind.TakeCallback => callback is null ? null : new DispatchCommand.TakeCallback(callback.Id, who, callback.Id.Value),
            _ => callback is null ? null : new DispatchCommand.CancelCallback(callback.Id, who),
        };
    }

    private DispatchCommand? InSession(Act act)
    {
        if (!_talked.TryGetValue(act.Who, out var id))
        {
            return null;
        }

        var session = Tables.Sessions[id];
        var interpreter = People.InterpreterId(act.Who);
        var by = Saying.ByInterpreter(act.What) ? Party.Of(interpreter) : Party.Of(session.Requester);
        var leader = Saying.ByInterpreter(act.What) ? by : Party.Coordinator(new UserId(Given.Id(77)));
        return act.Kind switch
        {
            ActKind.SeekRelief => new DispatchCommand.SeekRelief(id, leader),
            ActKind.CancelRelief => new DispatchCommand.CancelRelief(id, leader),
            ActKind.HandOver => new DispatchCommand.HandOver(id, interpreter),
            ActKind.Guest => GuestActs.CommandOf(session, act.What, Tables, ++_links),
            ActKind.Media => new DispatchCommand.ReportMedia(id, by, Saying.Yes(act.What), Saying.Span(act.What)) { Active = Saying.IsSign(act.What) },
            ActKind.SaysHere => new DispatchCommand.ConfirmHere(id, by),
            ActKind.Complain => new DispatchCommand.ComplainOfQuality(id, session.Requester, (ComplaintReason)(act.What % 6)),
            ActKind.AskElse => AskElse(session, act.What),
            ActKind.Hold => new DispatchCommand.HoldSession(id, by, Saying.Yes(act.What)),
            _ => new DispatchCommand.EndSession(id, by, Saying.Span(act.What)) { Flowed = _bills.Flowed(id, by, Now - _clockSetBy - Saying.Span(act.What)) },
        };
    }

    private DispatchCommand.AskAgain AskElse(Session session, int key) => new(session.Id, session.Requester, Given.Id(key));

    private DispatchCommand.RequestInterpreter Ask(Act act)
    {
        var need = People.Need(++_needs, act.Who, act.What, Now, _plan.Interpreters);
        if (!Tables.OpenRequests.Any(open => open.Requester == need.Requester))
        {
            _asked[act.Who] = need;
        }

        return new DispatchCommand.RequestInterpreter(need);
    }

    /// <summary>The key of a request that has long ended is refused by the tables, which the dispatcher does not see.</summary>
    private bool IsRemembered(RequestId id) =>
        Tables.Requests.GetValueOrDefault(id) is not { EndedAt: { } ended } || (ended > _began && Now - ended < _policy.RememberEnded);

    private static Party Canceller(Act act) =>
        act.What == 1 ? Party.Coordinator(new UserId(Given.Id(77))) : Party.Of(People.Requester(act.Who));

    private static int WhoIs(InterpreterId id) => People.Number(id.Value) - People.Interpreters;

    private Guid NewId() => Given.Id(People.Rows + ++_ids);
}
