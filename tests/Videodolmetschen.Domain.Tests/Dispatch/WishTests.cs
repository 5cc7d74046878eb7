using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class WishTests
{
    private readonly Story _story = new();

    [Fact]
    public void A_wish_with_a_release_time_binds_until_then()
    {
        var man = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        var request = _story.Asks(Given.Request().Wishing(new Requirement.OfGender(Gender.Female), 30));

        _story.Wait(29.9);
        Assert.Equal(RequestState.Waiting, _story.StateOf(request).State);
        _story.Wait(0.1);
        Assert.NotNull(_story.RingingAt(man));
    }

    [Fact]
    public void A_wish_without_a_release_time_only_ranks()
    {
        var man = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });

        _story.Asks(Given.Request().Wishing(new Requirement.OfGender(Gender.Female)));

        Assert.NotNull(_story.RingingAt(man));
    }

    [Fact]
    public void A_wished_interpreter_rings_alone_until_the_wish_is_released()
    {
        var two = _story.OnDuty(2);
        _story.Asks(Given.Request().Wishing(new Requirement.ThisInterpreter(two[1].Id), 15));
        Assert.Null(_story.RingingAt(two[0]));
        Assert.NotNull(_story.RingingAt(two[1]));

        _story.Wait(15);

        Assert.NotNull(_story.RingingAt(two[0]));
    }

    [Fact]
    public void Somebody_who_comes_on_duty_while_the_wish_binds_waits_for_its_release()
    {
        _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        _story.Asks(Given.Request().Wishing(new Requirement.OfGender(Gender.Female), 30));
        _story.Wait(10);

        var other = _story.OnDuty(Given.Interpreter() with { Gender = Gender.Male });
        Assert.Null(_story.RingingAt(other));
        var woman = _story.OnDuty(Given.Interpreter());
        Assert.NotNull(_story.RingingAt(woman));
    }

    [Fact]
    public void Nobody_waits_for_a_wished_interpreter_who_is_off_duty()
    {
        var wished = _story.Known(Given.Interpreter());
        var other = _story.OnDuty(Given.Interpreter());

        _story.Asks(Given.Request().Wishing(new Requirement.ThisInterpreter(wished.Id), 30));

        Assert.NotNull(_story.RingingAt(other));
    }
}
