using System.Globalization;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Domain.Tests.Simulation;

public class SimulationTests
{
    private const int StepsPerSeed = 50_000;

    /// <summary>Every fourth is a town of thousands, every fourth a village where everybody meets.</summary>
    [Theory]
    [InlineData(4, 10_000)]
    [InlineData(5, 10_000)]
    [InlineData(6, 8_000)]
    [InlineData(7, 3_000)]
    [InlineData(8, 10_000)]
    [InlineData(9, 10_000)]
    [InlineData(12, 10_000)]
    [InlineData(13, 10_000)]
    [InlineData(16, 10_000)]
    [InlineData(17, 10_000)]
    [InlineData(20, 10_000)]
    [InlineData(21, 10_000)]
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
        Parallel.For(0, lives, life => Live(seed + (ulong)life, Math.Min(steps - (life * StepsPerSeed), StepsPerSeed)));
    }

    [Fact]
    public void The_same_seed_makes_the_same_history_to_the_letter()
    {
        var (one, other) = (new Diary(), new Diary());
        new Life(8).Run(2_000, one);
        new Life(8).Run(2_000, other);

        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void The_acts_of_a_history_make_it_again()
    {
        var (lived, replayed) = (new Diary(), new Diary());
        var life = new Life(8);
        life.Run(2_000, lived);
        life.Replay(life.Acts, replayed);

        Assert.Equal(lived.ToString(), replayed.ToString());
    }

    /// <summary>A simulation that never gets anywhere proves nothing.</summary>
    [Fact]
    public void A_life_meets_every_end_there_is()
    {
        Life[] lives = [new Life(4), new Life(8), new Life(12)];
        Assert.All(lives, life => Assert.Null(life.Run(20_000)));

        var all = Enum.GetValues<EndReason>().Cast<object>()
            .Concat(Enum.GetValues<CancelledBy>().Cast<object>())
            .Concat(Enum.GetValues<UnservedCause>().Cast<object>())
            .Concat(Enum.GetValues<GuestEndReason>().Cast<object>())
            .Concat(Enum.GetValues<WithdrawnBecause>().Cast<object>())
            .Concat([CallbackState.Taken, CallbackState.Expired, CallbackState.Cancelled])
            .Concat(["took over", "left without interpreting"])
            .Append(OfferState.Expired);
        Assert.Empty(all.Except(lives.SelectMany(life => life.Met)));
        Assert.Empty(Enum.GetValues<ActKind>().Except(lives.SelectMany(life => life.Acts).Select(act => act.Kind)));
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
