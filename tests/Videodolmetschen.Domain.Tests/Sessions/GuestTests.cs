using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Sessions;

public sealed class GuestTests
{
    private readonly Story _story = new();
    private readonly Domain.Interpreters.Interpreter _interpreter;
    private readonly Session _session;
    private int _links;

    public GuestTests()
    {
        _interpreter = _story.OnDuty(Given.Interpreter());
        _session = _story.Talking(_interpreter);
    }

    private Party Requester => Party.Of(_session.Requester);

    [Fact]
    public void A_guest_waits_until_let_in_and_then_sits_later_than_the_others()
    {
        var guest = Waiting();
        Assert.Null(_story.SituationOf(Party.Of(guest.Id)).Session);
        Admit(guest);
        var session = _story.SituationOf(Party.Of(guest.Id)).Session!;
        Assert.Equal([Seat.Requester, Seat.Interpreter, Seat.Guest(1)], session.Participants.Where(one => one.IsIn).Select(one => one.Seat));
    }

    [Fact]
    public void Everybody_in_a_session_is_found_by_seat_and_by_person()
    {
        Admit(Waiting());
        Waiting();
        var session = _story.SituationOf(Requester).Session!;
        Assert.Equal(4, session.Participants.Count);
        Assert.All(session.Participants, one => Assert.Equal((one, one), (session.On(one.Seat), session.Of(one.Who))));
        Assert.Null(session.On(Seat.Guest(3)));
        Assert.Null(session.Of(Party.Coordinator(_session.Requester)));
    }

    [Fact]
    public void Both_others_are_told_who_waits()
    {
        Waiting();
        var told = Assert.Single(_story.Told.OfType<Notice.ParticipantsChanged>());
        Assert.Equal(ParticipantState.Waiting, told.Situation.On(Seat.Guest(1))!.State);
    }

    [Fact]
    public void A_link_works_once()
    {
        var guest = Waiting();
        AssertRefused(ErrorCode.GuestLinkUnusable, new DispatchCommand.ArriveAsGuest(guest.LinkHash));
    }

    [Fact]
    public void A_link_works_for_fifteen_minutes()
    {
        var guest = Invited();
        StayFor(14 * 60);
        Assert.Equal(GuestState.Invited, Row(guest).State);
        StayFor(61);
        Assert.Equal(GuestEndReason.Expired, Row(guest).EndReason);
        AssertRefused(ErrorCode.GuestLinkUnusable, new DispatchCommand.ArriveAsGuest(guest.LinkHash));
    }

    [Theory]
    [InlineData(GuestState.Invited, GuestEndReason.Revoked)]
    [InlineData(GuestState.Waiting, GuestEndReason.Rejected)]
    [InlineData(GuestState.In, GuestEndReason.Removed)]
    public void The_requester_may_send_a_guest_away_at_any_time(GuestState state, GuestEndReason reason)
    {
        var guest = state switch { GuestState.Invited => Invited(), GuestState.Waiting => Waiting(), _ => In() };
        _story.Do(new DispatchCommand.DismissGuest(_session.Id, Requester, guest.Seat));
        Assert.Equal((GuestState.Ended, reason), (Row(guest).State, Row(guest).EndReason!.Value));
        AssertRefused(ErrorCode.GuestLinkUnusable, new DispatchCommand.ArriveAsGuest(guest.LinkHash));
        Assert.Null(_story.SituationOf(Party.Of(guest.Id)).Session);
    }

    [Fact]
    public void Nobody_but_the_requester_opens_the_door()
    {
        var guest = Waiting();
        foreach (var by in new[] { Party.Of(_interpreter.Id), Party.Of(guest.Id), Party.Of(new UserId(Given.NewId())), Party.Coordinator(new UserId(Given.NewId())) })
        {
            AssertRefused(ErrorCode.SessionNotFound, new DispatchCommand.InviteGuest(_session.Id, by, GuestRole.EndUser, Link()));
            AssertRefused(ErrorCode.GuestNotFound, new DispatchCommand.AdmitGuest(_session.Id, by, guest.Seat));
            AssertRefused(ErrorCode.GuestNotFound, new DispatchCommand.DismissGuest(_session.Id, by, guest.Seat));
        }
    }

    [Fact]
    public void Two_guests_are_the_most_and_no_seat_is_given_twice()
    {
        var (first, second) = (In(), Invited());
        AssertRefused(ErrorCode.TooManyGuests, new DispatchCommand.InviteGuest(_session.Id, Requester, GuestRole.Companion, Link()));
        _story.Do(new DispatchCommand.DismissGuest(_session.Id, Requester, first.Seat));
        Assert.Equal([Seat.Guest(1), Seat.Guest(2), Seat.Guest(3)], new[] { first, second, Invited() }.Select(guest => guest.Seat));
    }

