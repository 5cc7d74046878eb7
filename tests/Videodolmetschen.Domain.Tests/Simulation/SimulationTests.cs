using System.Collections.Concurrent;
using System.Globalization;

namespace Videodolmetschen.Domain.Tests.Simulation;

public class SimulationTests
{
    private const int StepsPerSeed = 50_000;

    /// <summary>Every fourth is a town of thousands, every fourth a village where everybody meets.</summary>
    [Theory]
    [InlineData(4, 7_000)]
    [InlineData(5, 7_000)]
    [InlineData(6, 3_000)]
    [InlineData(7, 600)]
    [InlineData(8, 7_000)]
    [InlineData(9, 7_000)]
    [InlineData(12, 7_000)]
    [InlineData(13, 7_000)]
    [InlineData(16, 7_000)]
    [InlineData(17, 7_000)]
    [InlineData(20, 7_000)]
    [InlineData(21, 7_000)]
    public void No_life_of_a_town_breaks_an_invariant(ulong seed, int steps) => Live(seed, steps);

    /// <summary>
    /// Only when asked for: <c>SIMULATION_STEPS=1000000 dotnet run -c Release --project tests/Videodolmetschen.Domain.Tests --
    /// -method "*No_long_life*"</c> lives through twenty seeds; SIMULATION_SEED says where to begin.
    /// </summary>
    [Fact]
    public void No_long_life_breaks_one_either()
    {
        var steps = Setting("SIMULATION_STEPS", 0);
        var seed = (ulong)Setting("SIMULATION_SEED", 1);
        var lives = (steps + StepsPerSeed - 1) / StepsPerSeed;
        // One by one: handed out in ranges, one core would wait for the other's last lives.
        var each = Partitioner.Create(Enumerable.Range(0, lives), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(each, life => Live(seed + (ulong)life, Math.Min(steps - (life * StepsPerSeed), StepsPerSeed)));
    }

    private static void Live(ulong seed, int steps)
    {
        var life = new Life(seed);
        if (life.Run(steps) is { } failure)
        {
            Assert.Fail(life.Explain(failure, TimeSpan.FromSeconds(60)));
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
