using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>axe over what opens on a press: options, menus, dialogs, panels, and the states of a call.</summary>
public sealed class AccessibilityOfPartsTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task Whatever_opens_beside_the_form_violates_nothing()
    {
        var requester = await Service.SignInAsync("auslaenderbehoerde");
        var page = requester.Page;
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Sprache" }).FillAsync("Arab");
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await page.IsAccessibleWithOpenListAsync("requester languages");
        await page.Keyboard.PressAsync("Escape");
        await requester.ChooseAsync("Kurmandschi");
        await requester.PressAsync("Weitere Angaben");
        await page.GetByText("Beeidigt", new() { Exact = true }).ClickAsync();
        await page.GetByLabel("Wie wichtig ist die Beeidigung?").WaitForAsync();
        await page.IsAccessibleAsync("requester options");
        await requester.PressAsync("Jetzt prüfen");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await page.IsAccessibleAsync("requester devices");
        await requester.PressAsync("Alles in Ordnung");
        await requester.ButtonLike("^Ihr Konto").ClickAsync();
        await page.GetByRole(AriaRole.Menu).WaitForAsync();
        await page.IsAccessibleWithOpenListAsync("account menu");
    }

    [Fact]
    public async Task A_call_with_its_panels_on_hold_and_interrupted_violates_nothing()
    {
        var interpreter = await Service.SignInAsync("interpreter.bulgarisch");
        var requester = await Service.SignInAsync("asyl");
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync("Bulgarisch");
        await interpreter.ButtonLike("^Ablehnen").ClickAsync();
        await interpreter.Page.IsAccessibleWithOpenListAsync("interpreter decline menu");
        await interpreter.Page.Keyboard.PressAsync("Escape");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.ButtonLike("^Schreiben").ClickAsync();
        await requester.Page.IsAccessibleAsync("call chat");
        await requester.ButtonLike("^Geräte").ClickAsync();
        await requester.Page.IsAccessibleAsync("call devices");
        await requester.PressAsync("Fertig");
        await ShowsAsync(requester, interpreter);
        await requester.ButtonLike("^Halten").ClickAsync();
        await interpreter.SeesAsync("Gehalten durch");
        await requester.Page.IsAccessibleAsync("call held by oneself");
        await interpreter.Page.IsAccessibleAsync("call held by the other side");
        await requester.Page.CloseAsync();
        await interpreter.SeesAsync("Das Gespräch ist unterbrochen");
        await interpreter.Page.IsAccessibleAsync("call interrupted");
        await interpreter.HangUpAsync();
    }

    /// <summary>A screen, ended by its button, and a document, ended by pulling the plug: both without a new negotiation.</summary>
    private static async Task ShowsAsync(Person requester, Person interpreter)
    {
        var before = await requester.Page.DescriptionsAsync();
        await ChoosesToShowAsync(requester, "^Bildschirm oder Fenster");
        await requester.SeesAsync("Alle im Gespräch sehen Ihren Bildschirm oder Ihr Fenster.");
        await interpreter.SeesAsync("zeigt etwas");
        await requester.Page.IsAccessibleAsync("call screen shown");
        await requester.PressAsync("Nicht mehr zeigen");
        await ChoosesToShowAsync(requester, "^Dokument mit fake_device_2");
        await requester.SeesAsync("Alle im Gespräch sehen Ihr Dokument.");
        await interpreter.Page.SeesMovingPictureAsync();
        await requester.Page.EvaluateAsync(
            "() => document.querySelector('[data-testid=local-video]').srcObject.getVideoTracks()[0].dispatchEvent(new Event('ended'))");
        await requester.ButtonLike("^Zeigen").WaitForAsync();
        await interpreter.Page.SeesMovingPictureAsync();
        Assert.Equal(before, await requester.Page.DescriptionsAsync());
    }

    private static async Task ChoosesToShowAsync(Person requester, string what)
    {
        await requester.ButtonLike("^Zeigen").ClickAsync();
        await requester.Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = new(what) }).ClickAsync();
    }

    [Fact]
    public async Task Every_dialog_of_the_coordinator_violates_nothing()
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync("interpreter.georgisch");
        var requester = await Service.SignInAsync("sozialamt");
        await interpreter.GoOnDutyAsync();
        await requester.AskForAsync("Georgisch");
        await OpensAsync(coordinator, "^Zuweisen: Georgisch", null, "coordinator assign");
        await coordinator.ButtonLike("^Weitere Aktionen: Georgisch").ClickAsync();
        await coordinator.Page.IsAccessibleWithOpenListAsync("coordinator menu");
        await coordinator.Page.Keyboard.PressAsync("Escape");
        await OpensAsync(coordinator, "^Weitere Aktionen: Georgisch", "Warum diese Personen?", "coordinator reasons", "Klingelt gerade");
        await OpensAsync(coordinator, "^Weitere Aktionen: Georgisch", "Anfrage zurückziehen", "coordinator withdraw");
        await interpreter.AcceptAsync();
        await OpensAsync(coordinator, "^Warum diese Personen\\? Georgisch", null, "coordinator reasons of a session", "Angenommen");
        await OpensAsync(coordinator, "^Gespräch beenden: Georgisch", null, "coordinator end");
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task The_field_for_the_second_factor_violates_nothing()
    {
        await using var visitor = await Service.NewContextAsync();
        var page = await visitor.NewPageAsync();
        await page.RouteAsync("**/api/sign-in", route => route.FulfillAsync(new()
        {
            Status = 401,
            ContentType = "application/problem+json",
            Body = """{"status":401,"code":"second_factor_required","traceId":"0"}""",
        }));
        await page.GotoAsync("/");
        await page.GetByLabel("E-Mail-Adresse").FillAsync("verwaltung@demo.example");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Passwort" }).FillAsync("Lindenfurt-Demo-17");
        await page.GetByRole(AriaRole.Button, new() { Name = "Anmelden", Exact = true }).ClickAsync();
        await page.GetByLabel("Bestätigungscode").WaitForAsync();
        await page.IsAccessibleAsync("sign-in code");
    }

    private static async Task OpensAsync(Person coordinator, string button, string? item, string state, string? reads = null)
    {
        await coordinator.ButtonLike(button).ClickAsync();
        if (item is not null)
        {
            await coordinator.Page.GetByRole(AriaRole.Menuitem, new() { Name = item }).ClickAsync();
        }

        var dialog = coordinator.Page.Locator("[role=dialog], [role=alertdialog]");
        await dialog.WaitForAsync();
        if (reads is not null)
        {
            await dialog.GetByText(reads).First.WaitForAsync();
        }

        await coordinator.Page.IsAccessibleAsync(state);
        await coordinator.Page.Keyboard.PressAsync("Escape");
        await dialog.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }
}
