using System.Net;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Flows;

namespace Videodolmetschen.Server.Tests.Billing.Budgets;

/// <summary>A conversation at once: warned, stopped, and an emergency passes.</summary>
public sealed class BudgetTests(RealPostgres postgres)
{
    [Fact]
    public async Task One_is_warned_at_the_threshold_and_stopped_at_the_end_and_an_emergency_passes_and_is_marked()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var (requester, interpreter) = (await world.Stage.RequesterAsync(), await world.Stage.InterpreterAsync());
        var browser = world.Stage.BrowserOf(requester);
        await world.BudgetAsync(60, warnAt: [70]);
        Assert.Equal(("passes", 36), await NoteAsync(browser));
        await world.TalkAsync(requester, interpreter);
        Assert.Equal(("passes_with_note", 72), await NoteAsync(browser));
        await world.TalkAsync(requester, interpreter);
        Assert.Equal(("refused", 108), await NoteAsync(browser));
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(requester));
        Assert.Null(await BudgetWorld.PressAsync(requester, emergency: true));
        var events = await Until.SoAsync(async () => (await world.SeenAsync()).GetProperty("events"), seen => seen.GetArrayLength() == 1);
        Assert.Equal(("emergency", 72), (events[0].GetProperty("kind").GetString(), events[0].GetProperty("percent").GetInt32()));
    }

    [Fact]
    public async Task A_budget_that_does_not_stop_lets_everything_pass()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var requester = await world.Stage.RequesterAsync();
        await world.BudgetAsync(10, stops: false);
        Assert.Equal(("passes_with_note", 217), await NoteAsync(world.Stage.BrowserOf(requester)));
        Assert.Null(await BudgetWorld.PressAsync(requester));
    }

    [Fact]
    public async Task The_same_press_again_is_answered_as_before_also_when_nothing_is_left()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        await world.Stage.InterpreterAsync();
        var (requester, key) = (await world.Stage.RequesterAsync(), Guid.NewGuid());
        await world.BudgetAsync(BudgetWorld.Talk);
        Assert.Null(await BudgetWorld.PressAsync(requester, key: key));
        Assert.Null(await BudgetWorld.PressAsync(requester, key: key));
        world.Forget();
        Assert.Null(await BudgetWorld.PressAsync(requester, key: key));
        Assert.Equal(1, await world.Stage.QueryAsync<int>("SELECT count(*) FROM requests"));
    }

    [Fact]
    public async Task Of_those_who_press_at_once_only_as_many_pass_as_there_is_money_for()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        await world.Stage.InterpreterAsync();
        List<HubClient> requesters = [];
        for (var one = 0; one < 8; one++)
        {
            requesters.Add(await world.Stage.RequesterAsync());
        }

        await world.BudgetAsync(3 * BudgetWorld.Talk);
        var refusals = await Task.WhenAll(requesters.Select(one => BudgetWorld.PressAsync(one)));
        Assert.Equal((3, 5), (refusals.Count(one => one is null), refusals.Count(one => one == "budget_exhausted")));
        Assert.Equal((0m, 3 * BudgetWorld.Talk), await world.TakenAsync());
    }

    [Fact]
    public async Task What_was_refused_by_the_dispatcher_is_free_again_soon()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        await world.Stage.InterpreterAsync();
        var (first, second) = (await world.Stage.RequesterAsync(), await world.Stage.RequesterAsync());
        await world.BudgetAsync(2 * BudgetWorld.Talk);
        Assert.Null(await BudgetWorld.PressAsync(first));
        Assert.Equal("request_unfinished", await BudgetWorld.PressAsync(first));
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(second));
        world.Stage.Time.Advance(15);
        Assert.Null(await BudgetWorld.PressAsync(second));
    }

    [Fact]
    public async Task A_unit_is_held_up_by_its_own_budget_and_by_the_customers_and_not_by_a_neighbours()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var neighbour = world.Stage.Tenant with { Unit = new(Guid.CreateVersion7()) };
        await world.Stage.Server.ExecuteAsStaffAsync(
            "INSERT INTO units (id, customer_id, name, cost_centre) VALUES (@unit, @customer, 'Radiologie', '4712')", new { unit = neighbour.Unit.Value, customer = world.Clinic });
        await world.Stage.InterpreterAsync();
        var (own, other) = (await world.Stage.RequesterAsync(), await world.Stage.RequesterAsync(neighbour));
        var ofUnit = await world.BudgetAsync(10, unit: world.Stage.Tenant.Unit.Value, name: "Notaufnahme");
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(own));
        Assert.Null(await BudgetWorld.PressAsync(other));
        await other.InvokeAsync("CancelRequest", new { requestId = await world.Stage.QueryAsync<Guid>("SELECT id FROM requests") });
        await world.BudgetAsync(15, name: "Klinikum");
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(other));
        Assert.Equal("Notaufnahme", ofUnit.GetProperty("name").GetString());
    }

    [Fact]
    public async Task What_runs_and_what_is_not_rated_yet_counts_too()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var (requester, interpreter) = (await world.Stage.RequesterAsync(), await world.Stage.InterpreterAsync());
        await world.BudgetAsync(1_000);
        var session = await requester.ConnectWithAsync(interpreter);
        Assert.Equal((0m, BudgetWorld.Talk), await world.TakenAsync());
        for (var minute = 0; minute < 20; minute++)
        {
            await requester.ReportMediaAsync(session.Id, forSeconds: 60);
            await interpreter.ReportMediaAsync(session.Id, forSeconds: 60);
            world.Stage.Time.Advance(60);
        }

        Assert.True((await world.TakenAsync()).Committed >= 20 * 1.45m);
        await requester.EndAsync(session.Id);
        await world.Stage.SettleAsync();
        var ended = await world.TakenAsync();
        Assert.True(ended is { Used: > BudgetWorld.Talk, Committed: 0 }, ended.ToString());
        await world.Stage.RateAsync();
        Assert.Equal(ended, await world.TakenAsync());
    }

    [Fact]
    public async Task The_costs_that_a_programme_bears_count_against_the_budget()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres, "programme");
        var (requester, interpreter) = (await world.Stage.RequesterAsync(), await world.Stage.InterpreterAsync());
        await world.BudgetAsync(2);
        await world.TalkAsync(requester, interpreter);
        Assert.Equal((1.39m, 0m), await world.TakenAsync());
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(requester));
    }

    [Fact]
    public async Task Who_has_no_tariff_is_stopped_by_no_budget()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.BrowserOf(await stage.CoordinatorAsync()).OkAsync("/api/budgets", BudgetWorld.Order(0.01m, stage.Tenant.Customer.Value));
        Assert.Null(await BudgetWorld.PressAsync(await stage.RequesterAsync()));
    }

    [Fact]
    public async Task At_midnight_in_Berlin_the_new_year_has_its_own_budget()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres, time: new ManualTime(new DateTimeOffset(2026, 12, 31, 22, 30, 0, TimeSpan.Zero)));
        var requester = await world.Stage.RequesterAsync();
        await world.BudgetAsync(1, name: "2026", until: "2026-12-31");
        await world.BudgetAsync(BudgetWorld.Talk * 2, name: "2027", from: "2027-01-01");
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(requester));
        world.Stage.Time.Advance((29 * 60) + 58);
        Assert.Equal("budget_exhausted", await BudgetWorld.PressAsync(requester));
        Assert.Equal("2026", await OwnAsync(world.Stage.BrowserOf(requester)));
        world.Stage.Time.Advance(3);
        Assert.Equal("2027", await OwnAsync(world.Stage.BrowserOf(requester)));
        await world.Stage.InterpreterAsync();
        Assert.Null(await BudgetWorld.PressAsync(requester));
        Assert.True((await world.TakenAsync("2027")).Committed > 0);
        Assert.Equal((0m, 0m), await world.TakenAsync("2026"));
    }

    [Fact]
    public async Task A_requester_sees_only_what_holds_for_the_own_unit()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        await world.BudgetAsync(100);
        var stranger = await world.Stage.RequesterAsync(await world.Stage.Server.AddTenantAsync("Amt", "authority"));
        Assert.Equal(0, (await world.Stage.BrowserOf(stranger).ReadAsync("/api/my-budget")).GetProperty("budgets").GetArrayLength());
        var own = (await world.Stage.BrowserOf(await world.Stage.RequesterAsync()).ReadAsync("/api/my-budget")).GetProperty("budgets")[0];
        Assert.Equal(("Klinikum", 100m, "free", "Controlling, Haus 2"), (own.GetProperty("name").GetString(), own.GetProperty("remaining").GetDecimal(), own.GetProperty("standing").GetString(), own.GetProperty("contact").GetString()));
    }

    private static async Task<string?> OwnAsync(Browser requester) =>
        (await requester.ReadAsync("/api/my-budget")).GetProperty("budgets").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Single();

    private static async Task<(string?, int)> NoteAsync(Browser requester)
    {
        var note = await BudgetWorld.NoteAsync(requester);
        return (note.GetProperty("outcome").GetString(), note.GetProperty("percentAfter").GetInt32());
    }
}
