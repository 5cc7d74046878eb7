using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Domain.Tests.Invariants;

namespace Videodolmetschen.Domain.Tests;

/// <summary>
/// A dispatcher with its own clock and tables. Everything that happens is written to the tables and checked for the invariants,
/// so every story is also a test of those.
/// </summary>
internal sealed class Story
{
    private DispatchPolicy _policy;
    private int _policyVersion;
    private readonly Referee _referee;
    private Dispatcher _dispatcher;

    public Story(DispatchPolicy? policy = null)
    {
        _policy = policy ?? new DispatchPolicy();
        _dispatcher = new Dispatcher(_policy, Given.NewId);
        Tables = new Tables();
        _referee = new Referee(_policy, Tables);
    }

    public DateTimeOffset Now { get; private set; } = Given.MondayMorning;

    public Tables Tables { get; }

    /// <summary>What the last act or wait told.</summary>
    public List<Notice> Told { get; } = [];

    /// <summary>What the last act or wait stored.</summary>
    public List<Change> Stored { get; } = [];

    public DateTimeOffset? NextDeadline => _dispatcher.NextDeadline;

    public DispatchReply Do(DispatchCommand command)
    {
        Told.Clear();
        Stored.Clear();
        _referee.Before(command, Now);
        return Take(_dispatcher.Handle(command, Now), command);
    }

    public void Wait(double seconds)
    {
        Told.Clear();
        Stored.Clear();
        var until = Now + TimeSpan.FromSeconds(seconds);
        for (var ticks = 0; _dispatcher.NextDeadline is { } next && next <= until; ticks++)
        {
            Assert.True(ticks < 10_000, "the deadlines do not come to an end");
            Now = next > Now ? next : Now;
            Take(_dispatcher.Tick(Now), null);
        }

        Now = until;
        _referee.Settled(Now);
        AssertNoObjection();
    }

    /// <summary>Nobody asks the dispatcher for so long, as when the process hangs.</summary>
    public void SleepThrough(double seconds)
    {
        Now += TimeSpan.FromSeconds(seconds);
        Wait(0);
    }

    /// <summary>Somebody sets the clock back while the service runs.</summary>
    public void SetClockBack(double seconds) => Now -= TimeSpan.FromSeconds(seconds);

    /// <summary>The service is killed and takes over from its tables; the clock of the server may have been set meanwhile.</summary>
    public void Restart(double downSeconds = 0, double clockSetBy = 0)
    {
        Now += TimeSpan.FromSeconds(downSeconds + clockSetBy);
        _dispatcher = new Dispatcher(_policy, Given.NewId, _policyVersion);
        _dispatcher.Load(Tables.Snapshot(Now - _policy.RememberEnded), Now);
        _referee.Restarted(Now);
    }

    /// <summary>A coordinator changes the rules.</summary>
    public void Uses(DispatchPolicy policy)
    {
        _policy = policy;
        Do(new DispatchCommand.UsePolicy(policy, ++_policyVersion));
    }

    public void CheckIdleHands()
    {
        _referee.LookEverywhere(Now);
        AssertNoObjection();
    }

    public Interpreter OnDuty(Interpreter interpreter)
    {
        Known(interpreter);
        Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
        return interpreter;
    }

    public Interpreter[] OnDuty(int count) =>
        [.. Enumerable.Range(1, count).Select(i => { Wait(1); return OnDuty(Given.Interpreter($"Nr. {i}")); })];

    public Interpreter Known(Interpreter interpreter)
    {
        Do(new DispatchCommand.TakeInterpreter(interpreter));
        return interpreter;
    }

    /// <summary>Asks now, from a connected browser.</summary>
    public InterpretingRequest Asks(InterpretingRequest request)
    {
        Do(new DispatchCommand.Connect(Party.Of(request.Requester)));
        Do(new DispatchCommand.RequestInterpreter(request with { RequestedAt = Now }));
        return Tables.Requests[request.Id];
    }

    /// <summary>The interpreter takes what rings.</summary>
    public Session Accepts(Interpreter interpreter)
    {
        var reply = Do(new DispatchCommand.AcceptOffer(RingingAt(interpreter)!.Id, interpreter.Id));
        return Assert.IsType<DispatchReply.OfferAccepted>(reply).Session;
    }

