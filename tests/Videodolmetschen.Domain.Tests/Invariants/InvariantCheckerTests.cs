using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>A checker that never objects proves nothing: each invariant is broken here once.</summary>
public class InvariantCheckerTests
{
    private readonly Tables _tables = new();
    private readonly Objections _objections = new();
    private readonly InvariantChecker _checker;
    private readonly Interpreter _interpreter = Given.Interpreter();
    private readonly InterpretingRequest _request = Given.Request();

    public InvariantCheckerTests()
    {
        _checker = new InvariantChecker(new DispatchPolicy(), _tables, _objections);
        _checker.Before(new DispatchCommand.Connect(Party.Of(_interpreter.Id)), Given.MondayMorning);
        Happens(new Change.OfRequest(null, _request));
    }

    [Fact]
    public void I1_two_sessions_of_one_interpreter()
    {
        var other = Given.Request();
        Happens([new Change.OfRequest(null, other), .. Born(SessionFor(_request)), .. Born(SessionFor(other))]);

        AssertBroken("I1");
    }

    [Fact]
    public void I2_two_requests_ring_one_interpreter()
    {
        var other = Given.Request();
        Happens(new Change.OfRequest(null, other), Born(OfferFor(_request)), Born(OfferFor(other)));

        AssertBroken("I2");
    }

    [Fact]
    public void I2_ringing_during_a_session()
    {
        Happens([.. Born(SessionFor(_request)), Born(OfferFor(_request))]);

        AssertBroken("I2");
    }

    [Fact]
    public void I1_two_interpret_one_session()
    {
        var session = SessionFor(_request);
        var other = StintOf(session) with { Number = 2, Interpreter = new InterpreterId(Given.NewId()), State = StintState.Joining };
        Happens([.. Born(session), new Change.OfStint(null, other), new Change.OfStint(other, other with { State = StintState.Interpreting })]);

        AssertBroken("I1");
    }

    [Fact]
    public void I16_stints_that_do_not_add_up()
    {
        var session = SessionFor(_request);
        var stint = StintOf(session);
        var ended = session with { State = SessionState.Ended, EndedAt = Given.MondayMorning, Clock = new BillableTime(TimeSpan.FromSeconds(60), null) };
        var left = stint with { State = StintState.Left, LeftAt = Given.MondayMorning, BillableSeconds = 59 };
        Happens(new Change.OfSession(null, session), new Change.OfStint(null, stint), new Change.OfSession(session, ended), new Change.OfStint(stint, left));

        AssertBroken("I16");
    }

    [Fact]
    public void I16_more_is_billed_than_can_have_been_spoken()
    {
        var bills = new BillChecker(_objections);
        var started = SessionFor(_request) with { State = SessionState.Active, StartedAt = Given.MondayMorning };
        bills.After(new DispatchOutcome(new DispatchReply.Done(), [new Change.OfSession(null, started)], []), Given.MondayMorning);
        var ended = started with { State = SessionState.Ended, Clock = new BillableTime(TimeSpan.FromHours(1), null) };
        bills.After(new DispatchOutcome(new DispatchReply.Done(), [new Change.OfSession(started, ended)], []), Given.MondayMorning.AddMinutes(5));

        Assert.StartsWith("I16", Assert.Single(_objections.All), StringComparison.Ordinal);
    }

    [Fact]
    public void I3_two_started_sessions_for_one_request()
    {
        var first = SessionFor(_request);
        var started = first with { State = SessionState.Active, StartedAt = Given.MondayMorning };
        var ended = started with { State = SessionState.Ended, EndedAt = Given.MondayMorning };
        var stint = StintOf(first);
        var left = stint with { State = StintState.Left, LeftAt = Given.MondayMorning, BillableSeconds = 0 };
        Happens(
            new Change.OfSession(null, first), new Change.OfStint(null, stint),
            new Change.OfSession(first, started), new Change.OfSession(started, ended), new Change.OfStint(stint, left));
        var second = SessionFor(_request);
        Happens([.. Born(second), new Change.OfSession(second, second with { State = SessionState.Active, StartedAt = Given.MondayMorning })]);

        AssertBroken("I3");
    }

    [Fact]
    public void I4_something_told_that_is_not_stored()
    {
        var offer = OfferFor(_request);
        _checker.After(new DispatchOutcome(new DispatchReply.Done(), [], [new Notice.OfferReceived(offer, _request)]), Given.MondayMorning);

        AssertBroken("I4");
    }

