using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>From booking to cancelling, as the three sides see it.</summary>
public sealed class AppointmentTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");

    /// <summary>Far enough ahead that nobody is asked in a hurry and cancelling is free.</summary>
    private static readonly DateTime Day = DateTime.UtcNow.Date.AddDays(21);

    private static string Shown => Day.ToString("dddd, d. MMMM yyyy", German);

    [Fact]
    public async Task A_requester_books_by_keyboard_an_interpreter_accepts_and_the_cost_is_shown_before_it_is_cancelled()
    {
        var requester = await Service.SignInAsync("sozialamt");
        var page = requester.Page;
        await BookByKeyboardAsync(requester);
        await requester.SeesAsync("Angefragt");
        await page.IsAccessibleOnEveryScreenAsync("appointment requested");
        await AcceptAsync(await Service.SignInAsync("interpreter.rumaenisch"));
        await page.ReloadAsync();
        await requester.SeesAsync("Besetzt");
        await page.GetByRole(AriaRole.Link, new() { Name = "Zu allen Terminen" }).ClickAsync();
        await EveryViewIsAccessibleAsync(requester);
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Rumänisch") }).First.ClickAsync();
        await CancelAsync(requester);
    }

    [Fact]
    public async Task A_series_leaves_out_a_day_and_a_change_is_taken_back()
    {
        var requester = await Service.SignInAsync("asyl");
        var page = requester.Page;
        await page.GotoAsync("/termine/neu?tag=" + Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await requester.PressAsync("Prüfen");
        await requester.SeesAsync("Bitte wählen Sie ein Fachgebiet.");
        // The first gap is the language, whose list opens with the focus.
        await page.Keyboard.PressAsync("Escape");
        await page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.IsAccessibleAsync("booking with gaps");
        await requester.ChooseAsync("Tigrinya");
        await page.GetByText("Jede Woche wiederholen").ClickAsync();
        await page.GetByText(Day.AddDays(7).ToString("dddd, d. MMMM yyyy", German), new() { Exact = true }).ClickAsync();
        await requester.PressAsync("Weitere Angaben");
        await page.IsAccessibleOnEveryScreenAsync("booking a series");
        await requester.PressAsync("Prüfen");
        await requester.SeesAsync("Bitte prüfen: 3 Termine");
        await page.IsAccessibleOnEveryScreenAsync("booking check of a series");
        await requester.PressAsync("Angaben ändern");
        await requester.PressAsync("Prüfen");
        await requester.PressAsync("Verbindlich buchen");
        await requester.SeesAsync("3 Termine sind gebucht.");
        await requester.SeesAsync("Weitere Termine dieser Serie");
        await requester.PressAsync("Angaben ändern");
        await page.GetByRole(AriaRole.Dialog).GetByText("Gesundheit", new() { Exact = true }).ClickAsync();
        await page.IsAccessibleOnEveryScreenAsync("change dialog");
        await requester.PressAsync("Änderung speichern");
        await page.GetByRole(AriaRole.Definition).GetByText("Gesundheit").WaitForAsync();
        await requester.PressAsync("Rückgängig");
        await page.GetByRole(AriaRole.Definition).GetByText("Asyl", new() { Exact = true }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("appointment of a series");
        await page.GetByRole(AriaRole.Link, new() { Name = "Wiederholen" }).ClickAsync();
        await requester.SeesAsync("Die Angaben stammen aus dem Termin vom " + Shown);
    }

    private static async Task BookByKeyboardAsync(Person requester)
    {
        var (page, keys) = (requester.Page, requester.Page.Keyboard);
        await page.GetByRole(AriaRole.Link, new() { Name = "Termine", Exact = true }).FocusAsync();
        await keys.PressAsync("Enter");
        await requester.SeesAsync("Noch keine Termine");
        await page.IsAccessibleOnEveryScreenAsync("appointments empty");
        await page.GetByRole(AriaRole.Link, new() { Name = "Termin buchen" }).First.FocusAsync();
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Sprache" }).FocusAsync();
        await keys.TypeAsync("Rumän");
        await page.GetByRole(AriaRole.Option, new() { Name = "Rumänisch" }).First.WaitForAsync();
        await keys.PressAsync("ArrowDown");
        await keys.PressAsync("Enter");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Soziales" }).FocusAsync();
        await keys.PressAsync("Space");
        await page.GetByLabel("Tag", new() { Exact = true }).FillAsync(Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByLabel("Beginn: Stunde").FocusAsync();
        await keys.TypeAsync("09");
        await requester.SeesAsync(Shown);
        await page.IsAccessibleOnEveryScreenAsync("booking form");
        await requester.Button("Prüfen").FocusAsync();
        await keys.PressAsync("Enter");
        await requester.SeesAsync("Berechnet wird der gebuchte Zeitraum: 45 Minuten");
        await page.GetByText($"{Shown}, 09:00 bis 09:45 Uhr").WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("booking check");
        await requester.Button("Verbindlich buchen").FocusAsync();
        await keys.PressAsync("Enter");
        await requester.SeesAsync("Der Termin ist gebucht.");
    }

    private static async Task AcceptAsync(Person interpreter)
    {
        await interpreter.ButtonLike("^Zusagen: Rumänisch").WaitForAsync();
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("dashboard with an appointment asked");
        await interpreter.Page.GetByRole(AriaRole.Link, new() { Name = "Meine Termine" }).First.ClickAsync();
        // The workplace has the same button until the page is there.
        await interpreter.SeesAsync("Ihre nächsten Termine");
        await interpreter.ButtonLike("^Zusagen: Rumänisch").FocusAsync();
        await interpreter.Page.Keyboard.PressAsync("Enter");
        await interpreter.ButtonLike("^Termin zurückgeben: Rumänisch").WaitForAsync();
        await interpreter.Page.WaitForFunctionAsync("() => document.activeElement?.id === 'inhalt'");
        await interpreter.Page.IsAccessibleOnEveryScreenAsync("own appointments");
    }

    private static async Task EveryViewIsAccessibleAsync(Person requester)
    {
        var page = requester.Page;
        await page.IsAccessibleOnEveryScreenAsync("appointments as a list");
        await page.GotoAsync("/termine?ansicht=woche&tag=" + Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Rumänisch") }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("appointments of a week");
        await page.GetByText("Monat", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Table).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Rumänisch") }).WaitForAsync();
        await page.IsAccessibleOnEveryScreenAsync("appointments of a month");
        await page.GetByText("Liste", new() { Exact = true }).ClickAsync();
    }

    private static async Task CancelAsync(Person requester)
    {
        await requester.PressAsync("Termin absagen");
        await requester.SeesAsync("Die Absage ist kostenlos.");
        await requester.Page.IsAccessibleOnEveryScreenAsync("cancel dialog");
        await requester.PressAsync("Kostenlos absagen");
        await requester.SeesAsync("Die Absage war kostenlos.");
        await requester.SeesAsync("Abgesagt");
        await requester.Page.WaitForFunctionAsync("() => document.activeElement?.matches('.appointment-actions')");
    }
}
