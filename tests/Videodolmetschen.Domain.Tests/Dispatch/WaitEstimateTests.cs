using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class WaitEstimateTests
{
    [Fact]
    public void Four_cases_say_nothing() =>
        Assert.Equal(new WaitEstimate(4, false, null, null), WaitEstimate.Of([Seconds(1), Seconds(2), Seconds(3), null], 5));

    [Fact]
    public void Half_waited_at_most_the_median_and_nine_of_ten_at_most_the_ninetieth()
    {
        var waits = Enumerable.Range(1, 20).Reverse().Select(i => Seconds(i)).ToList();

        Assert.Equal(new WaitEstimate(20, true, Seconds(10), Seconds(18)), WaitEstimate.Of(waits, 5));
    }

    [Fact]
    public void Where_nobody_came_the_wait_has_no_end() =>
        Assert.Equal(new WaitEstimate(5, true, Seconds(30), null), WaitEstimate.Of([null, Seconds(10), null, Seconds(30), Seconds(20)], 5));

    private static TimeSpan? Seconds(int count) => TimeSpan.FromSeconds(count);
}
