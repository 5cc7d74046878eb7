using Videodolmetschen.Domain.Reporting;

namespace Videodolmetschen.Domain.Tests.Reporting;

public sealed class ServiceFiguresTests
{
    private static readonly WaitCount[] Morning =
    [
        new(WaitOutcome.Answered, 10, 60), new(WaitOutcome.Answered, 30, 15), new(WaitOutcome.Answered, 31, 25),
        new(WaitOutcome.Abandoned, 5, 6), new(WaitOutcome.Abandoned, 90, 14), new(WaitOutcome.Unserved, 240, 5), new(WaitOutcome.Withdrawn, 60, 1),
    ];

    [Fact]
    public void SL_asks_of_the_answered_and_SL2_also_of_those_who_gave_up()
    {
        var figures = ServiceFigures.Of(Morning, within: 30);
        Assert.Equal((100, 75, 20, 6), (figures.Answered, figures.AnsweredInTime, figures.Abandoned, figures.AbandonedInTime));
        Assert.Equal(0.75m, figures.Level);
        Assert.Equal(0.675m, figures.Level2);
    }

    [Fact]
    public void Abandonment_and_what_nobody_served_are_parts_of_all_requests()
    {
        var figures = ServiceFigures.Of(Morning, within: 30);
        Assert.Equal(126, figures.Requests);
        Assert.Equal(20m / 126, figures.Abandonment);
        Assert.Equal(5m / 126, figures.UnservedPart);
    }

    [Fact]
    public void Only_the_answered_have_a_time_to_the_first_media()
    {
        var figures = ServiceFigures.Of(Morning, within: 30);
        Assert.Equal((10, 31), (figures.P50, figures.P95));
    }

    [Fact]
    public void Where_nobody_asked_there_is_no_part_and_no_time()
    {
        var figures = ServiceFigures.Of([], within: 30);
        Assert.Equal((null, null, null, null, null), (figures.Level, figures.Level2, figures.Abandonment, figures.P50, figures.P95));
    }

    [Theory]
    [InlineData(30.0, 30)]
    [InlineData(30.2, 31)]
    [InlineData(-1.0, 0)]
    [InlineData(9_000.0, 3_600)]
    public void A_part_of_a_second_counts_as_a_whole_one(double seconds, int counted) =>
        Assert.Equal(counted, WaitCount.SecondsOf(TimeSpan.FromSeconds(seconds)));
}
