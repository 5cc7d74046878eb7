using System.Globalization;
using System.Net;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;
using static Videodolmetschen.Server.Tests.Flows.AppointmentTests;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What the hub says of appointments at once, to those who are asked and to the Disposition.</summary>
public sealed class AppointmentNewsTests(RealPostgres postgres)
{
    [Fact]
    public async Task Whoever_is_asked_hears_it_at_once_and_also_that_another_was_faster()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (one, other) = (await stage.InterpreterOffDutyAsync(), await stage.InterpreterOffDutyAsync());
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        var (asked, askedToo) = (await AskedAsync(one), await AskedAsync(other));
        Assert.Equal((id, "open", "kmr", null), (asked.AppointmentId.ToString(), asked.State, asked.Language, asked.Because));
        await AnswerAsync(stage.BrowserOf(one), asked.AskId.ToString(), "accept");
        Assert.Equal(("accepted", (string?)null), StateOf(await AskedAsync(one, "accepted")));
        var gone = await AskedAsync(other, "withdrawn");
        Assert.Equal((askedToo.AskId, ("withdrawn", "taken")), (gone.AskId, StateOf(gone)));
    }

    [Fact]
    public async Task Whoever_was_asked_learns_that_it_was_cancelled_also_when_away_at_that_time()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (here, away) = (await stage.InterpreterOffDutyAsync(), await stage.InterpreterOffDutyAsync());
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 12))), "id");
        await AskedAsync(here);
        await stage.LeaveAsync(away);
        Assert.Equal(HttpStatusCode.OK, await PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 0 }));
        Assert.Equal(("withdrawn", "cancelled"), StateOf(await AskedAsync(here, "withdrawn")));
        var read = Assert.Single((await GetAsync(stage.BrowserOf(away), "/api/my-appointments")).GetProperty("calledOff").EnumerateArray());
        Assert.Equal((id, "cancelled"), (Text(read.GetProperty("appointment"), "id"), Text(read.GetProperty("appointment"), "state")));
    }

    [Fact]
    public async Task Giving_back_is_told_to_every_coordinator_at_once_and_stands_on_the_board_until_somebody_takes_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (interpreter, coordinator) = (stage.BrowserOf(await stage.InterpreterOffDutyAsync()), await stage.CoordinatorAsync());
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        await AnswerAsync(interpreter, Assert.Single(await AsksAsync([interpreter])).Ask, "accept");
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(interpreter, $"/api/appointments/{id}/give-back", new { reason = "ill" }));
        var told = await coordinator.NextAsync<AppointmentNoted>("AppointmentNoted");
        Assert.Equal((id, "given_back", "kmr"), (told.AppointmentId.ToString(), told.What, told.Language));
        Assert.StartsWith("D-", told.InterpreterNumber, StringComparison.Ordinal);
        var board = stage.BrowserOf(coordinator);
        Assert.True((await GetAsync(board, "/api/appointments/" + id)).GetProperty("givenBack").GetBoolean());
        var another = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        await stage.Server.RunJobAsync("ask-pool");
        await AnswerAsync(another, Assert.Single(await AsksAsync([another])).Ask, "accept");
        Assert.False((await GetAsync(board, "/api/appointments/" + id)).GetProperty("givenBack").GetBoolean());
    }

    [Fact]
    public async Task Whom_the_Disposition_bound_unasked_and_who_gave_it_back_is_not_asked_for_it_afterwards()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        var interpreter = stage.BrowserOf(await stage.InterpreterOffDutyAsync());
        var interpreterId = await stage.QueryAsync<Guid>("SELECT id FROM interpreters");
        Assert.Equal(HttpStatusCode.OK, await PostAsync(coordinator, $"/api/appointments/{id}/assign", new { interpreterId }));
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(interpreter, $"/api/appointments/{id}/give-back", new { reason = "other" }));
        await stage.Server.RunJobAsync("ask-pool");
        Assert.Empty(await AsksAsync([interpreter]));
        Assert.True((await GetAsync(coordinator, "/api/appointments/" + id)).GetProperty("givenBack").GetBoolean());
    }

    [Fact]
    public async Task An_absence_over_a_promise_is_told_to_coordinators_at_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (interpreter, coordinator) = (stage.BrowserOf(await stage.InterpreterOffDutyAsync()), await stage.CoordinatorAsync());
        var id = Text(Assert.Single(await BookAsync(stage.BrowserOf(await stage.RequesterAsync()), Order(stage, days: 12))), "id");
        await AnswerAsync(interpreter, Assert.Single(await AsksAsync([interpreter])).Ask, "accept");
        var day = BerlinTime.WallClock(stage.Time.GetUtcNow()).Date.AddDays(12);
        var absence = new { from = day.ToString("s", CultureInfo.InvariantCulture), until = day.AddDays(1).ToString("s", CultureInfo.InvariantCulture), reason = "training" };
        using var saved = await interpreter.PutAsync("/api/my-availability", new { version = 0, windows = Array.Empty<object>(), preferences = new { }, newAbsences = new[] { absence } });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var told = await coordinator.NextAsync<AppointmentNoted>("AppointmentNoted");
        Assert.Equal((id, "absence_reported"), (told.AppointmentId.ToString(), told.What));
    }

    [Fact]
    public async Task Whoever_sits_at_another_node_is_told_too()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        stage.Door = await stage.AddNodeAsync();
        var (interpreter, coordinator) = (await stage.InterpreterOffDutyAsync(), await stage.CoordinatorAsync());
        var id = Text(Assert.Single(await BookAsync(requester, Order(stage, days: 12))), "id");
        Assert.Equal(id, (await AskedAsync(interpreter)).AppointmentId.ToString());
        stage.Door = stage.Server;
        var elsewhere = await stage.AgainAsync(interpreter);
        using var browser = stage.BrowserOf(elsewhere).MovedTo(stage.Server);
        await AnswerAsync(browser, Assert.Single(await AsksAsync([browser])).Ask, "accept");
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(browser, $"/api/appointments/{id}/give-back", new { reason = "ill" }));
        Assert.Equal("given_back", (await coordinator.NextAsync<AppointmentNoted>("AppointmentNoted")).What);
    }

    private static Task<AskChanged> AskedAsync(HubClient interpreter, string state = "open") =>
        interpreter.NextAsync<AskChanged>("AskChanged", told => told.State == state);

    private static (string State, string? Because) StateOf(AskChanged told) => (told.State, told.Because);
}
