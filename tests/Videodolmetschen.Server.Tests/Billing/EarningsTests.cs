using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>What an interpreter sees of the own pay: every cent with its reason, the statement, tax and agreement.</summary>
public sealed class EarningsTests(RealPostgres postgres)
{
    [Fact]
    public async Task Every_line_of_the_month_says_how_it_came_about_and_on_which_document_it_stands()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 2);
        var month = await stage.EarningsAsync();
        Assert.Equal((28.50m, 0m, 28.50m), (month.GetProperty("net").GetDecimal(), month.GetProperty("onDocuments").GetDecimal(), month.GetProperty("open").GetDecimal()));
        var (_, line) = await stage.FirstLineAsync();
        Assert.Equal((14.25m, "minute", "price.per_minute"), (line.GetProperty("net").GetDecimal(), line.GetProperty("unit").GetString(), line.GetProperty("rule").GetString()));
        Assert.Contains("Minuten", line.GetProperty("explanation").GetString(), StringComparison.Ordinal);
        Assert.Equal(line.GetProperty("net").GetDecimal(), line.GetProperty("quantity").GetDecimal() * line.GetProperty("unitPrice").GetDecimal());
        var kind = Assert.Single(month.GetProperty("kinds").EnumerateArray());
        Assert.Equal(("session", 2, 28.50m), (kind.GetProperty("kind").GetString(), kind.GetProperty("services").GetInt32(), kind.GetProperty("net").GetDecimal()));

        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        month = await stage.EarningsAsync();
        Assert.Equal((28.50m, 0m), (month.GetProperty("onDocuments").GetDecimal(), month.GetProperty("open").GetDecimal()));
        Assert.All(month.GetProperty("services").EnumerateArray(), service => Assert.Equal($"GS-{stage.World.Today[..4]}-00001", service.GetProperty("document").GetString()));
        Assert.Equal((28.50m, 28.50m), (month.GetProperty("year").GetProperty("earned").GetDecimal(), month.GetProperty("year").GetProperty("billed").GetDecimal()));
    }

    [Fact]
    public async Task What_waits_for_a_tariff_is_named_with_the_reason()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        // Before anybody had a tariff.
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter, at: new DateTimeOffset(2024, 5, 6, 9, 0, 0, TimeSpan.Zero));
        var month = await stage.Own.ReadAsync("/api/my-earnings?month=2024-05");
        var waiting = Assert.Single(month.GetProperty("waiting").EnumerateArray());
        Assert.Equal(("session", "no_tariff", "Kurdisch (Kurmandschi)"), (waiting.GetProperty("kind").GetString(), waiting.GetProperty("because").GetString(), waiting.GetProperty("language").GetString()));
        Assert.Equal(0, (await stage.EarningsAsync()).GetProperty("waiting").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-13")]
    [InlineData("November")]
    public async Task A_month_that_is_none_is_said_so(string month)
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 0);
        using var answer = await stage.Own.GetAsync($"/api/my-earnings?month={month}");
        Assert.Equal((HttpStatusCode.BadRequest, "argument_invalid"), (answer.StatusCode, await answer.CodeAsync()));
    }

    [Fact]
    public async Task Nobody_sees_the_pay_of_somebody_else()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres);
        await stage.World.InterpreterAsync(9002);
        using var other = await Browser.SignedInAsync(stage.World.Stage.Server, "frei-9002@interpreter.example");
        Assert.Equal(0, (await other.ReadAsync($"/api/my-earnings?month={stage.Month}")).GetProperty("services").GetArrayLength());
        var (service, _) = await stage.FirstLineAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.TryAsync(HttpMethod.Post, "/api/my-disputes", new { service, line = 1, reason = "time", words = "Nicht meine." })).Status);
    }

    [Fact]
    public async Task The_statement_of_a_month_has_every_line_and_the_year_and_says_that_it_is_no_invoice()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 40);
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter);
        using var answer = await stage.Own.GetAsync($"/api/my-earnings.pdf?month={stage.Month}");
        using var paper = new PdfText(await answer.Content.ReadAsByteArrayAsync(), "aufstellung");
        Assert.True(paper.Pages.Count > 2);
        Assert.Contains("Diese Aufstellung ist keine Rechnung und keine Gutschrift", paper.All, StringComparison.Ordinal);
        Assert.Equal(41, paper.Pages.SelectMany(lines => lines).Count(line => line.Contains("× 0,95 € 14,25 €", StringComparison.Ordinal)));
        Assert.Contains("gesamt 584,25 €", paper.All, StringComparison.Ordinal);
        Assert.Contains("davon auf Gutschriften 570,00 €", paper.All, StringComparison.Ordinal);
        Assert.Contains($"Gutschriften {stage.World.Today[..4]} bis heute 570,00 €", paper.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interpreter_agrees_in_the_browser_and_may_take_it_back_for_later_documents()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, treatment: null);
        Assert.Equal("no_agreement", (await stage.FindingsAsync())[0]);
        await stage.Own.OkAsync("/api/my-billing/vat", new { validFrom = "2026-01-01", treatment = "small_business" });
        var mine = await stage.Own.OkAsync("/api/my-billing/agreement", new { agreed = true });
        Assert.Equal(stage.World.Today, mine.GetProperty("tax").GetProperty("agreedSince").GetString());
        await stage.World.RunAsync("interpreter", [stage.Interpreter]);
        Assert.Equal($"GS-{stage.World.Today[..4]}-00001 self_billed 14.25 0.00 14.25", await stage.World.DocumentsAsync());

        stage.World.Stage.Time.Advance(1);
        await stage.Own.OkAsync("/api/my-billing/agreement", new { agreed = false });
        await stage.World.TalkedAsync(stage.Office, stage.Interpreter);
        Assert.Equal("no_agreement", (await stage.FindingsAsync())[0]);
        var seen = await stage.World.Coordinator.ReadAsync($"/api/billing/interpreters/{stage.Interpreter}/tax");
        Assert.Equal([(false, true), (true, true)], seen.GetProperty("agreements").EnumerateArray().Select(one => (one.GetProperty("agreed").GetBoolean(), one.GetProperty("byInterpreter").GetBoolean())));
        Assert.True(seen.GetProperty("statuses")[0].GetProperty("byInterpreter").GetBoolean());
        Assert.Equal(3, await stage.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM audit_entries WHERE action IN ('self_billing.agreed', 'self_billing.revoked', 'vat_status.declared')"));
    }

    [Fact]
    public async Task What_needs_a_proof_is_recorded_by_staff()
    {
        await using var stage = await InterpreterWorld.OpenAsync(postgres, conversations: 0);
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.Own.TryAsync(HttpMethod.Post, "/api/my-billing/vat", new { validFrom = stage.World.Today, treatment = "sign_language_exempt" })).Status);
    }
}
