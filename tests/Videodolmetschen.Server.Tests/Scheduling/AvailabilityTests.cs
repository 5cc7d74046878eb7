using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Flows;

namespace Videodolmetschen.Server.Tests.Scheduling;

/// <summary>An interpreter says when she works; what is saved holds at once, for the loop and after a restart.</summary>
public sealed class AvailabilityTests(RealPostgres postgres)
{
    private const string Own = "/api/my-availability";
    private static readonly object[] NoWindows = [];

    [Fact]
    public async Task Whoever_is_absent_is_rung_no_more_from_the_answer_on_and_again_when_the_absence_is_removed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var browser = stage.BrowserOf(interpreter);
        var saved = await SaveAsync(browser, Own, 0, NoWindows, [AbsenceFromTo(stage, -1, 24)]);
        Assert.Equal((1, false, true), (saved.GetProperty("version").GetInt32(), saved.GetProperty("availableNow").GetBoolean(), saved.GetProperty("absentNow").GetBoolean()));
        Assert.Equal(RequestState.Unserved, (await requester.RequestAsync()).State);
        var presence = (await interpreter.ResumeAsync()).Presence!;
        Assert.Equal((false, true), (presence.InHours, presence.Absent));

        var id = saved.GetProperty("absences")[0].GetProperty("id").GetGuid();
        await SaveAsync(browser, Own, 1, NoWindows, [], [id]);
        await requester.RequestAsync();
        await interpreter.OfferAsync();
    }

    [Fact]
    public async Task What_is_saved_is_put_in_order_and_holds_after_a_restart()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var today = IsoDay(stage);
        object[] windows = [new { day = (today % 7) + 1, from = 1320, to = 360 }, new { day = (today % 7) + 1, from = 1260, to = 1335 }];
        var saved = await SaveAsync(stage.BrowserOf(interpreter), Own, 0, windows, [AbsenceFromTo(stage, 24, 48)], wishes: new { shortestNoticeMinutes = 1440, longestBlockMinutes = 120, longestDayMinutes = (int?)null, pauseMinutes = 15 });
        var again = stage.BrowserOf(interpreter);
        await stage.RestartAsync();
        using var browser = again.MovedTo(stage.Server);
        var read = await ReadAsync(browser, Own);
        Assert.Equal(saved.GetProperty("windows").GetRawText(), read.GetProperty("windows").GetRawText());
        Assert.Equal(saved.GetProperty("absences").GetRawText(), read.GetProperty("absences").GetRawText());
        Assert.Equal(saved.GetProperty("preferences").GetRawText(), read.GetProperty("preferences").GetRawText());
        int[][] expected = [[(today % 7) + 1, 1260, 1440], [((today + 1) % 7) + 1, 0, 360]];
        Assert.Equal(expected.OrderBy(one => one[0]).Select(one => string.Join('-', one)), read.GetProperty("windows").EnumerateArray().Select(one => $"{one.GetProperty("day")}-{one.GetProperty("from")}-{one.GetProperty("to")}"));
        var presence = (await (await stage.AgainAsync(interpreter, interpreter.Device)).ResumeAsync()).Presence!;
        Assert.Equal((Domain.Interpreters.PresenceState.Available, false), (presence.State, presence.InHours));
        var back = await stage.AgainAsync(requester, requester.Device);
        await back.ResumeAsync();
        Assert.Equal(RequestState.Unserved, (await back.RequestAsync()).State);
    }

    [Fact]
    public async Task Of_two_who_change_the_same_version_the_second_is_told_so()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterOffDutyAsync();
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var staffPath = await StaffPathAsync(stage);
        await SaveAsync(coordinator, staffPath, 0, [new { day = 1, from = 480, to = 1020 }], []);
        using var late = await PutAsync(stage.BrowserOf(interpreter), Own, Order(0, NoWindows, []));
        Assert.Equal("availability_changed_meanwhile", await late.CodeAsync());
        Assert.Single((await ReadAsync(stage.BrowserOf(interpreter), Own)).GetProperty("windows").EnumerateArray());
        Assert.Equal("interpreter.availability_changed", await stage.QueryAsync<string>("SELECT action FROM audit_entries WHERE subject LIKE 'interpreter:%' AND details ->> 'version' = '1'"));
    }

    [Fact]
    public async Task Nobody_changes_the_absences_of_somebody_else_and_nobody_unknown_has_any()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (first, second) = (stage.BrowserOf(await stage.InterpreterOffDutyAsync()), stage.BrowserOf(await stage.InterpreterOffDutyAsync()));
        var saved = await SaveAsync(first, Own, 0, NoWindows, [AbsenceFromTo(stage, 24, 48)]);
        var id = saved.GetProperty("absences")[0].GetProperty("id").GetGuid();
        await SaveAsync(second, Own, 0, NoWindows, [], [id]);
        Assert.Single((await ReadAsync(first, Own)).GetProperty("absences").EnumerateArray());
        using var foreign = await second.GetAsync(await StaffPathAsync(stage));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);
        using var unknown = await stage.BrowserOf(await stage.CoordinatorAsync()).GetAsync($"/api/interpreters/{Guid.NewGuid()}/availability");
        Assert.Equal("not_found", await unknown.CodeAsync());
    }

    [Theory]
    [InlineData("""{ "version": 0, "windows": [{ "day": 8, "from": 0, "to": 60 }], "preferences": {} }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [{ "day": 1, "from": 5, "to": 60 }], "preferences": {} }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": { "longestBlockMinutes": 120, "longestDayMinutes": 60 } }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": { "pauseMinutes": 2147483647 } }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": {}, "newAbsences": [{ "from": "2026-01-02T00:00", "until": "2026-01-01T00:00" }] }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": {}, "newAbsences": [{ "from": "2020-01-01T00:00", "until": "2020-01-02T00:00" }] }""", "availability_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": {}, "newAbsences": [{ "from": "2097-01-01T00:00Z", "until": "2097-01-02T00:00" }] }""", "argument_invalid")]
    [InlineData("""{ "version": 0, "windows": [], "preferences": {}, "newAbsences": [{ "from": "2097-01-01T00:00", "until": "2097-01-02T00:00", "reason": "hangover" }] }""", "argument_invalid")]
    [InlineData("""{ "version": 0, "preferences": {} }""", "argument_invalid")]
    public async Task What_keeps_no_rule_is_refused_and_nothing_of_it_stored(string order, string code)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var browser = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        using var refused = await browser.SendAsync(new(HttpMethod.Put, Own) { Content = new StringContent(order, Encoding.UTF8, "application/json") });
        Assert.Equal((HttpStatusCode.BadRequest, code), (refused.StatusCode, await refused.CodeAsync()));
        Assert.Equal(0, (await ReadAsync(browser, Own)).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task An_absence_is_kept_from_emergencies_also_when_the_reach_is_changed_in_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        var browser = stage.BrowserOf(interpreter);
        await SaveAsync(browser, Own, 0, NoWindows, [AbsenceFromTo(stage, -1, 24)]);
        using var reach = await PutAsync(browser, "/api/my-reach", new { reach = "when_paused" });
        Assert.Equal(HttpStatusCode.OK, reach.StatusCode);
        Assert.True((await interpreter.ResumeAsync()).Presence!.Absent);
    }

    [Fact]
    public async Task An_absence_over_a_promised_appointment_is_told_before_it_is_saved_and_calls_nothing_off()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        var (requester, coordinator) = (stage.BrowserOf(await stage.RequesterAsync()), stage.BrowserOf(await stage.CoordinatorAsync()));
        var id = AppointmentTests.Text(Assert.Single(await AppointmentTests.BookAsync(requester, AppointmentTests.Order(stage, days: 12))), "id");
        await AppointmentTests.AnswerAsync(interpreter, Assert.Single(await AppointmentTests.AsksAsync([interpreter])).Ask, "accept");
        object[] away = [AbsenceFromTo(stage, 11 * 24, 14 * 24)];

        Assert.Empty(await CheckAsync(interpreter, [AbsenceFromTo(stage, 24, 48)]));
        Assert.Equal(id, Assert.Single(await CheckAsync(interpreter, away)));
        Assert.False((await AppointmentTests.GetAsync(coordinator, "/api/appointments/" + id)).GetProperty("interpreterAbsent").GetBoolean());
        var saved = await SaveAsync(interpreter, Own, 0, NoWindows, away);
        Assert.Equal(id, AppointmentTests.Text(Assert.Single(saved.GetProperty("promised").EnumerateArray()), "id"));

        var seen = await AppointmentTests.GetAsync(coordinator, "/api/appointments/" + id);
        Assert.Equal((true, "assigned"), (seen.GetProperty("interpreterAbsent").GetBoolean(), AppointmentTests.Text(seen, "state")));
        Assert.True(Assert.Single((await AppointmentTests.GetAsync(coordinator, "/api/appointments")).EnumerateArray()).GetProperty("interpreterAbsent").GetBoolean());
        Assert.False((await AppointmentTests.GetAsync(requester, "/api/appointments/" + id)).GetProperty("interpreterAbsent").GetBoolean());
        Assert.Equal(HttpStatusCode.NoContent, await AppointmentTests.PostAsync(interpreter, $"/api/appointments/{id}/give-back", new { reason = "other" }));
        Assert.False((await AppointmentTests.GetAsync(coordinator, "/api/appointments/" + id)).GetProperty("interpreterAbsent").GetBoolean());
        Assert.Empty((await ReadAsync(interpreter, Own)).GetProperty("promised").EnumerateArray());
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(Browser browser, object[] absences)
    {
        using var answer = await browser.PostAsync(Own + "/check", Order(0, NoWindows, absences));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray().Select(one => AppointmentTests.Text(one, "id"))];
    }

    private static object AbsenceFromTo(Stage stage, double fromHours, double toHours) =>
        new { from = Wall(stage, fromHours), until = Wall(stage, toHours), reason = "vacation" };

    private static string Wall(Stage stage, double hours) =>
        Domain.Calendar.BerlinTime.WallClock(stage.Time.Steady.AddHours(hours)).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static int IsoDay(Stage stage) => (((int)Domain.Calendar.BerlinTime.DayOf(stage.Time.Steady).DayOfWeek + 6) % 7) + 1;

    private static async Task<string> StaffPathAsync(Stage stage) =>
        $"/api/interpreters/{await stage.QueryAsync<Guid>("SELECT id FROM interpreters ORDER BY number LIMIT 1")}/availability";

    private static object Order(int version, object[] windows, object[] absences, Guid[]? removed = null, object? wishes = null) =>
        new { version, windows, preferences = wishes ?? new { }, newAbsences = absences, removedAbsences = removed ?? [] };

    private static async Task<JsonElement> SaveAsync(Browser browser, string path, int version, object[] windows, object[] absences, Guid[]? removed = null, object? wishes = null)
    {
        using var answer = await PutAsync(browser, path, Order(version, windows, absences, removed, wishes));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, string path, object body) =>
        browser.SendAsync(new(HttpMethod.Put, path) { Content = JsonContent.Create(body) });

    private static async Task<JsonElement> ReadAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
