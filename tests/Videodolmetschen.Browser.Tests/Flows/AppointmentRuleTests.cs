using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The Disposition changes the rules of appointments, and what a customer pays for cancelling.</summary>
public sealed class AppointmentRuleTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task A_coordinator_allows_longer_appointments_and_a_requester_can_choose_them_at_once()
    {
        var coordinator = await OpenRulesAsync();
        await coordinator.Page.IsAccessibleOnEveryScreenAsync("rules of appointments");
        await Value(coordinator, "Antwort bis").FillAsync("25:00");
        await coordinator.SeesAsync("Bitte geben Sie eine Uhrzeit ein, zum Beispiel 14:30.");
        await Value(coordinator, "Antwort bis").FillAsync("14:30");
        await Value(coordinator, "Längste Dauer").FillAsync("480");
        await Value(coordinator, "Erste Erinnerung").FillAsync("30");
        await coordinator.PressAsync("Änderungen speichern");
        await coordinator.SeesAsync("Diese Erinnerung käme nicht nach der vorigen.");
        await coordinator.Page.IsAccessibleAsync("rules of appointments refused");
        await Value(coordinator, "Erste Erinnerung").FillAsync("0");
        await coordinator.PressAsync("Änderungen speichern");
        await coordinator.SeesAsync("Antwort bis: 14:30 Uhr (vorher 15:00 Uhr)");
        await coordinator.SeesAsync("Erste Erinnerung: keine (vorher 1.440 Minuten (1 Tag))");
        var requester = await Service.SignInAsync("asyl");
        await requester.Page.GotoAsync("/termine/neu");
        await requester.Page.GetByLabel("Dauer", new() { Exact = true }).SelectOptionAsync("8 Stunden");
    }

    [Fact]
    public async Task A_coordinator_gives_a_customer_steps_of_its_own()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var page = coordinator.Page;
        await coordinator.GoToRareAsync("Wer für wen");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Auftraggeber" }).FillAsync("Klinik");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByText("Eigene Stufen", new() { Exact = true }).ClickAsync();
        await coordinator.PressAsync("Stufe hinzufügen");
        await Value(coordinator, "Prozent, Stufe 2").FillAsync("40");
        await coordinator.PressAsync("Stornoregel speichern");
        await coordinator.SeesAsync("Eine spätere Absage muss mehr kosten.");
        await page.IsAccessibleOnEveryScreenAsync("cancellation steps refused");
        await Value(coordinator, "Prozent, Stufe 2").FillAsync("80");
        await coordinator.PressAsync("Stornoregel speichern");
        await coordinator.SeesAsync("Eigene Stufen (ab 24 Stunden vorher 50 %, ab 12 Stunden vorher 80 %)");
        await page.GetByText("Wie im JVEG", new() { Exact = true }).ClickAsync();
        await coordinator.PressAsync("Stornoregel speichern");
        await coordinator.SeesAsync("Bisherige Änderungen");
    }

    private static ILocator Value(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });

    private async Task<Person> OpenRulesAsync()
    {
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.GoToRareAsync("Regeln");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Regeln für Termine" }).ClickAsync();
        await Value(coordinator, "Längste Dauer").WaitForAsync();
        return coordinator;
    }
}
