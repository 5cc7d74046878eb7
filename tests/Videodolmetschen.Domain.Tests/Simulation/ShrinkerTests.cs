namespace Videodolmetschen.Domain.Tests.Simulation;

public class ShrinkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Only_what_the_failure_needs_is_left()
    {
        var all = Enumerable.Range(0, 10_000).ToList();

        var left = Shrinker.Shrink(all, some => some.Contains(17) && some.Contains(4_711) && some.Contains(9_999), Patience);

        Assert.Equal([17, 4_711, 9_999], left);
    }

    [Fact]
    public void Whole_groups_go_first()
    {
        var all = Enumerable.Range(0, 10_000).ToList();
        var asked = 0;

        var left = Shrinker.Shrink(all, one => one % 100, some => ++asked > 0 && some.Contains(4_711) && some.Contains(11), Patience);

        Assert.Equal([11, 4_711], left);
        Assert.InRange(asked, 1, 100);
    }

    [Fact]
    public void A_failure_of_a_whole_town_shrinks_to_a_few_lines_to_be_read()
    {
        var life = new Life(5, believed: policy => policy with { ConnectWithin = TimeSpan.FromSeconds(2) });
        var failure = life.Run(20_000);

        var told = life.Explain(failure!, Patience);

        Assert.StartsWith($"seed 5, step {failure!.Step}: I13:", told, StringComparison.Ordinal);
        Assert.InRange(told.Count(letter => letter == '\n'), 3, 40);
    }
}
