namespace Videodolmetschen.Domain.Dispatch;

/// <summary>
/// Alarms by time. Setting one again is cheap: an entry that is no longer meant is skipped when its time comes,
/// and one that moved later stays where it is until then.
/// </summary>
internal sealed class DeadlineQueue
{
    private readonly PriorityQueue<Alarm, (DateTimeOffset At, long Order)> _entries = new();
    private long _order;

    /// <summary>The earliest alarm that is really meant.</summary>
    public DateTimeOffset? Next
    {
        get
        {
            while (_entries.TryPeek(out var alarm, out var key))
            {
                if (alarm.Queued == key.At && alarm.Due == key.At)
                {
                    return key.At;
                }

                _entries.Dequeue();
                Requeue(alarm, key.At);
            }

            return null;
        }
    }

    public void Set(Alarm alarm, DateTimeOffset? at)
    {
        alarm.Due = at;
        if (at is { } due && (alarm.Queued is not { } queued || due < queued))
        {
            alarm.Queued = due;
            _entries.Enqueue(alarm, (due, _order++));
        }
    }

    /// <summary>Takes the next alarm that is due, or null. It has to be set again to ring again.</summary>
    public Alarm? TakeDue(DateTimeOffset now)
    {
        if (Next is not { } next || next > now)
        {
            return null;
        }

        var alarm = _entries.Dequeue();
        alarm.Due = null;
        alarm.Queued = null;
        return alarm;
    }

    public void Clear() => _entries.Clear();

    private void Requeue(Alarm alarm, DateTimeOffset was)
    {
        if (alarm.Queued != was)
        {
            return;
        }

        alarm.Queued = null;
        Set(alarm, alarm.Due);
    }
}

/// <summary>One thing that is to happen at a time.</summary>
internal sealed class Alarm(Action ring)
{
    public DateTimeOffset? Due { get; set; }

    public DateTimeOffset? Queued { get; set; }

    public Action Ring => ring;
}
