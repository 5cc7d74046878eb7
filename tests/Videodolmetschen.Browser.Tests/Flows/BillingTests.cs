using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Staff bill a month: look first, mend what is missing, issue, download, take one back; for both sides.</summary>
public sealed class BillingTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    /// <summary>In the middle of last month, for two customers and one interpreter: a conversation of 47 minutes each.</summary>
    private const string TalkedLastMonth =
        """
        WITH noon AS (SELECT date_trunc('month', now() AT TIME ZONE 'Europe/Berlin') - interval '1 month' + interval '14 days 12 hours' AS wall),
        customers_two AS (SELECT DISTINCT ON (c.id) c.id, u.id AS unit FROM customers c JOIN units u ON u.customer_id = c.id ORDER BY c.id, u.id LIMIT 2),
        sides AS (
          SELECT 'customer' AS side, id AS customer, unit, NULL::uuid AS interpreter, 'per-minute' AS family, 1.45 AS price FROM customers_two
          UNION ALL
          SELECT 'interpreter', (SELECT min(id::text)::uuid FROM customers_two), NULL, (SELECT id FROM interpreters ORDER BY number LIMIT 1), 'interpreter-per-minute', 0.95),
        served AS (
          INSERT INTO rated_services (id, side, kind, source_id, customer_id, unit_id, interpreter_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
          SELECT gen_random_uuid(), side, 'session', gen_random_uuid(), customer, unit, interpreter, 'kmr', 'video', noon.wall AT TIME ZONE 'Europe/Berlin',
            (noon.wall + interval '47 minutes') AT TIME ZONE 'Europe/Berlin', noon.wall::date, (SELECT t.id FROM tariffs t WHERE t.family = sides.family LIMIT 1), 47 * price, 0, now()
          FROM sides, noon
          RETURNING id, net)
        INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
        SELECT id, 1, 'service', 'time', 47, 'minute', net / 47, net, 'standard', '47 Minuten'
        FROM served
        """;

    /// <summary>What was cancelled, once more, by a run that somebody stopped before it had issued anything.</summary>
    private const string StoppedRun =
        """
        WITH made AS (
          INSERT INTO billing_runs (id, key, side, from_day, until_day, state, issued_on, started_by, started_at)
          SELECT gen_random_uuid(), gen_random_uuid(), side, from_day, until_day, 'paused', issued_on, started_by, now()
          FROM billing_runs
          RETURNING id)
        INSERT INTO billing_run_parts (run_id, place, party_id, state)
        SELECT made.id, 1, p.party_id, 'planned'
        FROM made, billing_run_parts p
        """;

    [Fact]
    public async Task A_coordinator_bills_customers_and_mends_on_the_way_what_stops_their_documents()
    {
        await Service.Tables.PlantAsync(TalkedLastMonth);
        var coordinator = await Service.SignInAsync("disposition");
        var page = coordinator.Page;
        await coordinator.GoToRareAsync("Abrechnung");
        await coordinator.SeesAsync("Noch kein Lauf");
        await page.LooksGoodAsync("billing runs, none");
        await page.GetByRole(AriaRole.Link, new() { Name = "Neuer Lauf", Exact = true }).ClickAsync();
        await coordinator.SeesAsync("Unsere eigenen Rechnungsdaten fehlen.");
        await coordinator.SeesAsync("2 Beteiligte lassen sich noch nicht abrechnen");
        await page.LooksGoodAsync("billing preview, blocked");
        await FillIssuerAsync(coordinator);
        await FillCustomerAsync(coordinator);
        await StartAsync(coordinator);
        var cancelled = await SeesDocumentAsync(coordinator);
        await CancelAsync(coordinator, cancelled);
        await SeesWhatWasLeftAsync(coordinator);
        await Service.Tables.PlantAsync(StoppedRun);
        await ResumeAsync(coordinator);
        await BillsInterpreterAsync(coordinator);
    }

    /// <summary>What was taken back belongs to a month that is over: the next run says so, and leads there.</summary>
    private static async Task SeesWhatWasLeftAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GotoAsync("/disposition/abrechnung/laeufe/neu?von=2099-01-01&bis=2099-01-31");
        await page.GetByText(new Regex("^\\d Leistungen aus früherer Zeit sind noch nicht abgerechnet")).WaitForAsync();
        await page.LooksGoodAsync("billing preview, what was left");
        await page.GotoAsync("/disposition/abrechnung/laeufe/neu");
        await page.GetByRole(AriaRole.Row).Nth(1).WaitForAsync();
        await Assertions.Expect(page.GetByText("aus früherer Zeit")).ToHaveCountAsync(0);
    }

    private static async Task ResumeAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Läufe", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Angehalten" }).GetByRole(AriaRole.Link).ClickAsync();
        await coordinator.SeesAsync("0 von 1 Beteiligten erledigt. Angehalten.");
        await page.LooksGoodAsync("billing run, stopped");
        await coordinator.PressAsync("Fortsetzen");
        await coordinator.SeesAsync("1 von 1 Beteiligten erledigt");
        await coordinator.SeesAsync("Ausgestellt");
    }

    /// <summary>By the link of the finding, and back to the preview.</summary>
    private static async Task FillIssuerAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Eigene Daten ergänzen$") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Unsere eigenen Daten", Level = 1 }).WaitForAsync();
        await page.FillAsync(("Name", "Sprachbrücke Lindenfurt GmbH"), ("Straße und Hausnummer", "Marktplatz 3"), ("Postleitzahl", "99999"), ("Ort", "Lindenfurt"),
            ("Umsatzsteuer-ID", "DE136695976"), ("Unsere Nummer beim Kunden", "K-4711"), ("E-Mail für Rechnungen", "rechnung@sprachbruecke.example"), ("Telefon", "03601 4711-0"),
            ("Name der Ansprechstelle", "Doris Disponentin"), ("IBAN", "DE02120300000000202052"));
        await coordinator.PressAsync("Speichern");
        await coordinator.SeesAsync("Diese IBAN stimmt nicht.");
        await Assertions.Expect(page.GetByLabel("IBAN", new() { Exact = true })).ToBeFocusedAsync();
        await page.LooksGoodAsync("billing issuer, wrong IBAN");
        await page.FillAsync(("IBAN", "DE02120300000000202051"));
        await coordinator.PressAsync("Speichern");
        await coordinator.SeesAsync("Gespeichert. Neue Belege tragen diese Angaben.");
        await coordinator.PressAsync("Zurück zur Abrechnung");
        await coordinator.SeesAsync("Die Rechnungsdaten fehlen.");
    }

    private static async Task FillCustomerAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(": Daten ergänzen$") }).First.ClickAsync();
        await page.FillAsync(("Straße und Hausnummer", "Rathausplatz 1"), ("Postleitzahl", "99999"), ("Ort", "Lindenfurt"), ("E-Mail für Rechnungen", "rechnung@lindenfurt.example"));
        await coordinator.PressAsync("Speichern");
        await coordinator.SeesAsync("Gespeichert. Neue Belege tragen diese Angaben.");
        await coordinator.PressAsync("Zurück zur Abrechnung");
        await coordinator.SeesAsync("Hinterlegen Sie beim Empfänger die Leitweg-ID");
        await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Leitweg-ID" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.FillAsync(("Leitweg-ID", "16901101-0001-78"));
        await page.LooksGoodAsync("billing customer");
        await coordinator.PressAsync("Speichern");
        await page.GetByText("Keine Änderungen.").WaitForAsync();
        await coordinator.PressAsync("Zurück zur Abrechnung");
    }

    private static async Task StartAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await coordinator.SeesAsync("1 Beteiligter gewählt: 1 Beleg, 81,10");
        await page.LooksGoodAsync("billing preview");
        await coordinator.PressAsync("Belege ausstellen");
        await coordinator.SeesAsync("1 Beleg ausstellen?");
        await page.LooksGoodAsync("billing start");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Belege ausstellen" }).ClickAsync();
        await coordinator.SeesAsync("1 von 1 Beteiligten erledigt");
        await page.LooksGoodAsync("billing run");
        await page.GetByRole(AriaRole.Link, new() { Name = "Belege dieses Laufs" }).ClickAsync();
    }

    /// <returns>Its number.</returns>
    private static async Task<string> SeesDocumentAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await coordinator.SeesAsync("Nur die Belege eines Laufs.");
        var number = await page.GetByRole(AriaRole.Rowheader).First.Locator(".cell-main").InnerTextAsync();
        Assert.StartsWith("RE-", number, StringComparison.Ordinal);
        Assert.StartsWith("%PDF", await page.DownloadAsync($"{number} als PDF herunterladen"), StringComparison.Ordinal);
        Assert.Contains("urn:oasis:names:specification:ubl", await page.DownloadAsync($"{number} als XML herunterladen"), StringComparison.Ordinal);
        return number;
    }

    private static async Task CancelAsync(Person coordinator, string number)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = $"{number} stornieren" }).ClickAsync();
        await coordinator.SeesAsync("Ein Storno lässt sich nicht zurücknehmen.");
        await page.LooksGoodAsync("billing cancel");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Stornieren", Exact = true }).ClickAsync();
        await page.GetByText(new Regex("Der Stornobeleg hat die Nummer ST-")).WaitForAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Schließen" }).Last.ClickAsync();
        await page.GetByText(new Regex("^Storniert durch ST-")).First.WaitForAsync();
        await coordinator.PressAsync("Zurücksetzen");
        await page.GetByText($"Storniert {number}").WaitForAsync();
        await coordinator.PressAsync("Alle Belege prüfen");
        await coordinator.SeesAsync("Geprüft: Alle 2 Belege sind unverändert");
        await page.LooksGoodAsync("billing documents");
    }

    /// <summary>Found among the data; without agreement and status nothing is written for somebody.</summary>
    private static async Task BillsInterpreterAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Stammdaten", Exact = true }).ClickAsync();
        await page.GetByText("Dolmetschende", new() { Exact = true }).First.ClickAsync();
        await page.GetByLabel("Suchen").FillAsync("D-");
        await page.GetByText("Vereinbarung fehlt").First.WaitForAsync();
        await page.LooksGoodAsync("billing parties");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Daten erfassen$") }).First.ClickAsync();
        await coordinator.SeesAsync("Nicht vereinbart. Es lässt sich nichts gutschreiben.");
        await page.FillAsync(("Straße und Hausnummer", "Gartenweg 5"), ("Postleitzahl", "99998"), ("Ort", "Weinbergen"), ("Steuernummer", "156/141/00123"), ("Kreditorennummer", "D-0001"),
            ("E-Mail für Rechnungen", "ina@interpreter.example"), ("Telefon", "0170 1234567"), ("Name der Ansprechstelle", "Ina Interpretin"), ("IBAN", "DE02120300000000202051"));
        await page.GetByLabel("Elektronische Rechnung").SelectOptionAsync("zugferd");
        await coordinator.PressAsync("Speichern");
        await coordinator.SeesAsync("Gespeichert. Neue Belege tragen diese Angaben.");
        await page.GetByLabel("Ab", new() { Exact = true }).FillAsync("2025-01-01");
        await page.GetByLabel("Besteuerung").SelectOptionAsync("small_business");
        await coordinator.PressAsync("Eintragen");
        await page.GetByRole(AriaRole.Cell, new() { Name = "Kleinunternehmen, § 19 UStG" }).WaitForAsync();
        await coordinator.PressAsync("Vereinbarung eintragen");
        await page.GetByText(new Regex("^Vereinbart seit ")).First.WaitForAsync();
        await page.LooksGoodAsync("billing interpreter");
        await page.GetByRole(AriaRole.Link, new() { Name = "Läufe", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Neuer Lauf", Exact = true }).ClickAsync();
        await page.GetByLabel("Für wen").SelectOptionAsync("dolmetschende");
        await page.GetByText(new Regex("1 Beteiligter gewählt: 1 Beleg, 44,65")).WaitForAsync();
        await coordinator.PressAsync("Belege ausstellen");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Belege ausstellen" }).ClickAsync();
        await coordinator.SeesAsync("1 von 1 Beteiligten erledigt");
        await page.GetByRole(AriaRole.Link, new() { Name = "Läufe", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Dolmetschende" }).WaitForAsync();
        await page.LooksGoodAsync("billing runs");
        await SeesZugferdAsync(coordinator);
    }

    /// <summary>The interpreter takes the paper with the file in it.</summary>
    private static async Task SeesZugferdAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Belege", Exact = true }).ClickAsync();
        await page.GetByText("Gutschrift als ZUGFeRD").WaitForAsync();
        await page.LooksGoodAsync("billing documents, ZUGFeRD");
        var number = await page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "ZUGFeRD" }).Locator(".cell-main").InnerTextAsync();
        Assert.Contains("factur-x.xml", await page.DownloadAsync($"{number} als PDF herunterladen"), StringComparison.Ordinal);
        Assert.Contains("CrossIndustryInvoice", await page.DownloadAsync($"{number} als XML herunterladen"), StringComparison.Ordinal);
    }
}
