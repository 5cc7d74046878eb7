using System.Numerics;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class ErlangCTests
{
    /// <summary>The textbook's example: 100 calls in half an hour, three minutes each, are 10 Erlang.</summary>
    private static readonly ErlangLoad TenErlang = new(200, TimeSpan.FromMinutes(3));

    /// <summary>One agent makes an M/M/1 queue, where C is A; two make C = A²/(2 + A).</summary>
    [Theory]
    [InlineData(1, 0.25, 0.25)]
    [InlineData(1, 0.8, 0.8)]
    [InlineData(2, 1, 1.0 / 3)]
    [InlineData(2, 1.5, 2.25 / 3.5)]
    [InlineData(3, 2, 4.0 / 9)]
    [InlineData(14, 10, 0.1741)]
    public void Somebody_has_to_wait_as_often_as_the_tables_say(int agents, double traffic, double probability) =>
        Assert.Equal(probability, ErlangC.WaitProbability(agents, traffic), 0.00005);

    [Theory]
    [InlineData(1, 1, 0.5)]
    [InlineData(2, 1, 0.2)]
    [InlineData(3, 2, 4.0 / 19)]
    [InlineData(10, 10, 0.2146)]
    public void Somebody_finds_all_busy_as_often_as_the_tables_say(int agents, double traffic, double probability) =>
        Assert.Equal(probability, ErlangC.LossProbability(agents, traffic), 0.00005);

    /// <summary>The formula as it was first written, summed without any rounding.</summary>
    [Fact]
    public void The_recurrence_equals_the_exact_sum()
    {
        for (var traffic = 1; traffic <= 40; traffic += 3)
        {
            for (var agents = traffic + 1; agents <= traffic + 25; agents++)
            {
                Assert.Equal(ExactSum(agents, traffic), ErlangC.WaitProbability(agents, traffic), 1e-12);
            }
        }
    }

    [Fact]
    public void Ten_Erlang_need_fourteen_agents_for_80_percent_in_20_seconds()
    {
        var twentySeconds = TimeSpan.FromSeconds(20);

        Assert.Equal(10, TenErlang.Traffic, 1e-12);
        Assert.Equal(14, ErlangC.AgentsNeeded(TenErlang, 0.8, twentySeconds));
        Assert.Equal(0.8884, ErlangC.ServiceLevel(14, TenErlang, twentySeconds), 0.00005);
        Assert.Equal(7.8, ErlangC.AverageSpeedOfAnswer(14, TenErlang)!.Value.TotalSeconds, 0.05);
        Assert.True(ErlangC.ServiceLevel(13, TenErlang, twentySeconds) < 0.8);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(3)]
    [InlineData(0)]
    public void With_too_few_the_queue_grows_without_end(int agents)
    {
        Assert.Equal(1, ErlangC.WaitProbability(agents, 10));
        Assert.Equal(0, ErlangC.ServiceLevel(agents, TenErlang, TimeSpan.FromHours(1)));
        Assert.Null(ErlangC.AverageSpeedOfAnswer(agents, TenErlang));
    }

    [Fact]
    public void Without_calls_nobody_is_needed()
    {
        var quiet = new ErlangLoad(0, TimeSpan.FromMinutes(20));

        Assert.Equal(0, ErlangC.AgentsNeeded(quiet, 0.9, TimeSpan.FromSeconds(20)));
        Assert.Equal((0, 1, TimeSpan.Zero), (ErlangC.WaitProbability(0, 0), ErlangC.ServiceLevel(0, quiet, TimeSpan.Zero), ErlangC.AverageSpeedOfAnswer(0, quiet)));
    }

    [Fact]
    public void Nobody_asks_for_more_than_certainty()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.AgentsNeeded(TenErlang, 1, TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.AgentsNeeded(TenErlang, double.NaN, TimeSpan.Zero));
    }

    [Fact]
    public void A_thousand_agents_are_no_more_trouble_than_ten()
    {
        var city = new ErlangLoad(3_000, TimeSpan.FromMinutes(20));
        var needed = ErlangC.AgentsNeeded(city, 0.95, TimeSpan.FromSeconds(30));

        Assert.InRange(needed, 1_001, 1_100);
        Assert.True(ErlangC.ServiceLevel(needed, city, TimeSpan.FromSeconds(30)) >= 0.95);
        Assert.True(ErlangC.ServiceLevel(needed - 1, city, TimeSpan.FromSeconds(30)) < 0.95);
    }

    /// <summary>C = (A^n/n! · n/(n-A)) / (sum of A^k/k! for k under n + the same), multiplied by n! to stay with whole numbers.</summary>
    private static double ExactSum(int agents, int traffic)
    {
        BigInteger sum = 0, term = 1;
        for (var k = agents; k > 0; k--)
        {
            term *= k;
        }

        for (var k = 0; k < agents; k++)
        {
            sum += term;
            term = term * traffic / (k + 1);
        }

        // Here the term is A^n n!/n!, and both sides are multiplied by (n - A).
        var waits = term * agents;
        return (double)(waits * BigInteger.Pow(10, 18) / ((sum * (agents - traffic)) + waits)) / 1e18;
    }
}
