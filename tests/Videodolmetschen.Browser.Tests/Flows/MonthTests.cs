using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>With the engine of jobs.</summary>
public sealed class WorkingService(RealPostgres postgres, Chromium chromium, SpareService spare) : LiveService(postgres, chromium, spare)
{
    protected override string[] Settings => ["Jobs:Enabled=true"];
}

/// <summary>
/// One whole month with every special case: rated by the job, billed to both sides, explained to the interpreter, paid by the office, told to
/// the tax adviser. Each page has its own story with axe elsewhere; here the amounts go all the way.
/// </summary>
public sealed class MonthTests(WorkingService service) : Story(service), IClassFixture<WorkingService>
{
    /// <summary>68.15 long, 43.50 handed over, 65.25 Sunday, 65.25 held, 65.25 missed, 32.63 called off; nothing for eight seconds and after a complaint.</summary>
    private const string Owed = "340,03";

    /// <summary>44.65, 14.25 after the complaint, 14.25 before the handover, 42.75 Sunday, 42.75 held, 42.75 missed, 21.38 called off, 24.00 standby.</summary>
    private const string Earned = "246,78";

    private const string Georgian = "interpreter.georgisch";
    private const string GeorgianId = "de300000-0000-4000-8004-000000000026";

    private static readonly DateOnly First = DateOnly.FromDateTime(DateTime.UtcNow.Date).AddDays(1 - DateTime.UtcNow.Day).AddMonths(-1);

    private static string From => First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Until => First.AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_month_goes_from_the_conversations_to_the_books()
    {
        await Service.Tables.PlantAsync(PlantedMonth.Sql);
        var coordinator = await Service.SignInAsync("disposition");
        await RateAsync(coordinator);
        await FillDataAsync(coordinator);
        var invoice = await BillAsync(coordinator, "auftraggeber", "1 Beteiligter gewählt: 1 Beleg, 404,64");
        Assert.Contains("<cbc:TaxExclusiveAmount currencyID=\"EUR\">340.03</cbc:TaxExclusiveAmount>", await coordinator.Page.DownloadAsync($"{invoice} als XML herunterladen"), StringComparison.Ordinal);
        await BillAsync(coordinator, "dolmetschende", "2 Beteiligte gewählt: 2 Belege");
        await SeesEarningsAsync(await Service.SignInAsync("interpreter.rumaenisch"));
        await CorrectsAsync(coordinator, invoice);
        await ReportsAsync(coordinator);
    }

