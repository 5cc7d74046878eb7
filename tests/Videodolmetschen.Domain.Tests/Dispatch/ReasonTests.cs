using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

/// <summary>Why not: what keeps somebody from being offered a request.</summary>
public class ReasonTests
{
    private readonly Story _story = new(new DispatchPolicy { FirstWaveSize = 1 });

    [Fact]
    public void Each_who_names_the_language_is_named_with_what_is_in_the_way_now()
    {
        var rung = _story.OnDuty(Given.Interpreter());
        var next = _story.OnDuty(Given.Interpreter());
        var man = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        var blocked = _story.Known(Given.Interpreter() with { BlockedCustomers = new HashSet<CustomerId> { Given.Authority } });
        var oneWay = _story.OnDuty(Given.Interpreter() with { Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.Sworn) { ToGerman = false }] });
        _story.OnDuty(Given.Interpreter(language: Given.Dari));

        var request = _story.Asks(Given.Request().Requiring(new Requirement.OfGender(Gender.Female)));

        Assert.Equal(
            [(rung.Id, Obstacles.NotFree), (next.Id, Obstacles.None), (man.Id, Obstacles.Gender), (blocked.Id, Obstacles.Blocked | Obstacles.NotFree), (oneWay.Id, Obstacles.Language)],
            HindrancesOf(request));
    }

    [Fact]
    public void Speakers_of_a_related_language_are_named_where_that_is_allowed_and_told_that_it_is_too_early()
    {
        _story.OnDuty(Given.Interpreter());
        var related = _story.OnDuty(Given.Interpreter(language: Given.Dari));

        var request = _story.Asks(Given.Request() with { RelatedAllowed = true, RelatedLanguages = [Given.Dari] });

        Assert.Contains((related.Id, Obstacles.RelatedLater), HindrancesOf(request));
    }

    [Fact]
    public void A_request_that_is_long_forgotten_can_still_be_explained()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        var complainedAbout = _story.OnDuty(Given.Interpreter());
        var old = Given.Request() with { State = RequestState.Unserved, Excluded = new HashSet<InterpreterId> { complainedAbout.Id } };

        Assert.Equal([(interpreter.Id, Obstacles.None), (complainedAbout.Id, Obstacles.Declined)], HindrancesOf(old));
        Assert.Null(_story.RingingAt(interpreter));
    }

    private IEnumerable<(InterpreterId, Obstacles)> HindrancesOf(InterpretingRequest request) =>
        ((DispatchReply.ObstaclesAre)_story.Do(new DispatchCommand.AskObstacles(request))).Hindrances.Select(one => (one.Interpreter.Id, one.Obstacles));
}
