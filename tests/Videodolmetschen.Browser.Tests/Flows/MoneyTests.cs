using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;
using Videodolmetschen.Domain.Tests.Billing.Receivables;

namespace Videodolmetschen.Browser.Tests.Flows;

/// <summary>Staff see what is open, import what came, book it, and print a letter to who is late.</summary>
public sealed partial class MoneyTests(LiveService service) : Story(service), IClassFixture<LiveService>
{
    /// <summary>A conversation of 47 minutes for each of two customers.</summary>
    private const string Talked =
        """
        WITH two AS (SELECT DISTINCT ON (c.id) c.id, u.id AS unit FROM customers c JOIN units u ON u.customer_id = c.id ORDER BY c.id, u.id LIMIT 2),
        served AS (
          INSERT INTO rated_services (id, side, kind, source_id, customer_id, unit_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
          SELECT gen_random_uuid(), 'customer', 'session', gen_random_uuid(), id, unit, 'kmr', 'video', now() - interval '3 days', now() - interval '3 days' + interval '47 minutes', current_date - 3,
            (SELECT t.id FROM tariffs t WHERE t.family = 'per-minute' LIMIT 1), 68.15, 0, now()
          FROM two
          RETURNING id)
        INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
        SELECT id, 1, 'service', 'time', 47, 'minute', 1.45, 68.15, 'standard', '47 Minuten'
        FROM served
        """;

    [Fact]
    public async Task What_is_issued_is_open_what_the_bank_says_is_booked_and_who_is_late_gets_a_letter()
    {
        await Service.Tables.PlantAsync(Talked);
        var coordinator = await Service.SignInAsync("disposition");
        var numbers = await IssueAsync(coordinator.Page);
        await coordinator.Page.GotoAsync("/disposition/abrechnung/zahlungen");
        await coordinator.SeesAsync(numbers[1]);
        await ImportAsync(coordinator, numbers);
        await PayByHandAsync(coordinator, numbers[1]);
        await DunAsync(coordinator, numbers[1]);
        await PayTheRestAsync(coordinator, numbers[1]);
        await PayBackAsync(coordinator, numbers[0]);
    }

