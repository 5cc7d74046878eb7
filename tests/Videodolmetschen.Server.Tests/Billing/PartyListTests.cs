using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Staff see at a glance for whom the data for invoices are missing.</summary>
public sealed class PartyListTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_customer_without_data_is_told_from_one_with_them()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await world.CustomerAsync("Amt mit Daten");
        await world.Stage.Server.AddTenantAsync("Amt ohne Daten", "authority");
        Assert.Equal(["Amt mit Daten True", "Amt ohne Daten False"], (await RowsAsync(world, "customer")).Where(row => row.StartsWith("Amt", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Of_an_interpreter_data_agreement_and_status_are_each_seen()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var interpreter = await world.InterpreterAsync();
        Assert.Contains("D-9001 False False False", await RowsAsync(world, "interpreter"));
        await world.PutAsync($"/api/billing/interpreters/{interpreter}", BillingWorld.Freelancer());
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/vat", new { validFrom = "2025-01-01", treatment = "small_business" });
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = true, since = "2025-01-01" });
        Assert.Contains("D-9001 True True True", await RowsAsync(world, "interpreter"));
        world.Stage.Time.Advance(TimeSpan.FromSeconds(1));
        await world.Coordinator.OkAsync($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = false, since = world.Today });
        Assert.Contains("D-9001 True False True", await RowsAsync(world, "interpreter"));
    }

    /// <summary>The clock of the stage stands still: of one instant none is the last, so the second hears why.</summary>
    [Fact]
    public async Task Of_two_who_record_at_the_same_instant_one_is_told_to_look_again()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var interpreter = await world.InterpreterAsync();
        foreach (var (path, order) in (List<(string, object)>)
        [
            ($"/api/billing/interpreters/{interpreter}/agreement", new { agreed = true, since = "2025-01-01" }),
            ($"/api/billing/interpreters/{interpreter}/vat", new { validFrom = "2025-01-01", treatment = "standard" }),
            ("/api/billing/base-rates", new { validFrom = "2027-01-01", percent = 1.5m, source = "Deutsche Bundesbank" }),
        ])
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => world.Coordinator.TryAsync(HttpMethod.Post, path, order)));
            Assert.Equal([HttpStatusCode.OK, .. Enumerable.Repeat(HttpStatusCode.Conflict, 3)], answers.Select(answer => answer.Status).Order());
            Assert.All(answers.Where(answer => answer.Status == HttpStatusCode.Conflict), answer => Assert.Equal("recorded_meanwhile", answer.Answer.GetProperty("code").GetString()));
        }

        Assert.Equal(3, await world.Stage.QueryAsync<int>("SELECT count(*)::int FROM audit_entries WHERE action IN ('self_billing.agreed', 'vat_status.recorded', 'base_rate.recorded')"));
    }

    [Fact]
    public async Task Without_a_side_there_is_no_list()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        using var answer = await world.Coordinator.GetAsync("/api/billing/parties");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<List<string>> RowsAsync(BillingWorld world, string side)
    {
        var rows = await world.Coordinator.ReadAsync($"/api/billing/parties?side={side}");
        return
        [
            .. rows.EnumerateArray().Select(row => side == "customer"
                ? $"{row.GetProperty("name").GetString()} {row.GetProperty("hasData").GetBoolean()}"
                : $"{row.GetProperty("number").GetString()} {row.GetProperty("hasData").GetBoolean()} {row.GetProperty("hasAgreement").GetBoolean()} {row.GetProperty("hasVat").GetBoolean()}"),
        ];
    }

    [Fact]
    public async Task Whoever_changes_an_account_leaves_a_trace_of_it()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.PutAsync($"/api/billing/customers/{office.Customer.Value}", new { name = "Amt", street = "Rathausplatz 1", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = BillingWorld.Leitweg, email = "rechnung@lindenfurt.example", paymentDays = 30, iban = "DE02120300000000202051", revision = 1 });
        Assert.Equal(
            """{"fields": ["iban"]}""",
            await world.Stage.QueryAsync<string>("SELECT details::text FROM audit_entries WHERE action = 'billing_party.changed' AND subject = @subject ORDER BY at DESC, id DESC LIMIT 1", new { subject = $"customer:{office.Customer.Value}" }));
    }
}
