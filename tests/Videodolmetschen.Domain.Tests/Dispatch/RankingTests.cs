using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class RankingTests
{
    private readonly Story _story = new();

    [Fact]
    public void The_longest_idle_comes_first()
    {
        var three = _story.OnDuty(3);
        _story.Wait(5);
        _story.EndsBy(_story.Talking(three[0]), Party.Of(three[0].Id));
        _story.Wait(15);

        Assert.Equal([three[1].Id, three[2].Id, three[0].Id], Ranked(Given.Request()));
    }

    [Fact]
    public void Fewer_offered_minutes_decide_between_the_equally_idle()
    {
        var much = _story.OnDuty(Given.Interpreter() with { OfferedMinutesThisWeek = 300 });
        var little = _story.OnDuty(Given.Interpreter() with { OfferedMinutesThisWeek = 30 });

        Assert.Equal([little.Id, much.Id], Ranked(Given.Request()));
    }

    [Fact]
    public void Minutes_count_as_soon_as_a_conversation_has_ended_and_begin_anew_on_Monday()
    {
        var one = _story.OnDuty(Given.Interpreter() with { OfferedMinutesThisWeek = 30 });
        var session = _story.Talking(one);
        _story.GoesOn(session, 120);
        _story.EndsBy(session, Party.Of(one.Id));
        Assert.Equal(32, MinutesOf(one));

        _story.Wait(TimeSpan.FromDays(7).TotalSeconds);

        Assert.Equal(0, MinutesOf(one));
    }

    [Fact]
    public void Without_a_required_level_the_highest_comes_first()
    {
        var low = _story.OnDuty(Given.Interpreter().At(QualificationLevel.ShortCourse));
        var high = _story.OnDuty(Given.Interpreter().At(QualificationLevel.Sworn));

        Assert.Equal([high.Id, low.Id], Ranked(Given.Request()));
    }

    [Fact]
    public void With_a_required_level_the_nearest_to_it_comes_first()
    {
        var sworn = _story.OnDuty(Given.Interpreter().At(QualificationLevel.Sworn));
        var nearest = _story.OnDuty(Given.Interpreter().At(QualificationLevel.QualifiedCommunity));
        var between = _story.OnDuty(Given.Interpreter().At(QualificationLevel.CertifiedCommunity));

        var ranked = Ranked(Given.Request().Requiring(new Requirement.AtLeast(QualificationLevel.QualifiedCommunity)));

        Assert.Equal([nearest.Id, between.Id, sworn.Id], ranked);
    }

    [Fact]
    public void A_known_field_counts_more_than_idleness()
    {
        var idle = _story.OnDuty(Given.Interpreter());
        _story.Wait(60);
        var knows = _story.OnDuty(Given.Interpreter() with { Fields = new HashSet<Field> { Field.Asylum } });

        Assert.Equal([knows.Id, idle.Id], Ranked(Given.Request()));
    }

    [Fact]
    public void A_fulfilled_wish_counts_more_than_qualification()
    {
        var sworn = _story.OnDuty(Given.Interpreter().At(QualificationLevel.Sworn) with { Gender = Gender.Male });
        var woman = _story.OnDuty(Given.Interpreter().At(QualificationLevel.ShortCourse));

        Assert.Equal([woman.Id, sworn.Id], Ranked(Given.Request().Wishing(new Requirement.OfGender(Gender.Female))));
    }

    [Fact]
    public void The_same_interpreter_as_last_time_comes_first_if_wished()
    {
        var sworn = _story.OnDuty(Given.Interpreter().At(QualificationLevel.Sworn));
        var known = _story.OnDuty(Given.Interpreter().At(QualificationLevel.ShortCourse));

        Assert.Equal([known.Id, sworn.Id], Ranked(Given.Request().Wishing(new Requirement.ThisInterpreter(known.Id))));
    }

    [Fact]
    public void The_reasons_for_a_rank_are_kept()
    {
        var interpreter = _story.OnDuty(Given.Interpreter() with
        {
            Fields = new HashSet<Field> { Field.Asylum },
            OfferedMinutesThisWeek = 45,
        });
        var request = _story.Asks(Given.Request()
            .Wishing(new Requirement.OfGender(Gender.Female))
            .Wishing(new Requirement.SwornToday())
            .Wishing(new Requirement.ThisInterpreter(interpreter.Id)));

        var reasons = _story.RingingFor(request).Single().Reasons;
        Assert.Equal(new(true, 2, 3, true, _story.PresenceOf(interpreter).IdleSince, 45), reasons);
    }

    [Fact]
    public void Equals_in_rank_share_by_idleness_across_their_profiles()
    {
        var man = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        _story.Wait(10);
        var woman = _story.OnDuty(Given.Interpreter());
        _story.Wait(10);
        var otherMan = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });

        Assert.Equal([man.Id, woman.Id, otherMan.Id], Ranked(Given.Request()));
    }

    private IEnumerable<InterpreterId> Ranked(InterpretingRequest request) =>
        _story.RingingFor(_story.Asks(request)).Select(offer => offer.Interpreter);

    private int MinutesOf(Interpreter interpreter)
    {
        _story.Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        _story.Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
        _story.Wait(15);
        var request = _story.Asks(Given.Request());
        var minutes = _story.RingingAt(interpreter)!.Reasons.OfferedMinutesThisWeek;
        _story.Do(new DispatchCommand.CancelRequest(request.Id, Party.Of(request.Requester)));
        return minutes;
    }
}
