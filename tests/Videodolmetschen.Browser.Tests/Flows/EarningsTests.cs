using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>An interpreter sees how every cent came about, says what is wrong, and hears an answer; what is disputed is not billed meanwhile.</summary>
public sealed class EarningsTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    private const string Email = "interpreter.rumaenisch@demo.example";

    /// <summary>Two conversations of today, rated as the job would.</summary>
    private const string Earned =
        $"""
        WITH served AS (
          INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, customer_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
          SELECT gen_random_uuid(), 'interpreter', 'session', gen_random_uuid(), u.interpreter_id, (SELECT id FROM customers ORDER BY name LIMIT 1), 'ron', 'video',
            now() - n * interval '1 minute', now(), (now() AT TIME ZONE 'Europe/Berlin')::date, t.id, 14.25, 0, now()
          FROM users u, (SELECT id FROM tariffs WHERE family = 'interpreter-per-minute' LIMIT 1) t, generate_series(1, 2) n
          WHERE u.email = '{Email}'
          RETURNING id)
        INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
        SELECT id, 1, 'service', 'price.per_minute', 15, 'minute', 0.95, 14.25, 'standard', '15 Minuten zu je 0,95 EUR (2 Min. Gesprächszeit; mindestens 15 Minuten).'
        FROM served
        """;

    private static readonly string Month = DateTime.UtcNow.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    [Fact]
    public async Task An_interpreter_disputes_a_line_and_gets_an_answer_and_the_run_has_held_it_back()
    {
        await Service.Tables.PlantAsync(Earned);
        var interpreter = await Service.SignInAsync("interpreter.rumaenisch");
        var page = interpreter.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Abrechnung", Exact = true }).ClickAsync();
        await interpreter.SeesAsync("15 Minuten zu je 0,95 EUR (2 Min. Gesprächszeit; mindestens 15 Minuten).");
        await interpreter.SeesAsync("28,50");
        await DeclaresAsync(interpreter);
        await DisputesAsync(interpreter);
        await page.LooksGoodAsync("earnings");

        var coordinator = await Service.SignInAsync("disposition");
        await BillAsync(coordinator);
        await page.ReloadAsync();
        await interpreter.SeesAsync("Bis zur Antwort zurückgehalten");
        await page.GetByText(new Regex(@"^Auf GS-\d{4}-00001$")).WaitForAsync();
        await AnswersAsync(coordinator);

        await page.ReloadAsync();
        await interpreter.SeesAsync("Antwort: Die Uhr zeigt zwanzig Minuten.");
        await interpreter.SeesAsync("Nachtrag von 4,75 EUR nach einem Einwand (Zeit).");
        var statement = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Aufstellung als PDF" }).ClickAsync());
        Assert.Equal($"Aufstellung-{Month}.pdf", statement.SuggestedFilename);
        await ObjectsAsync(interpreter);
        await page.LooksGoodAsync("earnings with document");
        await coordinator.Page.ReloadAsync();
        await coordinator.SeesAsync("Name, Anschrift oder Steuernummer stimmen nicht");
        await coordinator.Page.LooksGoodAsync("objection");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^GS-.* stornieren$") }).ClickAsync();
        await coordinator.PressAsync("Stornieren");
        await coordinator.Page.GetByText(new Regex(@"^Storniert durch ST-")).First.WaitForAsync();
    }

    private static async Task DeclaresAsync(Person interpreter)
    {
        await interpreter.SeesAsync("Es ist noch nichts erfasst.");
        await interpreter.PressAsync("Änderung erklären");
        await interpreter.Page.GetByLabel("Besteuerung", new() { Exact = true }).SelectOptionAsync("Kleinunternehmer (§ 19 UStG)");
        await interpreter.Page.LooksGoodAsync("declaring the tax");
        await interpreter.PressAsync("Speichern");
        await interpreter.SeesAsync("Grenzen für Kleinunternehmer");
        await interpreter.PressAsync("Zustimmen");
        await interpreter.SeesAsync("Sie haben zugestimmt");
    }

    private static async Task DisputesAsync(Person interpreter)
    {
        await interpreter.ButtonLike("^Beanstanden: 15 Minuten").ClickAsync();
        await interpreter.PressAsync("Einwand senden");
        await interpreter.SeesAsync("Bitte schreiben Sie kurz, worum es geht.");
        await interpreter.Page.LooksGoodAsync("disputing");
        await interpreter.Page.GetByRole(AriaRole.Textbox, new() { Name = "Kurz erklärt" }).FillAsync("Es waren zwanzig Minuten.");
        await interpreter.PressAsync("Einwand senden");
        await interpreter.SeesAsync("Einwand offen");
        await interpreter.SeesAsync("Ihr Einwand (Zeit oder Dauer): Es waren zwanzig Minuten.");
    }

    /// <summary>Through the same calls as the pages of runs, which have their own story.</summary>
    private static async Task BillAsync(Person coordinator)
    {
        await coordinator.CallAsync("PUT", "/api/billing/issuer", Party("Sprachbrücke Lindenfurt GmbH", "DE136695976", null));
        var today = DateTime.UtcNow.Date;
        var period = new { side = "interpreter", from = today.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until = today.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        var party = (await coordinator.CallAsync("POST", "/api/billing/preview", period)).GetProperty("parties")[0];
        Assert.Contains("disputed_lines", party.GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("code").GetString()));
        var id = party.GetProperty("id").GetString()!;
        await coordinator.CallAsync("PUT", $"/api/billing/interpreters/{id}", Party("Ina Interpretin", null, "156/141/00123"));
        await coordinator.Page.GotoAsync($"/disposition/abrechnung/laeufe/neu?seite=dolmetschende&von={period.from}&bis={period.until}");
        await coordinator.SeesAsync("Zu einer Leistung über 14,25 € ist ein Einwand offen.");
        await coordinator.SeesAsync("1 Leistung mit offenem Einwand mit abrechnen (14,25 € netto)");
        await coordinator.Page.LooksGoodAsync("preview with a dispute");
        var run = await coordinator.CallAsync("POST", "/api/billing/runs", new { key = Guid.NewGuid(), period.side, period.from, period.until, parties = new[] { id } });
        var done = await coordinator.CallAsync("POST", $"/api/billing/runs/{run.GetProperty("run").GetProperty("id").GetString()}/continue");
        Assert.Equal(1, done.GetProperty("run").GetProperty("issued").GetInt32());
    }

    private static async Task AnswersAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Einwände", Exact = true }).ClickAsync();
        await coordinator.SeesAsync("Es waren zwanzig Minuten.");
        await page.GetByText(new Regex(@"^Antwort bis \d\d\.")).WaitForAsync();
        await page.LooksGoodAsync("disputes");
        await coordinator.ButtonLike("^Einwand von .* annehmen$").ClickAsync();
        await coordinator.PressAsync("Annehmen");
        await coordinator.SeesAsync("Bitte geben Sie einen Betrag in ganzen Cent an, zum Beispiel 12,50.");
        await page.LooksGoodAsync("accepting a dispute");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Betrag in Euro, netto" }).FillAsync("4,75");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Begründung für die Antwort" }).FillAsync("Die Uhr zeigt zwanzig Minuten.");
        await coordinator.PressAsync("Annehmen");
        await coordinator.SeesAsync("Kein Einwand");
        await page.GetByText("Auch erledigte zeigen").ClickAsync();
        await coordinator.SeesAsync("Korrektur: 4,75");
        await coordinator.PressAsync("Einwand eines Auftraggebers erfassen");
        await page.LooksGoodAsync("raising a dispute for a customer");
        await coordinator.PressAsync("Abbrechen");
    }

    private static async Task ObjectsAsync(Person interpreter)
    {
        var page = interpreter.Page;
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^GS-.* widersprechen$") }).ClickAsync();
        await page.GetByLabel("Warum?", new() { Exact = true }).SelectOptionAsync("Name, Anschrift oder Steuernummer stimmen nicht");
        await page.LooksGoodAsync("objecting");
        await interpreter.PressAsync("Widersprechen");
        await page.GetByText(new Regex("^Widersprochen am ")).WaitForAsync();
    }

    private static object Party(string name, string? vatId, string? taxNumber) => new
    {
        name, street = "Marktplatz 3", postCode = "99999", city = "Lindenfurt", country = "DE", vatId, taxNumber, number = "K-4711", email = "rechnung@lindenfurt.example", phone = "03601 4711-0",
        contactName = "Doris Disponentin", iban = "DE02120300000000202051", paymentDays = 14,
    };
}
