using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Staffing;

/// <summary>Shifts in which interpreters hold themselves ready: from the offer to the minutes for pay.</summary>
public sealed class StandbyTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private Stage Stage => shared.Stage;

    [Fact]
    public async Task A_shift_is_offered_to_all_who_fit_and_one_accepts_it()
    {
        var (fits, elsewhere, busy) = (await Stage.InterpreterOffDutyAsync("tir"), await Stage.InterpreterOffDutyAsync("pol"), await Stage.InterpreterOffDutyAsync("tir"));
        await Stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO availability_windows (interpreter_id, weekday, from_minute, to_minute) SELECT interpreter_id, weekday, 0, 1 FROM users, generate_series(1, 7) AS weekday WHERE email = @Email",
            new { busy.Email });
        var coordinator = await Stage.CoordinatorAsync();
        var shift = await OfferAsync(coordinator, "tir");

        Assert.Equal(["outside_availability", null], (await ReadAsync(coordinator, $"/api/standby/candidates?language=tir&start={Start(48)}&minutes=60"))
            .Select(one => one.GetProperty("hindrance").GetString()).OrderDescending());
        Assert.Empty(await ReadAsync(elsewhere, "/api/my-standby"));
        Assert.Empty(await ReadAsync(busy, "/api/my-standby"));
        Assert.Equal(("offered", false), Told(Assert.Single(await ReadAsync(fits, "/api/my-standby"))));
        Assert.True(await AnswerAsync(fits, shift, "accept"));
        Assert.Equal(("accepted", true), Told(Assert.Single(await ReadAsync(fits, "/api/my-standby"))));
        var seen = await ShiftAsync(coordinator, shift);
        Assert.Equal(("filled", "accepted"), (seen.GetProperty("state").GetString(), Assert.Single(seen.GetProperty("takes").EnumerateArray()).GetProperty("state").GetString()));
        Assert.Equal(3, await Stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE subject = @subject", new { subject = $"standby:{shift}" }));
    }

    [Theory]
    [InlineData("absent", "standby_in_absence")]
    [InlineData("own_appointment", "standby_in_appointment")]
    public async Task Over_an_absence_or_an_appointment_nobody_is_asked_and_nobody_says_yes_and_the_coordinator_sees_why(string why, string code)
    {
        var language = why == "absent" ? "ukr" : "bul";
        var (one, coordinator) = (await Stage.InterpreterOffDutyAsync(language), await Stage.CoordinatorAsync());
        var (before, promised) = (await OfferAsync(coordinator, language), await OfferAsync(coordinator, language, hours: 49));
        Assert.True(await AnswerAsync(one, promised, "accept"));
        await (why == "absent" ? LeaveAsync(one) : PromiseAsync(one));

        Assert.Equal(why, Assert.Single(await ReadAsync(coordinator, $"/api/standby/candidates?language={language}&start={Start(48)}&minutes=60")).GetProperty("hindrance").GetString());
        using (var asked = await Stage.BrowserOf(coordinator).PostAsync("/api/standby", new { language, start = Start(48), minutes = 60, places = 1, note = "peak", interpreters = await IdsOfAsync(one) }))
        {
            Assert.Equal(0, (await asked.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("offered").GetInt32());
        }

        Assert.Equal(code, await CodeAsync(one, before, "accept"));
        Assert.Equal((why, why), (await HindranceAsync(coordinator, before), await HindranceAsync(coordinator, promised)));
        Assert.Equal(1, await AcceptedAsync(promised));
        Assert.True(await AnswerAsync(one, before, "decline"));
        Assert.Null(await HindranceAsync(coordinator, before));
    }

    [Fact]
    public async Task Of_many_who_want_the_last_place_exactly_one_gets_it()
    {
        var people = new List<HubClient>();
        for (var number = 0; number < 6; number++)
        {
            people.Add(await Stage.InterpreterOffDutyAsync("som"));
        }

        var shift = await OfferAsync(await Stage.CoordinatorAsync(), "som");
        var answers = await AtOnceAsync(shift, [.. people.Select<HubClient, Func<Task<bool>>>(person => () => AnswerAsync(person, shift, "accept"))]);
        Assert.Single(answers, done => done);
        Assert.Equal(1, await AcceptedAsync(shift));
    }

    [Fact]
    public async Task The_table_itself_takes_no_more_than_there_are_places_and_no_two_shifts_at_once()
    {
        var (one, _) = (await Stage.InterpreterOffDutyAsync("fra"), await Stage.InterpreterOffDutyAsync("fra"));
        var coordinator = await Stage.CoordinatorAsync();
        var (first, second) = (await OfferAsync(coordinator, "fra"), await OfferAsync(coordinator, "fra", hours: 48.5));
        await Assert.ThrowsAsync<PostgresException>(() => TakeAsync("shift_id = @first", new { first }));
        Assert.True(await AnswerAsync(one, first, "accept"));
        await Assert.ThrowsAsync<PostgresException>(() => TakeAsync(
            "shift_id = @second AND interpreter_id IN (SELECT interpreter_id FROM users WHERE email = @Email)", new { second, one.Email }));
        Assert.Equal("standby_overlaps", await CodeAsync(one, second, "accept"));
    }

    [Fact]
    public async Task A_shift_is_given_back_until_the_limit_and_then_free_for_another()
    {
        var (one, other) = (await Stage.InterpreterOffDutyAsync("rus"), await Stage.InterpreterOffDutyAsync("rus"));
        var coordinator = await Stage.CoordinatorAsync();
        var (far, near) = (await OfferAsync(coordinator, "rus"), await OfferAsync(coordinator, "rus", hours: 23));
        Assert.True(await AnswerAsync(one, far, "accept"));
        Assert.True(await AnswerAsync(one, near, "accept"));
        Assert.False(await AnswerAsync(other, far, "accept"));
        Assert.True(await AnswerAsync(one, far, "give_back"));
        Assert.Equal("standby_give_back_too_late", await CodeAsync(one, near, "give_back"));
        Assert.True(await AnswerAsync(other, far, "accept"));
        Assert.Equal("standby_over", await CodeAsync(one, far, "accept"));
        Assert.Equal(("filled", 1), ((await ShiftAsync(coordinator, far)).GetProperty("state").GetString(), await AcceptedAsync(far)));
    }

    [Fact]
    public async Task Whoever_declined_can_be_asked_again_and_a_cancelled_shift_is_over_for_all()
    {
        var (one, other) = (await Stage.InterpreterOffDutyAsync("vie"), await Stage.InterpreterOffDutyAsync("vie"));
        var coordinator = await Stage.CoordinatorAsync();
        var shift = await OfferAsync(coordinator, "vie", places: 2);
        Assert.True(await AnswerAsync(one, shift, "decline"));
        Assert.True(await AnswerAsync(other, shift, "accept"));
        Assert.Empty(await ReadAsync(one, "/api/my-standby"));
        using (var again = await Stage.BrowserOf(coordinator).PostAsync($"/api/standby/{shift}/offers", new { }))
        {
            Assert.Equal(1, (await again.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("offered").GetInt32());
        }

        using var cancelled = await Stage.BrowserOf(coordinator).SendAsync(new(HttpMethod.Delete, $"/api/standby/{shift}"));
        Assert.Equal(HttpStatusCode.NoContent, cancelled.StatusCode);
        Assert.Equal("standby_over", await CodeAsync(one, shift, "accept"));
        Assert.Equal("cancelled", Assert.Single(await ReadAsync(other, "/api/my-standby")).GetProperty("state").GetString());
        using var offered = await Stage.BrowserOf(coordinator).PostAsync($"/api/standby/{shift}/offers", new { });
        Assert.Equal("standby_over", await offered.CodeAsync());
    }

    [Fact]
    public async Task Interpreters_see_and_answer_only_what_was_offered_to_them()
    {
        await Stage.InterpreterOffDutyAsync("amh");
        var stranger = await Stage.InterpreterOffDutyAsync("pol");
        var shift = await OfferAsync(await Stage.CoordinatorAsync(), "amh");
        Assert.Equal("not_found", await CodeAsync(stranger, shift, "accept"));
        Assert.DoesNotContain(await ReadAsync(stranger, "/api/my-standby"), one => one.GetProperty("id").GetGuid() == shift);
        Assert.Equal("argument_invalid", await CodeAsync(stranger, shift, "serve"));
    }

    [Theory]
    [InlineData(-1, 60, 1, "peak", "standby_times_invalid")]
    [InlineData(48, 15, 1, "peak", "standby_times_invalid")]
    [InlineData(48, 60, 0, "peak", "argument_invalid")]
    [InlineData(48, 60, 1, "Bitte alle kommen", "argument_invalid")]
    public async Task What_makes_no_sense_is_refused(int hours, int minutes, int places, string note, string code)
    {
        using var answer = await Stage.BrowserOf(await Stage.CoordinatorAsync()).PostAsync(
            "/api/standby", new { language = "tir", start = Start(hours), minutes, places, note });
        Assert.Equal(code, await answer.CodeAsync());
    }

    [Fact]
    public async Task What_was_served_is_recorded_once_as_minutes_and_stays_so()
    {
        await using var stage = await Stage.OpenAsync(shared.Postgres);
        var interpreter = await stage.InterpreterOffDutyAsync("tir");
        var coordinator = await stage.CoordinatorAsync();
        var shift = await OfferAsync(coordinator, "tir", hours: 1, on: stage);
        Assert.True(await AnswerAsync(interpreter, shift, "accept", stage));
        stage.Time.Advance(TimeSpan.FromMinutes(75));
        await interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        using (var late = await stage.BrowserOf(coordinator).SendAsync(new(HttpMethod.Delete, $"/api/standby/{shift}")))
        {
            Assert.Equal("standby_begun", await late.CodeAsync());
        }

        stage.Time.Advance(TimeSpan.FromMinutes(25));
        await interpreter.InvokeAsync("SetPresence", new { wanted = "paused" });
        stage.Time.Advance(TimeSpan.FromMinutes(10));
        await stage.Server.RunJobAsync("record-standby");
        Assert.Equal("accepted", Assert.Single(await ReadAsync(interpreter, "/api/my-standby", stage)).GetProperty("state").GetString());
        stage.Time.Advance(TimeSpan.FromMinutes(10));
        await stage.Server.RunJobAsync("record-standby");
        await stage.Server.RunJobAsync("record-standby");

        var own = Assert.Single(await ReadAsync(interpreter, "/api/my-standby", stage));
        Assert.Equal(("served", 25, 20), (own.GetProperty("state").GetString(), own.GetProperty("servedMinutes").GetInt32(), own.GetProperty("pausedMinutes").GetInt32()));
        Assert.Equal(1, await stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE action = 'standby.served'"));
        await Assert.ThrowsAsync<PostgresException>(() => stage.Server.ExecuteAsStaffAsync("UPDATE standby_takes SET served_minutes = 60"));
    }

    /// <summary>Somebody holds the shift until all who act on it have come so far that they wait for it.</summary>
    private async Task<bool[]> AtOnceAsync(Guid shift, Func<Task<bool>>[] acts)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Stage.Server.ConnectionString) { Pooling = false }.ConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("BEGIN; SELECT set_config('app.customer', '*', true); SELECT FROM standby_shifts WHERE id = @shift FOR UPDATE", new { shift });
        var answers = Task.WhenAll(acts.Select(act => act()));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!answers.IsCompleted
            && await owner.ExecuteScalarAsync<int>("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple')") < acts.Length)
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        await owner.ExecuteAsync("COMMIT");
        return await answers;
    }

    private async Task<Guid> OfferAsync(HubClient coordinator, string language, double hours = 48, int places = 1, Stage? on = null)
    {
        using var answer = await (on ?? Stage).BrowserOf(coordinator).PostAsync(
            "/api/standby", new { language, start = Start(hours, on), minutes = 60, places, note = "peak" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetGuid();
    }

    /// <summary>So many hours from now, on the wall in Berlin.</summary>
    private string Start(double hours, Stage? on = null) =>
        BerlinTime.WallClock((on ?? Stage).Time.Steady.AddHours(hours)).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private Task TakeAsync(string where, object parameters) =>
        Stage.Server.ExecuteAsStaffAsync($"UPDATE standby_takes SET state = 'accepted', answered_at = now() WHERE {where}", parameters);

    private Task<int> AcceptedAsync(Guid shift) =>
        Stage.QueryAsync<int>("SELECT count(*) FROM standby_takes WHERE shift_id = @shift AND state = 'accepted'", new { shift });

    private async Task LeaveAsync(HubClient person)
    {
        using var saved = await Stage.BrowserOf(person).PutAsync(
            "/api/my-availability", new { version = 0, windows = Array.Empty<object>(), preferences = new { }, newAbsences = new[] { new { from = Start(47.5), until = Start(50), reason = "vacation" } } });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    /// <summary>Bound to an appointment in the time of both shifts.</summary>
    private Task PromiseAsync(HubClient person) => Stage.Server.ExecuteAsStaffAsync(
        """
        INSERT INTO appointments (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes,
          starts_at, ends_at, booked_at, answer_by, asks_all, state, interpreter_id)
        SELECT gen_random_uuid(), gen_random_uuid(), units.customer_id, units.id, users.id, 'bul', 'health', 'video', 'normal', false, '[]', '[]',
          @from, @until, @now, @now, false, 'assigned', users.interpreter_id
        FROM users, units
        WHERE users.email = @Email
        LIMIT 1
        """,
        new { person.Email, now = Stage.Time.Steady, from = Stage.Time.Steady.AddHours(48.5), until = Stage.Time.Steady.AddHours(49.5) });

    private async Task<Guid[]> IdsOfAsync(HubClient person) => [await Stage.QueryAsync<Guid>("SELECT interpreter_id FROM users WHERE email = @Email", new { person.Email })];

    private async Task<string?> HindranceAsync(HubClient coordinator, Guid shift) =>
        Assert.Single((await ShiftAsync(coordinator, shift)).GetProperty("takes").EnumerateArray()).GetProperty("hindrance").GetString();

    private async Task<JsonElement> ShiftAsync(HubClient coordinator, Guid shift) =>
        Assert.Single(await ReadAsync(coordinator, "/api/standby"), one => one.GetProperty("id").GetGuid() == shift);

    private static (string? State, bool IsFull) Told(JsonElement own) => (own.GetProperty("state").GetString(), own.GetProperty("isFull").GetBoolean());

    private async Task<bool> AnswerAsync(HubClient person, Guid shift, string answer, Stage? on = null)
    {
        using var said = await (on ?? Stage).BrowserOf(person).SendAsync(Answer(shift, answer));
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        return (await said.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("done").GetBoolean();
    }

    private async Task<string?> CodeAsync(HubClient person, Guid shift, string answer)
    {
        using var said = await Stage.BrowserOf(person).SendAsync(Answer(shift, answer));
        return await said.CodeAsync();
    }

    private static HttpRequestMessage Answer(Guid shift, string answer) =>
        new(HttpMethod.Put, $"/api/my-standby/{shift}") { Content = JsonContent.Create(new { answer }) };

    private async Task<List<JsonElement>> ReadAsync(HubClient person, string path, Stage? on = null)
    {
        using var answer = await (on ?? Stage).BrowserOf(person).GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).EnumerateArray()];
    }
}
