using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class RelatedLanguageTests
{
    private static readonly LanguageCode Farsi = new("pes");
    private readonly Story _story = new();

    [Fact]
    public void Where_it_is_allowed_an_interpreter_of_a_related_language_rings_after_a_minute()
    {
        var related = _story.OnDuty(Given.Interpreter(language: Farsi));
        var request = _story.Asks(Dari(allowed: true));

        _story.Wait(59.9);
        Assert.Null(_story.RingingAt(related));
        _story.Wait(0.1);
        Assert.Equal((request.Id, Farsi), (_story.RingingAt(related)!.Request, _story.RingingAt(related)!.Reasons.Related!.Value));
    }

    [Fact]
    public void What_is_spoken_in_the_session_is_the_related_language()
    {
        var related = _story.OnDuty(Given.Interpreter(language: Farsi));
        var request = _story.Asks(Dari(allowed: true));
        _story.Wait(60);

        var session = _story.Accepts(related);

        Assert.Equal((Farsi, Given.Dari), (session.Language, request.Language));
    }

    [Fact]
    public void Where_it_is_not_allowed_nobody_else_is_a_hope()
    {
        _story.OnDuty(Given.Interpreter(language: Farsi));

        Assert.Equal(UnservedCause.NoneQualified, _story.Asks(Dari(allowed: false)).UnservedBecause);
    }

    [Fact]
    public void When_the_last_related_hope_leaves_the_search_ends_with_its_cause()
    {
        var related = _story.OnDuty(Given.Interpreter(language: Farsi));
        var request = _story.Asks(Dari(allowed: true));

        _story.Do(new DispatchCommand.SetPresence(related.Id, PresenceWish.Offline));

        Assert.Equal(UnservedCause.NoneOnDuty, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void The_language_asked_for_goes_before_a_better_qualified_related_one()
    {
        var story = new Story(new DispatchPolicy { FirstWaveSize = 1, EverybodyAfter = TimeSpan.FromSeconds(200), FirstWaveAlone = TimeSpan.FromSeconds(200), OfferLife = TimeSpan.FromSeconds(30) });
        story.OnDuty(Given.Interpreter(language: Farsi).At(QualificationLevel.Sworn));
        var session = story.Talking(story.OnDuty(Given.Interpreter("asked for", Given.Dari)), Dari(allowed: false));
        var request = story.Asks(Dari(allowed: true));
        story.BothReportMedia(session);
        story.Wait(20);
        story.EndsBy(session, Party.Of(session.Interpreter));
        story.Wait(42);

        Assert.Equal(session.Interpreter, Assert.Single(story.RingingFor(request)).Interpreter);
    }

    [Fact]
    public void Whoever_speaks_both_is_rung_at_once_for_the_language_asked_for()
    {
        var both = _story.OnDuty(Given.Interpreter(language: Farsi) with { Languages = [new(Farsi, QualificationLevel.Sworn), new(Given.Dari, QualificationLevel.ShortCourse)] });
        _story.Asks(Dari(allowed: true));

        Assert.Null(_story.RingingAt(both)!.Reasons.Related);
    }

    [Fact]
    public void Requirements_hold_for_the_related_language_too()
    {
        _story.OnDuty(Given.Interpreter(language: Farsi));

        var request = _story.Asks(Dari(allowed: true).Requiring(new Requirement.SwornToday()));

        Assert.Equal(UnservedCause.NoneQualified, request.UnservedBecause);
    }

    [Fact]
    public void It_can_be_allowed_while_waiting_without_losing_the_place()
    {
        var related = _story.OnDuty(Given.Interpreter(language: Farsi));
        var session = _story.Talking(_story.OnDuty(Given.Interpreter(language: Given.Dari)), Dari(allowed: false));
        var request = _story.Asks(Dari(allowed: false));
        _story.BothReportMedia(session);
        _story.Wait(25);
        _story.BothReportMedia(session);
        _story.Wait(29);
        _story.BothReportMedia(session);
        _story.Wait(10);

        _story.Do(new DispatchCommand.EaseRequest(request.Id, Party.Of(request.Requester), ToAudio: false, AllowRelated: true));

        Assert.Equal((request.Id, request.RequestedAt), (_story.RingingAt(related)!.Request, _story.StateOf(request).RequestedAt));
    }

    private static InterpretingRequest Dari(bool allowed) => Given.Request(Given.Dari) with { RelatedAllowed = allowed, RelatedLanguages = [Farsi] };
}