    [Fact]
    public void The_same_link_asked_for_again_is_the_same_guest()
    {
        var guest = Invited();
        var again = _story.Do(new DispatchCommand.InviteGuest(_session.Id, Requester, GuestRole.EndUser, guest.LinkHash));
        Assert.Equal(guest, Assert.IsType<DispatchReply.GuestIs>(again).Situation.Guest);
        Assert.Empty(_story.Stored);
    }

    [Fact]
    public void Guests_go_with_the_session()
    {
        var (one, other) = (In(), Invited());
        _story.EndsBy(_session, Party.Of(_interpreter.Id));
        Assert.All(new[] { one, other }, guest => Assert.Equal(GuestEndReason.SessionEnded, Row(guest).EndReason));
        AssertRefused(ErrorCode.SessionEnded, new DispatchCommand.InviteGuest(_session.Id, Requester, GuestRole.EndUser, Link()));
    }

    [Fact]
    public void A_guest_may_go_and_the_others_talk_on()
    {
        var guest = In();
        _story.Do(new DispatchCommand.LeaveAsGuest(guest.Id));
        Assert.Equal(GuestEndReason.Left, Row(guest).EndReason);
        Assert.Equal(SessionState.Active, _story.Tables.Sessions[_session.Id].State);
    }

    [Fact]
    public void A_restart_keeps_who_is_in_who_waits_and_who_is_invited()
    {
        var (one, other) = (In(), Invited());
        _story.Restart(5);
        Assert.Equal(GuestState.In, _story.SituationOf(Party.Of(one.Id)).Guest!.Guest.State);
        Assert.IsType<DispatchReply.GuestIs>(_story.Do(new DispatchCommand.ArriveAsGuest(other.LinkHash)));
        AssertRefused(ErrorCode.TooManyGuests, new DispatchCommand.InviteGuest(_session.Id, Requester, GuestRole.EndUser, Link()));
    }

    [Fact]
    public void Everybody_hears_when_a_guest_loses_the_connection_and_the_seat_stays()
    {
        var guest = In();
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(guest.Id)));
        Assert.True(Assert.Single(_story.Told.OfType<Notice.ParticipantsChanged>()).Situation.On(guest.Seat)!.IsAway);
        _story.Do(new DispatchCommand.Connect(Party.Of(guest.Id)));
        Assert.False(Assert.Single(_story.Told.OfType<Notice.ParticipantsChanged>()).Situation.On(guest.Seat)!.IsAway);
    }

    [Fact]
    public void A_guest_neither_ends_nor_holds_nor_bills()
    {
        var guest = Party.Of(In().Id);
        AssertRefused(ErrorCode.SessionNotFound, new DispatchCommand.EndSession(_session.Id, guest, TimeSpan.Zero));
        AssertRefused(ErrorCode.SessionNotFound, new DispatchCommand.HoldSession(_session.Id, guest, true));
        AssertRefused(ErrorCode.SessionNotFound, new DispatchCommand.ReportMedia(_session.Id, guest, true, TimeSpan.Zero));
    }

    [Fact]
    public void A_guest_may_be_invited_while_the_session_connects()
    {
        _story.EndsBy(_session, Requester);
        _story.OnDuty(Given.Interpreter("Next"));
        var asked = _story.Asks(Given.Request());
        var connecting = _story.Accepts(_story.Tables.Interpreters[_story.RingingFor(asked)[0].Interpreter]);
        var reply = _story.Do(new DispatchCommand.InviteGuest(connecting.Id, Party.Of(connecting.Requester), GuestRole.EndUser, Link()));
        Assert.IsType<DispatchReply.GuestIs>(reply);
    }

    private string Link() => (++_links).ToString("x64", System.Globalization.CultureInfo.InvariantCulture);

    private Guest Invited() =>
        Assert.IsType<DispatchReply.GuestIs>(_story.Do(new DispatchCommand.InviteGuest(_session.Id, Requester, GuestRole.EndUser, Link()))).Situation.Guest;

    private Guest Waiting()
    {
        var guest = Invited();
        _story.Do(new DispatchCommand.ArriveAsGuest(guest.LinkHash));
        _story.Do(new DispatchCommand.Connect(Party.Of(guest.Id)));
        return Row(guest);
    }

    private Guest In()
    {
        var guest = Waiting();
        Admit(guest);
        return Row(guest);
    }

    private void Admit(Guest guest) => _story.Do(new DispatchCommand.AdmitGuest(_session.Id, Requester, guest.Seat));

    private Guest Row(Guest guest) => _story.Tables.Guests[guest.Id];

    /// <summary>Both sides go on reporting media meanwhile.</summary>
    private void StayFor(int seconds)
    {
        for (var waited = 0; waited < seconds; waited += 20)
        {
            _story.Wait(Math.Min(20, seconds - waited));
            _story.BothReportMedia(_story.Tables.Sessions[_session.Id], 10);
        }
    }

    private void AssertRefused(ErrorCode code, DispatchCommand command) =>
        Assert.Equal(code, Assert.IsType<DispatchReply.Refused>(_story.Do(command)).Code);
}
