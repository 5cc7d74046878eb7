using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>A checker that never objects proves nothing: a true history passes, and is falsified once for each invariant.</summary>
public class FalsifiedHistoryTests
{
    private readonly RecordedHistory _history = new(new DispatchPolicy { OfferLife = TimeSpan.FromSeconds(50), PresenceGrace = TimeSpan.FromSeconds(30) });
    private readonly Interpreter _one;
    private readonly Interpreter _other;

    public FalsifiedHistoryTests() => (_one, _other) = (_history.OnDuty(Given.Interpreter()), _history.OnDuty(Given.Interpreter()));

    [Fact]
    public void A_true_history_passes()
    {
        var session = Assigned();
        ReportMedia(session);
        _history.Wait(5);
        _history.Do(new DispatchCommand.EndSession(session.Id, Party.Of(_one.Id), TimeSpan.Zero));
        _history.Asks();
        _history.Do(new DispatchCommand.LoseConnection(Party.Of(_other.Id)));
        _history.Wait(600);

        Assert.Empty(_history.Judged());
    }

    [Fact]
    public void I1_a_second_session_of_an_interpreter()
    {
        var session = Assigned();
        _history.Add(new Change.OfSession(null, session with { Id = NewSession(), Request = _history.Asks().Id }));

        AssertRejected("I1");
    }

    [Fact]
    public void I2_ringing_during_a_session()
    {
        Assigned();
        var next = _history.Asks();
        _history.Falsify<Change.OfOffer>(change => change.After.Request == next.Id, change => [change with { After = change.After with { Interpreter = _one.Id } }]);

        AssertRejected("I2");
    }

    [Fact]
    public void I3_a_second_session_for_a_request()
    {
        var session = Assigned();
        _history.Add(new Change.OfSession(null, session with { Id = NewSession(), Interpreter = _other.Id }));

        AssertRejected("I3");
    }

    [Fact]
    public void I4_a_session_told_and_answered_that_was_never_stored()
    {
        Assigned();
        _history.Falsify<Change.OfSession>(_ => true, change => [new Change.OfSession(null, change.After with { Language = Given.Dari })], told: true);

        AssertRejected("I4");
    }

    [Fact]
    public void I5_a_request_is_fulfilled_that_nobody_took()
    {
        var request = _history.Asks();
        var offered = _history.Changes<Change.OfRequest>().Last().After;
        _history.Add(new Change.OfRequest(offered, offered with { State = RequestState.Fulfilled }));

        Assert.Equal(request.Id, offered.Id);
        AssertRejected("I5");
    }

    [Fact]
    public void I19_a_guest_stays_when_the_session_has_ended()
    {
        var session = Assigned();
        _history.Do(new DispatchCommand.InviteGuest(session.Id, Party.Of(session.Requester), GuestRole.EndUser, new string('a', 64)));
        _history.Do(new DispatchCommand.EndSession(session.Id, Party.Of(session.Requester), TimeSpan.Zero));
        _history.Falsify<Change.OfGuest>(change => change.After.State == GuestState.Ended, _ => []);

        AssertRejected("I19");
    }

    [Fact]
    public void I19_a_third_guest()
    {
        var session = Assigned();
        _history.Do(new DispatchCommand.InviteGuest(session.Id, Party.Of(session.Requester), GuestRole.EndUser, new string('a', 64)));
        var first = _history.Changes<Change.OfGuest>().Single().After;
        _history.Add(new Change.OfGuest(null, first with { Id = new GuestId(Given.NewId()), Seat = Seat.Guest(2) }));
        _history.Add(new Change.OfGuest(null, first with { Id = new GuestId(Given.NewId()), Seat = Seat.Guest(3) }));

        AssertRejected("I19");
    }

    [Fact]
    public void I11_somebody_who_is_free_is_not_rung()
    {
        _history.Asks();
        _history.Falsify<Change.OfOffer>(change => change.After.Interpreter == _other.Id, _ => []);

        AssertRejected("I11");
    }

    [Fact]
    public void I12_a_request_that_does_not_end()
    {
        _history.Asks();
        _history.Wait(300);
        _history.Falsify<Change.OfRequest>(change => change.After.State == RequestState.Unserved, _ => []);

        AssertRejected("I12");
    }

