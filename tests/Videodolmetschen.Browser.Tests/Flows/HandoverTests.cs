using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Nobody is handed over while a slow machine looks for a button.</summary>
public sealed class PatientService(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
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
        await first.PressAsync("Jetzt Pause machen");
        await first.SeesAsync("Sie kommen jederzeit mit einem Klick zurück");
        await requester.Page.SeesAllMovingAsync(1);
        await relief.Page.SeesAllMovingAsync(1);
        await requester.HangUpAsync();
        await relief.SeesAsync("Nachbereitung");
        var session = Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
        var stints = await Service.Tables.StintsOfAsync(session.Id);
        Assert.Equal(2, stints.Select(stint => stint.Number).Distinct().Count());
        Assert.Equal(session.BillableSeconds, stints.Sum(stint => stint.Seconds));
        await ExcludeAndForgiveAsync(requester, relief);
    }

    /// <summary>Each side excludes the other in its own place; a coordinator sees both, and in each of the three lists one is taken back.</summary>
    private async Task ExcludeAndForgiveAsync(Person requester, Person interpreter)
    {
        const string Customer = "Ausländerbehörde der Stadt Lindenfurt";
        await interpreter.PressAsync("Nicht mehr für diesen Auftraggeber");
        await interpreter.PressAsync("Ausschließen");
        await interpreter.SeesAsync("Ausgeschlossene Auftraggeber");
        await requester.ButtonLike("^Nicht mehr mit D-").ClickAsync();
        await requester.PressAsync("Ausschließen");
        await requester.SeesAsync("Es klingelt nicht mehr bei D-");
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.GoToRareAsync("Wer für wen");
        // Two of the demo data, and these two.
        await Assertions.Expect(coordinator.ButtonsLike("Ausschluss aufheben$")).ToHaveCountAsync(4);
        await interpreter.PressAsync($"{Customer}: Ausschluss aufheben");
        await interpreter.SeesAsync($"Der Ausschluss von {Customer} ist aufgehoben.");
        await coordinator.ButtonLike("^Reza Moradi .*Ausschluss aufheben$").ClickAsync();
        await coordinator.SeesAsync("Der Ausschluss von Reza Moradi");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Verlauf" }).ClickAsync();
        await requester.PressAsync("D-0003: Ausschluss aufheben");
        await requester.SeesAsync("Der Ausschluss von D-0003 ist aufgehoben.");
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