    /// <summary>§ 9 (5) JVEG: declared, seen by staff before it is billed, and explained in the ledger.</summary>
    [Fact]
    public async Task An_interpreter_declares_what_a_late_cancellation_has_cost()
    {
        var coordinator = await Service.SignInAsync("disposition");
        // Free for the customer, and late for the interpreter all the same.
        var start = BerlinTime.WallClock(DateTimeOffset.UtcNow.AddHours(30));
        await coordinator.CallAsync("POST", "/api/tariffs/assignments", new { side = "interpreter", interpreterId = GeorgianId, family = "jveg-interpreter", validFrom = "2025-06-01" });
        var (requester, interpreter) = (await Service.SignInAsync("asyl"), await Service.SignInAsync(Georgian));
        await BookAsync(requester, start);
        await interpreter.ButtonLike("^Zusagen: Georgisch").ClickAsync();
        await requester.Page.GotoAsync("/termine");
        await requester.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Georgisch") }).First.ClickAsync();
        await requester.SeesAsync("Besetzt");
        await requester.PressAsync("Termin absagen");
        await requester.PressAsync("Kostenlos absagen");
        await requester.SeesAsync("Abgesagt");
        await DeclareAsync(interpreter);
        await coordinator.Page.GotoAsync(new Uri(requester.Page.Url).AbsolutePath);
        await coordinator.Page.GetByText(new Regex("^120,50.*, erklärt: .*höchstens 186,00")).WaitForAsync();
        await coordinator.Page.LooksGoodAsync("appointment with a declared loss");
        var days = new { side = "interpreter", from = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until = start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        await RateUntilSeenAsync(coordinator, days);
        await coordinator.Page.GotoAsync($"/disposition/abrechnung/laeufe/neu?seite=dolmetschende&von={days.from}&bis={days.until}");
        await coordinator.SeesAsync("120,50");
        await coordinator.Page.LooksGoodAsync("preview with a declared loss");
        await interpreter.Page.GotoAsync($"/abrechnung?monat={start.ToString("yyyy-MM", CultureInfo.InvariantCulture)}");
        await interpreter.SeesAsync("Einkommensausfall");
        await interpreter.SeesAsync("120,50");
        await interpreter.Page.LooksGoodAsync("earnings with a declared loss");
    }

    private static async Task DeclareAsync(Person interpreter)
    {
        var page = interpreter.Page;
        await page.GotoAsync("/dashboard/termine");
        await interpreter.PressAsync("Einkommensausfall erklären");
        await interpreter.PressAsync("Ausfall verbindlich erklären");
        await interpreter.SeesAsync("Bitte geben Sie einen Betrag in Euro an, zum Beispiel 120,00.");
        await interpreter.SeesAsync("höchstens 186,00");
        await page.IsAccessibleAsync("declaring a loss");
        await page.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex("^Was Ihnen durch die Absage") }).FillAsync("120,50");
        await interpreter.PressAsync("Ausfall verbindlich erklären");
        await page.GetByText(new Regex("Einkommensausfall erklärt: 120,50")).WaitForAsync();
        await page.LooksGoodAsync("loss declared");
    }

    /// <summary>By the job itself.</summary>
    private async Task RateUntilSeenAsync(Person coordinator, object period)
    {
        var administrator = await Service.SignInAsync("verwaltung");
        for (var look = 0; look < 300; look++)
        {
            await administrator.CallAsync("POST", "/api/jobs/rate-services/run");
            if ((await coordinator.CallAsync("POST", "/api/billing/preview", period)).GetProperty("parties").GetArrayLength() > 0)
            {
                return;
            }
        }

        Assert.Fail("Nothing was rated");
    }

    private static Task BookAsync(Person requester, DateTime start) => requester.CallAsync("POST", "/api/appointments", new
    {
        key = Guid.NewGuid(),
        need = new { language = "kat", field = "asylum", modality = "video", urgent = false, requirements = Array.Empty<object>(), wishes = Array.Empty<object>() },
        when = new { wallStart = start.AddMinutes(-(start.Minute % 5)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture), lengthMinutes = 45 },
    });

    /// <summary>The job itself; looked at until nothing waits.</summary>
    private async Task RateAsync(Person coordinator)
    {
        await coordinator.CallAsync("POST", "/api/tariffs/assignments", new { side = "customer", family = "per-minute", validFrom = "2025-06-01" });
        await coordinator.CallAsync("POST", "/api/tariffs/assignments", new { side = "interpreter", family = "interpreter-per-minute", validFrom = "2025-06-01" });
        var administrator = await Service.SignInAsync("verwaltung");
        await administrator.CallAsync("POST", "/api/jobs/rate-services/run");
        foreach (var side in (string[])["customer", "interpreter"])
        {
            JsonElement seen = default;
            for (var look = 0; look < 3000 && (look == 0 || seen.GetProperty("unrated").GetInt32() > 0 || seen.GetProperty("parties").GetArrayLength() == 0); look++)
            {
                seen = await coordinator.CallAsync("POST", "/api/billing/preview", new { side, from = From, until = Until });
            }

            Assert.True(seen.GetProperty("unrated").GetInt32() == 0, seen.GetRawText() + (await administrator.CallAsync("GET", "/api/jobs/rate-services/runs")).GetRawText());
        }
    }

    private static async Task FillDataAsync(Person coordinator)
    {
        await coordinator.CallAsync("PUT", "/api/billing/issuer", Party("Sprachbrücke Lindenfurt GmbH", vatId: "DE136695976"));
        foreach (var party in await PartiesAsync(coordinator, "customer"))
        {
            await coordinator.CallAsync("PUT", $"/api/billing/customers/{party}", Party("Stadt Lindenfurt", leitwegId: "16901101-0001-78"));
        }

        foreach (var party in await PartiesAsync(coordinator, "interpreter"))
        {
            await coordinator.CallAsync("PUT", $"/api/billing/interpreters/{party}", Party("Ina Interpretin", taxNumber: "156/141/00123"));
            await coordinator.CallAsync("POST", $"/api/billing/interpreters/{party}/agreement", new { agreed = true, since = "2025-01-01" });
            await coordinator.CallAsync("POST", $"/api/billing/interpreters/{party}/vat", new { validFrom = "2025-01-01", treatment = "standard" });
        }
    }

    /// <returns>The number of the first document.</returns>
    private static async Task<string> BillAsync(Person coordinator, string side, string chosen)
    {
        var page = coordinator.Page;
        await page.GotoAsync($"/disposition/abrechnung/laeufe/neu?seite={side}&von={From}&bis={Until}");
        await coordinator.SeesAsync(chosen);
        await coordinator.PressAsync("Belege ausstellen");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Belege ausstellen" }).ClickAsync();
        await page.GetByText(new Regex(@"^(\d) von \1 Beteiligten erledigt")).First.WaitForAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Belege dieses Laufs" }).ClickAsync();
        await coordinator.SeesAsync("Nur die Belege eines Laufs.");
        return await page.GetByRole(AriaRole.Rowheader).First.Locator(".cell-main").InnerTextAsync();
    }

    private static async Task SeesEarningsAsync(Person interpreter)
    {
        var page = interpreter.Page;
        await page.GotoAsync($"/abrechnung?monat={From[..7]}");
        await interpreter.SeesAsync(Earned);
        await interpreter.SeesAsync("47 Minuten zu je 0,95 EUR");
        await page.GetByText(new Regex(@"^Auf GS-\d{4}-\d{5}$")).First.WaitForAsync();
        Assert.StartsWith("%PDF", await page.DownloadAsync("Aufstellung als PDF"), StringComparison.Ordinal);
        await page.LooksGoodAsync("earnings of a month");
    }

    /// <summary>The office has moved; the first invoice is replaced, and its services stay billed.</summary>
    private static async Task CorrectsAsync(Person coordinator, string invoice)
    {
        var page = coordinator.Page;
        foreach (var party in (await coordinator.CallAsync("GET", "/api/billing/parties?side=customer")).EnumerateArray().Where(one => one.GetProperty("hasData").GetBoolean()))
        {
            await coordinator.CallAsync("PUT", $"/api/billing/customers/{party.GetProperty("id").GetString()}", Party("Stadt Lindenfurt, Sozialamt", leitwegId: "16901101-0001-78", revision: 1));
        }

        await page.GotoAsync("/disposition/abrechnung/belege?seite=auftraggeber");
        await page.GetByRole(AriaRole.Button, new() { Name = $"{invoice} berichtigen" }).ClickAsync();
        await coordinator.SeesAsync("Eine Berichtigung lässt sich nicht zurücknehmen");
        await page.LooksGoodAsync("correcting a document");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Berichtigen", Exact = true }).ClickAsync();
        await page.GetByText(new Regex("Die Rechnungskorrektur hat die Nummer RE-")).WaitForAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Schließen" }).Last.ClickAsync();
        await page.GetByText(new Regex("^Berichtigt durch RE-")).WaitForAsync();
        await coordinator.PressAsync("Alle Belege prüfen");
        await coordinator.SeesAsync("Geprüft: Alle 4 Belege sind unverändert");
        await page.GetByText(new Regex(@"^RE-\d{4}: Nummern 1 bis 2\. Keine fehlt\.$")).WaitForAsync();
    }

    /// <summary>What was billed is what the reports say, and the tax adviser gets each document once.</summary>
    private async Task ReportsAsync(Person coordinator)
    {
        var page = coordinator.Page;
        await SummedAsync(coordinator);
        await page.GotoAsync($"/disposition/berichte?von={From}&bis={Until}");
        await coordinator.SeesAsync(Owed);
        var vat = await coordinator.CallAsync("GET", $"/api/reports/vat?from={From}&to={Until}");
        Assert.Contains("340.03", vat.GetRawText(), StringComparison.Ordinal);
        await page.GotoAsync("/disposition/abrechnung/zahlungen");
        await coordinator.SeesAsync("404,64");
    }

    /// <summary>The days were summed before they were priced; the job sums them anew.</summary>
    private async Task SummedAsync(Person coordinator)
    {
        var administrator = await Service.SignInAsync("verwaltung");
        await administrator.CallAsync("POST", "/api/jobs/sum-reports/run");
        var seen = "";
        for (var look = 0; look < 3000 && !seen.Contains("340.03", StringComparison.Ordinal); look++)
        {
            seen = (await coordinator.CallAsync("GET", $"/api/reports/usage?from={From}&to={Until}")).GetRawText();
        }

        Assert.Contains("340.03", seen, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> PartiesAsync(Person coordinator, string side) =>
        [.. (await coordinator.CallAsync("POST", "/api/billing/preview", new { side, from = From, until = Until })).GetProperty("parties").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)];

    private static object Party(string name, string? vatId = null, string? taxNumber = null, string? leitwegId = null, int revision = 0) => new
    {
        name, street = "Marktplatz 3", postCode = "99999", city = "Lindenfurt", country = "DE", vatId, taxNumber, leitwegId, number = "K-4711", email = "rechnung@lindenfurt.example", phone = "03601 4711-0",
        contactName = "Doris Disponentin", iban = "DE02120300000000202051", paymentDays = 14, revision,
    };
}
