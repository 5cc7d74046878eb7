using System.Net;
using System.Text.Json;
using Videodolmetschen.Server.Tests.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Reporting;

/// <summary>Who sees which figures.</summary>
public sealed class ReportReaderTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_customer_sees_the_own_figures_and_nothing_of_another()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, clinic, interpreter) = (await world.CustomerAsync("Amt"), await world.CustomerAsync("KANARIE Klinik"), await world.InterpreterAsync());
        var month = world.Stage.Time.GetUtcNow().AddDays(-3);
        await world.AskedAsync(office, interpreter, 40, month);
        await world.AskedAsync(clinic, interpreter, 60, month, "ara");
        await world.SumAsync();
        using var browser = await world.RequesterAsync(office);
        foreach (var view in (string[])["usage?by=unit", "usage?by=language", "service?by=hour", "unserved", "sessions"])
        {
            using var answer = await browser.GetAsync($"/api/reports/{view}");
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.All((string[])["KANARIE", clinic.Customer.Value.ToString(), clinic.Unit.Value.ToString(), "\"ara\""], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
        }

        var own = await world.Stage.QueryAsync<int>("SELECT count(*) FROM sessions WHERE customer_id = @id", new { id = office.Customer.Value });
        var from = $"{month:yyyy-MM-dd}";
        Assert.Equal(own, Cases((await browser.ReadAsync($"/api/reports/usage?by=unit&from={from}&to={world.Today}")).GetProperty("total")));
        foreach (var path in (string[])[$"usage?customer={clinic.Customer.Value}", "usage?by=day", "usage?by=customer", "fairness", "vat", "fairness.csv", "vat.xlsx", $"sessions.csv?customer={clinic.Customer.Value}"])
        {
            using var answer = await browser.GetAsync($"/api/reports/{path}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Another_customers_unit_has_no_figures()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, clinic, interpreter) = (await world.CustomerAsync("Amt"), await world.CustomerAsync("Klinik"), await world.InterpreterAsync());
        await world.AskedAsync(clinic, interpreter, 60, world.Stage.Time.GetUtcNow().AddDays(-3));
        await world.SumAsync();
        using var browser = await world.RequesterAsync(office);
        var table = await browser.ReadAsync($"/api/reports/usage?unit={clinic.Unit.Value}");
        Assert.Equal(0, table.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Figures_of_few_persons_are_hidden_and_cannot_be_taken_from_the_sum()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter, month) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync(), world.Stage.Time.GetUtcNow().AddDays(-3));
        await world.AskedAsync(office, interpreter, 60, month, "kmr", persons: 9);
        await world.AskedAsync(office, interpreter, 30, month, "ara", persons: 8);
        await world.AskedAsync(office, interpreter, 20, month, "pes", persons: 7);
        await world.AskedAsync(office, interpreter, 45, month, "tir", persons: 2);
        await world.SumAsync();
        var all = await world.Coordinator.ReadAsync($"/api/reports/usage?by=language&customer={office.Customer.Value}&from={month:yyyy-MM-01}&to={world.Today}");
        Assert.DoesNotContain(all.GetProperty("rows").EnumerateArray(), row => row.GetProperty("hidden").GetBoolean());

        using var browser = await world.RequesterAsync(office);
        var own = await browser.ReadAsync($"/api/reports/usage?by=language&from={month:yyyy-MM-01}&to={world.Today}");
        Assert.Equal(["ara False", "kmr False", "pes True", "tir True"], own.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("key")} {row.GetProperty("hidden")}").Order());
        Assert.All(own.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("hidden").GetBoolean()), row => Assert.All(row.GetProperty("values").EnumerateArray(), value => Assert.Equal(JsonValueKind.Null, value.ValueKind)));
        // Where it stands among the others would say how many there are, and asking for it alone what the sum leaves for the other.
        Assert.Equal(["kmr", "ara"], own.GetProperty("rows").EnumerateArray().Take(2).Select(row => row.GetProperty("key").GetString()));
        foreach (var path in (string[])["usage?by=unit&language=pes", "service?by=hour&language=pes", "unserved?by=cause&language=pes", $"usage?by=modality&language=pes&unit={office.Unit.Value}"])
        {
            var alone = await browser.ReadAsync($"/api/reports/{path}&from={month:yyyy-MM-01}&to={world.Today}");
            Assert.All(alone.GetProperty("rows").EnumerateArray().Append(alone.GetProperty("total")), row => Assert.True(row.GetProperty("hidden").GetBoolean(), path));
        }

        var large = await browser.ReadAsync($"/api/reports/usage?by=unit&language=kmr&from={month:yyyy-MM-01}&to={world.Today}");
        Assert.False(large.GetProperty("total").GetProperty("hidden").GetBoolean());
        Assert.True((await browser.ReadAsync($"/api/reports/usage?by=hour&language=tir&from={month:yyyy-MM-01}&to={world.Today}")).GetProperty("total").GetProperty("hidden").GetBoolean());
        using var file = await browser.GetAsync($"/api/reports/usage.csv?by=language&from={month:yyyy-MM-01}&to={world.Today}");
        Assert.Matches(@"Tigrin[^\r]*;weniger als fünf;weniger als fünf", await file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_customer_sees_whole_months_only()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        using var browser = await world.RequesterAsync(await world.CustomerAsync("Amt"));
        var table = await browser.ReadAsync("/api/reports/usage?from=2026-03-10&to=2026-03-10");
        Assert.Equal(("2026-03-01", "2026-03-31"), (table.GetProperty("from").GetString(), table.GetProperty("to").GetString()));
    }

    private static int Cases(JsonElement row) => row.GetProperty("values")[0].GetInt32();
}
