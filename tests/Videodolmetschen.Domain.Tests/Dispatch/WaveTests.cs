using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class WaveTests
{
    private static readonly DispatchPolicy Policy = new();

    [Theory]
    [InlineData(0, 1, 3)]
    [InlineData(11.9, 1, 3)]
    [InlineData(12, 2, 8)]
    [InlineData(21.9, 2, 8)]
    [InlineData(22, 3, 13)]
    [InlineData(32, 4, 18)]
    [InlineData(42, 5, 23)]
    [InlineData(44.9, 5, 23)]
    [InlineData(45, 6, int.MaxValue)]
    [InlineData(200, 6, int.MaxValue)]
    public void So_many_ring_at_this_age(double age, int number, int size) =>
        Assert.Equal(new Waves.Wave(number, size), Waves.At(Policy, Given.Request(), Given.MondayMorning.AddSeconds(age)));

    [Theory]
    [InlineData(0, 12)]
    [InlineData(11.9, 12)]
    [InlineData(12, 22)]
    [InlineData(41, 42)]
    [InlineData(42, 45)]
    public void The_next_wave_comes_then(double age, double next) =>
        Assert.Equal(Given.MondayMorning.AddSeconds(next), Waves.Next(Policy, Given.Request(), Given.MondayMorning.AddSeconds(age)));

    [Fact]
    public void A_wave_that_has_come_stays_when_the_clock_is_set_back()
    {
        var story = new Story(new DispatchPolicy { FirstWaveSize = 1 });
        story.OnDuty(2);
        story.Asks(Given.Request());
        story.Wait(12.1);

        story.SetClockBack(0.5);

        Assert.NotNull(story.RingingAt(story.OnDuty(Given.Interpreter())));
    }

    [Fact]
    public void After_everybody_no_wave_comes() =>
        Assert.Null(Waves.Next(Policy, Given.Request(), Given.MondayMorning.AddSeconds(45)));

    [Fact]
    public void Each_step_widens_while_the_earlier_ones_keep_ringing()
    {
        var story = new Story();
        story.OnDuty(30);
        var request = story.Asks(Given.Request());

        Assert.Equal(3, story.RingingFor(request).Length);
        story.Wait(12);
        Assert.Equal(8, story.RingingFor(request).Length);
        story.Wait(10);
        Assert.Equal(13, story.RingingFor(request).Length);
        story.Wait(23);
        Assert.Equal(30, story.Tables.Offers.Values.Select(offer => offer.Interpreter).Distinct().Count());
    }

    [Fact]
    public void An_emergency_rings_everybody_at_once()
    {
        var story = new Story();
        story.OnDuty(12);

        var request = story.Asks(Given.Request() with { Priority = Priority.Emergency });

        Assert.Equal(12, story.RingingFor(request).Length);
    }
}
