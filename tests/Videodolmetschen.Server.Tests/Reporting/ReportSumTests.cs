using Videodolmetschen.Server.Tests.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Reporting;

/// <summary>Sums are never anything else than the rows that they were made of.</summary>
public sealed class ReportSumTests(RealPostgres postgres)
{
    [Fact]
    public async Task Every_view_says_the_same_of_the_sums_as_of_the_rows_themselves()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (one, other, interpreter) = (await world.CustomerAsync("Amt"), await world.CustomerAsync("Klinik"), await world.InterpreterAsync());
        var now = world.Stage.Time.GetUtcNow();
        await world.AskedAsync(one, interpreter, 90, now.AddDays(-20));
        await world.AskedAsync(other, interpreter, 70, now.AddDays(-9), "ara");
        await world.AskedAsync(other, await world.InterpreterAsync(9002), 3, now.AddHours(-7), "ara");
        var raw = await world.ReadAllAsync();

        await world.SumAsync();
        await world.SumAsync();
        Assert.Equal(raw, await world.ReadAllAsync());
        Assert.True(await world.Stage.QueryAsync<bool>("SELECT count(*) > 10 FROM report_days WHERE closed"));
        Assert.Equal(
            await world.Stage.QueryAsync<string>("SELECT concat_ws(' ', count(*), sum(floor(counted_seconds))::bigint, (SELECT sum(net) FROM rated_services WHERE side = 'customer')) FROM sessions"),
            await world.Stage.QueryAsync<string>("SELECT concat_ws(' ', sum(sessions), sum(seconds), sum(net)) FROM report_usage"));
        Assert.Equal(
            await world.Stage.QueryAsync<string>("SELECT concat_ws(' ', count(*), count(unserved_because), count(*) FILTER (WHERE state = 'cancelled')) FROM requests"),
            await world.Stage.QueryAsync<string>("SELECT concat_ws(' ', sum(requests), sum(requests) FILTER (WHERE outcome = 'unserved'), sum(requests) FILTER (WHERE outcome = 'abandoned')) FROM report_waits"));
    }

    [Fact]
    public async Task What_is_priced_late_changes_the_sum_of_its_day()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        await world.AskedAsync(office, interpreter, 8, world.Stage.Time.GetUtcNow().AddDays(-3));
        await world.SumAsync();
        Assert.Equal(1, await world.Stage.QueryAsync<int>($"SELECT count(*) FROM report_days WHERE closed AND day = '{world.Stage.Time.GetUtcNow().AddDays(-3):yyyy-MM-dd}'"));
        world.Stage.Time.Advance(TimeSpan.FromHours(2));
        await world.Stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO rated_services (id, side, kind, source_id, customer_id, unit_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
            SELECT gen_random_uuid(), side, 'cancellation', gen_random_uuid(), customer_id, unit_id, language, modality, served_from, served_until, day, tariff_id, 123.45, 0, @now
            FROM rated_services
            WHERE side = 'customer'
            LIMIT 1
            """,
            new { now = world.Stage.Time.GetUtcNow() });
        await world.SumAsync();
        Assert.Equal(await world.Stage.QueryAsync<decimal>("SELECT sum(net) FROM rated_services WHERE side = 'customer'"), await world.Stage.QueryAsync<decimal>("SELECT sum(net) FROM report_usage"));
    }

    [Fact]
    public async Task A_day_with_something_unfinished_is_not_closed_and_is_read_from_its_rows()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (office, interpreter) = (await world.CustomerAsync("Amt"), await world.InterpreterAsync());
        var at = world.Stage.Time.GetUtcNow().AddDays(-4);
        await world.AskedAsync(office, interpreter, 8, at);
        await world.Stage.Server.ExecuteAsStaffAsync(
            """
            INSERT INTO requests (id, key, customer_id, unit_id, requester_id, language, field, modality, priority, needs_section_203, requirements, wishes, related_allowed, requested_at, state)
            SELECT gen_random_uuid(), gen_random_uuid(), customer_id, unit_id, requester_id, language, field, modality, priority, false, '[]', '[]', false, @at, 'waiting'
            FROM requests
            LIMIT 1
            """,
            new { at });
        await world.SumAsync();
        Assert.Equal(0, await world.Stage.QueryAsync<int>("SELECT count(*) FROM report_days WHERE closed AND day = (@at AT TIME ZONE 'Europe/Berlin')::date", new { at }));
        await world.Stage.Server.ExecuteAsStaffAsync("UPDATE requests SET state = 'cancelled', cancelled_by = 'requester', ended_at = @at WHERE ended_at IS NULL", new { at });
        Assert.Equal(9, (await world.Coordinator.ReadAsync("/api/reports/service?by=unit")).GetProperty("total").GetProperty("values")[0].GetInt32());
        await world.SumAsync();
        Assert.Equal(9, (await world.Coordinator.ReadAsync("/api/reports/service?by=unit")).GetProperty("total").GetProperty("values")[0].GetInt32());
    }
}
