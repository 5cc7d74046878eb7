using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Waves of one, so that the next interpreter rings because the first declined, and for no other reason.</summary>
public sealed class OneAtATime(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    protected override string[] Settings => ["Dispatch:Policy:FirstWaveSize=1", "Dispatch:Policy:FirstWaveAlone=00:01:00", "Dispatch:Policy:OfferLife=00:01:00"];
}

public sealed class NextInterpreterTests(OneAtATime service) : Story(service), IClassFixture<OneAtATime>
{
    [Fact]
    public async Task A_declined_offer_rings_the_next_interpreter_who_takes_the_call()
    {
        var first = await Service.SignInAsync("interpreter.tigrinya");
        await first.GoOnDutyAsync();
        var second = await Service.SignInAsync("interpreter.tigrinya2");
        await second.GoOnDutyAsync();
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await requester.AskForAsync("Tigrinya");

        var (rung, next) = await WhoRingsAsync(first, second);
        Assert.False(await next.AcceptButton.IsVisibleAsync());
        await rung.DeclineAsync("Befangenheit");
        await next.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await next.Page.SeesMovingPictureAsync();
        await rung.SeesAsync("Sie haben abgelehnt.");
        await requester.HangUpAsync();
    }

    private static async Task<(Person Rung, Person Next)> WhoRingsAsync(Person one, Person other)
    {
        var ringsOne = one.IsRungAsync();
        var ringsOther = other.IsRungAsync();
        return await Task.WhenAny(ringsOne, ringsOther) == ringsOne ? (one, other) : (other, one);
    }
}