    private static async Task ImportAsync(Person coordinator, IReadOnlyList<string> numbers)
    {
        var page = coordinator.Page;
        var file = OfToday().Replace(
            Encoding.UTF8.GetString(Camt.File(Camt.Entry("81.10", Camt.Details($"Rechnung {numbers[0].ToLowerInvariant().Replace('-', ' ')}")) + Camt.Entry("18.90", Camt.Details("Habenzinsen"), "REF-2"))),
            $"<Dt>{Today}</Dt>");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "auszug.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(file) });
        await coordinator.SeesAsync("2 neue Buchungen");
        await coordinator.SeesAsync("Sicher");
        await page.LooksGoodAsync("money entries");
        await coordinator.PressAsync("1 Zuordnung buchen");
        await coordinator.SeesAsync("1 Zahlung gebucht");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^18,90.*beiseitelegen$") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Beiseitelegen" }).ClickAsync();
        await page.GetByText("Buchungen, die noch zuzuordnen sind").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "auszug.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(file) });
        await coordinator.SeesAsync("Diese Datei war schon eingelesen.");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "brief.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes("<!DOCTYPE a><a/>") });
        await coordinator.SeesAsync("Diese Datei ist kein Kontoauszug im Format CAMT.053");
    }

    private static async Task PayByHandAsync(Person coordinator, string number)
    {
        var page = coordinator.Page;
        await coordinator.PressAsync($"{number}: Zahlung erfassen");
        var amount = page.GetByLabel("Eingegangener Betrag in Euro");
        await amount.FillAsync("viel");
        await coordinator.SeesAsync("Bitte geben Sie einen Betrag über 0");
        await amount.FillAsync("31,10");
        await coordinator.SeesAsync("Der ganze Betrag ist zugeordnet.");
        await page.LooksGoodAsync("money by hand");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Buchen" }).ClickAsync();
        await coordinator.SeesAsync("Teilweise bezahlt");
        await page.LooksGoodAsync("money open items");
    }

    /// <summary>Looked at as it will be in three months: nothing has to grow old for it.</summary>
    private static async Task DunAsync(Person coordinator, string number)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Mahnliste" }).ClickAsync();
        await coordinator.SeesAsync("Niemand ist in Verzug");
        await page.GetByLabel("Zinsen bis einschließlich").FillAsync(DateTime.UtcNow.AddDays(90).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await coordinator.SeesAsync(number);
        await coordinator.SeesAsync("Nächster Schritt: Zahlungserinnerung");
        await page.LooksGoodAsync("money dunning");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("als PDF herunterladen$") }).ClickAsync());
        Assert.StartsWith("%PDF-", await File.ReadAllTextAsync((await download.PathAsync())!), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("als verschickt vermerken$") }).ClickAsync();
        await page.LooksGoodAsync("money dunning note");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Vermerken" }).ClickAsync();
        await coordinator.SeesAsync("Nächster Schritt: Mahnung");
    }

    private static async Task PayTheRestAsync(Person coordinator, string number)
    {
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Zahlungen", Exact = true }).ClickAsync();
        await coordinator.PressAsync($"{number}: Zahlung erfassen");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Buchen" }).ClickAsync();
        await coordinator.SeesAsync("Nichts offen");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Zahlung über 50,00.*stornieren$") }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Stornieren" }).ClickAsync();
        await coordinator.SeesAsync("Storniert: falsch gebucht");
        await page.GetByRole(AriaRole.Button, new() { Name = $"{number}: Zahlung erfassen" }).WaitForAsync();
        await page.LooksGoodAsync("money reversed");
    }

    /// <summary>The first invoice was paid, and is cancelled: what came for it goes back.</summary>
    private static async Task PayBackAsync(Person coordinator, string number)
    {
        var page = coordinator.Page;
        var paid = (await page.CallAsync("GET", "/api/billing/documents")).EnumerateArray().Single(document => document.GetProperty("number").GetString() == number);
        await page.CallAsync("POST", $"/api/billing/documents/{paid.GetProperty("id").GetGuid()}/cancel", new { });
        await page.ReloadAsync();
        await coordinator.ButtonLike("^Guthaben von .* auszahlen$").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Ausgezahlter Betrag in Euro").FillAsync("81,11");
        await coordinator.SeesAsync("Bitte geben Sie einen Betrag über 0 bis 81,10");
        await dialog.GetByLabel("Ausgezahlter Betrag in Euro").FillAsync("81,10");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Auszahlen" }).ClickAsync();
        await coordinator.SeesAsync("Bitte geben Sie an, was auf der Überweisung steht.");
        await page.LooksGoodAsync("money refund");
        await dialog.GetByLabel("Verwendungszweck").FillAsync($"Storno {number}");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Auszahlen" }).ClickAsync();
        await page.GetByText(new Regex($"^Ausgezahlt am .*Storno {number}")).WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Guthaben" }).WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await page.LooksGoodAsync("money refunded");
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("^Auszahlung über 81,10.* stornieren$") }).ClickAsync();
        await page.LooksGoodAsync("money refund reversed dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Stornieren" }).ClickAsync();
        await coordinator.ButtonLike("^Guthaben von .* auszahlen$").WaitForAsync();
    }

    /// <summary>Through the page's own connection, as the pages before these do it.</summary>
    private static async Task<IReadOnlyList<string>> IssueAsync(IPage page)
    {
        var party = new { name = "Sprachbrücke Lindenfurt GmbH", street = "Marktplatz 3", postCode = "99999", city = "Lindenfurt", country = "DE", vatId = "DE136695976", email = "rechnung@sprachbruecke.example", phone = "03601 4711-0", contactName = "Doris Disponentin", iban = Camt.Account, leitwegId = "16901101-0001-78", paymentDays = 30 };
        var order = new { key = Guid.NewGuid(), side = "customer", from = DateTime.UtcNow.AddDays(-20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until = Today, parties = new List<Guid>() };
        await page.CallAsync("PUT", "/api/billing/issuer", party);
        foreach (var customer in (await page.CallAsync("POST", "/api/billing/preview", order)).GetProperty("parties").EnumerateArray())
        {
            order.parties.Add(customer.GetProperty("id").GetGuid());
            await page.CallAsync("PUT", $"/api/billing/customers/{order.parties[^1]}", new { party.street, name = customer.GetProperty("name").GetString(), party.postCode, party.city, party.country, party.email, party.leitwegId, party.paymentDays });
        }

        var run = await page.CallAsync("POST", "/api/billing/runs", order);
        while (run.GetProperty("run").GetProperty("state").GetString() == "issuing")
        {
            run = await page.CallAsync("POST", $"/api/billing/runs/{run.GetProperty("run").GetProperty("id").GetGuid()}/continue", new { });
        }

        var numbers = (await page.CallAsync("GET", "/api/billing/documents")).EnumerateArray().Select(document => document.GetProperty("number").GetString()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(2, numbers.Count);
        return numbers;
    }

    private static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("<Dt>[0-9-]+</Dt>", RegexOptions.None, 1000)]
    private static partial Regex OfToday();
}
