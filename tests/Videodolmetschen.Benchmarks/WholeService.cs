using System.Diagnostics;
using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Benchmarks;

/// <summary>
/// The whole service against the least it could cost: a bare hub that passes a message on, and one durable commit, in the same
/// run. Load, service and bare hub are three processes; rounds are interleaved, and each figure is the median over the rounds.
/// </summary>
internal static class WholeService
{
    private const int InFlight = 32;

    public static async Task<int> RunAsync(Effort effort)
    {
        Console.WriteLine("starting PostgreSQL, the service and the bare hub …");
        await using var world = await World.CreateAsync(InFlight);
        await using var service = await ServerProcess.StartAsync(world.ConnectionString, "environment=Production", "Realtime:CallsPerSecond=100000", "Realtime:CallBurst=100000");
        using var bare = await BareHubProcess.StartAsync();
        await using var commits = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(world.ConnectionString) { MaxPoolSize = InFlight }.ConnectionString);
        var desks = await Desk.OpenAllAsync(new Uri(service.Address), world.Pairs);
        await using var sender = await HubSocket.ConnectAsync(bare.Url);
        await using var receiver = await HubSocket.ConnectAsync(bare.Url);
        await receiver.InvokeAsync("Enter", "receiver");

        List<Round> rounds = [];
        for (var number = 0; number <= effort.Rounds; number++)
        {
            // Round 0 warms up and does not count.
            var samples = number == 0 ? effort.WarmUp : effort.Samples;
            var round = await MeasureAsync(samples, effort.Saturation / (number == 0 ? 4 : 1), desks, commits, () => PassAsync(sender, receiver));
            Console.WriteLine($"round {number}: {round}");
            if (number > 0)
            {
                rounds.Add(round);
            }
        }

        foreach (var desk in desks)
        {
            await desk.DisposeAsync();
        }

        var table = ResultsTable.Of(rounds, effort, await Machine.DescribeAsync(world.ConnectionString));
        Console.WriteLine(table);
        ResultsTable.Keep(table);
        return 0;
    }

    private static async Task<Round> MeasureAsync(int samples, TimeSpan saturation, Desk[] desks, NpgsqlDataSource commits, Func<Task<Arrival>> pass)
    {
        var (hub, commit, offer, ready) = (new Durations(), new Durations(), new Durations(), new Durations());
        for (var sample = 0; sample < samples; sample++)
        {
            var sent = Stopwatch.GetTimestamp();
            hub.Add(sent, (await pass()).At);
            sent = Stopwatch.GetTimestamp();
            await CommitAsync(commits);
            commit.Add(sent, Stopwatch.GetTimestamp());
            await desks[0].CycleAsync(offer, ready);
        }

        var commitsPerSecond = await Saturation.PerSecondAsync(InFlight, saturation, _ => CommitAsync(commits));
        var cyclesPerSecond = await Saturation.PerSecondAsync(InFlight, saturation, worker => desks[worker].CycleAsync());
        return new Round(hub, commit, offer, ready, commitsPerSecond, cyclesPerSecond * Desk.CommandsPerCycle);
    }

    private static async Task<Arrival> PassAsync(HubSocket sender, HubSocket receiver)
    {
        var passed = receiver.Expect("Passed");
        var answer = sender.InvokeAsync("Pass", "receiver", new { language = "tir", modality = "video" });
        var arrival = await passed;
        await answer;
        return arrival;
    }

    public static async Task CommitAsync(NpgsqlDataSource commits)
    {
        await using var insert = commits.CreateCommand("INSERT INTO bench_commits DEFAULT VALUES");
        await insert.ExecuteNonQueryAsync();
    }
}