    [Fact]
    public void I5_an_illegal_step()
    {
        Happens(new Change.OfRequest(_request, _request with { State = RequestState.Fulfilled }));

        AssertBroken("I5");
    }

    [Fact]
    public void I5_a_step_from_a_state_that_was_not_stored()
    {
        var offered = _request with { State = RequestState.Offered };
        Happens(new Change.OfRequest(offered, offered with { State = RequestState.Assigned }));

        AssertBroken("I5");
    }

    [Fact]
    public void I5_a_change_after_the_end()
    {
        var ended = SessionFor(_request) with { State = SessionState.Ended, EndedAt = Given.MondayMorning };
        _tables.Put(ended);
        Happens(new Change.OfSession(ended, ended with { EndedAt = Given.MondayMorning.AddSeconds(1) }));

        AssertBroken("I5");
    }

    [Fact]
    public void I15_a_ring_without_a_connection()
    {
        _checker.Before(new DispatchCommand.LoseConnection(Party.Of(_interpreter.Id)), Given.MondayMorning);
        Happens(Born(OfferFor(_request)));

        AssertBroken("I15");
    }

    [Fact]
    public void I15_a_ring_that_outlives_the_grace()
    {
        Happens(Born(OfferFor(_request)));
        _checker.Before(new DispatchCommand.LoseConnection(Party.Of(_interpreter.Id)), Given.MondayMorning);
        _checker.Settled(Given.MondayMorning.AddSeconds(31));

        AssertBroken("I15");
    }

    [Fact]
    public void I11_idle_hands()
    {
        _tables.Put(_interpreter);
        _tables.Put(Available(_interpreter));
        new PlainJudge(new DispatchPolicy(), _tables).JudgeIdleHands(Given.Kurmanji, Given.MondayMorning, _objections);

        AssertBroken("I11");
    }

    [Fact]
    public void I18_somebody_rings_who_should_not()
    {
        _tables.Put(_interpreter with { BlockedCustomers = new HashSet<CustomerId> { _request.Customer } });

        Assert.Contains(Judge(Born(OfferFor(_request))), found => found.StartsWith("I18", StringComparison.Ordinal));
    }

    [Fact]
    public void I12_a_search_without_hope() =>
        Assert.StartsWith("I12", Assert.Single(Judge()), StringComparison.Ordinal);

    private List<string> Judge(params Change[] changes)
    {
        Happens(changes);
        var judge = new PlainJudge(new DispatchPolicy(), _tables);
        judge.Judge(new DispatchOutcome(new DispatchReply.Done(), changes, []), Given.MondayMorning, [Given.Kurmanji], _objections);
        return _objections.All;
    }

    private void Happens(params Change[] changes) =>
        _checker.After(new DispatchOutcome(new DispatchReply.Done(), changes, []), Given.MondayMorning);

    private void AssertBroken(string invariant) =>
        Assert.All(_checker.Violations.DefaultIfEmpty("none"), found => Assert.StartsWith(invariant + ":", found, StringComparison.Ordinal));

    private static Presence Available(Interpreter interpreter) =>
        new(interpreter.Id, PresenceState.Available, Given.MondayMorning) { IdleSince = Given.MondayMorning };

    private static Change.OfOffer Born(Offer offer) => new(null, offer);

    private static Change[] Born(Session session) => [new Change.OfSession(null, session), new Change.OfStint(null, StintOf(session))];

    private static Stint StintOf(Session session) => new()
    {
        Id = new StintId(Given.NewId()),
        Session = session.Id,
        Interpreter = session.Interpreter,
        Customer = session.Customer,
        Number = 1,
        State = StintState.Interpreting,
        JoinedAt = Given.MondayMorning,
        TookOverAt = Given.MondayMorning,
    };

    private Offer OfferFor(InterpretingRequest request) => new()
    {
        Id = new OfferId(Given.NewId()),
        Request = request.Id,
        Interpreter = _interpreter.Id,
        Wave = 1,
        Rank = 1,
        Reasons = new RankReasons(false, 0, 1, false, Given.MondayMorning, 0),
        OfferedAt = Given.MondayMorning,
        ExpiresAt = Given.MondayMorning.AddSeconds(20),
    };

    private Session SessionFor(InterpretingRequest request) => new()
    {
        Id = new SessionId(Given.NewId()),
        Request = request.Id,
        Interpreter = _interpreter.Id,
        Requester = request.Requester,
        Customer = request.Customer,
        Language = request.Language,
        Modality = request.Modality,
        CreatedAt = Given.MondayMorning,
    };
}