    [Fact]
    public void I13_a_session_that_connects_for_ever()
    {
        Assigned();
        _history.Wait(50);
        _history.Falsify<Change.OfSession>(change => change.After.State == SessionState.Ended, _ => []);

        AssertRejected("I13");
    }

    [Fact]
    public void I14_others_are_served_before_the_first()
    {
        var (first, later) = WaitingBehindOthers();
        foreach (var passing in later)
        {
            var offer = new Offer { Id = new OfferId(Given.NewId()), Request = passing, Interpreter = _one.Id, Wave = 1, Rank = 1, Reasons = new RankReasons(false, 0, 3, false, _history.Now, 0), OfferedAt = _history.Now, ExpiresAt = _history.Now.AddSeconds(50) };
            _history.Add(new Change.OfOffer(null, offer));
            _history.Add(new Change.OfOffer(offer, offer with { State = OfferState.Withdrawn }));
        }

        Assert.NotEqual(first, later[0]);
        AssertRejected("I14", among: true);
    }

    [Fact]
    public void I15_it_rings_on_at_somebody_who_is_gone()
    {
        _history.Asks();
        _history.Do(new DispatchCommand.LoseConnection(Party.Of(_one.Id)));
        _history.Wait(31);
        _history.Falsify<Change.OfOffer>(change => change.After.Interpreter == _one.Id && change.After.State == OfferState.Withdrawn, _ => []);

        AssertRejected("I15", among: true);
    }

    [Fact]
    public void I18_a_session_in_a_language_that_the_interpreter_does_not_speak()
    {
        Assigned();
        var at = _history.Moments.FindIndex(moment => moment.Command is DispatchCommand.AcceptOffer);
        var lost = new DispatchCommand.TakeInterpreter(_one with { Languages = [new SpokenLanguage(Given.Dari, QualificationLevel.Sworn)] });
        _history.Moments.Insert(at, _history.Moments[at] with { Command = lost, Outcome = new DispatchOutcome(new DispatchReply.Done(), [], []) });

        AssertRejected("I18");
    }

    [Fact]
    public void I18_a_relief_whom_the_customer_has_blocked()
    {
        var session = Assigned();
        ReportMedia(session);
        _history.Do(new DispatchCommand.SeekRelief(session.Id, Party.Of(_one.Id)));
        _history.Accepts(_other);
        var at = _history.Moments.FindLastIndex(moment => moment.Command is DispatchCommand.AcceptOffer);
        var blocked = new DispatchCommand.TakeInterpreter(_other with { BlockedCustomers = new HashSet<CustomerId> { session.Customer } });
        _history.Moments.Insert(at, _history.Moments[at] with { Command = blocked, Outcome = new DispatchOutcome(new DispatchReply.Done(), [], []) });

        AssertRejected("I18", among: true);
    }

    private Session Assigned()
    {
        _history.Asks();
        _history.Accepts(_one);
        return _history.Changes<Change.OfSession>().Last().After;
    }

    private void ReportMedia(Session session)
    {
        _history.Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(_one.Id), true, TimeSpan.Zero));
        _history.Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(session.Requester), true, TimeSpan.Zero));
    }

    /// <summary>Both ring for the first two, and five more wait; then the one who rang for the first has not rung at all.</summary>
    private (RequestId First, List<RequestId> Later) WaitingBehindOthers()
    {
        Assigned();
        _history.Do(new DispatchCommand.DeclineOffer(_history.RingingAt(_other).Id, _other.Id, DeclineReason.NoTime));
        var waiting = Enumerable.Range(0, 6).Select(_ => _history.Asks().Id).ToList();
        _history.Do(new DispatchCommand.EndSession(_history.Changes<Change.OfSession>().Last().After.Id, Party.Of(_one.Id), TimeSpan.Zero));
        return (waiting[0], waiting[1..]);
    }

    private void AssertRejected(string invariant, bool among = false)
    {
        var found = _history.Judged();
        Assert.Contains(invariant, among ? found : found.Take(1));
    }

    private static SessionId NewSession() => new(Given.NewId());
}
