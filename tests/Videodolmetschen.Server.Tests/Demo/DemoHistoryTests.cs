using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Demo;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Demo;

public sealed class DemoHistoryTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_town_can_be_billed_for_its_last_month_but_for_what_a_first_run_should_show()
    {
        await using var server = await RealServer.StartAsync(postgres, settings: ["Demo:History=true"]);
        await server.App.SeedDemoAsync();
        var rating = server.Services.GetRequiredService<RateServicesJob>();
        while (await rating.RunAsync(CancellationToken.None) > 0)
        {
        }

        var today = BerlinTime.DayOf(TimeProvider.System.GetUtcNow());
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var runs = server.Services.GetRequiredService<BillingRuns>();
        var customers = await runs.PreviewAsync(BillingSide.Customer, first, first.AddMonths(1).AddDays(-1), CancellationToken.None);
        var interpreters = await runs.PreviewAsync(BillingSide.Interpreter, first, first.AddMonths(1).AddDays(-1), CancellationToken.None);

        Assert.Equal((0, 0), (customers.Unrated, interpreters.Unrated));
        Assert.Equal(["Klinikum Lindenfurt"], customers.Parties.Where(party => party.Findings.Count > 0).Select(party => party.Name));
        Assert.Equal(["D-0001"], interpreters.Parties.Where(party => party.Findings.Count > 0).Select(party => party.Name));
        Assert.True(customers.Parties.Sum(party => party.Net) > interpreters.Parties.Sum(party => party.Net));
    }

    [Fact]
    public async Task A_town_that_has_a_past_gets_no_second_one()
    {
        await using var server = await RealServer.StartAsync(postgres, settings: ["Demo:History=true"]);
        await server.App.SeedDemoAsync();
        var before = await CountAsync(server);

        await using (var connection = await OpenAsync(server))
        {
            await connection.ExecuteAsync("UPDATE users SET disabled_at = now() WHERE email = 'asyl@demo.example'");
        }

        await server.App.SeedDemoAsync();
        Assert.InRange(before, 150, 700);
        Assert.Equal(before, await CountAsync(server));
    }

    private static async Task<int> CountAsync(RealServer server)
    {
        await using var connection = await OpenAsync(server);
        return await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM requests");
    }

    private static async Task<NpgsqlConnection> OpenAsync(RealServer server)
    {
        var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        return connection;
    }
}
