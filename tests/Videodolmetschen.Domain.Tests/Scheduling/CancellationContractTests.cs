using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Scheduling;

/// <summary>What a customer's contract says of cancelling, and what it costs by it.</summary>
public class CancellationContractTests
{
    private static readonly WorkingDays Bavaria = new(new HolidayRegion(Land.BY));

    /// <summary>GERMANY.md 1.5: its day and the two calendar days before, two hours at most.</summary>
    [Theory]
    [InlineData("2026-11-23 23:59", 45, 0)]
    [InlineData("2026-11-24 00:00", 45, 100)]
    [InlineData("2026-11-26 09:00", 120, 100)]
    [InlineData("2026-11-26 09:00", 180, 67)]
    [InlineData("2026-11-26 09:00", 240, 50)]
    public void By_the_ladder_of_the_law_two_hours_at_most_are_paid(string cancelled, int minutes, int percent)
    {
        var slot = new AppointmentSlot(Given.Slot("2026-11-26 10:00").Start, Given.Slot("2026-11-26 10:00").Start.AddMinutes(minutes));
        var rule = new CancellationContract(CancellationLadder.Jveg, []).Rule;
        Assert.Equal(percent, rule.Evaluate(slot, Given.Wall(cancelled), Bavaria).Percent);
    }

    [Fact]
    public void Own_steps_cost_what_they_say()
    {
        var rule = Own((48, 30), (12, 80)).Rule;
        Assert.Equal([0, 30, 80], new[] { "2026-11-24 10:00", "2026-11-24 10:01", "2026-11-26 00:00" }.Select(at => rule.Evaluate(Given.Slot("2026-11-26 10:00"), Given.Wall(at), Bavaria).Percent));
    }

    [Fact]
    public void Without_a_word_the_usual_ladder_holds() => Assert.Equal(CancellationRule.Usual, CancellationContract.Usual.Rule);

    [Fact]
    public void Each_step_that_cannot_be_is_named()
    {
        Assert.Empty(Own((24, 50), (4, 100)).Violations());
        Assert.Equal([new CancellationViolation(0, CancellationBreach.NoSteps)], Own().Violations());
        Assert.Equal([new CancellationViolation(0, CancellationBreach.TooManySteps)], Own((7, 1), (6, 2), (5, 3), (4, 4), (3, 5), (2, 6), (1, 7)).Violations());
        Assert.Equal([new CancellationViolation(0, CancellationBreach.HoursOutOfBounds), new CancellationViolation(1, CancellationBreach.PercentOutOfBounds)], Own((2161, 50), (4, 101)).Violations());
        Assert.Equal([new CancellationViolation(1, CancellationBreach.HoursOutOfOrder), new CancellationViolation(2, CancellationBreach.NotDearer)], Own((24, 50), (24, 60), (4, 60)).Violations());
        Assert.Equal([new CancellationViolation(0, CancellationBreach.StepsNotOwn)], (Own((24, 50)) with { Ladder = CancellationLadder.Jveg }).Violations());
    }

    private static CancellationContract Own(params (int Hours, int Percent)[] steps) =>
        new(CancellationLadder.Own, [.. steps.Select(step => new CancellationStep.HoursBefore(step.Hours, step.Percent))]);
}
