using System.Diagnostics;
using Npgsql;

namespace Videodolmetschen.Benchmarks;

/// <summary>All scenarios, one after the other, and the table of them.</summary>
internal static class FullTable
{
    /// <param name="effort">How much is measured.</param>
    /// <param name="only">One scenario, which then is not kept in the file; or null.</param>
    public static async Task<int> RunAsync(Effort effort, string? only = null)
    {
        Console.WriteLine("starting PostgreSQL …");
        await using var postgres = await Postgres.StartAsync();
        List<Section> sections = [];
        foreach (var (name, run) in Scenarios(effort, postgres).Where(scenario => only is null || scenario.Name == only))
        {
            var began = Stopwatch.GetTimestamp();
            Console.WriteLine($"{name} …");
            sections.AddRange(await TryAsync(name, run));
            Console.WriteLine(Print.Of($"  took {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s"));
            NpgsqlConnection.ClearAllPools();
        }

        var text = ResultsFile.Of(sections, effort, await Machine.DescribeAsync(await postgres.CreateEmptyDatabaseAsync()));
        Console.WriteLine(text);
        if (only is null)
        {
            ResultsFile.Keep(text);
        }

        return sections.Count == 0 || sections.Any(section => section.Columns.Length == 0) ? 1 : 0;
    }

    private static IEnumerable<(string Name, Func<Task<IReadOnlyList<Section>>> Run)> Scenarios(Effort effort, Postgres postgres) =>
    [
        ("conversations", new ConversationScenario(effort, postgres).RunAsync),
        ("group-commit", new GroupCommitScenario(effort, postgres).RunAsync),
        ("races", async () => [await new RaceScenario(postgres).RunAsync()]),
        ("sizes", async () => [await new SizeScenario(effort, postgres).RunAsync()]),
        ("nodes", async () => [await new NodeScenario(effort, postgres).RunAsync()]),
        ("queue", async () => [await new QueueScenario(effort, postgres).RunAsync()]),
        ("relay", async () => [await new RelayScenario(effort, postgres).RunAsync()]),
        ("memory", async () => [await new MemoryScenario(effort, postgres).RunAsync()]),
        ("reports", async () => [await new ReportScenario(effort, postgres).RunAsync()]),
        ("start", async () => [await new StartScenario(effort, postgres).RunAsync()]),
    ];

    /// <summary>A scenario that fails says so in the table, and the others are still measured.</summary>
    private static async Task<IReadOnlyList<Section>> TryAsync(string name, Func<Task<IReadOnlyList<Section>>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure)
        {
            Console.Error.WriteLine(failure);
            return [new Section($"{name}: failed", []) { Notes = { failure.Message } }];
        }
    }
}
