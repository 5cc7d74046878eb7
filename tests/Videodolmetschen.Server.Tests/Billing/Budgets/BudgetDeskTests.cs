using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing.Budgets;

/// <summary>Coordinators keep budgets, each change with its entry, and are told of thresholds once.</summary>
public sealed class BudgetDeskTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_budget_is_made_changed_and_removed_and_each_step_stands_in_the_audit()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var made = await world.BudgetAsync(1_000);
        var id = made.GetProperty("id").GetGuid();
        Assert.Equal((HttpStatusCode.OK, null), await PutAsync(world, made, order => order["amount"] = 2_500));
        Assert.Equal((HttpStatusCode.Conflict, "budget_changed_meanwhile"), await PutAsync(world, made, order => order["amount"] = 3_000));
        var changes = (await world.Coordinator.ReadAsync($"/api/budgets/{id}/history")).GetProperty("changes");
        Assert.Equal(["budget.changed", "budget.added"], changes.EnumerateArray().Select(one => one.GetProperty("action").GetString()));
        Assert.Equal(
            """{"amount":{"from":"1000.00","to":"2500.00"}}""",
            changes[0].GetProperty("changes").GetRawText());
        Assert.Equal("Doris Disponentin", changes[0].GetProperty("by").GetString());
        Assert.Equal(HttpStatusCode.Conflict, (await DeleteAsync(world, id, 1)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await DeleteAsync(world, id, 2)).StatusCode);
        Assert.Equal(0, await world.Stage.QueryAsync<int>("SELECT count(*) FROM budgets"));
        Assert.Equal(3, await world.Stage.QueryAsync<int>("SELECT count(*) FROM audit_entries WHERE subject = @subject", new { subject = $"budget:{id}" }));
    }

    [Fact]
    public async Task Each_fault_is_named_at_its_field_and_nothing_is_stored()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Post, "/api/budgets", BudgetWorld.Order(-1, world.Clinic, name: " ", until: "2025-01-01", warnAt: [80, 80]));
        Assert.Equal((HttpStatusCode.BadRequest, "budget_invalid"), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(
            ["name missing", "amount amount_out_of_bounds", "until until_before_from", "warnAt twice"],
            answer.GetProperty("violations").EnumerateArray().Select(one => $"{one.GetProperty("field").GetString()} {one.GetProperty("code").GetString()}"));
        var unknown = await world.Coordinator.TryAsync(HttpMethod.Post, "/api/budgets", BudgetWorld.Order(1, Guid.NewGuid()));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        var strange = await world.Stage.Server.AddTenantAsync("Amt", "authority");
        Assert.Equal(HttpStatusCode.NotFound, (await world.Coordinator.TryAsync(HttpMethod.Post, "/api/budgets", BudgetWorld.Order(1, world.Clinic, strange.Unit.Value))).Status);
        Assert.Equal(0, await world.Stage.QueryAsync<int>("SELECT count(*) FROM budgets"));
    }

    [Fact]
    public async Task A_threshold_is_told_once_for_an_amount_and_of_several_only_the_highest()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var budget = await world.BudgetAsync(24.16m, warnAt: [50, 80], stops: false);
        var (requester, interpreter) = (await world.Stage.RequesterAsync(), await world.Stage.InterpreterAsync());
        Assert.Empty(await WatchAsync(world));
        await world.TalkAsync(requester, interpreter);
        Assert.Equal(["Budget zu 80 % verbraucht: Klinikum"], await WatchAsync(world));
        Assert.Equal(["Budget zu 80 % verbraucht: Klinikum"], await WatchAsync(world));
        await world.TalkAsync(requester, interpreter);
        Assert.Equal(["Budget zu 80 % verbraucht: Klinikum", "Budget ausgeschöpft: Klinikum"], await WatchAsync(world));
        await PutAsync(world, budget, order => order["amount"] = 60);
        Assert.Equal(["Budget zu 80 % verbraucht: Klinikum", "Budget ausgeschöpft: Klinikum", "Budget zu 50 % verbraucht: Klinikum"], await WatchAsync(world));
        Assert.Equal([50, 50, 80, 100], (await world.SeenAsync()).GetProperty("events").EnumerateArray().Select(one => one.GetProperty("percent").GetInt32()).Order());
    }

    private static async Task<string[]> WatchAsync(BudgetWorld world)
    {
        await world.Stage.Server.RunJobAsync("watch-budgets");
        return (await world.Stage.QueryAsync<string[]>("SELECT coalesce(array_agg(subject ORDER BY created_at, subject), '{}') FROM mails WHERE kind = 'budget_threshold'"))!;
    }

    private static async Task<(HttpStatusCode, string?)> PutAsync(BudgetWorld world, JsonElement budget, Action<JsonNode> change)
    {
        var order = JsonNode.Parse(budget.GetRawText())!;
        change(order);
        using var answer = await world.Coordinator.PutAsync($"/api/budgets/{budget.GetProperty("id").GetGuid()}", order);
        return (answer.StatusCode, answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString());
    }

    private static Task<HttpResponseMessage> DeleteAsync(BudgetWorld world, Guid id, int revision) =>
        world.Coordinator.SendAsync(new HttpRequestMessage(HttpMethod.Delete, $"/api/budgets/{id}?revision={revision}"));
}
