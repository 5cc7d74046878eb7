using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>Coordinators change the rules of dispatch while the service runs.</summary>
public sealed class PolicyTests(RealPostgres postgres)
{
    private const string Path = "/api/dispatch-policy";

    [Fact]
    public async Task Nobody_has_changed_a_fresh_database_and_the_configured_defaults_hold()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:OfferLife=00:00:25");
        var policy = await ReadAsync(stage.BrowserOf(await stage.CoordinatorAsync()));
        Assert.Equal(0, policy.GetProperty("version").GetInt32());
        var offerLife = policy.GetProperty("values").GetProperty("offerLife");
        Assert.Equal([25, 25, 5, 300], new[] { "value", "default", "atLeast", "atMost" }.Select(name => offerLife.GetProperty(name).GetInt32()));
        Assert.Empty(policy.GetProperty("history").EnumerateArray());
    }

    [Fact]
    public async Task The_next_offer_expires_by_the_new_value()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (interpreter, requester) = (await stage.InterpreterAsync(), await stage.RequesterAsync());
        await ChangedAsync(stage, await stage.CoordinatorAsync(), new { offerLife = 7 });
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        Assert.Equal(TimeSpan.FromSeconds(7), offer.ExpiresAt - offer.OfferedAt);
        stage.Time.Advance(7);
        await interpreter.NextAsync("OfferExpired");
    }

    [Fact]
    public async Task A_requester_who_waits_sees_the_new_patience()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterAsync();
        var (requester, coordinator) = (await stage.RequesterAsync(), await stage.CoordinatorAsync());
        var request = await requester.RequestAsync();
        await ChangedAsync(stage, coordinator, new { unservedAfter = 600 });
        var told = await requester.NextAsync<RequestChanged>("RequestChanged", fact => fact.Request.UnservedAt != request.UnservedAt);
        Assert.Equal(request.RequestedAt.AddSeconds(600), told.Request.UnservedAt);
    }

    [Fact]
    public async Task From_how_many_cases_a_wait_is_estimated_holds_at_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = await stage.RequesterAsync();
        for (var i = 0; i < 5; i++)
        {
            var session = await requester.ConnectWithAsync(await stage.InterpreterAsync());
            await requester.InvokeAsync("EndSession", new { sessionId = session.Id, secondsAgo = 0 });
        }

        Assert.Equal((true, JsonValueKind.Number, 28), await EstimateAsync(stage, requester));
        await ChangedAsync(stage, await stage.CoordinatorAsync(), new { estimateCases = 6, estimateDays = 14 });
        Assert.Equal((false, JsonValueKind.Null, 14), await EstimateAsync(stage, requester));
    }

    [Fact]
    public async Task Changed_rules_hold_after_a_restart_and_after_the_tables_were_read_anew()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await ChangedAsync(stage, await stage.CoordinatorAsync(), new { offerLife = 9 });
        await stage.RestartAsync();
        await stage.CutDatabaseAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = current_user AND pid <> pg_backend_pid() AND datname = current_database()");
        var interpreter = await stage.InsistAsync(() => stage.InterpreterAsync());
        var requester = await stage.InsistAsync(() => stage.RequesterAsync());
        await stage.InsistAsync(() => requester.RequestAsync());
        var offer = await interpreter.OfferAsync();
        Assert.Equal(TimeSpan.FromSeconds(9), offer.ExpiresAt - offer.OfferedAt);
    }

    [Fact]
    public async Task A_change_is_in_the_audit_with_old_and_new_values()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.CoordinatorAsync());
        using var answer = await PutAsync(browser, 0, new { offerLife = 30, wrapUp = 20 });
        var change = Assert.Single((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("history").EnumerateArray());
        Assert.Equal("Doris Disponentin", change.GetProperty("by").GetString());
        Assert.Equal("""{"wrapUp":{"before":15,"after":20},"offerLife":{"before":20,"after":30}}""", change.GetProperty("changes").GetRawText());
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'dispatch_policy.changed' AND actor IS NOT NULL"));
    }

    [Fact]
    public async Task What_changes_nothing_makes_no_version_and_no_audit_entry()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = await stage.CoordinatorAsync();
        var policy = await ChangedAsync(stage, coordinator, new { offerLife = 20 });
        Assert.Equal(0, policy.GetProperty("version").GetInt32());
        Assert.Empty(policy.GetProperty("history").EnumerateArray());
    }

    [Fact]
    public async Task Values_that_break_a_rule_are_named_and_nothing_is_changed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.CoordinatorAsync());
        using var answer = await PutAsync(browser, 0, new { offerLife = 4, wrapUp = 200 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("policy_invalid", problem.GetProperty("code").GetString());
        Assert.Equal(
            """[{"value":"offerLife","code":"out_of_bounds"},{"value":"wrapUp","code":"wrap_up_over_its_most"}]""",
            problem.GetProperty("violations").GetRawText());
        Assert.Equal(0, (await ReadAsync(browser)).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{"version":0,"values":{"offerLifes":20}}""")]
    [InlineData("""{"version":0,"values":{"offerLife":"long"}}""")]
    [InlineData("""{"version":0,"values":{"offerLife":20.5}}""")]
    [InlineData("""{"version":0}""")]
    [InlineData("""{"values":{"offerLife":20}}""")]
    [InlineData("null")]
    public async Task What_is_no_change_at_all_is_refused(string body)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.CoordinatorAsync());
        using var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = new StringContent(body, null, "application/json") };
        using var answer = await browser.SendAsync(request);
        Assert.Equal("argument_invalid", await answer.CodeAsync());
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_else_has_changed_meanwhile_is_told()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.CoordinatorAsync());
        var answers = await Task.WhenAll(PutAsync(browser, 0, new { offerLife = 30 }), PutAsync(browser, 0, new { offerLife = 40 }));
        var late = Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict);
        Assert.Equal("policy_changed_meanwhile", await late.CodeAsync());
        Assert.Equal(1, (await ReadAsync(browser)).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData(Roles.Coordinator, HttpStatusCode.OK)]
    [InlineData(Roles.Administrator, HttpStatusCode.OK)]
    public async Task Staff_may_change_the_rules(string role, HttpStatusCode expected)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.Server.AddStaffAsync("staff@behoerde.example.de", role);
        using var browser = await Browser.SignedInAsync(stage.Server, "staff@behoerde.example.de");
        Assert.Equal(expected, (await browser.GetAsync(Path)).StatusCode);
        Assert.Equal(expected, (await PutAsync(browser, 0, new { offerLife = 30 })).StatusCode);
    }

    [Fact]
    public async Task Nobody_else_may_even_read_them()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        foreach (var person in new[] { await stage.RequesterAsync(), await stage.InterpreterAsync() })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await stage.BrowserOf(person).GetAsync(Path)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await PutAsync(stage.BrowserOf(person), 0, new { offerLife = 30 })).StatusCode);
        }
    }

    private static async Task<JsonElement> ChangedAsync(Stage stage, HubClient coordinator, object values)
    {
        using var answer = await PutAsync(stage.BrowserOf(coordinator), 0, values);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<(bool IsKnown, JsonValueKind Median, int Days)> EstimateAsync(Stage stage, HubClient requester)
    {
        using var answer = await stage.BrowserOf(requester).GetAsync("/api/wait-estimate?language=kmr");
        var view = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        return (view.GetProperty("isKnown").GetBoolean(), view.GetProperty("medianSeconds").ValueKind, view.GetProperty("days").GetInt32());
    }

    private static async Task<JsonElement> ReadAsync(Browser browser)
    {
        using var answer = await browser.GetAsync(Path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, int version, object values) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(new { version, values }) });
}
