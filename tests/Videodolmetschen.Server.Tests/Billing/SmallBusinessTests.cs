using System.Globalization;
using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>§ 19 UStG: what our own documents show stands in the way of an untaxed Gutschrift before it is issued, not after.</summary>
public sealed class SmallBusinessTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(0, "19985.74", "")]
    [InlineData(0, "19985.75", "small_business_near_next_year")]
    [InlineData(0, "24990.00", "small_business_ends_with_year")]
    [InlineData(0, "99985.75", "small_business_near_end")]
    [InlineData(0, "99985.76", "small_business_ended")]
    [InlineData(-1, "25000.00", "")]
    [InlineData(-1, "25000.01", "small_business_ended")]
    public async Task The_preview_warns_before_a_limit_and_blocks_beyond_it(int year, string turnover, string code)
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "small_business");
        await stage.PlantTurnoverAsync(stage.World.Stage.Time.GetUtcNow().Year + year, decimal.Parse(turnover, CultureInfo.InvariantCulture));
        var findings = (await stage.PreviewAsync()).GetProperty("parties")[0].GetProperty("findings").EnumerateArray().Where(one => one.GetProperty("code").GetString()!.StartsWith("small", StringComparison.Ordinal)).ToList();
        Assert.Equal(code, string.Join(' ', findings.Select(one => one.GetProperty("code").GetString())));
        Assert.All(findings, one => Assert.Equal(code == "small_business_ended", one.GetProperty("blocks").GetBoolean()));
        Assert.All(findings, one => Assert.Contains("§ 19 UStG", one.GetProperty("advice").GetString(), StringComparison.Ordinal));
        var run = await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal(code == "small_business_ended" ? "refused" : "issued", run.GetProperty("parts")[0].GetProperty("state").GetString());
    }

    [Fact]
    public async Task Once_the_tax_is_declared_from_that_day_on_it_is_billed()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "small_business");
        await stage.PlantTurnoverAsync(stage.World.Stage.Time.GetUtcNow().Year, 100_000m);
        Assert.Equal(["small_business_ended"], (await stage.FindingsAsync()).Where(code => code!.StartsWith("small", StringComparison.Ordinal)));
        await stage.Own.OkAsync("/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "standard" });
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.EndsWith("self_billed 14.25 2.71 16.96", await stage.World.DocumentsAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_billed_before_a_status_was_known_is_named_by_the_next_run()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "small_business");
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter);
        Assert.DoesNotContain("taxed_otherwise", await stage.FindingsAsync());
        await stage.Own.OkAsync("/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "standard" });
        var finding = (await stage.PreviewAsync()).GetProperty("parties")[0].GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "taxed_otherwise");
        Assert.False(finding.GetProperty("blocks").GetBoolean());
        Assert.Contains($"GS-{stage.World.Today[..4]}-00001", finding.GetProperty("advice").GetString(), StringComparison.Ordinal);
        await stage.World.Coordinator.OkAsync($"/api/billing/documents/{await stage.World.Stage.QueryAsync<Guid>("SELECT id FROM documents")}/cancel", new { });
        Assert.DoesNotContain("taxed_otherwise", await stage.FindingsAsync());
    }

    [Fact]
    public async Task Interpreter_and_staff_see_where_the_limits_are_and_nobody_becomes_a_small_business_beyond_them()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "small_business");
        var year = stage.World.Stage.Time.GetUtcNow().Year;
        await stage.PlantTurnoverAsync(year - 1, 25_000.01m);
        await stage.PlantTurnoverAsync(year, 30_000m);
        foreach (var tax in new[] { (await stage.Own.ReadAsync("/api/my-billing")).GetProperty("tax"), await stage.World.Coordinator.ReadAsync($"/api/billing/interpreters/{stage.Interpreter}/tax") })
        {
            var limits = tax.GetProperty("limits");
            Assert.Equal((25_000.01m, 30_000m, "not_this_year", true), (limits.GetProperty("previous").GetDecimal(), limits.GetProperty("current").GetDecimal(), limits.GetProperty("verdict").GetString(), limits.GetProperty("concerns").GetBoolean()));
        }

        var refused = await stage.Own.TryAsync(HttpMethod.Post, "/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "small_business" });
        Assert.Equal((HttpStatusCode.Conflict, "small_business_ended"), (refused.Status, refused.Answer.GetProperty("code").GetString()));
    }
}
