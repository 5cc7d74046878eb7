using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Nobody is handed over while a slow machine looks for a button.</summary>
public sealed class PatientService(RealPostgres postgres, Chromium chromium) : LiveService(postgres, chromium)
{
    protected override string[] Settings => ["Dispatch:Policy:HandoverOverlap=00:05:00", "Dispatch:Policy:OfferLife=00:01:00", "Dispatch:Policy:WrapUp=00:02:00"];
}

/// <summary>A conversation goes over to another interpreter, and those who talk do not notice more than a new face.</summary>
public sealed class HandoverTests(PatientService service) : Story(service), IClassFixture<PatientService>
{
    [Fact]
    public async Task An_interpreter_is_relieved_while_all_three_see_each_other_and_the_call_goes_on()
    {
        var (requester, first, relief) = await AllThreeAsync();
        await first.SeesAsync("ist da. Übergabe in");
        await requester.SeesAsync("Sie müssen nichts tun");
        await relief.SeesAsync("übernehmen Sie");
        await first.PressAsync("Jetzt übergeben");
        await first.SeesAsync("Sie haben das Gespräch übergeben");
        await requester.Page.SeesAllMovingAsync(1);
        await relief.Page.SeesAllMovingAsync(1);
        await requester.HangUpAsync();
        await relief.SeesAsync("Nachbereitung");
        var session = Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
        var stints = await Service.Tables.StintsOfAsync(session.Id);
        Assert.Equal(2, stints.Select(stint => stint.Number).Distinct().Count());
        Assert.Equal(session.BillableSeconds, stints.Sum(stint => stint.Seconds));
    }

    private async Task<(Person Requester, Person First, Person Relief)> AllThreeAsync()
    {
        var first = await Service.SignInAsync("interpreter.tigrinya2");
        await first.GoOnDutyAsync();
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await requester.AskForAsync("Tigrinya");
        await first.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.ClockReachesAsync(11);
        var relief = await Service.SignInAsync("interpreter.tigrinya3");
        await relief.GoOnDutyAsync();
        await first.PressAsync("Ablösung");
        await relief.SeesAsync("Ablösung. Das Gespräch");
        await relief.AcceptAsync();
        foreach (var person in new[] { requester, first, relief })
        {
            await person.Page.SeesAllMovingAsync(2);
        }

        return (requester, first, relief);
    }
}
