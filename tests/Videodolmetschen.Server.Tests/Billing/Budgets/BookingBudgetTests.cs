using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Flows;

namespace Videodolmetschen.Server.Tests.Billing.Budgets;

/// <summary>Appointments are booked against a budget under its lock.</summary>
public sealed class BookingBudgetTests(RealPostgres postgres)
{
    [Fact]
    public async Task Fifty_who_book_at_once_on_two_nodes_never_go_beyond_the_budget()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var stage = world.Stage;
        var here = stage.BrowserOf(await stage.RequesterAsync());
        stage.Door = await stage.AddNodeAsync();
        var there = stage.BrowserOf(await stage.RequesterAsync());
        await world.BudgetAsync(10 * BudgetWorld.Appointment);
        var refusals = await Task.WhenAll(Enumerable.Range(0, 50).Select(one => BudgetWorld.BookAsync(one % 2 == 0 ? here : there, AppointmentTests.Order(stage, days: 12 + (one / 5)))));
        Assert.Equal((10, 40), (refusals.Count(one => one is null), refusals.Count(one => one == "budget_exhausted")));
        Assert.Equal(10, await stage.QueryAsync<int>("SELECT count(*) FROM appointments"));
        Assert.Equal((0m, 10 * BudgetWorld.Appointment), await world.TakenAsync());
    }

    [Fact]
    public async Task The_check_says_before_how_far_it_would_be_taken()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var browser = world.Stage.BrowserOf(await world.Stage.RequesterAsync());
        await world.BudgetAsync(100);
        Assert.Equal(("passes", 65), await CheckAsync(browser, AppointmentTests.Order(world.Stage, days: 12)));
        Assert.Equal(("refused", 130), await CheckAsync(browser, AppointmentTests.Order(world.Stage, days: 12, weekly: new { times = 2 })));
        Assert.Null(await BudgetWorld.BookAsync(browser, AppointmentTests.Order(world.Stage, days: 12)));
        world.Forget();
        Assert.Equal(("refused", 130), await CheckAsync(browser, AppointmentTests.Order(world.Stage, days: 13)));
    }

    [Fact]
    public async Task A_series_is_booked_as_a_whole_or_not_at_all_and_each_appointment_counts_in_its_own_time()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var browser = world.Stage.BrowserOf(await world.Stage.RequesterAsync());
        // Whatever the day of the test, the third lies beyond two weeks and two days.
        var middle = world.Stage.Time.GetUtcNow().AddDays(12 + 10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var after = world.Stage.Time.GetUtcNow().AddDays(12 + 11).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await world.BudgetAsync(2 * BudgetWorld.Appointment, name: "first", until: middle);
        var next = await world.BudgetAsync(BudgetWorld.Appointment - 0.01m, name: "next", from: after);
        var order = AppointmentTests.Order(world.Stage, days: 12, weekly: new { times = 3 });
        Assert.Equal("budget_exhausted", await BudgetWorld.BookAsync(browser, order));
        Assert.Equal(0, await world.Stage.QueryAsync<int>("SELECT count(*) FROM appointments"));
        await ChangeAsync(world, next, BudgetWorld.Appointment);
        Assert.Null(await BudgetWorld.BookAsync(browser, order));
        Assert.Null(await BudgetWorld.BookAsync(browser, order));
        Assert.Equal((0m, 2 * BudgetWorld.Appointment), await world.TakenAsync("first"));
        Assert.Equal((0m, BudgetWorld.Appointment), await world.TakenAsync("next"));
    }

    [Fact]
    public async Task What_is_cancelled_for_nothing_is_free_again()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        var browser = world.Stage.BrowserOf(await world.Stage.RequesterAsync());
        await world.BudgetAsync(BudgetWorld.Appointment);
        var order = AppointmentTests.Order(world.Stage, days: 12);
        var booked = Assert.Single(await AppointmentTests.BookAsync(browser, order));
        Assert.Equal("budget_exhausted", await BudgetWorld.BookAsync(browser, AppointmentTests.Order(world.Stage, days: 13)));
        Assert.Equal(HttpStatusCode.OK, await AppointmentTests.PostAsync(browser, $"/api/appointments/{AppointmentTests.Text(booked, "id")}/cancel", new { percent = 0 }));
        Assert.Null(await BudgetWorld.BookAsync(browser, AppointmentTests.Order(world.Stage, days: 13)));
    }

    [Fact]
    public async Task A_coordinator_who_books_for_a_unit_meets_its_budget_too()
    {
        await using var world = await BudgetWorld.OpenAsync(postgres);
        await world.BudgetAsync(1);
        var order = System.Text.Json.JsonSerializer.SerializeToNode(AppointmentTests.Order(world.Stage, days: 12))!;
        order["unitId"] = world.Stage.Tenant.Unit.Value;
        Assert.Equal("budget_exhausted", await BudgetWorld.BookAsync(world.Coordinator, order));
    }

    private static async Task ChangeAsync(BudgetWorld world, System.Text.Json.JsonElement budget, decimal amount)
    {
        var order = System.Text.Json.Nodes.JsonNode.Parse(budget.GetRawText())!;
        order["amount"] = amount;
        using var answer = await world.Coordinator.PutAsync($"/api/budgets/{budget.GetProperty("id").GetGuid()}", order);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<(string?, int)> CheckAsync(Browser browser, object order)
    {
        var note = (await browser.OkAsync("/api/appointments/check", order)).GetProperty("budget");
        return (note.GetProperty("outcome").GetString(), note.GetProperty("percentAfter").GetInt32());
    }
}
