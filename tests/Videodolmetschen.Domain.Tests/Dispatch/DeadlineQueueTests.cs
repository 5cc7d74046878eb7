using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Domain.Tests.Dispatch;

public class DeadlineQueueTests
{
    private readonly DeadlineQueue _queue = new();
    private readonly Alarm _alarm = new(() => { });

    [Fact]
    public void The_earliest_comes_first_and_equals_in_the_order_they_were_set()
    {
        var (late, early, asEarly) = (new Alarm(() => { }), new Alarm(() => { }), new Alarm(() => { }));
        _queue.Set(late, At(3));
        _queue.Set(early, At(1));
        _queue.Set(asEarly, At(1));

        Assert.Equal([early, asEarly, late], new[] { _queue.TakeDue(At(9)), _queue.TakeDue(At(9)), _queue.TakeDue(At(9)) });
    }

    [Fact]
    public void What_is_not_due_does_not_ring()
    {
        _queue.Set(_alarm, At(5));

        Assert.Null(_queue.TakeDue(At(4)));
        Assert.Equal(At(5), _queue.Next);
    }

    [Theory]
    [InlineData(9)]
    [InlineData(2)]
    public void An_alarm_that_moved_rings_once_at_its_new_time(int moved)
    {
        _queue.Set(_alarm, At(5));
        _queue.Set(_alarm, At(moved));

        Assert.Equal(At(moved), _queue.Next);
        Assert.Same(_alarm, _queue.TakeDue(At(moved)));
        Assert.Null(_queue.TakeDue(At(100)));
    }

    [Fact]
    public void An_alarm_that_was_taken_back_does_not_ring()
    {
        _queue.Set(_alarm, At(5));
        _queue.Set(_alarm, null);

        Assert.Null(_queue.Next);
        _queue.Set(_alarm, At(5));
        Assert.Equal(At(5), _queue.Next);
    }

    [Fact]
    public void Later_then_earlier_then_later_still_rings_once()
    {
        _queue.Set(_alarm, At(5));
        _queue.Set(_alarm, At(2));
        _queue.Set(_alarm, At(7));

        Assert.Null(_queue.TakeDue(At(6)));
        Assert.Same(_alarm, _queue.TakeDue(At(7)));
        Assert.Null(_queue.Next);
    }

    private static DateTimeOffset At(int second) => Given.MondayMorning.AddSeconds(second);
}
