using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Reporting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What is left of requests: the own history, continuity, conflicts, the wait estimate and the ledger.</summary>
public sealed class OwnHistoryTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_requester_finds_own_requests_with_what_came_of_them_and_asks_for_the_same_interpreter()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        await requester.EndAsync(session.Id);
        var other = await stage.InterpreterAsync();
        await interpreter.InvokeAsync("EndWrapUp");

        var row = Assert.Single(await ReadAsync(stage.BrowserOf(requester), "/api/requests"));
        var same = row.GetProperty("session").GetProperty("interpreterId").GetString();
        var request = await requester.InvokeAsync<RequestView>("RequestInterpreter", Wishing(same!));

        Assert.Equal(("fulfilled", row.GetProperty("session").GetProperty("interpreterNumber").GetString()), (row.GetProperty("state").GetString(), request.NamedInterpreter));
        Assert.True((await interpreter.OfferAsync()).Continuity);
        Assert.Empty((await other.ResumeAsync()).Offers);
        Assert.Empty(await ReadAsync(stage.BrowserOf(await stage.RequesterAsync()), "/api/requests"));
    }

    [Fact]
    public async Task Whom_the_customer_has_blocked_is_rung_no_more_until_it_is_undone()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        await requester.EndAsync(session.Id);
        await interpreter.InvokeAsync("EndWrapUp");
        var browser = stage.BrowserOf(requester);

        var id = await BlockAsync(browser, new { sessionId = session.Id, reason = "conduct" });
        Assert.Equal("unserved", WireOf((await requester.RequestAsync()).State));
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(new(HttpMethod.Delete, $"/api/conflicts/{id}"))).StatusCode);
        Assert.Equal("offered", WireOf((await requester.RequestAsync()).State));
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action LIKE 'conflict.%'"));
    }

    [Fact]
    public async Task An_interpreter_who_declined_for_bias_need_not_meet_the_customer_and_the_customer_does_not_learn_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        await interpreter.InvokeAsync("DeclineOffer", new { offerId = offer.Id, reason = "bias" });

        await BlockAsync(stage.BrowserOf(interpreter), new { offerId = offer.Id, reason = "bias" });

        Assert.Single(await ReadAsync(stage.BrowserOf(interpreter), "/api/conflicts"));
        Assert.Empty(await ReadAsync(stage.BrowserOf(requester), "/api/conflicts"));
        var stranger = await stage.InterpreterAsync();
        using var answer = await stage.BrowserOf(stranger).SendAsync(new(HttpMethod.Post, "/api/conflicts") { Content = JsonContent.Create(new { offerId = offer.Id, reason = "bias" }) });
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task After_a_handover_either_interpreter_may_avoid_the_customer_and_the_customer_either_of_them()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (first, requester) = (await stage.InterpreterAsync(), await stage.RequesterAsync());
        var session = await requester.ConnectWithAsync(first);
        var relief = await stage.InterpreterAsync();
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await first.HandOverAsync(session.Id);
        await requester.EndAsync(session.Id);
        var both = Assert.Single(await ReadAsync(stage.BrowserOf(requester), "/api/requests")).GetProperty("session").GetProperty("interpreters").EnumerateArray().ToList();

        await BlockAsync(stage.BrowserOf(first), new { sessionId = session.Id, reason = "other" });
        await BlockAsync(stage.BrowserOf(requester), new { sessionId = session.Id, interpreterId = both[0].GetProperty("id").GetGuid(), reason = "conduct" });
        await BlockAsync(stage.BrowserOf(requester), new { sessionId = session.Id, reason = "conduct" });

        Assert.Single(await ReadAsync(stage.BrowserOf(first), "/api/conflicts"));
        Assert.Equal(
            both.Select(one => one.GetProperty("number").GetString()).Reverse(),
            (await ReadAsync(stage.BrowserOf(requester), "/api/conflicts")).Select(one => one.GetProperty("interpreterNumber").GetString()));
    }

    [Fact]
    public async Task A_customer_with_a_list_of_its_own_is_served_by_those_only()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterAsync();
        await stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO allowed_interpreters (customer_id, interpreter_id) SELECT @customer, id FROM interpreters", new { customer = stage.Tenant.Customer.Value });
        var another = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();

        await requester.RequestAsync();

        Assert.Empty((await another.ResumeAsync()).Offers);
    }

    [Fact]
    public async Task The_wait_is_unknown_under_five_cases_and_told_with_their_number_above()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        using var unknown = await stage.BrowserOf(requester).GetAsync("/api/wait-estimate?language=kmr");
        Assert.Equal((0, true), Estimate(await unknown.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)));
        for (var i = 0; i < 5; i++)
        {
            await requester.RequestAsync("prs");
        }

        using var known = await stage.BrowserOf(requester).GetAsync("/api/wait-estimate?language=prs");

        Assert.Equal((5, true), Estimate(await known.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task The_ledger_counts_who_was_not_served_by_language_and_cause_and_exports_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var requester = await stage.RequesterAsync();
        await requester.RequestAsync();
        await requester.RequestAsync("tir");
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());

        using var all = await coordinator.GetAsync("/api/unserved");
        using var some = await coordinator.GetAsync("/api/unserved?cause=none_on_duty");
        using var csv = await coordinator.GetAsync("/api/unserved.csv?language=tir");

        Assert.Equal(2, (await all.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("total").GetInt32());
        var row = Assert.Single((await some.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("rows").EnumerateArray());
        Assert.Equal("kmr", row.GetProperty("language").GetString());
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains(";Tigrinya;tir;Niemand mit passender Qualifikation;", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+49", "'+49")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("@\"x\"", "\"'@\"\"x\"\"\"")]
    [InlineData("Amt", "Amt")]
    public void A_cell_is_never_a_formula_and_never_breaks_its_row(string value, string cell) => Assert.Equal(cell, CsvText.Cell(value));

    private static (int, bool) Estimate(JsonElement view) => (view.GetProperty("cases").GetInt32(), view.GetProperty("medianSeconds").ValueKind == JsonValueKind.Null);

    private static string WireOf<T>(T state)
        where T : struct, Enum => state.ToString().ToLowerInvariant();

    private static async Task<Guid> BlockAsync(Browser browser, object order)
    {
        using var answer = await browser.SendAsync(new(HttpMethod.Post, "/api/conflicts") { Content = JsonContent.Create(order) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
    }

    private static async Task<List<JsonElement>> ReadAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).EnumerateArray()];
    }

    private static object Wishing(string interpreter) => new
    {
        key = Guid.NewGuid(),
        language = "kmr",
        field = "health",
        modality = "video",
        emergency = false,
        requirements = Array.Empty<object>(),
        wishes = new[] { new { what = new { kind = "interpreter", value = interpreter }, releasedAfterSeconds = 30 } },
        relatedAllowed = false,
        ownReference = (string?)null,
    };
}
