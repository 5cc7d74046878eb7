using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>What ended is rated for both sides, once.</summary>
public sealed class RatingTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_conversation_is_owed_by_the_customer_and_earned_by_the_interpreter()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        await TalkAsync(stage, requester, interpreter, 25);
        await stage.RateAsync();
        Assert.Equal("15 minute 1.45 21.75 price.per_minute", await stage.LinesAsync("customer"));
        Assert.Equal("15 minute 0.95 14.25 price.per_minute", await stage.LinesAsync("interpreter"));
        Assert.Equal(
            "15 Minuten zu je 1,45 EUR (25 Sek. Gesprächszeit; angefangene Minuten zählen, mindestens 15).",
            await stage.QueryAsync<string>("SELECT explanation FROM billing_lines l JOIN rated_services s ON s.id = l.service_id WHERE s.side = 'customer'"));
    }

    [Fact]
    public async Task Under_ten_seconds_nothing_is_owed_and_it_is_rated_all_the_same()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        await TalkAsync(stage, requester, interpreter, 8);
        await stage.RateAsync();
        Assert.Equal((2, 0m), await stage.QueryAsync<(int, decimal)>("SELECT count(*)::int, sum(net) FROM rated_services"));
        Assert.Null(await stage.LinesAsync("customer"));
    }

    [Fact]
    public async Task A_complaint_costs_the_customer_nothing_and_the_interpreter_is_paid()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(25);
        await requester.InvokeAsync("ComplainOfQuality", new { sessionId = session.Id, reason = "language_or_variety" });
        await stage.RateAsync();
        Assert.Null(await stage.LinesAsync("customer"));
        Assert.Equal("15 minute 0.95 14.25 price.per_minute", await stage.LinesAsync("interpreter"));
    }

    [Fact]
    public async Task After_a_handover_each_is_paid_for_the_own_part_and_the_customer_owes_the_whole_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, first) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        var session = await requester.ConnectWithAsync(first);
        var relief = await stage.InterpreterAsync();
        stage.Time.Advance(20);
        await first.SeekReliefAsync(session.Id);
        await relief.JoinAsync();
        await Task.WhenAll(requester.ReportMediaAsync(session.Id), first.ReportMediaAsync(session.Id));
        stage.Time.Advance(30);
        await first.NextAsync("StintEnded");
        await requester.ReportMediaAsync(session.Id);
        stage.Time.Advance(10);
        await requester.EndAsync(session.Id);
        await stage.RateAsync();
        Assert.Equal("15 minute 1.45 21.75 price.per_minute", await stage.LinesAsync("customer"));
        Assert.Equal(2, await stage.QueryAsync<int>("SELECT count(DISTINCT interpreter_id) FROM rated_services WHERE side = 'interpreter' AND net = 14.25"));
    }

    [Fact]
    public async Task Without_a_tariff_it_waits_for_one_and_an_own_one_goes_before_the_one_for_all()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TalkAsync(stage, requester, interpreter, 25);
        await stage.RateAsync();
        Assert.Equal(0, await stage.QueryAsync<int>("SELECT count(*) FROM rated_services"));
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "jveg-customer", customer: stage.Tenant.Customer.Value);
        await coordinator.AssignAsync(BillingSide.Customer, "per-minute");
        await stage.RateAsync();
        Assert.Equal("0.5 hour 93 46.50 price.half_hours", await stage.LinesAsync("customer"));
    }

    [Fact]
    public async Task Many_that_wait_for_a_tariff_hold_nobody_up()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.TalkedAsync(office, interpreter, 501, new DateTimeOffset(2020, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await world.TalkedAsync(office, interpreter);
        Assert.Equal(2, await world.Stage.QueryAsync<int>("SELECT count(*) FROM rated_services"));
    }

    [Fact]
    public async Task What_cannot_be_rated_waits_and_stops_nobody_else()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (broken, sound, interpreter) = (await world.CustomerAsync("Kaputt"), await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.Coordinator.AssignAsync(BillingSide.Customer, "quarter-hours", customer: broken.Customer.Value);
        // A price that nobody could enter, and no column could hold.
        await world.Stage.Server.ExecuteAsStaffAsync("UPDATE tariffs SET content = jsonb_set(content, '{price,price}', '99999999999') WHERE family = 'quarter-hours'");
        await world.TalkedAsync(broken, interpreter, 2, world.Stage.Time.GetUtcNow().AddMinutes(-5));
        await world.TalkedAsync(sound, interpreter, 2);
        Assert.Equal((2, 4), await world.Stage.QueryAsync<(int, int)>("SELECT (count(*) FILTER (WHERE side = 'customer'))::int, (count(*) FILTER (WHERE side = 'interpreter'))::int FROM rated_services"));
        Assert.Equal(2, (await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []))).GetProperty("unrated").GetInt32());
    }

    [Fact]
    public async Task A_programme_bears_the_costs_and_the_customer_owes_nothing()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await stage.BrowserOf(await stage.CoordinatorAsync()).AssignAsync(BillingSide.Customer, "programme");
        await TalkAsync(stage, requester, interpreter, 25);
        await stage.RateAsync();
        Assert.Equal((0m, 1.39m), await stage.QueryAsync<(decimal, decimal)>("SELECT net, programme_net FROM rated_services"));
        Assert.Equal(("landesprogramm", 1.39m), await stage.QueryAsync<(string, decimal)>("SELECT programme_key, programme_unit_price FROM billing_lines"));
    }

    [Fact]
    public async Task Two_jobs_at_once_rate_each_service_once()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        for (var talk = 0; talk < 3; talk++)
        {
            await TalkAsync(stage, requester, interpreter, 25);
            await interpreter.InvokeAsync("EndWrapUp");
        }

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RunAsync(stage)));
        Assert.Equal((6, 6), await stage.QueryAsync<(int, int)>("SELECT (SELECT count(*) FROM rated_services)::int, (SELECT count(*) FROM billing_lines)::int"));
    }

    [Fact]
    public async Task The_tables_refuse_a_second_rating_and_a_sum_that_is_none()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        await TariffsAsync(stage);
        await TalkAsync(stage, requester, interpreter, 25);
        await stage.RateAsync();
        var twice = await Assert.ThrowsAsync<PostgresException>(() => stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, customer_id, unit_id, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
            SELECT gen_random_uuid(), side, kind, source_id, interpreter_id, customer_id, unit_id, served_from, served_until, day, tariff_id, net, programme_net, rated_at FROM rated_services
            """));
        Assert.Equal(PostgresErrorCodes.UniqueViolation, twice.SqlState);
        var wrong = await Assert.ThrowsAsync<PostgresException>(() => stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation)
            SELECT id, 2, 'surcharge', 'surcharge.night', 1, 'one', 26.505, 26.50, 'standard', 'x' FROM rated_services LIMIT 1
            """));
        Assert.Equal(PostgresErrorCodes.CheckViolation, wrong.SqlState);
    }

    [Fact]
    public async Task The_price_is_told_before_the_order_and_the_earnings_before_the_acceptance()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        using (var none = await stage.BrowserOf(requester).GetAsync("/api/price?language=kmr&modality=video"))
        {
            Assert.Equal(HttpStatusCode.NoContent, none.StatusCode);
        }

        await TariffsAsync(stage);
        var price = await stage.BrowserOf(requester).ReadAsync("/api/price?language=kmr&modality=video");
        Assert.StartsWith("1,45 EUR je Minute, mindestens 15 Minuten", price.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal((21.75m, 25.88m), (price.GetProperty("net").GetDecimal(), price.GetProperty("gross").GetDecimal()));
        await requester.RequestAsync();
        var offer = await interpreter.OfferAsync();
        var earnings = await stage.BrowserOf(interpreter).ReadAsync($"/api/offers/{offer.Id}/earnings");
        Assert.Equal(14.25m, earnings.GetProperty("net").GetDecimal());
        using var strange = await stage.BrowserOf(await stage.InterpreterOffDutyAsync()).GetAsync($"/api/offers/{offer.Id}/earnings");
        Assert.Equal(HttpStatusCode.NotFound, strange.StatusCode);
    }

    private static async Task TariffsAsync(Stage stage)
    {
        var coordinator = stage.BrowserOf(await stage.CoordinatorAsync());
        await coordinator.AssignAsync(BillingSide.Customer, "per-minute");
        await coordinator.AssignAsync(BillingSide.Interpreter, "interpreter-per-minute");
    }

    private static async Task TalkAsync(Stage stage, HubClient requester, HubClient interpreter, double seconds)
    {
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(seconds);
        await requester.EndAsync(session.Id);
    }

    /// <summary>The job itself: its runner would let only one run.</summary>
    private static Task RunAsync(Stage stage) => stage.Server.Services.GetRequiredService<RateServicesJob>().RunAsync(CancellationToken.None);
}
