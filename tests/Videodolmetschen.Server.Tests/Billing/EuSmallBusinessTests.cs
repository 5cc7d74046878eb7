using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Who is a small business of another EU state is not billed by a guess: whether § 13b UStG applies is for a tax adviser.</summary>
public sealed class EuSmallBusinessTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_run_that_meets_one_stops_and_says_what_to_clear_up()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "eu_small_business");
        var finding = Assert.Single((await stage.PreviewAsync()).GetProperty("parties")[0].GetProperty("findings").EnumerateArray());
        Assert.Equal(("eu_small_business", true), (finding.GetProperty("code").GetString(), finding.GetProperty("blocks").GetBoolean()));
        Assert.Contains("Klären Sie mit Ihrer Steuerberatung", finding.GetProperty("advice").GetString(), StringComparison.Ordinal);
        var run = await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal("refused", run.GetProperty("parts")[0].GetProperty("state").GetString());
        Assert.Null(await stage.World.DocumentsAsync());
    }

    [Fact]
    public async Task Once_staff_record_how_it_is_billed_it_is_billed()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, "eu_small_business");
        stage.World.Stage.Time.Advance(TimeSpan.FromSeconds(1));
        await stage.World.Coordinator.OkAsync($"/api/billing/interpreters/{stage.Interpreter}/vat", new { validFrom = "2026-01-01", treatment = "reverse_charge" });
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal("self_billed reverse_charge 0.00", await stage.World.Stage.QueryAsync<string>("SELECT concat_ws(' ', kind, source -> 'lines' -> 0 ->> 'vat', tax) FROM documents"));
    }

    /// <summary>What went out before was right as far as anybody knew, and nobody knows better yet.</summary>
    [Fact]
    public async Task Interpreters_declare_it_and_what_was_billed_before_is_not_called_wrong()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter);
        var tax = (await stage.Own.OkAsync("/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "eu_small_business" })).GetProperty("tax");
        Assert.Equal(("eu_small_business", true), (tax.GetProperty("statuses")[0].GetProperty("treatment").GetString(), tax.GetProperty("statuses")[0].GetProperty("byInterpreter").GetBoolean()));
        Assert.Equal(["eu_small_business"], await stage.FindingsAsync());
        Assert.Null(await TaxedOtherwiseAsync(stage));
        stage.World.Stage.Time.Advance(TimeSpan.FromSeconds(1));
        await stage.Own.OkAsync("/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "small_business" });
        Assert.Equal($"GS-{stage.World.Today[..4]}-00001", await TaxedOtherwiseAsync(stage));
    }

    private static async Task<string?> TaxedOtherwiseAsync(InterpreterWorld stage)
    {
        await using var staff = await stage.World.Stage.Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        return await PartyStore.FindTaxedOtherwiseAsync(staff.Transaction, stage.Interpreter, CancellationToken.None);
    }
}
