using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Flows;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>From rated services to numbered documents: looked at first, issued once, never changed.</summary>
public sealed class BillingRunTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_month_is_looked_at_and_issued_with_the_totals_that_were_shown()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter, 3);
        var preview = await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []));
        var party = Assert.Single(preview.GetProperty("parties").EnumerateArray());
        Assert.Equal(("Amt", 3, 65.25m, 12.40m, 77.65m), (party.GetProperty("name").GetString(), party.GetProperty("services").GetInt32(), party.GetProperty("net").GetDecimal(), party.GetProperty("tax").GetDecimal(), party.GetProperty("gross").GetDecimal()));
        Assert.DoesNotContain(party.GetProperty("findings").EnumerateArray(), one => one.GetProperty("blocks").GetBoolean());
        Assert.Null(await world.DocumentsAsync());

        var run = await world.RunAsync("customer", [office.Customer.Value]);
        Assert.Equal(("done", 1), (run.GetProperty("run").GetProperty("state").GetString(), run.GetProperty("run").GetProperty("issued").GetInt32()));
        Assert.Equal($"RE-{world.Today[..4]}-00001 invoice 65.25 12.40 77.65", await world.DocumentsAsync());
        Assert.Empty((await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []))).GetProperty("parties").EnumerateArray());
    }

    [Fact]
    public async Task Nothing_of_the_conversation_and_nobody_in_it_stands_in_the_document()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        await world.RunAsync("customer", [office.Customer.Value]);
        var id = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        using var answer = await world.Coordinator.GetAsync($"/api/billing/documents/{id}.xml");
        var xml = await answer.Content.ReadAsStringAsync();
        Assert.Contains("<cbc:BuyerReference>" + BillingWorld.Leitweg + "</cbc:BuyerReference>", xml, StringComparison.Ordinal);
        Assert.All((string[])["KANARIE", "kmr", "Kurmandschi", "Kurmanji", "health", "Notaufnahme", "Gesprächszeit"], word => Assert.DoesNotContain(word, xml, StringComparison.OrdinalIgnoreCase));
        using var paper = await world.Coordinator.GetAsync($"/api/billing/documents/{id}.pdf");
        using var read = new PdfText(await paper.Content.ReadAsByteArrayAsync());
        Assert.Contains(BillingWorld.Leitweg, read.All, StringComparison.Ordinal);
        Assert.All((string[])["KANARIE", "kmr", "Kurmandschi", "health", "Notaufnahme", "Gesprächszeit"], word => Assert.DoesNotContain(word, read.All + string.Join(' ', read.Document.Information.DocumentInformationDictionary?.Data.Values ?? []), StringComparison.OrdinalIgnoreCase));
        Assert.All((string[])["KANARIE", "kmr", "health"], word => Assert.DoesNotContain(word, world.Stage.QueryAsync<string>("SELECT source::text FROM documents").Result, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Whoever_lacks_something_is_named_with_the_reason_and_refused_while_the_others_are_issued()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (good, bare, interpreter) = (await world.CustomerAsync("Amt"), await world.Stage.Server.AddTenantAsync("Ohne Anschrift"), await world.InterpreterAsync());
        await world.TalkedAsync(good, interpreter);
        await world.TalkedAsync(bare, interpreter);
        var preview = await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []));
        Assert.Equal("no_address", preview.GetProperty("parties")[1].GetProperty("findings")[0].GetProperty("code").GetString());
        var run = await world.RunAsync("customer", [good.Customer.Value, bare.Customer.Value]);
        Assert.Equal(["issued", "refused"], run.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("state").GetString()));
        Assert.Equal("no_address", run.GetProperty("parts")[1].GetProperty("reasons")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_Gutschrift_needs_the_agreement_and_the_tax_status_of_the_day_of_the_service()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter);
        await world.PutAsync($"/api/billing/interpreters/{interpreter}", BillingWorld.Freelancer());
        Assert.Equal("no_agreement", await ReasonAsync(world, interpreter));
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = true, since = world.Today });
        Assert.Equal("no_vat_status", await ReasonAsync(world, interpreter));
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/vat", new { validFrom = "2026-01-01", treatment = "small_business" });
        await world.RunAsync("interpreter", [interpreter]);
        Assert.Equal($"GS-{world.Today[..4]}-00001 self_billed 14.25 0.00 14.25", await world.DocumentsAsync());
        var xml = Encoding.UTF8.GetString(await world.Stage.QueryAsync<byte[]>("SELECT xml FROM documents"));
        Assert.Contains("Kein Ausweis von Umsatzsteuer, da Kleinunternehmer gemäß § 19 UStG", xml, StringComparison.Ordinal);
        var own = await world.Stage.Server.QueryAsync<string>("SELECT email FROM users WHERE interpreter_id = @interpreter", new { interpreter });
        using var browser = await Browser.SignedInAsync(world.Stage.Server, own);
        Assert.Equal(1, (await browser.ReadAsync("/api/my-documents")).GetArrayLength());
    }

    [Fact]
    public async Task Fifty_at_once_issue_each_document_once_and_numbers_without_a_gap()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var interpreter = await world.InterpreterAsync();
        var parties = new List<Guid>();
        for (var office = 0; office < 6; office++)
        {
            var tenant = await world.CustomerAsync($"Amt {office}");
            await world.TalkedAsync(tenant, interpreter);
            parties.Add(tenant.Customer.Value);
        }

        // Five people press at once, and each run is pushed on by ten.
        var runs = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Coordinator.OkAsync("/api/billing/runs", world.Order("customer", parties))));
        var service = world.Stage.Server.Services.GetRequiredService<BillingRuns>();
        await Task.WhenAll(runs.SelectMany(run => Enumerable.Range(0, 10).Select(async _ =>
        {
            while (await service.IssueNextAsync(run.GetProperty("run").GetProperty("id").GetGuid(), CancellationToken.None))
            {
            }
        })));
        Assert.Equal((6, 6, 6L), await world.Stage.QueryAsync<(int, int, long)>("SELECT count(*)::int, max(serial), max(position) FROM documents"));
        Assert.Equal((5, 30), await world.Stage.QueryAsync<(int, int)>("SELECT (SELECT count(*) FROM billing_runs WHERE state = 'done')::int, (SELECT count(*) FROM billing_run_parts WHERE state IN ('issued', 'empty'))::int"));
        var chain = await world.Coordinator.ReadAsync("/api/billing/documents/chain");
        Assert.All(chain.GetProperty("series").EnumerateArray(), series => Assert.Equal((true, 0), (series.GetProperty("last").GetInt32() > 0, series.GetProperty("missing").GetArrayLength())));
        Assert.Equal((6, JsonValueKind.Null), (chain.GetProperty("documents").GetInt32(), chain.TryGetProperty("firstBroken", out var broken) ? broken.ValueKind : JsonValueKind.Null));
    }

    [Fact]
    public async Task The_same_press_twice_is_one_run_and_a_stopped_one_goes_on_by_the_job()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter, key) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync(), Guid.NewGuid());
        await world.TalkedAsync(office, interpreter);
        var order = world.Order("customer", [office.Customer.Value], key);
        var run = (await world.Coordinator.OkAsync("/api/billing/runs", order)).GetProperty("run").GetProperty("id").GetGuid();
        Assert.Equal(run, (await world.Coordinator.OkAsync("/api/billing/runs", order)).GetProperty("run").GetProperty("id").GetGuid());
        Assert.Equal(1, await world.Stage.QueryAsync<int>("SELECT count(*)::int FROM audit_entries WHERE action = 'billing_run.started'"));
        await world.Coordinator.OkAsync($"/api/billing/runs/{run}/pause", new { });
        await world.Stage.Server.RunJobAsync("continue-billing-runs");
        Assert.Null(await world.DocumentsAsync());
        Assert.Equal("billing_run_over", (await world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/runs/{run}/pause", new { })).Answer.GetProperty("code").GetString());
        await world.Coordinator.OkAsync($"/api/billing/runs/{run}/resume", new { });
        await world.Stage.Server.RunJobAsync("continue-billing-runs");
        await world.Stage.Server.RunJobAsync("continue-billing-runs");
        Assert.Equal($"RE-{world.Today[..4]}-00001 invoice 21.75 4.13 25.88", await world.DocumentsAsync());
    }

    [Fact]
    public async Task A_cancelled_document_is_taken_back_by_one_of_its_own_and_its_lines_are_billed_anew()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        await world.RunAsync("customer", [office.Customer.Value]);
        var id = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        // What the office is called by then does not change what is taken back.
        await world.PutAsync($"/api/billing/customers/{office.Customer.Value}", new { name = "Neues Amt", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = BillingWorld.Leitweg, revision = 1 });
        Assert.Equal($"ST-{world.Today[..4]}-00001", (await world.Coordinator.OkAsync($"/api/billing/documents/{id}/cancel", new { })).GetProperty("number").GetString());
        var again = await world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/documents/{id}/cancel", new { });
        Assert.Equal((HttpStatusCode.Conflict, "document_cancelled"), (again.Status, again.Answer.GetProperty("code").GetString()));
        var xml = Encoding.UTF8.GetString(await world.Stage.QueryAsync<byte[]>("SELECT xml FROM documents WHERE kind = 'cancellation'"));
        Assert.Contains("<CreditNote", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("Neues Amt", xml, StringComparison.Ordinal);
        await world.RunAsync("customer", [office.Customer.Value]);
        Assert.Equal(
            string.Join('\n', $"RE-{world.Today[..4]}-00001 invoice 21.75 4.13 25.88", $"ST-{world.Today[..4]}-00001 cancellation 21.75 4.13 25.88", $"RE-{world.Today[..4]}-00002 invoice 21.75 4.13 25.88"),
            await world.DocumentsAsync());
    }

    [Fact]
    public async Task A_wrong_head_is_corrected_by_an_invoice_in_the_place_of_the_first()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        await world.RunAsync("customer", [office.Customer.Value]);
        var first = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        var unchanged = await world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/documents/{first}/correct", new { });
        Assert.Equal((HttpStatusCode.Conflict, "document_not_correctable"), (unchanged.Status, unchanged.Answer.GetProperty("code").GetString()));
        await world.PutAsync($"/api/billing/customers/{office.Customer.Value}", new { name = "Neues Amt", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = BillingWorld.Leitweg, email = "rechnung@lindenfurt.example", revision = 1 });
        Assert.Equal($"RE-{world.Today[..4]}-00002", (await world.Coordinator.OkAsync($"/api/billing/documents/{first}/correct", new { })).GetProperty("number").GetString());
        var xml = Encoding.UTF8.GetString(await world.Stage.QueryAsync<byte[]>("SELECT xml FROM documents WHERE kind = 'correction'"));
        Assert.Contains(">384</cbc:InvoiceTypeCode>", xml, StringComparison.Ordinal);
        Assert.Contains("Neues Amt", xml, StringComparison.Ordinal);
        Assert.Contains($"RE-{world.Today[..4]}-00001", xml, StringComparison.Ordinal);
        // What stands on the second is billed; the first is neither cancelled nor corrected once more.
        Assert.Empty((await world.Coordinator.OkAsync("/api/billing/preview", new { side = "customer", from = world.Today, until = world.Today })).GetProperty("parties").EnumerateArray());
        Assert.Equal("document_cancelled", (await world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/documents/{first}/cancel", new { })).Answer.GetProperty("code").GetString());
        var second = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE kind = 'correction'");
        Assert.Equal($"ST-{world.Today[..4]}-00001", (await world.Coordinator.OkAsync($"/api/billing/documents/{second}/cancel", new { })).GetProperty("number").GetString());
        await world.RunAsync("customer", [office.Customer.Value]);
        Assert.Equal(
            string.Join('\n', $"RE-{world.Today[..4]}-00001 invoice 21.75 4.13 25.88", $"RE-{world.Today[..4]}-00002 correction 21.75 4.13 25.88", $"ST-{world.Today[..4]}-00001 cancellation 21.75 4.13 25.88", $"RE-{world.Today[..4]}-00003 invoice 21.75 4.13 25.88"),
            await world.DocumentsAsync());
    }

    /// <summary>Whoever is second hears it; the correction itself may be corrected, and its lines stand on the last one.</summary>
    [Fact]
    public async Task An_invoice_is_corrected_once_also_by_five_at_once_and_its_correction_once_more()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        await world.RunAsync("customer", [office.Customer.Value]);
        for (var revision = 1; revision <= 2; revision++)
        {
            var last = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents ORDER BY position DESC LIMIT 1");
            await world.PutAsync($"/api/billing/customers/{office.Customer.Value}", new { name = $"Amt {revision}", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = BillingWorld.Leitweg, email = "rechnung@lindenfurt.example", revision });
            var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/documents/{last}/correct", new { })));
            Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 4)], answers.Select(answer => answer.Status).Order());
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Conflict), answer => Assert.Equal("document_cancelled", answer.Answer.GetProperty("code").GetString()));
        }

        Assert.Equal(
            string.Join('\n', $"RE-{world.Today[..4]}-00001 invoice 21.75 4.13 25.88", $"RE-{world.Today[..4]}-00002 correction 21.75 4.13 25.88", $"RE-{world.Today[..4]}-00003 correction 21.75 4.13 25.88"),
            await world.DocumentsAsync());
        Assert.Equal("1,2,3", await world.Stage.QueryAsync<string>("SELECT string_agg(attempt::text, ',' ORDER BY attempt) FROM document_lines"));
        Assert.Empty((await world.Coordinator.OkAsync("/api/billing/preview", new { side = "customer", from = world.Today, until = world.Today })).GetProperty("parties").EnumerateArray());
    }

    [Fact]
    public async Task The_role_of_the_service_cannot_change_or_slip_in_what_was_issued()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        await world.RunAsync("customer", [office.Customer.Value]);
        foreach (var attempt in (string[])
        [
            "UPDATE documents SET net = 0, gross = tax", "DELETE FROM documents", "UPDATE document_lines SET position = 2", "DELETE FROM document_lines",
            "UPDATE number_series SET last = 0", "UPDATE number_series SET last = last + 2", "DELETE FROM number_series", "TRUNCATE documents CASCADE",
            """
            INSERT INTO documents (id, kind, series, year, serial, number, side, customer_id, issued_on, from_day, until_day, net, tax, gross, specification, source, xml, pdf, hash, position, link, issued_by, issued_at)
            SELECT gen_random_uuid(), kind, series, year, 7, 'RE-7', side, customer_id, issued_on, from_day, until_day, net, tax, gross, specification, source, xml, pdf, hash, position + 1, link, issued_by, issued_at FROM documents
            """,
        ])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => world.Stage.Server.ExecuteAsStaffAsync(attempt));
            Assert.Contains(refused.SqlState, (string[])[PostgresErrorCodes.IntegrityConstraintViolation, PostgresErrorCodes.InsufficientPrivilege]);
        }

        var twice = await Assert.ThrowsAsync<PostgresException>(() => world.Stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO document_lines (service_id, line_number, attempt, document_id, position) SELECT service_id, line_number, attempt, document_id, 2 FROM document_lines"));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, twice.SqlState);
    }

    [Theory]
    [InlineData("leitwegId", "04011000-12345-34")]
    [InlineData("iban", "DE02120300000000202052")]
    [InlineData("vatId", "DE136695970")]
    [InlineData("paymentDays", 90)]
    public async Task A_wrong_check_digit_is_found_where_it_is_typed(string field, object value)
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var row = JsonSerializer.SerializeToNode(BillingWorld.Office())!;
        row[field] = JsonSerializer.SerializeToNode(value);
        var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Put, $"/api/billing/customers/{world.Stage.Tenant.Customer.Value}", row);
        Assert.Equal((HttpStatusCode.BadRequest, "billing_party_invalid"), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(field, Assert.Single(answer.GetProperty("fields").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task What_waits_for_a_tariff_is_counted_however_much_of_other_times_waits_too()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter, 1001, new DateTimeOffset(2020, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await world.TalkedAsync(office, interpreter, 1, new DateTimeOffset(2021, 3, 31, 21, 59, 0, TimeSpan.Zero));
        Assert.Equal(1, (await world.Coordinator.OkAsync("/api/billing/preview", new { side = "customer", from = "2021-03-01", until = "2021-03-31" })).GetProperty("unrated").GetInt32());
        Assert.Equal(0, (await world.Coordinator.OkAsync("/api/billing/preview", new { side = "interpreter", from = "2021-04-01", until = "2021-04-30" })).GetProperty("unrated").GetInt32());
    }

    [Fact]
    public async Task What_was_left_of_earlier_months_is_said()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        var none = await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []));
        Assert.False(none.TryGetProperty("earlier", out var nothing) && nothing.ValueKind != JsonValueKind.Null);
        await world.TalkedAsync(office, interpreter, 2, new DateTimeOffset(2025, 7, 2, 9, 0, 0, TimeSpan.Zero));
        await world.TalkedAsync(office, interpreter);
        var earlier = (await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []))).GetProperty("earlier");
        Assert.Equal(("2025-07-02", 2, 43.50m), (earlier.GetProperty("from").GetString(), earlier.GetProperty("services").GetInt32(), earlier.GetProperty("net").GetDecimal()));
    }

    [Fact]
    public async Task A_run_that_goes_on_another_day_dates_what_it_issues_then()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter);
        var run = (await world.Coordinator.OkAsync("/api/billing/runs", world.Order("customer", [office.Customer.Value]))).GetProperty("run").GetProperty("id").GetGuid();
        await world.Coordinator.OkAsync($"/api/billing/runs/{run}/pause", new { });
        world.Stage.Time.Advance(3 * 86400);
        await world.Stage.Server.Services.GetRequiredService<BillingRuns>().MoveAsync(run, "paused", "issuing", CancellationToken.None);
        await world.Stage.Server.RunJobAsync("continue-billing-runs");
        var today = DateOnly.FromDateTime(world.Stage.Time.GetUtcNow().UtcDateTime);
        Assert.Equal((today, today.AddDays(30)), await world.Stage.QueryAsync<(DateOnly, DateOnly)>("SELECT issued_on, due_on FROM documents"));
    }

    [Fact]
    public async Task A_status_that_changes_within_the_time_makes_a_Gutschrift_for_each()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "small_business");
        var (world, first) = (stage.World, stage.World.Stage.Time.GetUtcNow().AddDays(-2));
        await world.TalkedAsync(stage.Office, stage.Interpreter, 2, first);
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{stage.Interpreter}/vat", new { validFrom = world.Today, treatment = "standard" });
        await RunAsync(world, "interpreter", stage.Interpreter, first);
        Assert.Equal(
            string.Join('\n', $"GS-{world.Today[..4]}-00001 self_billed 14.25 2.71 16.96", $"GS-{world.Today[..4]}-00002 self_billed 28.50 0.00 28.50"),
            await world.DocumentsAsync());
    }

    [Fact]
    public async Task Damages_for_a_cancellation_stand_on_an_invoice_of_their_own_without_tax_and_without_ids_of_it()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var tariff = TariffCatalogue.PerMinute with { Family = "damages", Cancellation = new CancellationPrice.PercentOfSlot { IsDamages = true } };
        var (tenant, interpreter) = (world.Stage.Tenant, await world.InterpreterAsync());
        await world.Coordinator.OkAsync("/api/tariffs", new { tariff = tariff.Draft() });
        await world.Coordinator.AssignAsync(BillingSide.Customer, tariff.Family, customer: tenant.Customer.Value);
        await world.PutAsync($"/api/billing/customers/{tenant.Customer.Value}", BillingWorld.Office());
        await world.TalkedAsync(tenant, interpreter);
        var requester = world.Stage.BrowserOf(await world.Stage.RequesterAsync());
        var id = AppointmentTests.Text(Assert.Single(await AppointmentTests.BookAsync(requester, AppointmentTests.Order(world.Stage, 1, -120))), "id");
        Assert.Equal(HttpStatusCode.OK, await AppointmentTests.PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 50 }));
        await world.Stage.RateAsync();
        await RunAsync(world, "customer", tenant.Customer.Value, world.Stage.Time.GetUtcNow(), days: 1);
        var half = await world.Stage.QueryAsync<decimal>("SELECT net FROM documents WHERE tax = 0");
        Assert.Equal(await world.Stage.QueryAsync<decimal>("SELECT net FROM rated_services WHERE kind = 'cancellation'"), half);
        Assert.Equal((2, 21.75m), await world.Stage.QueryAsync<(int, decimal)>("SELECT count(*)::int, sum(net) FILTER (WHERE tax > 0) FROM documents"));
        var xml = Encoding.UTF8.GetString(await world.Stage.QueryAsync<byte[]>("SELECT xml FROM documents WHERE tax = 0"));
        Assert.Contains("VATEX-EU-O", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("DE136695976", xml, StringComparison.Ordinal);
    }

    private static async Task RunAsync(BillingWorld world, string side, Guid party, DateTimeOffset first, int days = 2)
    {
        var order = new { key = Guid.NewGuid(), side, from = first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), until = first.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), parties = new[] { party } };
        var run = await world.Coordinator.OkAsync("/api/billing/runs", order);
        Assert.Equal("issued", (await world.Coordinator.OkAsync($"/api/billing/runs/{run.GetProperty("run").GetProperty("id").GetGuid()}/continue", new { })).GetProperty("parts")[0].GetProperty("state").GetString());
    }

    private static async Task<string?> ReasonAsync(BillingWorld world, Guid interpreter)
    {
        var run = await world.RunAsync("interpreter", [interpreter]);
        return run.GetProperty("parts")[0].GetProperty("reasons")[0].GetProperty("code").GetString();
    }
}
