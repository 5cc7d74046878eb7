using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>A billing run whose server dies in the middle goes on to the same documents.</summary>
public sealed class BillingFaultTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_run_killed_between_a_document_and_its_commit_goes_on_with_the_same_number()
    {
        using var folder = TemporaryFolder.Create();
        var order = Path.Combine(folder.Path, "crash");
        await using var world = await BillingWorld.OpenAsync(postgres);
        var (interpreter, parties) = (await world.InterpreterAsync(), new List<Guid>());
        foreach (var name in (string[])["Amt A", "Amt B", "Amt C"])
        {
            var office = await world.CustomerAsync(name);
            await world.TalkedAsync(office, interpreter);
            parties.Add(office.Customer.Value);
        }

        var run = (await world.Coordinator.OkAsync("/api/billing/runs", world.Order("customer", parties))).GetProperty("run").GetProperty("id").GetGuid();
        await using var server = new ServerProcess(world.Stage.Server.ConnectionString, "Hosting:BuildWeb=false");
        server.Environment[CrashPoint.Variable] = order;
        await using var beside = await RealServer.BesideAsync(world.Stage.Server.ConnectionString, new Uri(server.Address));
        await server.StartAgainAsync();
        await beside.AddStaffAsync("abrechnung@videodolmetschen.example");
        var coordinator = await Browser.SignedInAsync(beside, "abrechnung@videodolmetschen.example");
        // Another browser pushes the run as well: one whole party is issued, the next one dies with the server.
        Assert.True(await Runs(world).IssueNextAsync(run, TestContext.Current.CancellationToken));
        await File.WriteAllTextAsync(order, "document_issued", TestContext.Current.CancellationToken);
        var dying = Record.ExceptionAsync(() => coordinator.OkAsync($"/api/billing/runs/{run}/continue", new { }));
        await server.EndedAsync();
        Assert.NotNull(await dying);
        Assert.Equal("Amt A", await world.Stage.QueryAsync<string>("SELECT string_agg(c.name, ', ' ORDER BY position) FROM documents d JOIN customers c ON c.id = d.customer_id"));

        await server.StartAgainAsync();
        while ((await coordinator.OkAsync($"/api/billing/runs/{run}/continue", new { })).GetProperty("run").GetProperty("state").GetString() == "issuing")
        {
        }

        Assert.Equal("1 Amt A, 2 Amt B, 3 Amt C", await world.Stage.QueryAsync<string>(
            "SELECT string_agg(concat(serial, ' ', c.name), ', ' ORDER BY position) FROM documents d JOIN customers c ON c.id = d.customer_id"));
    }

    private static Server.Billing.BillingRuns Runs(BillingWorld world) =>
        Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<Server.Billing.BillingRuns>(world.Stage.Server.Services);
}
