using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>The Disposition keeps tariffs; customers see the price before they order, interpreters what they earn before they accept.</summary>
public sealed class TariffTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    private const string Office = "de300000-0000-4000-8001-000000000001";

    private const string BilledBySignLanguage =
        """
        INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
        SELECT gen_random_uuid(), 'interpreter', 'standby', gen_random_uuid(), id, now() - interval '2 days', now() - interval '2 days', current_date - 2,
          '7a21f000-0000-4000-8000-000000000006', 0, 0, now()
        FROM interpreters
        LIMIT 1
        """;

    [Fact]
    public async Task A_coordinator_makes_a_version_by_a_worked_example_and_one_customer_sees_its_price_before_ordering()
    {
        await Service.Tables.PlantAsync(BilledBySignLanguage);
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.GoToRareAsync("Abrechnung");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Tarife", Exact = true }).ClickAsync();
        await coordinator.SeesAsync("1,45 EUR je Minute, mindestens 15 Minuten");
        await coordinator.Page.LooksGoodAsync("tariffs");
        await SeesUsedVersionAsync(coordinator);
        await MakeVersionAsync(coordinator);
        await AssignAsync(coordinator, "Klinik");
        await SeesPricesAsync(await Service.SignInAsync("klinik"));
    }

    [Fact]
    public async Task An_interpreter_sees_what_is_earned_while_it_rings_and_for_appointments()
    {
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        await interpreter.GoOnDutyAsync();
        var requester = await Service.SignInAsync("sozialamt");
        await requester.ChooseAsync("Rumänisch", "Soziales");
        // The other story may have raised it before.
        await requester.Page.GetByText(new Regex("Preis: 1,[45]5 EUR je Minute, mindestens 15 Minuten")).First.WaitForAsync();
        await requester.PressAsync("Jetzt verbinden");
        await interpreter.IsRungAsync();
        var card = interpreter.Page.GetByRole(AriaRole.Article);
        await card.GetByText("0,95 EUR je Minute, mindestens 15 Minuten").WaitForAsync();
        await interpreter.Page.LooksGoodAsync("ring with earnings");
        await requester.PressAsync("Anfrage zurückziehen");
    }

    /// <summary>§ 9 (6) JVEG: 93 EUR for a started hour, a fifth more where it had to be then.</summary>
    [Fact]
    public async Task Who_books_a_Sunday_says_whether_it_has_to_be_then_and_sees_what_that_costs()
    {
        var coordinator = await Service.SignInAsync("disposition");
        await coordinator.CallAsync("POST", "/api/tariffs/assignments", new { side = "customer", customerId = Office, family = "jveg-customer", validFrom = "2025-06-01" });
        var requester = await Service.SignInAsync("asyl");
        var page = requester.Page;
        var day = DateTime.UtcNow.Date.AddDays(14);
        var sunday = day.AddDays((7 - (int)day.DayOfWeek) % 7);
        await page.GotoAsync("/termine/neu?tag=" + sunday.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await requester.ChooseAsync("Tigrinya");
        await requester.PressAsync("Prüfen");
        await page.GetByText(new Regex("Der Termin kostet 93,00.*netto")).WaitForAsync();
        await page.GetByText("Es muss zu dieser Zeit sein").ClickAsync();
        await page.GetByText(new Regex("Der Termin kostet 111,60.*netto")).WaitForAsync();
        await page.IsAccessibleAsync("booking check of a Sunday that is necessary");
        await page.GetByText("Es muss zu dieser Zeit sein").ClickAsync();
        await page.GetByText(new Regex("Der Termin kostet 93,00.*netto")).WaitForAsync();
        await page.GetByText("Es muss zu dieser Zeit sein").ClickAsync();
        await page.GetByText(new Regex("Der Termin kostet 111,60.*netto")).WaitForAsync();
        await requester.PressAsync("Verbindlich buchen");
        await requester.SeesAsync("musste zu dieser Zeit sein (§ 9 Abs. 6 JVEG)");
        await page.LooksGoodAsync("appointment that had to be on a Sunday");
    }

    /// <summary>Once something was billed by it, a version is only read.</summary>
    private static async Task SeesUsedVersionAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await coordinator.SeesAsync("In Gebrauch");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Gebärdensprache.*ansehen$") }).ClickAsync();
        await coordinator.SeesAsync("Nach dieser Fassung wurde schon abgerechnet");
        await Assertions.Expect(Value(coordinator, "Name").First).ToBeDisabledAsync();
        await Assertions.Expect(page.GetByLabel("Feiertage", new() { Exact = true })).ToHaveValueAsync("");
        await page.LooksGoodAsync("tariff in use");
        await page.GetByRole(AriaRole.Link, new() { Name = "Neue Fassung anlegen" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { NameRegex = new Regex("^Neue Fassung: Gebärdensprache") }).WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Zu allen Tarifen" }).ClickAsync();
    }

    private static async Task MakeVersionAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Neue Fassung von Minutenpreis, mindestens 15 Minuten", Exact = true }).ClickAsync();
        var example = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Gespräch von 47 Minuten, Dienstag" }).First;
        await example.GetByText("68,15").First.WaitForAsync();
        await Value(coordinator, "Preis je Minute").FillAsync("1,55");
        await example.GetByText("72,85").First.WaitForAsync();
        await example.GetByText("bisher 68,15").WaitForAsync();
        await page.LooksGoodAsync("tariff form");
        await Value(coordinator, "Schritt").FillAsync("10");
        await coordinator.SeesAsync("Das Mindeste muss ein Vielfaches des Schritts sein.");
        await Value(coordinator, "Preis je Minute").FillAsync("1,5x");
        await coordinator.SeesAsync("Bitte geben Sie eine Zahl ein, zum Beispiel 1,45.");
        await coordinator.PressAsync("Speichern");
        await Assertions.Expect(Value(coordinator, "Preis je Minute")).ToBeFocusedAsync();
        await page.LooksGoodAsync("tariff form refused");
        await Value(coordinator, "Preis je Minute").FillAsync("1,55");
        await Value(coordinator, "Schritt").FillAsync("1");
        await coordinator.PressAsync("Abweichenden Preis hinzufügen");
        await coordinator.PressAsync("Zuschlag hinzufügen");
        await coordinator.SeesAsync("Dieser Preis gälte für alles.");
        await page.LooksGoodAsync("tariff form with everything");
        await coordinator.PressAsync("Abweichenden Preis 1 entfernen");
        await coordinator.PressAsync("Zuschlag 3 entfernen");
        await PriceGroupAsync(coordinator);
        await CountHolidaysOfThuringiaAsync(coordinator);
        await page.GetByLabel("Gilt ab", new() { Exact = true }).FillAsync(DateTime.UtcNow.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await coordinator.PressAsync("Speichern");
        await coordinator.SeesAsync("Gespeichert: „Minutenpreis, mindestens 15 Minuten“");
        await coordinator.SeesAsync("1,55 EUR je Minute, mindestens 15 Minuten");
        await coordinator.SeesAsync("1 abweichender Preis · 2 Zuschläge · Feiertage: Thüringen");
    }

    /// <summary>Half as much again, also for a customer in Berlin.</summary>
    private static async Task CountHolidaysOfThuringiaAsync(Person coordinator)
    {
        var page = coordinator.Page;
        var example = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Reformationstag (Samstag), Auftraggeber in Berlin" }).First;
        await example.GetByText("72,85").First.WaitForAsync();
        await page.GetByLabel("Feiertage", new() { Exact = true }).SelectOptionAsync("Thüringen");
        await example.GetByText("109,28").First.WaitForAsync();
        await example.GetByText("bisher 68,15").WaitForAsync();
        await example.GetByText("Feiertagskalender Thüringen").WaitForAsync();
        await page.LooksGoodAsync("tariff form with holidays of a Land");
    }

    /// <summary>A price for all languages of a group, with an example beside it.</summary>
    private static async Task PriceGroupAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await coordinator.PressAsync("Abweichenden Preis hinzufügen");
        var row = page.GetByRole(AriaRole.Group, new() { Name = "Abweichender Preis 1" });
        await row.GetByRole(AriaRole.Combobox, new() { Name = "Sprache oder Gruppe hinzufügen" }).FillAsync("Gruppe Kur");
        await page.GetByRole(AriaRole.Option, new() { Name = "Gruppe Kurdisch" }).ClickAsync();
        await row.GetByText("Gruppe Kurdisch: Kurdisch (Kurmandschi), Kurdisch (Sorani), Südkurdisch.").WaitForAsync();
        await row.GetByRole(AriaRole.Textbox, new() { Name = "Preis je Minute", Exact = true }).FillAsync("2");
        var example = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Gespräch von 47 Minuten, Kurdisch (Kurmandschi)" }).First;
        await example.GetByText("94,00").First.WaitForAsync();
        await page.LooksGoodAsync("tariff form with a group of languages");
    }

    private static async Task AssignAsync(Person coordinator, string customer)
    {
        var page = coordinator.Page;
        await page.GetByText("Ein Auftraggeber", new() { Exact = true }).ClickAsync();
        await coordinator.PressAsync("Zuordnen");
        await coordinator.SeesAsync("Bitte wählen Sie einen Auftraggeber aus der Liste.");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Auftraggeber" }).FillAsync(customer);
        await page.GetByRole(AriaRole.Option).First.ClickAsync();
        await page.GetByRole(AriaRole.Listbox).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.GetByLabel("Tarif", new() { Exact = true }).SelectOptionAsync("Minutenpreis, mindestens 15 Minuten");
        await coordinator.PressAsync("Zuordnen");
        await page.GetByText(new Regex("Ab .* gilt „Minutenpreis, mindestens 15 Minuten“")).First.WaitForAsync();
        await page.LooksGoodAsync("tariffs assigned");
    }

    private static async Task SeesPricesAsync(Person requester)
    {
        var page = requester.Page;
        await requester.ChooseAsync("Tigrinya", "Gesundheit");
        await requester.SeesAsync("Preis: 1,55 EUR je Minute, mindestens 15 Minuten");
        await page.LooksGoodAsync("request with its price");
        await page.GotoAsync("/anfragen");
        await requester.ChooseAsync("Kurdisch (Sorani)", "Gesundheit");
        await requester.SeesAsync("Preis: 2,00 EUR je Minute, mindestens 15 Minuten");
        await page.GotoAsync("/termine/neu");
        await requester.ChooseAsync("Tigrinya", "Gesundheit");
        await requester.PressAsync("Prüfen");
        await page.GetByText(new Regex("Der Termin kostet .*69,75.* netto")).WaitForAsync();
        await page.GetByRole(AriaRole.Cell, new() { Name = "kostenlos" }).WaitForAsync();
        await page.LooksGoodAsync("booking check with its price");
    }

    private static ILocator Value(Person person, string name) =>
        person.Page.GetByRole(AriaRole.Textbox, new() { Name = name, Exact = true });
}
