using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>A clinic books, the pool is asked in order, somebody takes it, and it is cancelled or given back. The service's clock stands on a Saturday.</summary>
public sealed class AppointmentTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_best_three_are_asked_and_the_first_yes_takes_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 4);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var booked = Assert.Single(await BookAsync(requester, Order(stage, days: 12)));
        Assert.Equal("requested", Text(booked, "state"));
        var asks = await AsksAsync(interpreters);
        Assert.Equal(3, asks.Count);
        await AnswerAsync(asks[1].Browser, asks[1].Ask, "accept");
        var found = await GetAsync(requester, "/api/appointments/" + Text(booked, "id"));
        Assert.Equal("assigned", Text(found, "state"));
        Assert.StartsWith("D-", Text(found.GetProperty("interpreter"), "number"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, "appointment_gone"), await RefusedAsync(asks[0].Browser, $"/api/appointment-asks/{asks[0].Ask}/accept"));
        Assert.Empty(await AsksAsync(interpreters));
    }

    [Fact]
    public async Task The_same_press_is_one_booking_also_at_the_same_instant()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.InterpreterOffDutyAsync();
        var (requester, order) = (stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => BookAsync(requester, order)));
        Assert.Single(answers.Select(rows => Text(Assert.Single(rows), "id")).Distinct());
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM appointments"));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM appointment_asks"));
    }

    [Fact]
    public async Task A_no_costs_nothing_and_the_next_is_asked_at_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 4);
        await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12));
        var asks = await AsksAsync(interpreters);
        await AnswerAsync(asks[0].Browser, asks[0].Ask, "decline", new { reason = "no_time" });
        var now = await AsksAsync(interpreters);
        Assert.Equal(3, now.Count);
        Assert.DoesNotContain(asks[0].Browser, now.Select(ask => ask.Browser));
        Assert.Contains(now, ask => !asks.Select(before => before.Browser).Contains(ask.Browser));
    }

    [Fact]
    public async Task The_link_in_the_mail_says_no_once_and_nothing_else()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 1);
        await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12));
        var letter = await stage.QueryAsync<string>("SELECT body_text FROM mails WHERE kind = 'appointment_question'");
        var token = Regex.Match(letter, "termin-absage#([0-9a-f]{64})", RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        using var nobody = new Browser(stage.Server);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(nobody, "/api/appointment-asks/decline-by-link", new { token }));
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(nobody, "/api/appointment-asks/decline-by-link", new { token }));
        Assert.Empty(await AsksAsync(interpreters));
        Assert.Equal("declined", await stage.QueryAsync<string>("SELECT state FROM appointment_asks"));
    }

    [Fact]
    public async Task Whoever_has_an_appointment_in_that_time_is_not_asked_and_cannot_be_bound()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 1);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        await BookAsync(requester, Order(stage, days: 12));
        await BookAsync(requester, Order(stage, days: 12, minutes: 30));
        var asks = await AsksAsync(interpreters);
        Assert.Equal(2, asks.Count);
        await AnswerAsync(asks[0].Browser, asks[0].Ask, "accept");
        Assert.Equal((HttpStatusCode.Conflict, "interpreter_not_free"), await RefusedAsync(asks[1].Browser, $"/api/appointment-asks/{asks[1].Ask}/accept"));
        await BookAsync(requester, Order(stage, days: 12, minutes: 45));
        Assert.Single(await AsksAsync(interpreters));
    }

    [Fact]
    public async Task Both_are_told_and_will_be_reminded_once_and_a_cancellation_takes_the_reminders_back()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 1);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 12))), "id");
        var ask = Assert.Single(await AsksAsync(interpreters));
        await AnswerAsync(ask.Browser, ask.Ask, "accept");
        await AnswerAsync(ask.Browser, ask.Ask, "accept");
        Assert.Equal((2, 6), (await MailsAsync(stage, "appointment_confirmed"), await MailsAsync(stage, "appointment_reminder")));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 0 }));
        Assert.Equal((2, 0), (await MailsAsync(stage, "appointment_cancelled"), await MailsAsync(stage, "appointment_reminder")));
    }

    [Fact]
    public async Task Video_that_becomes_sound_is_told_to_both_and_the_reminders_say_it_too()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 1);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 12))), "id");
        var ask = Assert.Single(await AsksAsync(interpreters));
        await AnswerAsync(ask.Browser, ask.Ask, "accept");
        using var changed = await requester.PutAsync("/api/appointments/" + id, new { version = 1, field = "health", modality = "audio" });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal((0, 2, 6), (await MailsAsync(stage, "appointment_confirmed"), await MailsAsync(stage, "appointment_changed"), await MailsAsync(stage, "appointment_reminder")));
        Assert.Equal(6, await stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = 'appointment_reminder' AND state = 'waiting' AND body_text LIKE '%Nur Ton%'"));
        using var late = await requester.PutAsync("/api/appointments/" + id, new { version = 1, field = "health", modality = "video" });
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
    }

    [Fact]
    public async Task Whom_the_Disposition_bound_and_took_off_again_is_not_asked_for_it_any_more()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 1);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        var interpreterId = await stage.QueryAsync<Guid>("SELECT id FROM interpreters");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(coordinator, $"/api/appointments/{id}/assign", new { interpreterId }));
        Assert.Equal("accepted", await stage.QueryAsync<string>("SELECT state FROM appointment_asks"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(coordinator, $"/api/appointments/{id}/release", new { }));
        Assert.Empty(await AsksAsync(interpreters));
    }

    [Fact]
    public async Task What_a_cancellation_costs_is_shown_first_and_asked_again_when_it_has_become_dearer()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var person = await stage.RequesterAsync();
        var requester = stage.BrowserOf(person);
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 2))), "id");
        Assert.Equal(0, (await GetAsync(requester, $"/api/appointments/{id}/cancellation")).GetProperty("percent").GetInt32());
        stage.Time.Advance(25 * 60 * 60);
        (await requester.SignInAsync(person.Email)).Dispose();
        Assert.Equal(HttpStatusCode.Conflict, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 0 }));
        Assert.Equal(50, (await GetAsync(requester, $"/api/appointments/{id}/cancellation")).GetProperty("percent").GetInt32());
        Assert.Equal(HttpStatusCode.OK, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 50 }));
        Assert.Equal((50, "requester"), (await stage.QueryAsync<int>("SELECT cancel_percent FROM appointments"), await stage.QueryAsync<string>("SELECT cancelled_by FROM appointments")));
    }

    [Fact]
    public async Task Whoever_gives_it_back_is_not_asked_again_and_the_others_are()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 2);
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        var ask = (await AsksAsync(interpreters))[0];
        await AnswerAsync(ask.Browser, ask.Ask, "accept");
        var third = await InterpretersAsync(stage, 1);
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(ask.Browser, $"/api/appointments/{id}/give-back", new { reason = "ill" }));
        Assert.Equal(third, (await AsksAsync([.. interpreters, .. third])).Select(open => open.Browser));
        Assert.Equal("requested", await stage.QueryAsync<string>("SELECT state FROM appointments"));
    }

    [Fact]
    public async Task A_series_keeps_its_time_on_the_wall_over_the_change_of_the_clock()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Scheduling:Rules:DaysAheadAtMost=400");
        await stage.InterpreterOffDutyAsync();
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var rows = await BookAsync(requester, Order(stage, DaysToTheChange(stage) - 10, weekly: new { times = 4 }));
        Assert.Equal(4, rows.Count);
        Assert.Single(rows.Select(row => Text(row, "wallStart")[11..]).Distinct());
        Assert.Equal(2, rows.Select(row => row.GetProperty("startsAt").GetDateTimeOffset().TimeOfDay).Distinct().Count());
    }

    [Fact]
    public async Task Another_customers_appointment_is_not_there()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        var stranger = stage.BrowserOf(await stage.RequesterAsync(await stage.Server.AddTenantAsync()));
        using var found = await stranger.GetAsync("/api/appointments/" + id);
        Assert.Equal(HttpStatusCode.NotFound, found.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(stranger, $"/api/appointments/{id}/cancel", new { percent = 0 }));
        Assert.Empty((await GetAsync(stranger, "/api/appointments")).EnumerateArray());
    }

    [Fact]
    public async Task The_job_asks_more_as_time_passes_and_warns_the_Disposition_once_for_each_colour()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var interpreters = await InterpretersAsync(stage, 8);
        await stage.CoordinatorAsync();
        await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12));
        Assert.Equal(3, (await AsksAsync(interpreters)).Count);
        stage.Time.Advance(9 * 24 * 60 * 60 + 60);
        await stage.Server.RunJobAsync("ask-pool");
        await stage.Server.RunJobAsync("ask-pool");
        Assert.Equal((interpreters.Count, 1), (await stage.QueryAsync<int>("SELECT count(*) FROM appointment_asks"), await MailsAsync(stage, "appointment_uncovered")));
        stage.Time.Advance(2 * 24 * 60 * 60);
        await stage.Server.RunJobAsync("ask-pool");
        await stage.Server.RunJobAsync("ask-pool");
        Assert.Equal(2, await MailsAsync(stage, "appointment_uncovered"));
    }

    [Fact]
    public async Task At_its_start_without_anybody_it_becomes_one_live_request_that_goes_before_others_and_is_held_by_whoever_comes()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var person = await stage.RequesterAsync();
        await BookAsync(stage.BrowserOf(person), Order(stage, days: 0, minutes: MinutesToQuarter(stage)));
        stage.Time.Advance(45 * 60);
        var interpreter = await stage.InterpreterAsync();
        await stage.Server.RunJobAsync("start-uncovered");
        await stage.Server.ExecuteAsStaffAsync("UPDATE appointments SET request_id = NULL");
        await stage.Server.RunJobAsync("start-uncovered");
        var offer = await interpreter.OfferAsync();
        Assert.Equal("appointment_uncovered", await stage.QueryAsync<string>("SELECT priority FROM requests"));
        var session = (await interpreter.AcceptAsync(offer)).Session!.Id;
        await person.ReportMediaAsync(session);
        await interpreter.ReportMediaAsync(session);
        await stage.Server.RunJobAsync("settle-appointments");
        Assert.Equal("requested", await stage.QueryAsync<string>("SELECT state FROM appointments"));
        await person.InvokeAsync("EndSession", new { sessionId = session, secondsAgo = 0 });
        await stage.Server.RunJobAsync("settle-appointments");
        Assert.Equal("held", await stage.QueryAsync<string>("SELECT state FROM appointments WHERE interpreter_id IS NOT NULL"));
    }

    [Fact]
    public async Task Where_nobody_is_found_live_either_it_was_missed_because_nobody_could_be_found()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 0, minutes: MinutesToQuarter(stage)));
        stage.Time.Advance(45 * 60);
        await stage.Server.RunJobAsync("start-uncovered");
        await stage.Server.RunJobAsync("settle-appointments");
        await stage.Server.RunJobAsync("settle-appointments");
        Assert.Equal("uncovered", await stage.QueryAsync<string>("SELECT missed_by FROM appointments"));
    }

    /// <summary>To the next day on which clocks are changed that is at least ten days away.</summary>
    private static int DaysToTheChange(Stage stage)
    {
        var today = BerlinTime.WallClock(stage.Time.GetUtcNow()).Date.AddHours(12);
        return Enumerable.Range(11, 300).First(days => BerlinTime.InstantOf(today.AddDays(days)) - BerlinTime.InstantOf(today.AddDays(days - 1)) != TimeSpan.FromDays(1));
    }

    /// <summary>From ten in the morning to a quarter that is half an hour to three quarters away.</summary>
    private static int MinutesToQuarter(Stage stage)
    {
        var wall = BerlinTime.WallClock(stage.Time.GetUtcNow());
        return (int)((wall.TimeOfDay.TotalMinutes + 44) / 15) * 15 - 600;
    }

    internal static object Order(Stage stage, int days, int minutes = 0, object? weekly = null) => new
    {
        key = Guid.NewGuid(),
        need = new { language = "kmr", field = "health", modality = "video" },
        when = new
        {
            wallStart = BerlinTime.WallClock(stage.Time.GetUtcNow()).Date.AddDays(days).AddHours(10).AddMinutes(minutes).ToString("s", CultureInfo.InvariantCulture),
            lengthMinutes = 45,
            weekly,
        },
    };

    internal static async Task<List<Browser>> InterpretersAsync(Stage stage, int count)
    {
        var browsers = new List<Browser>();
        for (var i = 0; i < count; i++)
        {
            browsers.Add(stage.BrowserOf(await stage.InterpreterOffDutyAsync()));
        }

        return browsers;
    }

    internal static async Task<List<JsonElement>> BookAsync(Browser browser, object order)
    {
        using var answer = await browser.PostAsync("/api/appointments", order);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>()).EnumerateArray()];
    }

    internal static async Task<List<(Browser Browser, string Ask)>> AsksAsync(IEnumerable<Browser> interpreters)
    {
        var asks = new List<(Browser, string)>();
        foreach (var interpreter in interpreters)
        {
            asks.AddRange((await GetAsync(interpreter, "/api/my-appointments")).GetProperty("asks").EnumerateArray().Select(ask => (interpreter, Text(ask, "id"))));
        }

        return asks;
    }

    internal static async Task AnswerAsync(Browser browser, string ask, string word, object? body = null)
    {
        using var answer = await browser.PostAsync($"/api/appointment-asks/{ask}/{word}", body ?? new { });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    internal static async Task<JsonElement> GetAsync(Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    internal static async Task<HttpStatusCode> PostAsync(Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        return answer.StatusCode;
    }

    private static async Task<(HttpStatusCode, string?)> RefusedAsync(Browser browser, string path)
    {
        using var answer = await browser.PostAsync(path, new { });
        return (answer.StatusCode, Text(await answer.Content.ReadFromJsonAsync<JsonElement>(), "code"));
    }

    private static Task<int> MailsAsync(Stage stage, string kind) =>
        stage.QueryAsync<int>("SELECT count(*) FROM mails WHERE kind = @kind AND state = 'waiting'", new { kind });

    internal static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
