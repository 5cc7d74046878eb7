using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Benchmarks;

internal static class Profile
{
    public static async Task<int> RunAsync(int seconds)
    {
        await using var world = await World.CreateAsync(32);
        await using var service = await ServerProcess.StartAsync(world.ConnectionString, "environment=Production", "Realtime:CallsPerSecond=100000", "Realtime:CallBurst=100000");
        await using var commits = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(world.ConnectionString) { MaxPoolSize = 32 }.ConnectionString);
        var desks = await Desk.OpenAllAsync(new Uri(service.Address), world.Pairs);
        Console.WriteLine($"service {service.ProcessId} postgres {world.PostgresProcessId} load {Environment.ProcessId}");
        await Saturation.PerSecondAsync(32, TimeSpan.FromSeconds(15), worker => desks[worker].CycleAsync());
        async Task<double> Measure(string name, int perAct, Func<int, Task> act)
        {
            var before = ProcessorTime.Read(service.ProcessId, world.PostgresProcessId);
            var began = Stopwatch.GetTimestamp();
            var acts = await Saturation.PerSecondAsync(32, TimeSpan.FromSeconds(seconds), act);
            var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var used = ProcessorTime.Read(service.ProcessId, world.PostgresProcessId) - before;
            var n = acts * took * perAct;
            Console.WriteLine($"{name}: {acts * perAct:0}/s; µs per command: load {used.Load / n * 1e6:0.0} service {used.Service / n * 1e6:0.0} postgres {used.Postgres / n * 1e6:0.0} all {used.Ours / n * 1e6:0.0}; foreign {(used.Machine - used.Ours) / took:0.00} cores");
            return used.Ours / n;
        }

        var commit = await Measure("commits", 1, _ => WholeService.CommitAsync(commits));
        Console.WriteLine("PROFILE-BEGIN");
        var cycle = await Measure("cycles", Desk.CommandsPerCycle, worker => desks[worker].CycleAsync());
        Console.WriteLine($"PROFILE-END cpu ratio {commit / cycle:0.00}");
        Console.WriteLine(string.Join(", ", HubSocket.Seen.OrderByDescending(x => x.Value).Select(x => $"{x.Key} {x.Value}")));
        return 0;
    }
}
