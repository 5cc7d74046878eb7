using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

public class AskingPlanTests
{
    private static readonly DateTimeOffset Booked = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 3)]
    [InlineData(59, 3)]
    [InlineData(60, 6)]
    [InlineData(120, 12)]
    [InlineData(180, int.MaxValue)]
    [InlineData(240, int.MaxValue)]
    [InlineData(300, int.MaxValue)]
    public void The_best_are_asked_first_and_with_each_quarter_of_the_time_twice_as_many(int minutes, int open) =>
        Assert.Equal(open, AskingPlan.OpenAtMost(3, Booked, new AnswerDeadline(Booked.AddMinutes(240), AllAtOnce: false), Booked.AddMinutes(minutes)));

    [Fact]
    public void Where_there_is_no_time_for_turns_everybody_is_asked_at_once() =>
        Assert.Equal(int.MaxValue, AskingPlan.OpenAtMost(3, Booked, new AnswerDeadline(Booked.AddMinutes(30), AllAtOnce: true), Booked));

    [Fact]
    public void A_clock_that_was_set_back_asks_no_fewer_than_the_first() =>
        Assert.Equal(3, AskingPlan.OpenAtMost(3, Booked, new AnswerDeadline(Booked.AddMinutes(240), AllAtOnce: false), Booked.AddMinutes(-90)));
}
