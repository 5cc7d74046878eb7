using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Scheduling;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Flows.AppointmentTests;

namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>Coordinators change the rules of appointments while the service runs.</summary>
public sealed class AppointmentRuleTests(RealPostgres postgres)
{
    private const string Path = "/api/appointment-rules";

    [Fact]
    public async Task What_is_configured_is_only_where_it_begins()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Scheduling:Rules:Gap=00:20:00");
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var gap = (await GetAsync(coordinator, Path)).GetProperty("values").GetProperty("gap");
        Assert.Equal([20, 20, 0, 240], new[] { "value", "default", "atLeast", "atMost" }.Select(name => gap.GetProperty(name).GetInt32()));
        await ChangedAsync(coordinator, 0, new { gap = 45 });
        await stage.RestartAsync();
        Assert.Equal(TimeSpan.FromMinutes(45), stage.Server.Services.GetRequiredService<CurrentRules>().Rules.Gap);
    }

    [Fact]
    public async Task What_was_too_long_can_be_booked_at_once_and_who_changed_it_is_told()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, coordinator) = (stage.BrowserOf(await stage.RequesterAsync()), stage.BrowserOf(await stage.CoordinatorAsync()));
        var order = Order(stage, days: 100);
        using (var refused = await requester.PostAsync("/api/appointments", order))
        {
            Assert.Equal("appointment_too_far_ahead", await refused.CodeAsync());
        }

        var rules = await ChangedAsync(coordinator, 0, new { daysAheadAtMost = 120 });
        Assert.Single(await BookAsync(requester, order));
        var change = Assert.Single(rules.GetProperty("history").EnumerateArray());
        Assert.Equal("Doris Disponentin", change.GetProperty("by").GetString());
        Assert.Equal("""{"daysAheadAtMost":{"before":90,"after":120}}""", change.GetProperty("changes").GetRawText());
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'appointment_rules.changed' AND actor IS NOT NULL"));
    }

    [Fact]
    public async Task Another_node_works_by_them_too()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var other = (await stage.AddNodeAsync()).Services.GetRequiredService<CurrentRules>();
        await ChangedAsync(stage.BrowserOf(await stage.CoordinatorAsync()), 0, new { askedFirst = 7 });
        Assert.Equal(7, await Until.SoAsync(() => Task.FromResult(other.Rules.AskedFirst), count => count == 7));
    }

    [Fact]
    public async Task Values_that_break_a_rule_are_named_and_nothing_is_changed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        using var answer = await PutAsync(coordinator, 0, new { gap = 241, redDaysBefore = 4 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("policy_invalid", problem.GetProperty("code").GetString());
        Assert.Equal("""[{"value":"gap","code":"out_of_bounds"},{"value":"redDaysBefore","code":"red_before_yellow"}]""", problem.GetProperty("violations").GetRawText());
        Assert.Equal(0, (await GetAsync(coordinator, Path)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task Whoever_changes_what_somebody_else_has_changed_meanwhile_is_told()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var answers = await Task.WhenAll(PutAsync(coordinator, 0, new { gap = 30 }), PutAsync(coordinator, 0, new { gap = 40 }));
        Assert.Equal("policy_changed_meanwhile", await Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Conflict).CodeAsync());
    }

    [Fact]
    public async Task Reminders_of_what_is_booked_from_now_on_go_by_the_new_rules()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await ChangedAsync(stage.BrowserOf(await stage.CoordinatorAsync()), 0, new { firstReminder = 2880, secondReminder = 0, roomOpensBefore = 20 });
        await BookedAsync(stage);
        Assert.Equal("10m 10m 2d 2d", await RemindersAsync(stage));
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = 'appointment_reminder' AND subject LIKE 'In zwei Tagen: %' AND calendar LIKE '%TRIGGER:-PT20M%'"));
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = 'appointment_confirmed' AND body_text LIKE '%Der Raum öffnet 20 Minuten vor Beginn.%'"));
    }

    [Fact]
    public async Task Reminders_of_what_stands_follow_and_what_was_sent_is_not_sent_again()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var person = await stage.CoordinatorAsync();
        await BookedAsync(stage);
        Assert.Equal("10m 10m 1d 1d 1h 1h", await RemindersAsync(stage));

        await ChangedAsync(stage.BrowserOf(person), 0, new { firstReminder = 2880, thirdReminder = 0 });
        await stage.Server.RunJobAsync("plan-reminders");
        await stage.Server.RunJobAsync("plan-reminders");
        Assert.Equal("1h 1h 2d 2d", await RemindersAsync(stage));

        await stage.Server.ExecuteAsStaffAsync("UPDATE mails SET state = 'sent', sent_at = now(), message_id = cause WHERE cause LIKE '%reminder-2d%'");
        stage.Time.Advance(11 * 24 * 60 * 60);
        (await stage.BrowserOf(person).SignInAsync(person.Email)).Dispose();
        await ChangedAsync(stage.BrowserOf(person), 1, new { firstReminder = 1440, thirdReminder = 10 });
        await stage.Server.RunJobAsync("plan-reminders");
        // A day before is past or very near; ten minutes before waits again, and two days before stays as it was sent.
        Assert.Contains("10m 10m", await RemindersAsync(stage), StringComparison.Ordinal);
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE state = 'sent'"));
        Assert.Equal(8, await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = 'appointment_reminder'"));
    }

    [Theory]
    [InlineData("Scheduling:Rules:RedDaysBefore=9")]
    [InlineData("Scheduling:Rules:Shortest=07:00:00")]
    public async Task A_configuration_that_contradicts_itself_starts_nothing(string setting) =>
        await Assert.ThrowsAnyAsync<Exception>(() => Stage.OpenAsync(postgres, setting));

    /// <summary>One that somebody has taken, in twelve days.</summary>
    private static async Task BookedAsync(Stage stage)
    {
        var interpreters = await InterpretersAsync(stage, 1);
        await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12));
        var ask = Assert.Single(await AsksAsync(interpreters));
        await AnswerAsync(ask.Browser, ask.Ask, "accept");
    }

    private static Task<string> RemindersAsync(Stage stage) => stage.QueryAsync<string>(
        "SELECT string_agg(substring(cause FROM 'reminder-([0-9]+[dhm])'), ' ' ORDER BY substring(cause FROM 'reminder-([0-9]+[dhm])') COLLATE \"C\") FROM mails WHERE kind = 'appointment_reminder' AND state = 'waiting'");

    private static async Task<JsonElement> ChangedAsync(Browser coordinator, int version, object values)
    {
        using var answer = await PutAsync(coordinator, version, values);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, int version, object values) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(new { version, values }) });
}
