using System.Net.Http.Json;
using System.Text.Json;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class FloorTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_coordinator_sees_who_waits_who_rings_and_who_is_on_duty()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter, coordinator) = (await stage.RequesterAsync(), await stage.InterpreterAsync(), await stage.CoordinatorAsync());
        var request = await requester.RequestAsync();
        await interpreter.OfferAsync();
        var floor = await coordinator.InvokeAsync<FloorView>("WatchFloor");
        var row = Assert.Single(floor.Requests);
        Assert.Equal((request.Id, "Klinikum", "Notaufnahme", (string?)null), (row.Id, row.CustomerName, row.UnitName, row.OwnReference));
        Assert.Equal("Ina Interpretin", Assert.Single(row.Offers).InterpreterName);
        Assert.Equal((request.Id, true), (floor.Interpreters.Single().RingingFor!.Value, floor.Interpreters.Single().Connected));
    }

    [Fact]
    public async Task What_changes_on_the_floor_is_told_to_those_who_watch_until_they_leave()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter, coordinator) = (await stage.RequesterAsync(), await stage.InterpreterAsync(), await stage.CoordinatorAsync());
        await coordinator.InvokeAsync("WatchFloor");
        var request = await requester.RequestAsync();
        stage.Time.Advance(0.25);
        var change = await coordinator.NextAsync<FloorChange>("FloorChanged", fact => fact.Requests.Count > 0);
        Assert.Equal((request.Id, RequestState.Offered), (change.Requests[0].Id, change.Requests[0].State));
        await requester.InvokeAsync("CancelRequest", new { requestId = request.Id });
        stage.Time.Advance(0.25);
        var removed = await coordinator.NextAsync<FloorChange>("FloorChanged", fact => fact.RemovedRequests.Count > 0);
        Assert.Equal([request.Id], removed.RemovedRequests);
    }

    [Fact]
    public async Task A_coordinator_ends_a_session_by_hand()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter, coordinator) = (await stage.RequesterAsync(), await stage.InterpreterAsync(), await stage.CoordinatorAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        Assert.Equal(EndReason.EndedByCoordinator, (await coordinator.EndAsync(session.Id)).EndReason);
        await requester.NextAsync("SessionEnded");
    }

    [Fact]
    public async Task A_coordinator_lets_one_interpreter_ring_alone()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (first, second) = (await stage.InterpreterAsync(), await stage.InterpreterAsync());
        var (requester, coordinator) = (await stage.RequesterAsync(), await stage.CoordinatorAsync());
        var request = await requester.RequestAsync();
        await Task.WhenAll(first.OfferAsync(), second.OfferAsync());
        var chosen = (await coordinator.InvokeAsync<FloorView>("WatchFloor")).Requests[0].Offers[0].InterpreterId;
        await coordinator.InvokeAsync("AssignInterpreter", new { requestId = request.Id, interpreterId = chosen });
        stage.Time.Advance(0.25);
        var change = await coordinator.NextAsync<FloorChange>("FloorChanged", fact => fact.Requests is [{ Offers.Count: 1 }]);
        Assert.Equal(chosen, change.Requests[0].Offers[0].InterpreterId);
    }

    [Fact]
    public async Task Own_sessions_are_listed_with_their_clock_and_nobody_elses()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(8);
        await interpreter.EndAsync(session.Id);
        var stranger = await stage.RequesterAsync(await stage.Server.AddTenantAsync("Landratsamt", "district"));
        var own = Assert.Single(await SessionsAsync(stage, requester));
        Assert.Equal((8, 0), (own.GetProperty("clockSeconds").GetInt32(), own.GetProperty("billableSeconds").GetInt32()));
        Assert.Equal("hang_up_interpreter", Assert.Single(await SessionsAsync(stage, interpreter)).GetProperty("endReason").GetString());
        Assert.Single(await SessionsAsync(stage, await stage.CoordinatorAsync()));
        Assert.Empty(await SessionsAsync(stage, stranger));
    }

    private static async Task<JsonElement[]> SessionsAsync(Stage stage, HubClient person)
    {
        using var answer = await stage.BrowserOf(person).GetAsync("/api/sessions");
        return (await answer.Content.ReadFromJsonAsync<JsonElement[]>())!;
    }
}
