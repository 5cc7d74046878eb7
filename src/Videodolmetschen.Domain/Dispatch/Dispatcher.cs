using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Decides, and does not act: a command and the time go in, an outcome comes out. Owned by one loop; not thread-safe.
/// Its memory is a cache of the tables: after a failed store it is thrown away and <see cref="Load"/>ed anew.
/// </summary>
public sealed partial class Dispatcher
{
    private DispatchPolicy _policy;
    private int _policyVersion;
    private readonly Func<Guid> _newId;
    private readonly DeadlineQueue _deadlines = new();
    private readonly DeadlineQueue _hours = new();
    private readonly Dictionary<RequestId, LiveRequest> _requests = [];
    private readonly Dictionary<UserId, LiveRequest> _latest = [];
    private readonly Dictionary<OfferId, LiveOffer> _offers = [];
    private readonly Dictionary<SessionId, LiveSession> _sessions = [];
    private readonly HashSet<UserId> _requestersHere = [];
    private readonly Queue<(DateTimeOffset At, LiveRequest Request)> _ended = [];
    private readonly List<LiveRequest> _touched = [];
    private Roster _roster = new();
    private OutcomeDraft _draft = new();
    private DateTimeOffset _now;
    private DateTimeOffset _dayBegan = DateTimeOffset.MaxValue;
    private DateTimeOffset _dayEnds;

    /// <param name="policy">The rules in force.</param>
    /// <param name="newId">Makes ids.</param>
    /// <param name="policyVersion">How often the rules have been changed.</param>
    public Dispatcher(DispatchPolicy policy, Func<Guid> newId, int policyVersion = 0) =>
        (_policy, _newId, _policyVersion) = (policy, newId, policyVersion);

    /// <summary>The next moment at which <see cref="Tick"/> has something to do; null when nothing is pending.</summary>
    public DateTimeOffset? NextDeadline { get; private set; }

    /// <summary>Decides one command. Broken rules come back as <see cref="DispatchReply.Refused"/>; nothing has changed then.</summary>
    public DispatchOutcome Handle(DispatchCommand command, DateTimeOffset now)
    {
        Begin(now);
        return Finish(Decide(command));
    }

    /// <summary>Does all that is due: expiries, waves, graces, releases, wrap-ups.</summary>
    public DispatchOutcome Tick(DateTimeOffset now)
    {
        Begin(now);
        while (_deadlines.TakeDue(_now) is { } alarm)
        {
            alarm.Ring();
        }

        return Finish(new DispatchReply.Done());
    }

    private DispatchReply Decide(DispatchCommand command) => command switch
    {
        DispatchCommand.RequestInterpreter asked => Ask(asked.Request),
        DispatchCommand.CancelRequest cancel => Cancel(cancel),
        DispatchCommand.EaseRequest ease => Ease(ease),
        DispatchCommand.AskForHelp ask => AskForHelp(ask),
        DispatchCommand.PromiseHelp promise => PromiseHelp(promise),
        DispatchCommand.AskCallback ask => AskCallback(ask),
        DispatchCommand.TakeCallback take => TakeCallback(take),
        DispatchCommand.CancelCallback cancel => CancelCallback(cancel),
        DispatchCommand.SetPresence set => SetPresence(set),
        DispatchCommand.AcceptOffer accept => Accept(accept),
        DispatchCommand.DeclineOffer decline => Decline(decline),
        DispatchCommand.ExtendOffer extend => Extend(extend),
        DispatchCommand.ReportMedia report => ReportMedia(report),
        DispatchCommand.ConfirmHere confirm => ConfirmHere(confirm),
        DispatchCommand.ComplainOfQuality complain => Complain(complain),
        DispatchCommand.AskAgain again => AskAgain(again),
        DispatchCommand.HoldSession hold => Hold(hold),
        DispatchCommand.EndSession end => EndSession(end),
        DispatchCommand.InviteGuest invite => Invite(invite),
        DispatchCommand.ArriveAsGuest arrive => Arrive(arrive.LinkHash),
        DispatchCommand.AdmitGuest admit => Admit(admit),
        DispatchCommand.DismissGuest dismiss => Dismiss(dismiss),
        DispatchCommand.LeaveAsGuest leave => Leave(leave.Guest),
        DispatchCommand.SeekRelief seek => SeekRelief(seek),
        DispatchCommand.CancelRelief cancel => CancelRelief(cancel),
        DispatchCommand.HandOver handOver => HandOver(handOver),
        DispatchCommand.TakeBreak take => TakeBreak(take.Interpreter),
        DispatchCommand.EndWrapUp end => EndWrapUp(end.Interpreter),
        DispatchCommand.ExtendWrapUp extend => ExtendWrapUp(extend.Interpreter),
        DispatchCommand.Connect connect => Connect(connect.Who),
        DispatchCommand.LoseConnection lose => LoseConnection(lose.Who),
        DispatchCommand.AssignInterpreter assign => Assign(assign),
        DispatchCommand.TakeInterpreter take => TakeInterpreter(take.Interpreter),
        DispatchCommand.UsePolicy use => UsePolicy(use),
        DispatchCommand.AskSituation ask => new DispatchReply.SituationIs(SituationOf(ask.Who)),
        DispatchCommand.AskObstacles ask => new DispatchReply.ObstaclesAre(HindrancesOf(ask.Request)),
        DispatchCommand.AskFloor => new DispatchReply.FloorIs(FloorNow()),
        _ => throw new ArgumentOutOfRangeException(nameof(command)),
    };

    /// <summary>A clock that is set back stands still for us until it has caught up: what was due once is not due again.</summary>
    private void Begin(DateTimeOffset now)
    {
        _now = Later(now, _now);
        _draft = new OutcomeDraft();
        if (_now >= _dayEnds || _now < _dayBegan)
        {
            var day = BerlinTime.DayOf(_now);
            (_dayBegan, _dayEnds) = (BerlinTime.BeginOf(day), BerlinTime.BeginOf(day.AddDays(1)));
            _roster.TurnDay(day);
        }

        while (_hours.TakeDue(_now) is { } turn)
        {
            turn.Ring();
        }

        while (_ended.TryPeek(out var oldest) && _now - oldest.At >= _policy.RememberEnded)
        {
            Forget(_ended.Dequeue().Request);
        }
    }

    private DispatchOutcome Finish(DispatchReply reply)
    {
        while (_roster.TakeDoubtful() is { } desk)
        {
            GiveUpHopeless(desk.Queue);
            GiveUpHopeless(desk.Related);
        }

        CallBack();
        foreach (var request in _touched)
        {
            request.Touched = false;
            TellRequester(request);
        }

        _touched.Clear();
        NextDeadline = Sooner(_deadlines.Next, _hours.Next);
        return _draft.Finish(reply);
    }

    private void GiveUpHopeless(RequestQueue queue)
    {
        for (var i = queue.Count - 1; i >= 0; i--)
        {
            GiveUpIfHopeless(queue[i]);
        }
    }

    private void Forget(LiveRequest request)
    {
        _requests.Remove(request.Row.Id);
        request.Offers.ForEach(id => _offers.Remove(id));
        request.Sessions.ForEach(ForgetGuests);
        request.Sessions.ForEach(id => _sessions.Remove(id));
        if (_latest.TryGetValue(request.Row.Requester, out var latest) && latest == request)
        {
            _latest.Remove(request.Row.Requester);
        }
    }

    private static DispatchReply.Refused Refuse(ErrorCode code) => new(code);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static DateTimeOffset? Sooner(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private static InvalidOperationException Broken(object state, object happened) =>
        new($"{state} does not know {happened}");
}
