using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class PolicyTests
{
    private static readonly DispatchPolicy Default = new();
    // Nobody has to report media while a story waits.
    private static readonly DispatchPolicy Rules = Default with { MediaSilence = TimeSpan.FromHours(1) };
    private readonly Story _story = new(Rules);

    [Fact]
    public void A_ringing_offer_keeps_its_countdown_and_the_next_one_gets_the_new()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Asks(Given.Request());
        _story.Uses(Rules with { OfferLife = TimeSpan.FromSeconds(40) });

        _story.Wait(20);
        Assert.Null(_story.RingingAt(interpreter));
        _story.Asks(Given.Request());

        Assert.Equal(_story.Now.AddSeconds(40), _story.RingingAt(interpreter)!.ExpiresAt);
    }

    [Fact]
    public void Those_who_talk_are_told_of_the_new_rules_and_asked_by_them()
    {
        var session = _story.Talking(_story.OnDuty(Given.Interpreter()));
        _story.Wait(60);

        _story.Uses(Rules with { SilenceUntilCheck = TimeSpan.FromSeconds(90) });
        Assert.Equal(session.Id, Assert.Single(_story.Told.OfType<Notice.SessionChanged>()).Session.Id);
        _story.Wait(30);

        Assert.NotNull(_story.Tables.Sessions[session.Id].Check);
    }

    [Fact]
    public void A_larger_wave_rings_those_who_are_free_at_once()
    {
        _story.OnDuty(5);
        var request = _story.Asks(Given.Request());
        Assert.Equal(3, _story.RingingFor(request).Length);

        _story.Uses(Rules with { FirstWaveSize = 5 });

        Assert.Equal(5, _story.RingingFor(request).Length);
    }

    [Fact]
    public void A_smaller_wave_takes_no_ringing_offer_away()
    {
        _story.OnDuty(4);
        var request = _story.Asks(Given.Request());

        _story.Uses(Rules with { FirstWaveSize = 1 });

        Assert.Equal(3, _story.RingingFor(request).Length);
    }

    [Fact]
    public void Waves_of_a_request_that_waits_follow_the_new_times()
    {
        _story.OnDuty(4);
        var request = _story.Asks(Given.Request());

        _story.Uses(Rules with { FirstWaveAlone = TimeSpan.FromSeconds(5) });
        _story.Wait(5);

        Assert.Equal(4, _story.RingingFor(request).Length);
    }

    [Fact]
    public void A_request_that_waits_gets_a_longer_patience_at_once()
    {
        var request = AsksWhileAllAreBusy();
        _story.Wait(200);

        _story.Uses(Rules with { UnservedAfter = TimeSpan.FromSeconds(300) });
        _story.Wait(99);
        Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
        _story.Wait(1);

        Assert.Equal(RequestState.Unserved, _story.StateOf(request).State);
    }

    [Fact]
    public void A_shorter_patience_gives_nobody_up_without_a_grace()
    {
        var request = AsksWhileAllAreBusy();
        _story.Wait(100);

        _story.Uses(Rules with { UnservedAfter = TimeSpan.FromSeconds(50), EverybodyAfter = TimeSpan.FromSeconds(40), ChoicesAfter = TimeSpan.FromSeconds(40) });
        _story.Wait(59);
        Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
        _story.Wait(1);

        Assert.Equal(RequestState.Unserved, _story.StateOf(request).State);
    }

    [Fact]
    public void A_grace_that_runs_keeps_its_end()
    {
        var interpreter = _story.OnDuty(Given.Interpreter());
        _story.Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));

        _story.Uses(Rules with { PresenceGrace = TimeSpan.FromSeconds(10) });
        _story.Wait(29);
        Assert.Equal(PresenceState.Available, _story.PresenceOf(interpreter).State);
        _story.Wait(1);

        Assert.Equal(PresenceState.Offline, _story.PresenceOf(interpreter).State);
    }

    [Fact]
    public void Requesters_who_wait_hear_of_the_new_times()
    {
        var request = AsksWhileAllAreBusy();

        _story.Uses(Rules with { UnservedAfter = TimeSpan.FromSeconds(300) });

        Assert.Equal(request.Id, Assert.Single(_story.Told.OfType<Notice.RequestChanged>()).Situation.Request.Id);
    }

    [Fact]
    public void The_defaults_keep_every_rule() => Assert.Empty(PolicyRules.Violations(Default));

    [Fact]
    public void Every_number_of_the_policy_can_be_changed()
    {
        var numbers = typeof(DispatchPolicy).GetProperties().Where(property => property.CanWrite).Select(property => property.Name);
        Assert.Equal(numbers.Order(), PolicyValue.All.Select(value => char.ToUpperInvariant(value.Name[0]) + value.Name[1..]).Order());
        Assert.All(PolicyValue.All, value => Assert.Equal(value.AtMost, value.Of(value.With(Default, value.AtMost))));
    }

    [Fact]
    public void Beyond_its_bounds_no_value_is_taken() => Assert.All(PolicyValue.All, value =>
    {
        foreach (var outside in new[] { value.AtLeast - 1, value.AtMost + 1 })
        {
            Assert.Contains(new PolicyViolation(value.Name, PolicyBreach.OutOfBounds), PolicyRules.Violations(value.With(Default, outside)));
        }
    });

    [Theory]
    [InlineData("offerLife", 241, PolicyBreach.OfferOutlivesRequest)]
    [InlineData("firstWaveAlone", 46, PolicyBreach.FirstWaveOutlastsWaves)]
    [InlineData("everybodyAfter", 241, PolicyBreach.EverybodyTooLate)]
    [InlineData("choicesAfter", 241, PolicyBreach.ChoicesTooLate)]
    [InlineData("wrapUp", 121, PolicyBreach.WrapUpOverItsMost)]
    [InlineData("headStartOfUncoveredAppointment", 181, PolicyBreach.PriorityOutOfOrder)]
    public void Values_that_contradict_each_other_are_named(string name, int value, PolicyBreach breach) =>
        Assert.Equal([new PolicyViolation(name, breach)], PolicyRules.Violations(PolicyValue.Find(name)!.With(Default, value)));

    private InterpretingRequest AsksWhileAllAreBusy()
    {
        _story.Talking(_story.OnDuty(Given.Interpreter()));
        return _story.Asks(Given.Request());
    }
}
