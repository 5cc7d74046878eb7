using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class SituationTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_returning_interpreter_finds_what_rings()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        var situation = _story.SituationOf(Party.Of(interpreter.Id));

        Assert.Equal(request.Id, Assert.Single(situation.Offers).Request.Id);
        Assert.Equal(PresenceState.Available, situation.Presence!.State);
    }

    [Fact]
    public void Both_sides_find_their_session()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var session = _story.Talking(interpreter);

        Assert.Equal(session, _story.SituationOf(Party.Of(interpreter.Id)).Session!.Session);
        Assert.Equal(session, _story.SituationOf(Party.Of(session.Requester)).Session!.Session);
    }

    [Fact]
    public void Strangers_find_nothing()
    {
        Assert.Equal(new Situation(null, [], null, null), _story.SituationOf(Party.Of(new UserId(Given.Id(1)))));
        Assert.Equal(new Situation(null, [], null, null), _story.SituationOf(Party.Of(new InterpreterId(Given.Id(1)))));
    }

    [Fact]
    public void Whoever_was_away_when_the_search_gave_up_learns_of_it()
    {
        _story.Known(Given.Interpreter());
        var request = _story.Asks(Given.Request());

        Assert.Equal(UnservedCause.NoneOnDuty, _story.SituationOf(Party.Of(request.Requester)).Request!.Request.UnservedBecause);
    }

    [Fact]
    public void The_floor_shows_who_waits_who_rings_who_talks_and_who_is_on_duty()
    {
        var three = _story.OnDuty(3);
        var session = _story.Talking(three[0]);
        var ringing = _story.Asks(Given.Request());
        var waiting = _story.Asks(Given.Request());
        _story.Do(new DispatchCommand.SetPresence(three[2].Id, PresenceWish.Paused));

        var floor = Assert.IsType<DispatchReply.FloorIs>(_story.Do(new DispatchCommand.AskFloor())).Floor;

        Assert.Equal([ringing.Id, waiting.Id], floor.Requests.Select(one => one.Request.Id));
        Assert.Equal([1, 2], floor.Requests.Select(one => one.Position!.Value));
        Assert.Equal(three[1].Id, Assert.Single(floor.OpenOffers).Interpreter);
        Assert.Equal(session.Id, Assert.Single(floor.Sessions).Session.Id);
        Assert.Equal(
            [PresenceState.InSession, PresenceState.Available, PresenceState.Paused],
            floor.OnDuty.Select(one => one.Presence.State));
    }
}
