using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>The day of an appointment: the room opens, both sides come or do not, and what billing will know of it.</summary>
public sealed class AppointmentDayTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_room_opens_and_the_appointment_turns_into_a_call_that_only_its_interpreter_hears()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        var other = await stage.InterpreterAsync();
        await day.Interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        Assert.Equal((HttpStatusCode.Conflict, "room_not_open"), await EnterAsync(stage, day));
        await GoToAsync(stage, day.Start.AddMinutes(-10));
        Assert.Equal((HttpStatusCode.OK, null), await EnterAsync(stage, day));
        Assert.Equal((HttpStatusCode.OK, null), await EnterAsync(stage, day));
        var offer = await day.Interpreter.OfferAsync();
        Assert.Equal((day.Id, day.Start.AddMinutes(45)), (offer.Appointment!.Id, offer.Appointment.EndsAt));
        var session = await TalkAsync(day, offer);
        Assert.Equal(day.Id, session.Appointment!.Id);
        Assert.Equal(0, other.Count("OfferReceived"));
        await day.Requester.EndAsync(session.Id);
        await GoToAsync(stage, day.Start.AddMinutes(30));
        await SettleAsync(stage);
        Assert.Equal("assigned", await StateAsync(stage));
        await GoToAsync(stage, day.Start.AddMinutes(46));
        await SettleAsync(stage);
        Assert.Equal("held", await StateAsync(stage));
        Assert.Equal("held 0 0 0 true", await FactsAsync(stage));
    }

    [Fact]
    public async Task Whoever_was_thrown_out_enters_again_until_the_slot_is_over()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await ReadyAsync(stage, day);
        await EnterAsync(stage, day);
        var first = await TalkAsync(day, await day.Interpreter.OfferAsync());
        await day.Interpreter.EndAsync(first.Id);
        await day.Interpreter.InvokeAsync("EndWrapUp");
        Assert.Equal((HttpStatusCode.OK, null), await EnterAsync(stage, day));
        var second = await TalkAsync(day, await day.Interpreter.OfferAsync());
        await day.Requester.EndAsync(second.Id);
        await GoToAsync(stage, day.Start.AddMinutes(46));
        await SettleAsync(stage);
        Assert.Equal((2, 1), (await stage.QueryAsync<int>("SELECT count(*) FROM sessions"), await stage.QueryAsync<int>("SELECT count(*) FROM appointment_facts")));
        Assert.Equal((HttpStatusCode.Conflict, "room_closed"), await EnterAsync(stage, day));
    }

    [Fact]
    public async Task An_interpreter_who_came_for_the_appointment_only_is_in_a_pause_and_rung_for_nothing_else()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start.AddMinutes(-5));
        var room = await ReadyAsync(stage, day);
        Assert.True(room.GetProperty("interpreterReady").GetBoolean());
        Assert.Equal(PresenceState.Paused, (await day.Interpreter.ResumeAsync()).Presence!.State);
        var somebody = await stage.RequesterAsync();
        Assert.Equal(RequestState.Unserved, (await somebody.RequestAsync()).State);
        await EnterAsync(stage, day);
        Assert.NotNull((await day.Interpreter.OfferAsync()).Appointment);
    }

    [Fact]
    public async Task Before_an_appointment_an_interpreter_on_duty_is_not_rung_for_others()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await day.Interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        await GoToAsync(stage, day.Start.AddMinutes(-14));
        var somebody = await stage.RequesterAsync();
        Assert.Equal((RequestState.Waiting, 0), await somebody.RequestAsync() is var asked ? (asked.State, asked.Ringing) : default);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await OkAsync(coordinator, $"/api/appointments/{day.Id}/release", new { });
        await day.Interpreter.OfferAsync();
    }

    [Fact]
    public async Task The_board_calls_ready_whom_the_room_calls_ready()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await GoToAsync(stage, day.Start.AddMinutes(-5));
        Assert.Equal((false, false), await ReadyAsSeenAsync(coordinator, day));
        await ReadyAsync(stage, day);
        Assert.Equal((true, true), await ReadyAsSeenAsync(coordinator, day));
        await day.Interpreter.InvokeAsync("SetPresence", new { wanted = "offline" });
        Assert.Equal((false, false), await ReadyAsSeenAsync(coordinator, day));
        Assert.NotNull(await stage.QueryAsync<DateTimeOffset?>("SELECT ready_at FROM appointments"));
    }

    [Fact]
    public async Task Whoever_waits_in_a_room_that_the_Disposition_closes_is_told_that_it_was_closed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await EnterAsync(stage, day);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await OkAsync(coordinator, $"/api/appointments/{day.Id}/cancel", new { percent = 100 });
        var told = (await day.Requester.NextAsync<RequestChanged>("RequestChanged", one => one.Request.State == RequestState.Cancelled)).Request;
        Assert.Equal((CancelledBy.Coordinator, day.Id), (told.CancelledBy, told.Appointment!.Id));
    }

    private static async Task<(bool Room, bool Board)> ReadyAsSeenAsync(Browser coordinator, Day day) => (
        (await GetAsync(coordinator, $"/api/appointments/{day.Id}/room")).GetProperty("interpreterReady").GetBoolean(),
        (await GetAsync(coordinator, $"/api/appointments/{day.Id}")).GetProperty("interpreterReady").GetBoolean());

    [Fact]
    public async Task A_customer_who_does_not_come_has_missed_it_and_the_slot_is_billed()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start.AddMinutes(2));
        await ReadyAsync(stage, day);
        await GoToAsync(stage, day.Start.AddMinutes(16));
        await SettleAsync(stage);
        Assert.Equal("assigned", await StateAsync(stage));
        await GoToAsync(stage, day.Start.AddMinutes(17));
        await SettleAsync(stage);
        Assert.Equal(("missed", "customer"), (await StateAsync(stage), await stage.QueryAsync<string>("SELECT missed_by FROM appointments")));
        Assert.Equal("missed_by_customer 120 1020 0 true", await FactsAsync(stage));
    }

    [Fact]
    public async Task A_customer_who_waits_may_leave_for_nothing_or_have_somebody_else_found()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await EnterAsync(stage, day);
        var browser = stage.BrowserOf(day.Requester);
        Assert.Equal(day.Start.AddMinutes(15), (await GetAsync(browser, $"/api/appointments/{day.Id}/room")).GetProperty("mayReplaceFrom").GetDateTimeOffset());
        Assert.Equal(100, (await GetAsync(browser, $"/api/appointments/{day.Id}/cancellation")).GetProperty("percent").GetInt32());
        Assert.Equal((HttpStatusCode.Conflict, "interpreter_not_late"), await PostAsync(browser, $"/api/appointments/{day.Id}/replace", new { }));
        var other = await stage.InterpreterAsync();
        await GoToAsync(stage, day.Start.AddMinutes(15).AddSeconds(1));
        Assert.Equal(0, (await GetAsync(browser, $"/api/appointments/{day.Id}/cancellation")).GetProperty("percent").GetInt32());
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(browser, $"/api/appointments/{day.Id}/replace", new { }));
        var offer = await other.OfferAsync();
        Assert.Equal((Priority.AppointmentUncovered, null), (offer.Priority, offer.Appointment));
        Assert.Equal("missed_by_interpreter 901 0 0 false", await FactsAsync(stage));
        var session = await other.AcceptAsync(offer);
        await day.Requester.ReportMediaAsync(session.Session!.Id);
        await other.ReportMediaAsync(session.Session.Id);
        await day.Requester.EndAsync(session.Session.Id);
        await SettleAsync(stage);
        Assert.Equal("held", await StateAsync(stage));
    }

    [Fact]
    public async Task After_half_an_hour_somebody_else_is_searched_for_without_a_word_from_the_customer()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        var other = await stage.InterpreterAsync();
        await GoToAsync(stage, day.Start);
        await EnterAsync(stage, day);
        await GoToAsync(stage, day.Start.AddMinutes(31));
        await SettleAsync(stage);
        await other.OfferAsync();
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE ended_at IS NULL"));
        Assert.Equal("requested", await StateAsync(stage));
    }

    [Fact]
    public async Task Whoever_cannot_come_gives_it_back_instead_of_declining_and_the_wait_for_that_one_ends()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await day.Interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        await GoToAsync(stage, day.Start.AddMinutes(-2));
        await EnterAsync(stage, day);
        var offer = await day.Interpreter.OfferAsync();
        Assert.Equal("appointment_promised", await Doing.CodeAsync(() => day.Interpreter.DeclineAsync(offer)));
        await OkAsync(stage.BrowserOf(day.Interpreter), $"/api/appointments/{day.Id}/give-back", new { reason = "ill" });
        await day.Interpreter.NextAsync<OfferWithdrawn>("OfferWithdrawn");
        Assert.Equal(0, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE ended_at IS NULL"));
    }

    [Fact]
    public async Task Whoever_was_ready_and_went_away_is_asked_to_say_so_again_and_is_rung()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start.AddMinutes(-5));
        await ReadyAsync(stage, day);
        await stage.LeaveAsync(day.Interpreter);
        await GoToAsync(stage, day.Start.AddMinutes(-4));
        var browser = stage.BrowserOf(day.Requester);
        Assert.False((await GetAsync(browser, $"/api/appointments/{day.Id}/room")).GetProperty("interpreterReady").GetBoolean());
        await EnterAsync(stage, day);
        var back = await stage.BackAsync(day.Interpreter);
        await ReadyAsync(stage, day);
        Assert.Equal(day.Id, (await back.OfferAsync()).Appointment!.Id);
        Assert.True((await GetAsync(browser, $"/api/appointments/{day.Id}/room")).GetProperty("interpreterReady").GetBoolean());
    }

    [Fact]
    public async Task What_has_begun_can_no_longer_be_called_off_given_back_or_given_to_somebody_else()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await ReadyAsync(stage, day);
        await EnterAsync(stage, day);
        var session = await TalkAsync(day, await day.Interpreter.OfferAsync());
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var begun = (HttpStatusCode.Conflict, "appointment_begun");
        Assert.Equal(begun, await PostAsync(stage.BrowserOf(day.Requester), $"/api/appointments/{day.Id}/cancel", new { percent = 100 }));
        Assert.Equal(begun, await PostAsync(coordinator, $"/api/appointments/{day.Id}/release", new { }));
        await day.Requester.EndAsync(session.Id);
        Assert.Equal(begun, await PostAsync(stage.BrowserOf(day.Interpreter), $"/api/appointments/{day.Id}/give-back", new { reason = "ill" }));
        Assert.Equal("assigned", await StateAsync(stage));
    }

    [Fact]
    public async Task A_killed_service_takes_over_whoever_waits_in_the_room()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await EnterAsync(stage, day);
        await stage.RestartAsync();
        var requester = await stage.BackAsync(day.Requester);
        var interpreter = await stage.BackAsync(day.Interpreter);
        Assert.Equal(day.Id, (await requester.ResumeAsync()).Request!.Appointment!.Id);
        await OkAsync(stage.BrowserOf(day.Interpreter), $"/api/appointments/{day.Id}/ready", new { });
        Assert.Equal(day.Id, (await interpreter.OfferAsync()).Appointment!.Id);
    }

    [Fact]
    public async Task The_room_of_others_is_not_there()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        var stranger = stage.BrowserOf(await stage.RequesterAsync(await stage.Server.AddTenantAsync()));
        Assert.Equal((HttpStatusCode.NotFound, "appointment_not_found"), await PostAsync(stranger, $"/api/appointments/{day.Id}/enter", new { key = Guid.NewGuid() }));
        var other = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        Assert.Equal((HttpStatusCode.NotFound, "appointment_not_found"), await PostAsync(other, $"/api/appointments/{day.Id}/ready", new { }));
        using var seen = await other.GetAsync($"/api/appointments/{day.Id}/room");
        Assert.Equal(HttpStatusCode.NotFound, seen.StatusCode);
    }

    internal sealed record Day(Guid Id, HubClient Requester, HubClient Interpreter, DateTimeOffset Start);

    /// <summary>Half an hour to three quarters ahead, for 45 minutes, with the yes of the only interpreter, who is not on duty.</summary>
    internal static async Task<Day> BookedAsync(Stage stage)
    {
        var (interpreter, requester) = (await stage.InterpreterOffDutyAsync(), await stage.RequesterAsync());
        var wall = BerlinTime.WallClock(stage.Time.GetUtcNow());
        var start = wall.Date.AddMinutes((int)((wall.TimeOfDay.TotalMinutes + 44) / 15) * 15);
        var booked = await OkAsync(stage.BrowserOf(requester), "/api/appointments", new
        {
            key = Guid.NewGuid(),
            need = new { language = "kmr", field = "health", modality = "video" },
            when = new { wallStart = start.ToString("s", CultureInfo.InvariantCulture), lengthMinutes = 45 },
        });
        var ask = (await GetAsync(stage.BrowserOf(interpreter), "/api/my-appointments")).GetProperty("asks")[0].GetProperty("id").GetGuid();
        await OkAsync(stage.BrowserOf(interpreter), $"/api/appointment-asks/{ask}/accept", new { });
        return new Day(booked[0].GetProperty("id").GetGuid(), requester, interpreter, BerlinTime.InstantOf(start));
    }

    internal static async Task<SessionView> TalkAsync(Day day, OfferView offer)
    {
        var session = (await day.Interpreter.AcceptAsync(offer)).Session!;
        await day.Requester.ReportMediaAsync(session.Id);
        await day.Interpreter.ReportMediaAsync(session.Id);
        return session;
    }

    internal static async Task GoToAsync(Stage stage, DateTimeOffset instant)
    {
        stage.Time.Advance((instant - stage.Time.GetUtcNow()).TotalSeconds);
        await stage.SettleAsync();
    }

    internal static Task<(HttpStatusCode, string?)> EnterAsync(Stage stage, Day day) =>
        PostAsync(stage.BrowserOf(day.Requester), $"/api/appointments/{day.Id}/enter", new { key = Guid.NewGuid() });

    internal static Task<JsonElement> ReadyAsync(Stage stage, Day day) => OkAsync(stage.BrowserOf(day.Interpreter), $"/api/appointments/{day.Id}/ready", new { });

    /// <summary>Twice is once.</summary>
    internal static async Task SettleAsync(Stage stage)
    {
        await stage.Server.RunJobAsync("settle-appointments");
        await stage.Server.RunJobAsync("settle-appointments");
    }

    private static Task<string> StateAsync(Stage stage) => stage.QueryAsync<string>("SELECT state FROM appointments");

    private static Task<string> FactsAsync(Stage stage) => stage.QueryAsync<string>(
        "SELECT concat_ws(' ', outcome, interpreter_late_seconds, customer_late_seconds, halved_delay_seconds, slot_is_billed::text) FROM appointment_facts");

    internal static async Task<(HttpStatusCode, string?)> PostAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : await answer.CodeAsync());
    }

    private static async Task<JsonElement> OkAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    private static async Task<JsonElement> GetAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
