using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Videodolmetschen.Server.Tests.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Reporting;

/// <summary>From issued documents to the books: bookings, and the VAT summary.</summary>
public sealed class BookkeepingTests(RealPostgres postgres)
{
    [Fact]
    public async Task Invoices_and_Gutschriften_become_bookings_with_accounts_that_stay()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await IssueAsync(world);
        using (var early = await world.Coordinator.GetAsync("/api/reports/bookings.csv"))
        {
            Assert.Equal((HttpStatusCode.Conflict, "booking_settings_missing"), (early.StatusCode, await early.CodeAsync()));
        }

        await SaveAsync(world);
        var first = await ExportAsync(world);
        Assert.Equal(await ExportAsync(world), first);
        var rows = first.Skip(2).Select(line => string.Join(' ', line.Split(';').Where((_, place) => place is 0 or 1 or 6 or 7 or 10 or 13))).ToList();
        Assert.Equal(
            [
                $"25,88 \"S\" 10001 8400 \"RE-{world.Today[..4]}-00001\" \"Rechnung Amt\"",
                $"14,25 \"H\" 70001 3109 \"GS-{world.Today[..4]}-00001\" \"Gutschrift D-9001\"",
            ],
            rows);
    }

    [Fact]
    public async Task The_summary_of_taxes_is_the_sum_of_the_documents()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await IssueAsync(world);
        await world.SumAsync();
        await world.SumAsync();
        var table = await world.Coordinator.ReadAsync($"/api/reports/vat?from={world.Today}&to={world.Today}");
        Assert.Equal(
            ["Ausgangsumsätze [1,0,21.75,4.13,null]", "Eingangsleistungen [1,0,14.25,0.00,null]"],
            table.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("titles")[1]} {row.GetProperty("values").GetRawText()}"));
        Assert.Equal(0, await world.Stage.QueryAsync<int>(
            "SELECT count(*) FROM documents d WHERE NOT EXISTS (SELECT FROM document_taxes t WHERE t.document_id = d.id HAVING sum(t.net) = d.net AND sum(t.tax) = d.tax)"));
        var invoice = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE kind = 'invoice'");
        await world.Coordinator.OkAsync($"/api/billing/documents/{invoice}/cancel", new { });
        table = await world.Coordinator.ReadAsync($"/api/reports/vat?from={world.Today}&to={world.Today}");
        Assert.Equal("[1,1,0.00,0.00,null]", table.GetProperty("rows")[0].GetProperty("values").GetRawText());
    }

    [Fact]
    public async Task Tax_counts_in_the_month_of_the_service_whenever_it_is_billed_or_taken_back()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await SaveAsync(world);
        var (office, interpreter, today) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync(), DateOnly.Parse(world.Today, System.Globalization.CultureInfo.InvariantCulture));
        // The same day of the week, for the same price.
        var then = today.AddDays(-35);
        var (earlier, first) = (new DateOnly(then.Year, then.Month, 1), new DateOnly(today.Year, today.Month, 1));
        await world.TalkedAsync(office, interpreter, at: world.Stage.Time.GetUtcNow().AddDays(-35));
        await world.TalkedAsync(office, interpreter);
        await BillAsync(world, office, then);
        Assert.Equal(("[1,0,21.75,4.13,null]", "[1,0,21.75,4.14,null]"), (await VatAsync(world, earlier, earlier.AddMonths(1).AddDays(-1)), await VatAsync(world, first, today)));
        Assert.Equal(
            [$"25,88 {then:ddMMyyyy} {then:ddMMyyyy}", $"25,89 {today:ddMMyyyy} {today:ddMMyyyy}"],
            (await ExportAsync(world)).Skip(2).Select(line => line.Split(';')).Select(fields => $"{fields[0]} {fields[114]} {fields[115]}"));

        await world.Coordinator.OkAsync($"/api/billing/documents/{await world.Stage.QueryAsync<Guid>("SELECT id FROM documents")}/cancel", new { });
        Assert.Equal(("[1,1,0.00,0.00,null]", "[1,1,0.00,0.00,null]"), (await VatAsync(world, earlier, earlier.AddMonths(1).AddDays(-1)), await VatAsync(world, first, today)));
        await BillAsync(world, office, then);
        Assert.Equal(("[2,1,21.75,4.13,null]", "[2,1,21.75,4.14,null]"), (await VatAsync(world, earlier, earlier.AddMonths(1).AddDays(-1)), await VatAsync(world, first, today)));
    }

    [Fact]
    public async Task A_corrected_invoice_counts_once_and_the_one_before_is_booked_back()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await IssueAsync(world);
        await SaveAsync(world);
        var (invoice, office) = (await world.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE kind = 'invoice'"), await world.Stage.QueryAsync<Guid>("SELECT customer_id FROM documents WHERE kind = 'invoice'"));
        await world.PutAsync($"/api/billing/customers/{office}", await WithNewStreetAsync(world, office));
        await world.Coordinator.OkAsync($"/api/billing/documents/{invoice}/correct", new { });
        var table = await world.Coordinator.ReadAsync($"/api/reports/vat?from={world.Today}&to={world.Today}");
        Assert.Equal("[2,0,21.75,4.13,null]", table.GetProperty("rows")[0].GetProperty("values").GetRawText());
        var rows = (await ExportAsync(world)).Skip(2).Select(line => line.Split(';')).Where(fields => fields[7] == "8400").Select(fields => $"{fields[0]} {fields[1]} {fields[10]}").ToList();
        Assert.Equal(["25,88 \"S\"", "25,88 \"H\"", "25,88 \"S\""], rows.Select(row => row[..9]));
        Assert.Equal(rows[0][9..], rows[1][9..]);
        Assert.NotEqual(rows[1][9..], rows[2][9..]);
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_named_field_by_field_and_nobody_writes_over_another()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var settings = await SettingsAsync(world);
        (settings["consultant"], settings["client"], settings["accounts"]![0]!["account"]) = (5, 1, "=400");
        var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Put, "/api/reports/booking-settings", settings);
        Assert.Equal((HttpStatusCode.BadRequest, "booking_settings_invalid"), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(["consultant", "account:customer:standard"], answer.GetProperty("fields").EnumerateArray().Select(field => field.GetString()));
        await SaveAsync(world);
        (settings["consultant"], settings["accounts"]![0]!["account"]) = (1001, "8400");
        (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Put, "/api/reports/booking-settings", settings);
        Assert.Equal((HttpStatusCode.Conflict, "booking_settings_changed_meanwhile"), (status, answer.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_export_lies_in_one_financial_year()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await SaveAsync(world);
        using var answer = await world.Coordinator.GetAsync("/api/reports/bookings.csv?from=2025-12-31&to=2026-01-01");
        Assert.Equal((HttpStatusCode.BadRequest, "export_spans_years"), (answer.StatusCode, await answer.CodeAsync()));
    }

    /// <summary>One invoice, and one Gutschrift of a small business.</summary>
    private static async Task IssueAsync(BillingWorld world)
    {
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter);
        await world.PutAsync($"/api/billing/interpreters/{interpreter}", BillingWorld.Freelancer());
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = true, since = world.Today });
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/vat", new { validFrom = "2026-01-01", treatment = "small_business" });
        await world.RunAsync("customer", [office.Customer.Value]);
        await world.RunAsync("interpreter", [interpreter]);
    }

    private static Task BillAsync(BillingWorld world, Tenant office, DateOnly from) =>
        world.RunAsync("customer", [office.Customer.Value], from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static async Task<string> VatAsync(BillingWorld world, DateOnly from, DateOnly to) =>
        (await world.Coordinator.ReadAsync($"/api/reports/vat?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}")).GetProperty("rows").EnumerateArray().Single().GetProperty("values").GetRawText();

    private static async Task<JsonNode> WithNewStreetAsync(BillingWorld world, Guid office)
    {
        var party = JsonNode.Parse((await world.Coordinator.ReadAsync($"/api/billing/customers/{office}")).GetRawText())!;
        party["street"] = "Neue Straße 2";
        return party;
    }

    private static async Task SaveAsync(BillingWorld world)
    {
        var settings = await SettingsAsync(world);
        (settings["consultant"], settings["client"]) = (29098, 55003);
        await world.PutAsync("/api/reports/booking-settings", settings);
    }

    private static async Task<JsonNode> SettingsAsync(BillingWorld world) =>
        JsonNode.Parse((await world.Coordinator.ReadAsync("/api/reports/booking-settings")).GetProperty("settings").GetRawText())!;

    private static async Task<IReadOnlyList<string>> ExportAsync(BillingWorld world)
    {
        using var answer = await world.Coordinator.GetAsync($"/api/reports/bookings.csv?from={world.Today}&to={world.Today}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var lines = Encoding.Latin1.GetString(await answer.Content.ReadAsByteArrayAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        // When it was made is not the same twice.
        return [string.Join(';', lines[0].Split(';').Where((_, place) => place != 5)), .. lines.Skip(1)];
    }
}
