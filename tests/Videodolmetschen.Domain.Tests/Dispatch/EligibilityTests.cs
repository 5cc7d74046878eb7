using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class EligibilityTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private readonly Story _story = new();

    [Fact]
    public void Both_directions_of_the_language_are_needed()
    {
        var oneWay = Given.Interpreter() with
        {
            Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.Sworn) { ToGerman = false }],
        };

        Assert.False(IsRung(oneWay, Given.Request()));
    }

    [Fact]
    public void An_oath_counts_on_its_last_day_and_not_after()
    {
        var sworn = Given.Request().Requiring(new Requirement.SwornToday());

        Assert.True(IsRung(Given.Interpreter().Sworn(Today), sworn));
        Assert.False(IsRung(Given.Interpreter().Sworn(Today.AddDays(-1)), sworn));
    }

    [Fact]
    public void An_oath_for_another_language_does_not_count()
    {
        var sworn = Given.Interpreter(language: Given.Dari).Sworn(Today.AddYears(1)) with
        {
            Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.Sworn)],
        };

        Assert.False(IsRung(sworn, Given.Request().Requiring(new Requirement.SwornToday())));
    }

    [Fact]
    public void Whose_oath_runs_out_while_it_rings_cannot_accept_any_more()
    {
        var interpreter = _story.OnDuty(Given.Interpreter().Sworn(Today));
        _story.Wait(TimeSpan.FromHours(15).TotalSeconds - 5);
        var request = _story.Asks(Given.Request().Requiring(new Requirement.SwornToday()));
        var offer = _story.RingingAt(interpreter)!;
        _story.Wait(6);

        var reply = _story.Do(new DispatchCommand.AcceptOffer(offer.Id, interpreter.Id));

        Assert.Equal(new DispatchReply.OfferGone(OfferState.Withdrawn, WithdrawnBecause.InterpreterLeft), reply);
        Assert.Equal(UnservedCause.NoneQualified, _story.StateOf(request).UnservedBecause);
    }

    [Fact]
    public void An_oath_runs_out_at_midnight_in_Berlin_while_the_service_runs()
    {
        var interpreter = _story.OnDuty(Given.Interpreter().Sworn(Today));
        _story.Wait(TimeSpan.FromHours(14.99).TotalSeconds);
        var before = _story.Asks(Given.Request().Requiring(new Requirement.SwornToday()));
        Assert.Equal(RequestState.Offered, before.State);
        _story.Do(new DispatchCommand.CancelRequest(before.Id, Party.Of(before.Requester)));
        _story.Wait(60);

        var after = _story.Asks(Given.Request().Requiring(new Requirement.SwornToday()));

        Assert.Equal(UnservedCause.NoneQualified, after.UnservedBecause);
        Assert.Null(_story.RingingAt(interpreter));
    }

    [Fact]
    public void A_clinic_needs_an_obligation_to_secrecy_that_is_valid_today()
    {
        var clinic = Given.Request() with { NeedsSection203 = true };

        Assert.True(IsRung(Given.Interpreter() with { Section203Until = Today }, clinic));
        Assert.False(IsRung(Given.Interpreter() with { Section203Until = Today.AddDays(-1) }, clinic));
        Assert.False(IsRung(Given.Interpreter(), clinic));
    }

    [Fact]
    public void Whoever_is_blocked_for_the_customer_is_not_rung()
    {
        var blocked = Given.Interpreter() with { BlockedCustomers = new HashSet<CustomerId> { Given.Authority } };

        Assert.False(IsRung(blocked, Given.Request()));
        Assert.True(IsRung(blocked, Given.Request() with { Customer = new CustomerId(Given.Id(1)) }));
    }

    [Fact]
    public void Whoever_is_blocked_is_passed_over_for_others()
    {
        var blocked = _story.OnDuty(Given.Interpreter() with { BlockedCustomers = new HashSet<CustomerId> { Given.Authority } });
        var other = _story.OnDuty(Given.Interpreter());

        _story.Asks(Given.Request());

        Assert.Null(_story.RingingAt(blocked));
        Assert.NotNull(_story.RingingAt(other));
    }

    [Fact]
    public void Only_blocked_interpreters_on_duty_are_nobody_on_duty()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.OnDuty(Given.Interpreter() with { BlockedCustomers = new HashSet<CustomerId> { Given.Authority } });
        var waiting = _story.Asks(Given.Request());
        Assert.Equal(1, _story.SituationOf(Party.Of(waiting.Requester)).Request!.OnDuty);

        var session = _story.Tables.Sessions.Values.Single();
        _story.Do(new DispatchCommand.SetPresence(session.Interpreter, PresenceWish.Offline));
        _story.EndsBy(session, Party.Of(session.Interpreter));
        _story.Wait(15);

        Assert.Equal(UnservedCause.NoneOnDuty, _story.StateOf(waiting).UnservedBecause);
    }

    public static TheoryData<Requirement, bool> Requirements => new()
    {
        { new Requirement.OfGender(Gender.Female), true },
        { new Requirement.OfGender(Gender.Male), false },
        { new Requirement.AtLeast(QualificationLevel.QualifiedCommunity), true },
        { new Requirement.AtLeast(QualificationLevel.CertifiedCommunity), true },
        { new Requirement.AtLeast(QualificationLevel.StateExamined), false },
        { new Requirement.KnowsField(), true },
        { new Requirement.SpeaksVariety("Behdini"), true },
        { new Requirement.SpeaksVariety("Behd"), false },
        { new Requirement.ThisInterpreter(new InterpreterId(Given.Id(5))), true },
        { new Requirement.ThisInterpreter(new InterpreterId(Given.Id(6))), false },
    };

    [Theory]
    [MemberData(nameof(Requirements))]
    public void A_requirement_binds(Requirement requirement, bool met)
    {
        var interpreter = Given.Interpreter() with
        {
            Id = new InterpreterId(Given.Id(5)),
            Fields = new HashSet<Field> { Field.Asylum },
            Languages = [new SpokenLanguage(Given.Kurmanji, QualificationLevel.CertifiedCommunity) { Varieties = ["Behdini", "Serhedi"] }],
        };

        Assert.Equal(met, IsRung(interpreter, Given.Request().Requiring(requirement)));
    }

    [Fact]
    public void Whoever_is_paused_or_off_duty_is_not_rung()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Paused));

        Assert.Equal(UnservedCause.NoneOnDuty, _story.Asks(Given.Request()).UnservedBecause);
    }

    [Fact]
    public void All_obstacles_are_named()
    {
        var request = new LiveRequest(
            Given.Request().Requiring(new Requirement.SwornToday(), new Requirement.OfGender(Gender.Male)) with { NeedsSection203 = true },
            new LanguageDesk(Given.Kurmanji),
            Given.MondayMorning) { Step = new Alarm(() => { }), Grace = new Alarm(() => { }) };
        var profile = Profile.Of(Given.Interpreter(), Given.Interpreter().Languages[0], Today);

        Assert.Equal(Obstacles.Oath | Obstacles.Gender | Obstacles.Section203, Eligibility.OfProfile(profile, request.Row));
    }

    private static bool IsRung(Interpreter interpreter, InterpretingRequest request)
    {
        var story = new Story();
        story.OnDuty(interpreter);
        story.Asks(request);
        return story.RingingAt(interpreter) is not null;
    }
}
