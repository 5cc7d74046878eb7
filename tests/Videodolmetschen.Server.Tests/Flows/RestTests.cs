using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>Breaks, emergencies in a pause, and declared hours, with tables.</summary>
public sealed class RestTests(RealPostgres postgres)
{
    [Fact]
    public async Task After_long_interpreting_a_break_is_offered_and_one_tap_takes_it_though_the_server_restarts()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:BreakAfter=00:00:20");
        var interpreter = await stage.InterpreterAsync();
        var requester = await stage.RequesterAsync();
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(25);
        await requester.EndAsync(session.Id);
        var offered = (await interpreter.NextAsync<PresenceChanged>("PresenceChanged", changed => changed.Presence.State == PresenceState.WrapUp)).Presence;
        Assert.Equal((600, 25), (offered.BreakOfferedSeconds, offered.ContinuousSeconds));
        var taken = await interpreter.InvokeAsync<PresenceView>("TakeBreak");
        Assert.Equal((PresenceState.Paused, PausedBecause.Break, stage.Time.Steady.AddMinutes(10)), (taken.State, taken.PausedBecause, taken.BreakUntil));
        await stage.RestartAsync();
        var again = (await (await stage.AgainAsync(interpreter)).ResumeAsync()).Presence!;
        Assert.Equal((taken.BreakUntil, 25), (again.BreakUntil, again.ContinuousSeconds));
    }

    [Fact]
    public async Task A_handover_is_proposed_after_an_hour_of_interpreting_however_many_conversations_it_was()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var first = await requester.ConnectWithAsync(interpreter);
        Assert.Equal(stage.Time.Steady.AddMinutes(60), first.HandoverProposedAt);
        stage.Time.Advance(25);
        await requester.EndAsync(first.Id);
        await interpreter.InvokeAsync("EndWrapUp");
        Assert.Equal(stage.Time.Steady.AddMinutes(60).AddSeconds(-25), (await requester.ConnectWithAsync(interpreter)).HandoverProposedAt);
    }

    [Fact]
    public async Task Whoever_may_be_reached_in_a_pause_is_rung_for_an_emergency_and_the_audit_knows_since_when()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        using var answer = await PutAsync(stage.BrowserOf(interpreter), "when_paused");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await interpreter.InvokeAsync("SetPresence", new { wanted = "paused" });
        var requester = await stage.RequesterAsync();
        await requester.InvokeAsync("RequestInterpreter", new
        {
            key = Guid.NewGuid(), language = "kmr", field = "health", modality = "video", emergency = true,
            requirements = Array.Empty<object>(), wishes = Array.Empty<object>(), relatedAllowed = false, ownReference = (string?)null,
        });
        Assert.Equal("accepted", (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Outcome);
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'interpreter.reach_changed'"));
    }

    [Theory]
    [InlineData("always")]
    [InlineData(null)]
    public async Task Other_words_are_refused(string? reach)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        using var answer = await PutAsync(stage.BrowserOf(await stage.InterpreterAsync()), reach);
        Assert.Equal("argument_invalid", await answer.CodeAsync());
    }

    [Fact]
    public async Task Outside_the_declared_hours_nobody_is_rung()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreter = await stage.InterpreterAsync();
        await stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO availability_windows (interpreter_id, weekday, from_minute, to_minute) SELECT id, 1 + extract(isodow FROM now())::integer % 7, 0, 60 FROM interpreters");
        await stage.RestartAsync();
        var again = await stage.AgainAsync(interpreter, interpreter.Device);
        await again.ResumeAsync();
        var requester = await stage.RequesterAsync();
        Assert.Equal(Domain.Requests.RequestState.Unserved, (await requester.RequestAsync()).State);
        var presence = (await again.ResumeAsync()).Presence!;
        Assert.Equal((false, true), (presence.InHours, presence.HoursBeginAt > stage.Time.Steady));
        var floor = await (await stage.CoordinatorAsync()).InvokeAsync<FloorView>("WatchFloor");
        Assert.False(Assert.Single(floor.Interpreters).Presence.InHours);
        using var measures = new Measures(stage.Server);
        Assert.Contains(measures.Gauge("interpreter.count"), one => one is { Value: 1, Tags: "presence.state=outside_hours" });
        Assert.Contains(measures.Gauge("interpreter.count"), one => one is { Value: 0, Tags: "presence.state=available" });
    }

    [Fact]
    public async Task What_follows_the_wrap_up_is_told_and_kept()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        await requester.EndAsync(session.Id);
        Assert.Equal(PresenceState.Available, (await interpreter.ResumeAsync()).Presence!.Afterwards);
        var answer = await interpreter.InvokeAsync<PresenceView>("SetPresence", new { wanted = "paused" });
        Assert.Equal((PresenceState.WrapUp, PresenceState.Paused), (answer.State, answer.Afterwards));
        Assert.Null((await interpreter.InvokeAsync<PresenceView>("EndWrapUp")).Afterwards);
    }

    [Fact]
    public async Task Whoever_is_paused_for_misses_reads_which_they_were()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Dispatch:Policy:MissesUntilPause=2");
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await requester.RequestAsync();
        await interpreter.DeclineAsync(await interpreter.OfferAsync());
        var missed = new List<Guid>();
        for (var misses = 0; misses < 2; misses++)
        {
            var request = await requester.RequestAsync();
            missed.Add((await interpreter.OfferAsync()).Id);
            Assert.Empty(await MissedAsync(stage, interpreter));
            stage.Time.Advance(20);
            await interpreter.NextAsync("OfferExpired");
            if (misses == 0)
            {
                await requester.InvokeAsync("CancelRequest", new { requestId = request.Id });
            }
        }

        var history = await MissedAsync(stage, interpreter);
        Assert.Equal(missed.AsEnumerable().Reverse(), history.Select(one => one.GetProperty("id").GetGuid()));
        Assert.Equal(("kmr", "health", "video", false), (history[0].GetProperty("language").GetString(), history[0].GetProperty("field").GetString(), history[0].GetProperty("modality").GetString(), history[0].GetProperty("isAppointment").GetBoolean()));
        await interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        Assert.Empty(await MissedAsync(stage, interpreter));
    }

    private static async Task<JsonElement[]> MissedAsync(Stage stage, HubClient interpreter)
    {
        using var answer = await stage.BrowserOf(interpreter).GetAsync("/api/missed-offers");
        return (await answer.Content.ReadFromJsonAsync<JsonElement[]>())!;
    }

    private static Task<HttpResponseMessage> PutAsync(Browser browser, string? reach) =>
        browser.SendAsync(new HttpRequestMessage(HttpMethod.Put, "/api/my-reach") { Content = JsonContent.Create(new { reach }) });
}
