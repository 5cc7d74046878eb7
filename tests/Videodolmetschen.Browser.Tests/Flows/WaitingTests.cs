using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>All choices come after a second, and offers ring long enough for a slow machine.</summary>
public sealed class ChoicesSoon(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    protected override string[] Settings =>
        ["Dispatch:Policy:AudioAfter=00:00:01", "Dispatch:Policy:ChoicesAfter=00:00:01", "Dispatch:Policy:OfferLife=00:01:00"];
}

/// <summary>Nobody is there, nobody comes, and somebody was good: what a requester can do then.</summary>
public sealed class WaitingTests(ChoicesSoon service) : Story(service), IClassFixture<ChoicesSoon>
{
    [Fact]
    public async Task A_callback_leads_to_a_conversation_and_the_same_interpreter_comes_again()
    {
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        await requester.AskForAsync("Georgisch");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Termin buchen" }).ClickAsync();
        await requester.SeesAsync("Georgisch");
        await requester.Page.GoBackAsync();
        await requester.PressAsync("Rückruf, wenn jemand frei ist");
        await requester.SeesAsync("Rückruf vorgemerkt: Georgisch");
        await requester.Page.IsAccessibleAsync("requester callback open");
        var interpreter = await Service.SignInAsync("interpreter.georgisch");
        await interpreter.GoOnDutyAsync();
        await requester.SeesAsync("Jetzt ist jemand frei: Georgisch");
        await requester.Page.IsAccessibleAsync("requester callback ready");
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
        await interpreter.PressAsync("Jetzt fertig");
        await requester.ButtonLike("^Wieder mit D-").ClickAsync();
        await interpreter.SeesAsync("Sie werden wieder gewünscht");
        await interpreter.Page.IsAccessibleAsync("interpreter wished again");
    }

    [Fact]
    public async Task The_Disposition_is_asked_promises_to_help_and_finds_the_need_in_the_ledger()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var requester = await Service.SignInAsync("sozialamt");
        await requester.AskForAsync("Rumänisch");
        await requester.PressAsync("Disposition um Hilfe bitten");
        await coordinator.SeesAsync("Bittet um Hilfe seit");
        await coordinator.Page.IsAccessibleAsync("coordinator asked for help");
        await coordinator.ButtonLike("^Wir kümmern uns").ClickAsync();
        await requester.SeesAsync("Die Disposition kümmert sich seit");
        await requester.Page.IsAccessibleAsync("requester help promised");
        await requester.PressAsync("Rückruf, wenn jemand frei ist");
        await requester.SeesAsync("Rückruf vorgemerkt: Rumänisch");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Nicht bedient" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Rowheader, new() { Name = "Rumänisch" }).WaitForAsync();
        await coordinator.Page.IsAccessibleAsync("coordinator ledger");
        await coordinator.ButtonLike("^Warum diese Personen\\? Rumänisch").ClickAsync();
        await coordinator.SeesAsync("Diese Anfrage wurde niemandem angeboten.");
        await coordinator.SeesAsync("Nicht im Dienst.");
        await requester.Page.GetByRole(AriaRole.Link, new() { Name = "Verlauf" }).ClickAsync();
        await requester.SeesAsync("Niemand gefunden");
        await requester.Page.IsAccessibleAsync("requester history");
    }
}
