using System.Net;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Flows.AppointmentTests;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Called off on its day or the two before: the interpreter declares what was lost, and is paid up to two hours of it (§ 9 (5) JVEG).</summary>
public sealed class LossTests(RealPostgres postgres)
{
    [Theory]
    [InlineData(100, "1 one 100 100.00 cancellation.declared_loss")]
    [InlineData(250, "1 one 186 186.00 cancellation.declared_loss")]
    public async Task A_declared_loss_is_paid_up_to_two_hours_also_after_the_cancellation_was_rated(int amount, string paid)
    {
        await using var stage = await JvegAsync();
        var (interpreter, id) = await CalledOffAsync(stage, days: 2);
        await stage.RateAsync();
        Assert.Null(await stage.LinesAsync("interpreter"));
        var claim = await interpreter.ReadAsync($"/api/appointments/{id}/loss");
        Assert.Equal((186m, true), (claim.GetProperty("most").GetDecimal(), claim.GetProperty("declared").ValueKind == System.Text.Json.JsonValueKind.Null));
        await interpreter.OkAsync($"/api/appointments/{id}/loss", new { amount });
        await interpreter.OkAsync($"/api/appointments/{id}/loss", new { amount });
        var seen = await stage.BrowserOf(await stage.CoordinatorAsync()).ReadAsync($"/api/appointments/{id}/loss");
        Assert.Equal((amount, 186m), (seen.GetProperty("declared").GetDecimal(), seen.GetProperty("most").GetDecimal()));
        var other = await interpreter.TryAsync(HttpMethod.Post, $"/api/appointments/{id}/loss", new { amount = 50 });
        Assert.Equal((HttpStatusCode.Conflict, "loss_declared"), (other.Status, other.Answer.GetProperty("code").GetString()));
        await stage.RateAsync();
        Assert.Equal(paid, await stage.LinesAsync("interpreter"));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'loss.declared'"));
    }

    [Fact]
    public async Task Called_off_in_time_there_is_nothing_to_declare()
    {
        await using var stage = await JvegAsync();
        var (interpreter, id) = await CalledOffAsync(stage, days: 3);
        await NothingAsync(interpreter, id);
    }

    [Fact]
    public async Task Nobody_else_declares_for_somebody()
    {
        await using var stage = await JvegAsync();
        var (_, id) = await CalledOffAsync(stage, days: 1);
        await NothingAsync(stage.BrowserOf(await stage.InterpreterOffDutyAsync()), id);
    }

    [Fact]
    public async Task A_tariff_that_pays_a_part_of_the_slot_pays_no_loss_beside_it()
    {
        await using var stage = await JvegAsync("interpreter-per-minute");
        var (interpreter, id) = await CalledOffAsync(stage, days: 1);
        await NothingAsync(interpreter, id);
    }

    [Fact]
    public async Task It_may_be_declared_for_three_months_to_the_end_of_the_day()
    {
        await using var stage = await JvegAsync();
        var (interpreter, id) = await CalledOffAsync(stage, days: 1);
        var until = (await interpreter.ReadAsync($"/api/appointments/{id}/loss")).GetProperty("declareUntil").GetDateTimeOffset();
        Assert.Equal(BerlinTime.BeginOf(BerlinTime.DayOf(stage.Time.GetUtcNow()).AddMonths(3).AddDays(1)), until);
    }

    [Theory]
    [InlineData(-1, HttpStatusCode.OK)]
    [InlineData(0, HttpStatusCode.Conflict)]
    public async Task Until_then_it_counts_and_from_then_on_it_is_too_late(int seconds, HttpStatusCode status)
    {
        await using var stage = await JvegAsync();
        var (interpreter, id) = await CalledOffAsync(stage, days: 1);
        var until = (await interpreter.ReadAsync($"/api/appointments/{id}/loss")).GetProperty("declareUntil").GetDateTimeOffset();
        stage.Time.Advance(until.AddSeconds(seconds) - stage.Time.GetUtcNow());
        using var later = await Browser.SignedInAsync(stage.Server, await stage.QueryAsync<string>("SELECT email FROM users WHERE interpreter_id IS NOT NULL"));
        var answer = await later.TryAsync(HttpMethod.Post, $"/api/appointments/{id}/loss", new { amount = 50 });
        Assert.Equal((status, status == HttpStatusCode.Conflict ? "loss_not_due" : null), (answer.Status, answer.Answer.TryGetProperty("code", out var code) ? code.GetString() : null));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("12.345")]
    [InlineData("100000.01")]
    public async Task What_is_no_amount_is_refused(string amount)
    {
        await using var stage = await JvegAsync();
        var (interpreter, id) = await CalledOffAsync(stage, days: 1);
        var refused = await interpreter.TryAsync(HttpMethod.Post, $"/api/appointments/{id}/loss", new { amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) });
        Assert.Equal((HttpStatusCode.BadRequest, "loss_invalid"), (refused.Status, refused.Answer.GetProperty("code").GetString()));
    }

    private async Task<Stage> JvegAsync(string interpreters = "jveg-interpreter")
    {
        var stage = await Stage.OpenAsync(postgres);
        await stage.BrowserOf(await stage.CoordinatorAsync()).AssignAsync(BillingSide.Interpreter, interpreters);
        return stage;
    }

    /// <summary>So many days before it, the only one who was asked having said yes.</summary>
    private static async Task<(Browser Interpreter, string Id)> CalledOffAsync(Stage stage, int days)
    {
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var interpreters = await InterpretersAsync(stage, 1);
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days))), "id")!;
        var (browser, ask) = Assert.Single(await AsksAsync(interpreters));
        await AnswerAsync(browser, ask, "accept");
        var percent = (await GetAsync(requester, $"/api/appointments/{id}/cancellation")).GetProperty("percent").GetInt32();
        Assert.Equal(HttpStatusCode.OK, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent }));
        return (browser, id);
    }

    private static async Task NothingAsync(Browser interpreter, string id)
    {
        using var claim = await interpreter.GetAsync($"/api/appointments/{id}/loss");
        Assert.Equal(HttpStatusCode.NoContent, claim.StatusCode);
        var refused = await interpreter.TryAsync(HttpMethod.Post, $"/api/appointments/{id}/loss", new { amount = 50 });
        Assert.Equal("loss_not_due", refused.Answer.GetProperty("code").GetString());
    }
}
