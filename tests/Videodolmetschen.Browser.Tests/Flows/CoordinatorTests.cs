using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The Disposition sees the floor as it is now and can take a hand in it.</summary>
public sealed class CoordinatorTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    [Fact]
    public async Task The_floor_shows_who_waits_and_a_coordinator_withdraws_the_request()
    {
        var (coordinator, requester, interpreter) = await RingAsync("auslaenderbehoerde", "interpreter.tuerkisch", "Türkisch");
        await coordinator.ButtonLike("^Weitere Aktionen: Türkisch").ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Anfrage zurückziehen" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Anfrage zurückziehen" }).ClickAsync();
        await requester.SeesAsync("Die Disposition hat die Anfrage zurückgezogen.");
        await interpreter.SeesAsync("Die Anfrage wurde zurückgezogen.");
        // The request of another story may still wait for its requester to come back.
        await coordinator.Page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new Regex("Türkisch") }).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    [Fact]
    public async Task A_coordinator_rings_one_interpreter_alone()
    {
        var (coordinator, requester, first) = await RingAsync("asyl", "interpreter.tigrinya", "Tigrinya");
        var chosen = await Service.SignInAsync("interpreter.tigrinya2");
        await chosen.GoOnDutyAsync();
        await coordinator.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Zuweisen: Tigrinya") }).ClickAsync();
        await coordinator.Button("Yonas Haile anrufen").ClickAsync();
        await first.SeesAsync("Die Disposition hat die Anfrage anders vergeben.");
        await chosen.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await requester.HangUpAsync();
    }

    [Fact]
    public async Task A_coordinator_says_who_alone_may_serve_a_customer_and_takes_it_back()
    {
        var (coordinator, requester, interpreter) = await RingAsync("jugendamt", "interpreter.vietnamesisch", "Vietnamesisch");
        var page = coordinator.Page;
        await coordinator.GoToRareAsync("Wer für wen");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Auftraggeber" }).FillAsync("Saale");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("^Landratsamt") }).ClickAsync();
        await coordinator.SeesAsync("dürfen alle Dolmetschenden arbeiten");
        await page.IsAccessibleAsync("coordinator allow list of all");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Person freigeben" }).FillAsync("Selam");
        await page.GetByRole(AriaRole.Option, new() { NameRegex = new Regex("Selam Tesfay") }).ClickAsync();
        await coordinator.SeesAsync("darf nur diese Person arbeiten");
        await interpreter.SeesAsync("Sie sind im Dienst.");
        await requester.SeesAsync("Es wurde niemand gefunden");
        await page.IsAccessibleAsync("coordinator allow list of one");
        // The list may be read anew, and shown, before the service has told everybody.
        await page.RunAndWaitForResponseAsync(() => coordinator.PressAsync("Rückgängig"), response => response.Request.Method == "DELETE");
        await coordinator.SeesAsync("dürfen alle Dolmetschenden arbeiten");
        await requester.PressAsync("Noch einmal anfragen");
        await interpreter.IsRungAsync();
        await page.SetViewportSizeAsync(320, 720);
        await page.IsNotWiderThanAsync(320, "coordinator allow list");
    }

    [Fact]
    public async Task A_coordinator_ends_a_session_by_hand()
    {
        var (coordinator, requester, interpreter) = await RingAsync("sozialamt", "interpreter.bulgarisch", "Bulgarisch");
        await interpreter.AcceptAsync();
        await requester.Page.SeesMovingPictureAsync();
        await coordinator.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Gespräch beenden: Bulgarisch") }).ClickAsync();
        await coordinator.Button("Gespräch beenden").ClickAsync();
        await interpreter.SeesAsync("Nachbereitung");
        await requester.SeesAsync("Neue Anfrage");
        var session = Assert.Single(await Service.Tables.SessionsOfAsync(requester.Email));
        Assert.Equal("ended_by_coordinator", session.EndReason);
    }

    [Fact]
    public async Task The_navigation_is_one_line_and_its_rare_pages_are_reached_by_keyboard()
    {
        var administrator = await Service.SignInAsync("verwaltung");
        var (page, keys) = (administrator.Page, administrator.Page.Keyboard);
        await page.SetViewportSizeAsync(1280, 860);
        Assert.InRange(await page.EvaluateAsync<double>("() => document.querySelector('.header').offsetHeight"), 1, 66);
        await administrator.Button("Mehr").FocusAsync();
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Aufgaben" }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("navigation with more");
        await keys.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Berichte" })).ToBeFocusedAsync();
        await keys.PressAsync("Escape");
        await Assertions.Expect(administrator.Button("Mehr")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Aufgaben" }).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
        await keys.PressAsync("Enter");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync(new Regex("/disposition/regeln$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "Regeln", Exact = true }).WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private async Task<(Person Coordinator, Person Requester, Person Interpreter)> RingAsync(string requesterName, string interpreterName, string language)
    {
        var coordinator = await Service.SignInAsync("disposition");
        var interpreter = await Service.SignInAsync(interpreterName);
        await interpreter.GoOnDutyAsync();
        var requester = await Service.SignInAsync(requesterName);
        await requester.AskForAsync(language);
        await interpreter.IsRungAsync();
        await coordinator.Page.GetByRole(AriaRole.Rowheader, new() { NameRegex = new Regex(language) }).First.WaitForAsync();
        return (coordinator, requester, interpreter);
    }
}
