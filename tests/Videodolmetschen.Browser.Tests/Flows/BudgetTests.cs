using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>An administrator sets a budget; a clinic is warned, then stopped, and its emergency passes.</summary>
public sealed class BudgetTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    private const string Name = "Notaufnahme, Probe";

    [Fact]
    public async Task A_small_budget_warns_and_stops_a_requester_and_lets_an_emergency_pass()
    {
        var administrator = await Service.SignInAsync("verwaltung");
        await OpenAsync(administrator);
        await MakeAsync(administrator);
        var interpreter = await Service.SignInAsync("interpreter.tigrinya");
        await interpreter.GoOnDutyAsync();
        var requester = await Service.SignInAsync("klinik");
        await SeesNoteAsync(requester);
        await ChangeAsync(administrator, "10");
        await IsStoppedAsync(requester);
        await EmergencyPassesAsync(requester, interpreter);
        await SeesOwnAsync(requester);
        await SeesHistoryAsync(administrator);
    }

    private static async Task OpenAsync(Person administrator)
    {
        await administrator.GoToRareAsync("Abrechnung");
        await administrator.Page.GetByRole(AriaRole.Navigation, new() { Name = "Abrechnung" }).GetByRole(AriaRole.Link, new() { Name = "Budgets" }).ClickAsync();
        await administrator.SeesAsync("Noch kein Budget");
        await administrator.Page.IsAccessibleAsync("no budgets");
    }

    private static async Task MakeAsync(Person administrator)
    {
        var page = administrator.Page;
        await administrator.PressAsync("Neues Budget");
        await administrator.PressAsync("Speichern");
        await administrator.SeesAsync("Bitte füllen Sie dieses Feld aus.");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Auftraggeber" }).FillAsync("Klinikum");
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByLabel("Dienststelle", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Zentrale Notaufnahme" });
        await Value(page, "Name").FillAsync(Name);
        await Value(page, "Betrag, netto").FillAsync("60,001");
        await Value(page, "Warnen bei (Prozent)").FillAsync("30");
        await Value(page, "Ansprechstelle für Anfordernde").FillAsync("Controlling, Haus 2");
        await administrator.PressAsync("Speichern");
        await administrator.SeesAsync("Bitte geben Sie höchstens zwei Stellen nach dem Komma ein.");
        await Value(page, "Betrag, netto").FillAsync("60");
        await administrator.SeesAsync("71,40");
        await page.IsAccessibleAsync("budget form");
        await administrator.PressAsync("Speichern");
        await administrator.SeesAsync($"Das Budget „{Name}“ ist gespeichert.");
        await page.GetByRole(AriaRole.Article, new() { Name = Name }).GetByText("noch nicht absehbar", new() { Exact = true }).WaitForAsync();
        await page.LooksGoodAsync("budgets");
    }

    private static async Task SeesNoteAsync(Person requester)
    {
        await requester.ChooseAsync("Tigrinya", "Gesundheit");
        await requester.SeesAsync("Das Budget wird knapp");
        await requester.SeesAsync($"Budget „{Name}“: 0 % verbraucht oder vorgemerkt");
        await requester.Page.LooksGoodAsync("request with a budget that runs short");
        await requester.Page.GotoAsync("/termine/neu");
        await requester.ChooseAsync("Tigrinya", "Gesundheit");
        await requester.PressAsync("Prüfen");
        await requester.SeesAsync("Das Budget reicht für diese Buchung nicht mehr");
        await requester.SeesAsync("Bitte wenden Sie sich an: Controlling, Haus 2.");
        await requester.Page.LooksGoodAsync("booking check beyond the budget");
        await requester.PressAsync("Verbindlich buchen");
        await requester.SeesAsync("Das Budget Ihrer Dienststelle reicht dafür nicht mehr aus.");
    }

    private static async Task ChangeAsync(Person administrator, string amount)
    {
        await administrator.PressAsync($"{Name} ändern");
        await Value(administrator.Page, "Betrag, netto").FillAsync(amount);
        await administrator.PressAsync("Speichern");
        await administrator.Page.GetByRole(AriaRole.Dialog).WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private static async Task IsStoppedAsync(Person requester)
    {
        await requester.Page.GotoAsync("/anfragen");
        await requester.ChooseAsync("Tigrinya", "Gesundheit");
        await requester.SeesAsync("Das Budget reicht für dieses Gespräch nicht mehr");
        await requester.PressAsync("Jetzt verbinden");
        await requester.SeesAsync("Das Budget Ihrer Dienststelle reicht dafür nicht mehr aus.");
        await requester.Page.LooksGoodAsync("request beyond the budget");
    }

    private static async Task SeesOwnAsync(Person requester)
    {
        await requester.Page.GotoAsync("/anfragen/verlauf");
        await requester.SeesAsync("Ihr Budget");
        await requester.SeesAsync("Auskunft: Controlling, Haus 2.");
        await requester.Page.LooksGoodAsync("own budgets");
    }

    private static async Task EmergencyPassesAsync(Person requester, Person interpreter)
    {
        await requester.Page.GetByText("Notfall", new() { Exact = true }).ClickAsync();
        await requester.SeesAsync("Als Notfall geht die Anfrage trotzdem durch.");
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.IsRungAsync();
        await requester.PressAsync("Anfrage zurückziehen");
    }

    private static async Task SeesHistoryAsync(Person administrator)
    {
        var page = administrator.Page;
        await page.ReloadAsync();
        await page.GetByText("Ereignisse").ClickAsync();
        await administrator.SeesAsync("Ein Notfall ging über das Budget hinaus");
        await page.LooksGoodAsync("budget with an event");
        await administrator.PressAsync($"{Name}: Verlauf der Änderungen");
        await page.GetByText(new Regex("Betrag: 60,00.€ → 10,00.€")).WaitForAsync();
        await page.IsAccessibleAsync("history of a budget");
        await page.GetByRole(AriaRole.Dialog).GetByText("Schließen", new() { Exact = true }).ClickAsync();
        await administrator.PressAsync($"{Name} löschen");
        await administrator.PressAsync("Löschen");
        await administrator.SeesAsync("Noch kein Budget");
    }

    private static ILocator Value(IPage page, string name) => page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });
}