    public DispatchReply Declines(Interpreter interpreter) =>
        Do(new DispatchCommand.DeclineOffer(RingingAt(interpreter)!.Id, interpreter.Id, DeclineReason.NoTime));

    public Session BothReportMedia(Session session, double forSeconds = 0)
    {
        Reports(session, Party.Of(session.Requester), true, forSeconds);
        Reports(session, Party.Of(session.Interpreter), true, forSeconds);
        return Tables.Sessions[session.Id];
    }

    public Session Reports(Session session, Party by, bool flowing, double forSeconds = 0)
    {
        Do(new DispatchCommand.ReportMedia(session.Id, by, flowing, TimeSpan.FromSeconds(forSeconds)));
        return Tables.Sessions[session.Id];
    }

    /// <summary>A conversation that has begun: asked, accepted, media on both sides.</summary>
    public Session Talking(Interpreter interpreter, InterpretingRequest? request = null)
    {
        Asks(request ?? Given.Request());
        return BothReportMedia(Accepts(interpreter));
    }

    /// <summary>Media flows for so long on both sides, but one or both may have gone.</summary>
    public Session GoesOn(Session session, int seconds, bool? requester = true, bool? interpreter = true)
    {
        for (var i = 0; i < seconds / 10 && Tables.Sessions[session.Id].IsUnfinished; i++)
        {
            Wait(10);
            Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(session.Requester), true, TimeSpan.FromSeconds(10)) { Active = requester });
            Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(session.Interpreter), true, TimeSpan.FromSeconds(10)) { Active = interpreter });
        }

        return Tables.Sessions[session.Id];
    }

    /// <summary>A relief is searched for, at the wish of the interpreter.</summary>
    public InterpretingRequest SeeksRelief(Session session)
    {
        Do(new DispatchCommand.SeekRelief(session.Id, Party.Of(Tables.Sessions[session.Id].Interpreter)));
        return Tables.ReliefOf(session.Id)!;
    }

    /// <summary>The relief has sat down, and media stands.</summary>
    public Stint Joins(Session session, Interpreter relief)
    {
        SeeksRelief(session);
        Accepts(relief);
        Reports(session, Party.Of(relief.Id), true);
        return StintOf(session, relief);
    }

    public DispatchReply HandsOver(Session session, Interpreter by) => Do(new DispatchCommand.HandOver(session.Id, by.Id));

    public Stint StintOf(Session session, Interpreter interpreter) =>
        Tables.StintsOf(session.Id).Last(stint => stint.Interpreter == interpreter.Id);

    public Session EndsBy(Session session, Party by, double secondsAgo = 0, double? flowed = null)
    {
        Do(new DispatchCommand.EndSession(session.Id, by, TimeSpan.FromSeconds(secondsAgo)) { Flowed = flowed is { } seconds ? TimeSpan.FromSeconds(seconds) : null });
        return Tables.Sessions[session.Id];
    }

    public Offer? RingingAt(Interpreter interpreter) =>
        Tables.Offers.Values.SingleOrDefault(offer => offer.Interpreter == interpreter.Id && offer.State == OfferState.Open);

    public Offer[] RingingFor(InterpretingRequest request) =>
        [.. Tables.Offers.Values.Where(offer => offer.Request == request.Id && offer.State == OfferState.Open).OrderBy(offer => offer.Rank)];

    public Presence PresenceOf(Interpreter interpreter) => Tables.Presences[interpreter.Id];

    public InterpretingRequest StateOf(InterpretingRequest request) => Tables.Requests[request.Id];

    public Situation SituationOf(Party who) =>
        Assert.IsType<DispatchReply.SituationIs>(Do(new DispatchCommand.AskSituation(who))).Situation;

    private DispatchReply Take(DispatchOutcome outcome, DispatchCommand? command)
    {
        Told.AddRange(outcome.Notices);
        Stored.AddRange(outcome.Changes);
        _referee.After(outcome, command, Now);
        AssertNoObjection();
        return outcome.Reply;
    }

    private void AssertNoObjection() => Assert.True(_referee.Violations.Count == 0, string.Join('\n', _referee.Violations));
}
