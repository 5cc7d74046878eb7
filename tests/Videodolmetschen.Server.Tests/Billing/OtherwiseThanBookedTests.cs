using System.Net;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.Flows;
using static Videodolmetschen.Server.Tests.Flows.AppointmentDayTests;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Appointments that went otherwise than they were booked: called off, come late to, handed over, begun without anybody.</summary>
public sealed class OtherwiseThanBookedTests(RealPostgres postgres)
{
    [Fact]
    public async Task Each_side_pays_by_the_own_ladder_though_the_contract_lets_the_customer_go_free()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.GiveAsync(Own(BillingSide.Customer, new CancellationStep.HoursBefore(96, 10)));
        await coordinator.GiveAsync(Own(BillingSide.Interpreter, new CancellationStep.HoursBefore(72, 50)));
        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var interpreters = await AppointmentTests.InterpretersAsync(stage, 1);
        var id = AppointmentTests.Text(Assert.Single(await AppointmentTests.BookAsync(requester, AppointmentTests.Order(stage, 2))), "id");
        var (browser, ask) = Assert.Single(await AppointmentTests.AsksAsync(interpreters));
        await AppointmentTests.AnswerAsync(browser, ask, "accept");
        Assert.Equal(HttpStatusCode.OK, await AppointmentTests.PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 0 }));
        await stage.RateAsync();
        Assert.Equal(("1 one 4.5 4.50 cancellation.part_of_slot", "1 one 22.5 22.50 cancellation.part_of_slot"), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    [Fact]
    public async Task Whoever_came_too_late_is_not_paid_for_the_cancellation_and_has_lost_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.GiveAsync(Own(BillingSide.Customer, new CancellationStep.HoursBefore(96, 100)));
        await coordinator.AssignAsync(BillingSide.Interpreter, "jveg-interpreter");
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start.AddMinutes(15).AddSeconds(1));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(stage.BrowserOf(day.Requester), $"/api/appointments/{day.Id}/cancel", new { percent = 0 }));
        var interpreter = stage.BrowserOf(day.Interpreter);
        using var claim = await interpreter.GetAsync($"/api/appointments/{day.Id}/loss");
        Assert.Equal(HttpStatusCode.NoContent, claim.StatusCode);
        Assert.Equal("loss_not_due", (await interpreter.TryAsync(HttpMethod.Post, $"/api/appointments/{day.Id}/loss", new { amount = 150 })).Answer.GetProperty("code").GetString());
        await stage.RateAsync();
        Assert.Equal((null, null), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    [Fact]
    public async Task A_relief_in_an_appointment_is_paid_for_the_own_part()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await ReadyBothAsync(stage);
        var session = await TalkAsync(day, await day.Interpreter.OfferAsync());
        var relief = await stage.InterpreterAsync();
        await day.Interpreter.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await day.Interpreter.HandOverAsync(session.Id);
        stage.Time.Advance(20);
        await day.Requester.EndAsync(session.Id);
        await OverAsync(stage, day);
        Assert.Equal("45 minute 1.45 65.25 price.per_minute", await stage.LinesAsync("customer"));
        Assert.Equal(["15 minute 0.95 14.25", "45 minute 0.95 42.75"], (await stage.LinesAsync("interpreter"))!.Split('\n').Select(line => line[..line.IndexOf(" price", StringComparison.Ordinal)]).Order());
    }

    [Fact]
    public async Task Begun_without_anybody_it_is_dated_as_it_was_booked_and_no_more_necessary_than_it_was_said_to_be()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        var today = DateOnly.FromDateTime(stage.Time.GetUtcNow().UtcDateTime);
        foreach (var side in Enum.GetValues<BillingSide>())
        {
            var before = Own(side) with { ChosenBy = TariffDate.DateOfOrder, Surcharges = [new Surcharge("always", "Immer", SurchargeKind.Percent, 20, [new SurchargeBand(BandDays.EveryDay)], NeedsNecessity: true)] };
            await coordinator.GiveAsync(before);
            await coordinator.OkAsync("/api/tariffs", new { tariff = (before with { ValidFrom = today, Price = new TariffPrice.PerMinute(2m, 15, 1) }).Draft() });
        }

        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterOffDutyAsync());
        var soon = (int)BerlinTime.WallClock(stage.Time.GetUtcNow()).TimeOfDay.TotalMinutes + 30;
        await AppointmentTests.BookAsync(stage.BrowserOf(requester), AppointmentTests.Order(stage, 0, soon - 600));
        await stage.Server.ExecuteAsStaffAsync("UPDATE appointments SET booked_at = booked_at - interval '3 days'");
        var start = await stage.QueryAsync<DateTimeOffset>("SELECT starts_at FROM appointments");
        await GoToAsync(stage, start.AddSeconds(1));
        await interpreter.InvokeAsync("SetPresence", new { wanted = "available" });
        await stage.Server.RunJobAsync("start-uncovered");
        var session = (await interpreter.AcceptAsync(await interpreter.OfferAsync())).Session!;
        await Task.WhenAll(requester.ReportMediaAsync(session.Id), interpreter.ReportMediaAsync(session.Id));
        stage.Time.Advance(20);
        await requester.EndAsync(session.Id);
        await SettleAsync(stage);
        await stage.RateAsync();
        const string Line = "15 minute 1 15.00 price.per_minute";
        Assert.Equal((Line, Line), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    [Fact]
    public async Task By_the_ladder_of_the_law_the_customer_owes_two_hours_at_most()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "jveg-customer");
        using (var contract = await coordinator.PutAsync($"/api/customers/{stage.Tenant.Customer.Value}/cancellation", new { version = 0, ladder = "jveg" }))
        {
            Assert.Equal(HttpStatusCode.OK, contract.StatusCode);
        }

        var requester = stage.BrowserOf(await stage.RequesterAsync());
        var order = System.Text.Json.JsonSerializer.SerializeToNode(AppointmentTests.Order(stage, 1))!;
        order["when"]!["lengthMinutes"] = 135;
        var id = AppointmentTests.Text(Assert.Single(await AppointmentTests.BookAsync(requester, order)), "id");
        Assert.Equal(HttpStatusCode.OK, await AppointmentTests.PostAsync(requester, $"/api/appointments/{id}/cancel", new { percent = 89 }));
        await stage.RateAsync();
        Assert.Equal("1 one 186 186.00 cancellation.part_of_slot", await stage.LinesAsync("customer"));
    }

    [Fact]
    public async Task What_nobody_took_until_its_start_is_called_off_for_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        await stage.BrowserOf(await stage.CoordinatorAsync()).AssignAsync(BillingSide.Customer, "per-minute");
        var requester = await stage.RequesterAsync();
        var soon = (int)BerlinTime.WallClock(stage.Time.GetUtcNow()).TimeOfDay.TotalMinutes + 30;
        var id = AppointmentTests.Text(Assert.Single(await AppointmentTests.BookAsync(stage.BrowserOf(requester), AppointmentTests.Order(stage, 0, soon - 600))), "id");
        await GoToAsync(stage, (await stage.QueryAsync<DateTimeOffset>("SELECT starts_at FROM appointments")).AddSeconds(1));
        Assert.Equal((HttpStatusCode.OK, null), await PostAsync(stage.BrowserOf(requester), $"/api/appointments/{id}/cancel", new { percent = 0 }));
        await stage.RateAsync();
        Assert.Null(await stage.LinesAsync("customer"));
    }

    [Fact]
    public async Task A_complaint_in_an_appointment_costs_the_customer_nothing_and_the_interpreter_is_paid()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await TalkingAsync(stage);
        stage.Time.Advance(25);
        await day.Requester.InvokeAsync("ComplainOfQuality", new { sessionId = await stage.QueryAsync<Guid>("SELECT id FROM sessions"), reason = "language_or_variety" });
        await OverAsync(stage, day);
        Assert.Equal((null, "45 minute 0.95 42.75 price.per_minute"), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    [Fact]
    public async Task Where_both_came_and_no_line_came_about_the_customer_has_not_missed_it()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var day = await ReadyBothAsync(stage);
        await day.Interpreter.AcceptAsync(await day.Interpreter.OfferAsync());
        stage.Time.Advance(46);
        await stage.SettleAsync();
        Assert.Equal("never_connected", await stage.QueryAsync<string>("SELECT end_reason FROM sessions"));
        await day.Requester.InvokeAsync("CancelRequest", new { requestId = await stage.QueryAsync<Guid>("SELECT id FROM requests WHERE ended_at IS NULL") });
        await OverAsync(stage, day);
        Assert.Equal((null, "1 one 42.75 42.75 slot.no_show"), (await stage.LinesAsync("customer"), await stage.LinesAsync("interpreter")));
    }

    private static async Task<Day> ReadyBothAsync(Stage stage)
    {
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "per-minute");
        await coordinator.AssignAsync(BillingSide.Interpreter, "interpreter-per-minute");
        var day = await BookedAsync(stage);
        await GoToAsync(stage, day.Start);
        await ReadyAsync(stage, day);
        await EnterAsync(stage, day);
        return day;
    }

    private static async Task<Day> TalkingAsync(Stage stage)
    {
        var day = await ReadyBothAsync(stage);
        await TalkAsync(day, await day.Interpreter.OfferAsync());
        return day;
    }

    private static async Task OverAsync(Stage stage, Day day)
    {
        await GoToAsync(stage, day.Start.AddMinutes(46));
        await SettleAsync(stage);
        await stage.RateAsync();
    }

    /// <summary>A euro a minute, a quarter of an hour at least.</summary>
    private static Tariff Own(BillingSide side, params CancellationStep[] ladder) => TariffCatalogue.PerMinute with
    {
        Family = side == BillingSide.Customer ? "own-customer" : "own-interpreter",
        Name = "Eigener",
        Side = side,
        Price = new TariffPrice.PerMinute(1m, 15, 1),
        Surcharges = [],
        Cancellation = ladder.Length == 0 ? null : new CancellationPrice.PercentOfSlot(new CancellationRule(ladder)),
    };
}

internal static class OwnTariffs
{
    /// <summary>Adds the tariff, and everybody of its side has it.</summary>
    public static async Task GiveAsync(this Browser coordinator, Tariff tariff)
    {
        await coordinator.OkAsync("/api/tariffs", new { tariff = tariff.Draft() });
        await coordinator.AssignAsync(tariff.Side, tariff.Family);
    }
}
