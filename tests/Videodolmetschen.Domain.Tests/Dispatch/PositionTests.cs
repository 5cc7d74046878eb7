using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class PositionTests
{
    private readonly Story _story = new();

    public PositionTests() => _story.Talking(_story.OnDuty(Given.Interpreter()));

    [Fact]
    public void Those_who_wait_for_the_same_language_stand_in_one_line()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter(language: Given.Dari)), Given.Request(Given.Dari));
        Assert.Equal(1, PositionOf(AsksNow()));
        Assert.Equal(1, PositionOf(_story.Asks(Given.Request(Given.Dari))));
        Assert.Equal(2, PositionOf(AsksNow()));
    }

    [Fact]
    public void A_changed_position_is_told_within_a_second_and_an_unchanged_one_is_not()
    {
        var (first, second, third) = (AsksNow(), AsksNow(), AsksNow());
        _story.Wait(2);
        _story.Do(new DispatchCommand.CancelRequest(second.Id, Party.Of(second.Requester)));

        _story.Wait(1);

        var told = Assert.Single(_story.Told.OfType<Notice.RequestChanged>());
        Assert.Equal((third.Id, 2), (told.Situation.Request.Id, told.Situation.Position));
        Assert.Equal(1, PositionOf(first));
    }

    [Fact]
    public void Only_the_head_of_a_long_line_is_told()
    {
        var line = Enumerable.Range(0, 110).Select(_ => AsksNow()).ToList();
        _story.Wait(2);
        _story.Do(new DispatchCommand.CancelRequest(line[0].Id, Party.Of(line[0].Requester)));

        _story.Wait(1);

        Assert.Equal(100, _story.Told.OfType<Notice.RequestChanged>().Count());
    }

    [Theory]
    [InlineData(Priority.AppointmentUncovered, 89, true)]
    [InlineData(Priority.AppointmentUncovered, 91, false)]
    [InlineData(Priority.PoliceOrChildProtection, 179, true)]
    [InlineData(Priority.PoliceOrChildProtection, 181, false)]
    [InlineData(Priority.Emergency, 230, true)]
    public void A_priority_overtakes_those_who_have_not_waited_its_points(Priority priority, int waited, bool overtakes)
    {
        var story = new Story(new DispatchPolicy { MediaSilence = TimeSpan.FromHours(1) });
        story.Talking(story.OnDuty(Given.Interpreter()));
        story.Asks(Given.Request());
        story.Wait(waited);

        var urgent = story.Asks(Given.Request() with { Priority = priority });

        Assert.Equal(overtakes ? 1 : 2, story.SituationOf(Party.Of(urgent.Requester)).Request!.Position);
    }

    [Fact]
    public void An_emergency_comes_before_the_oldest_callback()
    {
        var unserved = _story.Asks(Given.Request(Given.Dari));
        var callback = Assert.IsType<DispatchReply.CallbackIs>(_story.Do(new DispatchCommand.AskCallback(unserved))).Callback;
        _story.Wait(3 * 3600);
        _story.Talking(_story.OnDuty(Given.Interpreter(language: Given.Dari)), Given.Request(Given.Dari));
        var free = _story.OnDuty(Given.Interpreter(language: Given.Dari));
        var old = Assert.IsType<DispatchReply.RequestStands>(_story.Do(new DispatchCommand.TakeCallback(callback.Id, callback.Requester, Given.NewId())));
        _story.Declines(free);

        var emergency = _story.Asks(Given.Request(Given.Dari) with { Priority = Priority.Emergency });
        var next = _story.OnDuty(Given.Interpreter(language: Given.Dari));

        Assert.Equal(unserved.RequestedAt, old.Situation.Request.Place);
        Assert.Equal(2, PositionOf(old.Situation.Request));
        Assert.Equal([free.Id, next.Id], _story.RingingFor(emergency).Select(offer => offer.Interpreter));
    }

    [Fact]
    public void Those_whom_no_one_interpreter_could_serve_are_not_in_each_others_way()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter() with { Gender = Gender.Male }));
        var forAWoman = _story.Asks(Given.Request().Requiring(new Requirement.OfGender(Gender.Female)));
        var forAMan = _story.Asks(Given.Request().Requiring(new Requirement.OfGender(Gender.Male)));
        var forAnybody = AsksNow();

        Assert.Equal((1, 1, 3), (PositionOf(forAWoman), PositionOf(forAMan), PositionOf(forAnybody)));
    }

    [Fact]
    public void Who_becomes_free_is_matched_to_the_first_in_line_he_suits()
    {
        var unsuitable = _story.Asks(Given.Request().Requiring(new Requirement.KnowsField()));
        var first = AsksNow();
        var second = AsksNow();

        var fresh = _story.OnDuty(Given.Interpreter());

        Assert.Equal(first.Id, _story.RingingAt(fresh)!.Request);
        Assert.Equal(RequestState.Waiting, _story.StateOf(second).State);
        Assert.Equal(RequestState.Unserved, unsuitable.State);
    }

    [Fact]
    public void Who_speaks_two_languages_takes_the_one_who_asked_first_in_either()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter(language: Given.Dari)), Given.Request(Given.Dari));
        var first = _story.Asks(Given.Request(Given.Kurmanji));
        _story.Wait(1);
        _story.Asks(Given.Request(Given.Dari));
        SpokenLanguage[] both = [.. new[] { Given.Kurmanji, Given.Dari }.Select(one => new SpokenLanguage(one, QualificationLevel.Sworn))];

        var fresh = _story.OnDuty(Given.Interpreter() with { Languages = both });

        Assert.Equal(first.Id, _story.RingingAt(fresh)!.Request);
    }

    [Fact]
    public void Those_freed_by_the_end_of_a_search_ring_for_the_next_in_line()
    {
        var fresh = _story.OnDuty(Given.Interpreter());
        var (first, second) = (AsksNow(), AsksNow());

        _story.Do(new DispatchCommand.CancelRequest(first.Id, Party.Of(first.Requester)));

        Assert.Equal(second.Id, _story.RingingAt(fresh)!.Request);
    }

    [Fact]
    public void A_requester_sees_how_many_ring_and_how_many_are_on_duty()
    {
        _story.OnDuty(2);

        var situation = _story.SituationOf(Party.Of(AsksNow().Requester)).Request!;

        Assert.Equal((1, 2, 3), (situation.Position, situation.Ringing, situation.OnDuty));
    }

    private InterpretingRequest AsksNow() => _story.Asks(Given.Request());

    private int? PositionOf(InterpretingRequest request) => _story.SituationOf(Party.Of(request.Requester)).Request?.Position;
}
