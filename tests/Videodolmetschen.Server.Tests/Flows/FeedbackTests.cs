using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>After a conversation both sides may say how it went; coordinators read it and deal with it.</summary>
public sealed class FeedbackTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private Stage Stage => shared.Stage;

    [Fact]
    public async Task Both_sides_rate_the_same_conversation_each_for_itself_and_change_their_mind_for_a_while()
    {
        var (requester, interpreter, session) = await TalkedAsync("tir");
        Assert.Equal("fair []", await SayAsync(requester, session, "fair"));
        Assert.Equal("poor [sound,bias]", await SayAsync(requester, session, "poor", "sound", "bias"));
        Assert.Equal("poor [noisy_setting]", await SayAsync(interpreter, session, "poor", "noisy_setting"));
        Assert.Equal(2, await Stage.QueryAsync<int>("SELECT count(*) FROM session_feedback WHERE session_id = @session", new { session }));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(requester, HttpMethod.Delete, session)).StatusCode);
        Assert.Equal("null []", await ReadAsync(requester, session));
        Assert.Equal("poor [noisy_setting]", await ReadAsync(interpreter, session));
    }

    [Fact]
    public async Task It_ends_after_some_minutes_for_who_has_spoken_and_after_some_days_for_who_has_not()
    {
        await using var stage = await Stage.OpenAsync(shared.Postgres);
        var (requester, interpreter, session) = await TalkedAsync("tir", stage);
        Assert.Equal("good []", await SayAsync(stage, requester, session, "good"));
        stage.Time.Advance(600);
        Assert.Equal("feedback_too_late", await CodeAsync(stage, requester, HttpMethod.Put, session, new { rating = "poor" }));
        Assert.Equal("feedback_too_late", await CodeAsync(stage, requester, HttpMethod.Delete, session));
        stage.Time.Advance(7 * 86_400);
        using var later = await Browser.SignedInAsync(stage.Server, interpreter.Email);
        using var answer = await later.SendAsync(new(HttpMethod.Put, Path(session)) { Content = JsonContent.Create(new { rating = "poor" }) });
        Assert.Equal("feedback_too_late", await answer.CodeAsync());
    }

    [Fact]
    public async Task There_is_nothing_to_say_while_it_goes_on()
    {
        var interpreter = await Stage.InterpreterAsync("som");
        var requester = await Stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter, "som");
        foreach (var person in new[] { requester, interpreter })
        {
            Assert.Equal("feedback_too_early", await CodeAsync(Stage, person, HttpMethod.Put, session.Id, new { rating = "good" }));
        }

        await requester.EndAsync(session.Id);
    }

    [Fact]
    public async Task Whoever_handed_over_may_speak_at_once_of_the_own_part()
    {
        var (requester, first, session) = await TalkingAsync("ckb");
        var relief = await Stage.InterpreterAsync("ckb");
        await first.SeekReliefAsync(session);
        await relief.JoinAsync();
        await first.HandOverAsync(session);
        Assert.Equal("fair [no_break]", await SayAsync(first, session, "fair", "no_break"));
        Assert.Equal("feedback_too_early", await CodeAsync(Stage, relief, HttpMethod.Put, session, new { rating = "good" }));
        await requester.EndAsync(session);
        Assert.Equal("good []", await SayAsync(relief, session, "good"));
    }

    [Fact]
    public async Task Other_people_s_conversations_are_not_there()
    {
        var (_, _, session) = await TalkedAsync("tur");
        var strangers = new[] { await Stage.RequesterAsync(), await Stage.RequesterAsync(await Stage.Server.AddTenantAsync()), await Stage.InterpreterAsync("tur") };
        foreach (var stranger in strangers)
        {
            Assert.Equal("session_not_found", await CodeAsync(Stage, stranger, HttpMethod.Get, session));
            Assert.Equal("session_not_found", await CodeAsync(Stage, stranger, HttpMethod.Put, session, new { rating = "poor" }));
            Assert.Equal("session_not_found", await CodeAsync(Stage, stranger, HttpMethod.Delete, session));
        }
    }

    [Theory]
    [InlineData("""{"rating":"5"}""")]
    [InlineData("""{"rating":"poor","reasons":["noisy_setting"]}""")]
    [InlineData("""{"rating":"poor","reasons":["Der Mann war laut"]}""")]
    [InlineData("""{"rating":"poor","reasons":["sound","sound"]}""")]
    [InlineData("""{"rating":"good","reasons":["sound"]}""")]
    [InlineData("{}")]
    public async Task What_is_not_on_the_list_is_refused(string body)
    {
        var (requester, _, session) = await TalkedAsync("vie");
        using var answer = await Stage.BrowserOf(requester).SendAsync(
            new(HttpMethod.Put, Path(session)) { Content = new StringContent(body, null, "application/json") });
        Assert.Equal("argument_invalid", await answer.CodeAsync());
    }

    [Theory]
    [InlineData("UPDATE session_feedback SET reasons = '{free text}'")]
    [InlineData("UPDATE session_feedback SET reasons = '{noisy_setting}'")]
    [InlineData("UPDATE session_feedback SET rating = 'good'")]
    [InlineData("UPDATE session_feedback SET customer_id = (SELECT id FROM customers WHERE id <> customer_id LIMIT 1)")]
    [InlineData("INSERT INTO session_feedback (session_id, customer_id, side, rating, given_at) SELECT session_id, customer_id, side, 'poor', now() FROM session_feedback")]
    [InlineData("INSERT INTO session_feedback (session_id, customer_id, side, interpreter_id, rating, given_at) SELECT s.session_id, s.customer_id, 'interpreter', i.id, 'poor', now() FROM session_feedback s, interpreters i WHERE NOT EXISTS (SELECT FROM session_stints t WHERE t.interpreter_id = i.id)")]
    public async Task The_table_defends_itself(string sql)
    {
        var (requester, _, session) = await TalkedAsync("tir");
        await Stage.Server.AddTenantAsync();
        await Stage.InterpreterOffDutyAsync();
        await SayAsync(requester, session, "poor", "sound");
        await Assert.ThrowsAsync<PostgresException>(() => Stage.Server.ExecuteAsStaffAsync(sql));
    }

    [Fact]
    public async Task The_own_history_knows_what_was_said_and_until_when_it_can_be_said()
    {
        var (requester, interpreter, session) = await TalkedAsync("pol");
        await SayAsync(requester, session, "fair");
        var own = (await ReadJsonAsync(requester, "/api/requests"))[0].GetProperty("session");
        Assert.Equal("fair", own.GetProperty("rating").GetString());
        var past = (await ReadJsonAsync(interpreter, "/api/sessions"))[0];
        Assert.Equal(JsonValueKind.Null, past.GetProperty("rating").ValueKind);
        Assert.Equal(past.GetProperty("endedAt").GetDateTimeOffset().AddDays(7), past.GetProperty("feedbackUntil").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_coordinator_reads_both_ratings_and_the_complaint_and_deals_with_one_which_then_stays_as_it_is()
    {
        var (requester, interpreter, session) = await TalkedAsync("rus");
        await SayAsync(requester, session, "poor", "sound");
        Stage.Time.Advance(1);
        await SayAsync(interpreter, session, "good");
        Stage.Time.Advance(1);
        var complained = await ComplainedAsync("rus");
        var coordinator = await Stage.CoordinatorAsync();

        var report = await ReadJsonAsync(coordinator, "/api/feedback?language=rus");
        Assert.Equal(["complaint", "interpreter", "requester"], Rows(report).Select(row => row.GetProperty("kind").GetString()));
        Assert.Equal(3, report.GetProperty("total").GetInt32());
        var unit = Assert.Single(report.GetProperty("units").EnumerateArray());
        Assert.Equal((2, 1, 1), (unit.GetProperty("sessions").GetInt32(), unit.GetProperty("complaints").GetInt32(), unit.GetProperty("poor").GetInt32()));
        Assert.Contains(report.GetProperty("counts").EnumerateArray(), count => count.GetProperty("reason").GetString() == "sound");
        Assert.Equal(["complaint", "requester"], Rows(await ReadJsonAsync(coordinator, "/api/feedback?language=rus&poor=true")).Select(row => row.GetProperty("kind").GetString()));

        var poor = Rows(report)[2].GetProperty("id").GetGuid();
        foreach (var id in new[] { poor, complained })
        {
            Assert.Equal(HttpStatusCode.NoContent, (await HandleAsync(coordinator, HttpMethod.Put, id)).StatusCode);
            Assert.Equal(HttpStatusCode.NoContent, (await HandleAsync(coordinator, HttpMethod.Put, id)).StatusCode);
        }

        Assert.Equal(["interpreter"], Rows(await ReadJsonAsync(coordinator, "/api/feedback?language=rus&open=true")).Select(row => row.GetProperty("kind").GetString()));
        Assert.Equal("Doris Disponentin", Rows(await ReadJsonAsync(coordinator, "/api/feedback?language=rus"))[2].GetProperty("handledBy").GetString());
        Assert.Equal("feedback_too_late", await CodeAsync(Stage, requester, HttpMethod.Delete, session));
        Assert.Equal(1, await Stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'feedback.handled' AND subject = @subject", new { subject = $"feedback:{poor}" }));

        await HandleAsync(coordinator, HttpMethod.Delete, poor);
        Assert.Equal(["interpreter", "requester"], Rows(await ReadJsonAsync(coordinator, "/api/feedback?language=rus&open=true")).Select(row => row.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task The_report_narrows_by_customer_interpreter_kind_and_period_and_exports_what_it_shows()
    {
        var (requester, interpreter, session) = await TalkedAsync("amh");
        await SayAsync(requester, session, "poor", "sound", "language_or_variety");
        var number = (await ReadJsonAsync(interpreter, "/api/sessions"))[0].GetProperty("interpreterNumber").GetString();
        var coordinator = await Stage.CoordinatorAsync();
        foreach (var (query, expected) in new[]
        {
            ($"language=amh&interpreter={number}", 1), ("language=amh&interpreter=D-9999", 0),
            ($"language=amh&customer={Stage.Tenant.Customer.Value}", 1), ($"language=amh&customer={Guid.NewGuid()}", 0),
            ("language=amh&kind=requester", 1), ("language=amh&kind=complaint", 0), ("language=amh&from=2001-01-01&to=2001-01-02", 0),
        })
        {
            Assert.Equal((query, expected), (query, (await ReadJsonAsync(coordinator, "/api/feedback?" + query)).GetProperty("total").GetInt32()));
        }

        using var csv = await Stage.BrowserOf(coordinator).GetAsync("/api/feedback.csv?language=amh");
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Trim().Split("\r\n");
        Assert.Equal(2, lines.Length);
        Assert.Contains(";Bewertung;Dienststelle;schlecht;Ton, Sprache oder Dialekt;Amharisch;", lines[1], StringComparison.Ordinal);
        using var wrong = await Stage.BrowserOf(coordinator).GetAsync("/api/feedback?interpreter='");
        Assert.Equal("argument_invalid", await wrong.CodeAsync());
    }

    [Fact]
    public async Task A_customer_s_scope_holds_what_its_own_requesters_said_and_nothing_that_an_interpreter_or_another_customer_said()
    {
        await using var stage = await Stage.OpenAsync(shared.Postgres);
        var (requester, interpreter, session) = await TalkedAsync("tir", stage);
        await SayAsync(stage, requester, session, "poor");
        await SayAsync(stage, interpreter, session, "fair");
        var other = await stage.Server.AddTenantAsync();
        foreach (var (customer, expected) in new[] { (stage.Tenant.Customer, "requester"), (other.Customer, (string?)null) })
        {
            await using var scoped = await stage.Server.Services.GetRequiredService<TenantScope>().OpenForCustomerAsync(customer, CancellationToken.None);
            Assert.Equal(expected, await scoped.Connection.QuerySingleOrDefaultAsync<string>("SELECT side FROM session_feedback", transaction: scoped.Transaction));
        }
    }

    private async Task<Guid> ComplainedAsync(string language)
    {
        var (requester, _, session) = await TalkingAsync(language);
        await requester.InvokeAsync<SessionView>("ComplainOfQuality", new { sessionId = session, reason = "understanding" });
        return session;
    }

    private Task<(HubClient Requester, HubClient Interpreter, Guid Session)> TalkedAsync(string language) => TalkedAsync(language, Stage);

    private static async Task<(HubClient Requester, HubClient Interpreter, Guid Session)> TalkedAsync(string language, Stage stage)
    {
        var (requester, interpreter, session) = await TalkingAsync(language, stage);
        await requester.EndAsync(session);
        await interpreter.InvokeAsync("SetPresence", new { wanted = "offline" });
        return (requester, interpreter, session);
    }

    private Task<(HubClient Requester, HubClient Interpreter, Guid Session)> TalkingAsync(string language) => TalkingAsync(language, Stage);

    private static async Task<(HubClient Requester, HubClient Interpreter, Guid Session)> TalkingAsync(string language, Stage stage)
    {
        var interpreter = await stage.InterpreterAsync(language);
        var requester = await stage.RequesterAsync();
        return (requester, interpreter, (await requester.ConnectWithAsync(interpreter, language)).Id);
    }

    private static string Path(Guid session) => $"/api/sessions/{session}/feedback";

    private static List<JsonElement> Rows(JsonElement report) => [.. report.GetProperty("rows").EnumerateArray()];

    private Task<string> SayAsync(HubClient person, Guid session, string rating, params string[] reasons) => SayAsync(Stage, person, session, rating, reasons);

    private static async Task<string> SayAsync(Stage stage, HubClient person, Guid session, string rating, params string[] reasons)
    {
        using var answer = await stage.BrowserOf(person).SendAsync(new(HttpMethod.Put, Path(session)) { Content = JsonContent.Create(new { rating, reasons }) });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return Told(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private async Task<string> ReadAsync(HubClient person, Guid session) => Told(await ReadJsonAsync(person, Path(session)));

    private static string Told(JsonElement view) =>
        $"{view.GetProperty("rating").GetString() ?? "null"} [{string.Join(',', view.GetProperty("reasons").EnumerateArray().Select(reason => reason.GetString()))}]";

    private async Task<JsonElement> ReadJsonAsync(HubClient person, string path)
    {
        using var answer = await Stage.BrowserOf(person).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HubClient person, HttpMethod method, Guid session) => Stage.BrowserOf(person).SendAsync(new(method, Path(session)));

    private Task<HttpResponseMessage> HandleAsync(HubClient person, HttpMethod method, Guid id) => Stage.BrowserOf(person).SendAsync(new(method, $"/api/feedback/{id}/handled"));

    private static async Task<string?> CodeAsync(Stage stage, HubClient person, HttpMethod method, Guid session, object? body = null)
    {
        using var answer = await stage.BrowserOf(person).SendAsync(new(method, Path(session)) { Content = body is null ? null : JsonContent.Create(body) });
        return await answer.CodeAsync();
    }
}
