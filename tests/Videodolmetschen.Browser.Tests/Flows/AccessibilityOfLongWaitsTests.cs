using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>One unanswered offer makes a pause, and after a second of waiting there are choices.</summary>
public sealed class Impatient(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    protected override string[] Settings =>
        ["Dispatch:Policy:OfferLife=00:00:03", "Dispatch:Policy:MissesUntilPause=1", "Dispatch:Policy:ChoicesAfter=00:00:01"];
}

public sealed class AccessibilityOfLongWaitsTests(Impatient service) : Story(service), IClassFixture<Impatient>
{
    [Fact]
    public async Task A_long_wait_behind_another_call_violates_nothing()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync("interpreter.dari");
        var first = await Service.SignInAsync("asyl");
        await interpreter.GoOnDutyAsync();
        await first.AskForAsync("Dari");
        await interpreter.AcceptAsync();
        var second = await Service.SignInAsync("sozialamt");
        await second.AskForAsync("Dari");
        await second.SeesAsync("Das können Sie inzwischen tun");
        await second.Page.IsAccessibleAsync("requester choices");
        await coordinator.Page.GetByLabel("Lange Wartezeit").First.WaitForAsync();
        await coordinator.Page.IsAccessibleAsync("coordinator long wait");
        await second.SeesAsync("Wartezeit noch unbekannt");
        await second.PressAsync("Verwandte Sprache zulassen");
        await coordinator.SeesAsync("auch: ");
        await second.PressAsync("Nur mit Ton verbinden");
        await second.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nur Ton" }).WaitForAsync();
        await second.Button("Nur mit Ton verbinden").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await second.Button("Verwandte Sprache zulassen").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_pause_after_missed_offers_is_loud_names_them_and_ends_with_one_press()
    {
        var interpreter = await Service.SignInAsync("interpreter.vietnamesisch");
        var requester = await Service.SignInAsync("jugendamt");
        await interpreter.GoOnDutyAsync();
        await requester.ChooseAsync("Vietnamesisch");
        await requester.Page.GetByText("Polizei oder Kinderschutz").ClickAsync();
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.Page.GetByRole(AriaRole.Article).GetByText("Polizei oder Kinderschutz").WaitForAsync();
        await interpreter.SeesAsync("Vietnamesisch, Asyl, Video (Sofort-Anfrage)");
        await interpreter.Page.IsAccessibleAsync("interpreter paused after misses");
        Assert.Equal("In Pause: Anfragen verpasst", await interpreter.Page.TitleAsync());
        await interpreter.PressAsync("Zurück in den Dienst");
        await interpreter.SeesAsync("Sie sind im Dienst.");
        Assert.NotEqual("In Pause: Anfragen verpasst", await interpreter.Page.TitleAsync());
    }
}
