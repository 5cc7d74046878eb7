using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>Time that passes only when a test says so, timers included. The wall clock can be set apart from it.</summary>
/// <param name="start">Not before now: connections whose sign-in is over by the real clock are closed, however early in the day it began.</param>
public sealed class ManualTime(DateTimeOffset? start = null) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly DateTimeOffset _start = start ?? new(OrdinaryDay().ToDateTime(new TimeOnly(9, 0)), TimeSpan.Zero);
    private TimeSpan _passed;
    private TimeSpan _wallClockIsAhead;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>What the service takes for now, whatever the wall clock says.</summary>
    public DateTimeOffset Steady => _start + Passed;

    private TimeSpan Passed
    {
        get
        {
            lock (_gate)
            {
                return _passed;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => Steady + _wallClockIsAhead;

    public override long GetTimestamp() => Passed.Ticks;

    /// <summary>In the middle of a week of work, whenever the tests are run: what lies a day before or after has no price of a Sunday either.</summary>
    private static DateOnly OrdinaryDay()
    {
        var calendar = new WorkingDays(new HolidayRegion(Land.TH));
        var day = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(1);
        while (day.DayOfWeek is not (DayOfWeek.Wednesday or DayOfWeek.Thursday or DayOfWeek.Friday) || !calendar.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        return day;
    }

    public void SetWallClock(TimeSpan ahead) => _wallClockIsAhead = ahead;

    /// <summary>Lets time pass; every timer due meanwhile fires at its own moment.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Passed + by;
        while (TakeDue(until) is { } due)
        {
            due.Fire();
        }

        lock (_gate)
        {
            _passed = until;
        }
    }

    public void Advance(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private ManualTimer? TakeDue(TimeSpan until)
    {
        lock (_gate)
        {
            var due = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (due?.Due is not { } at)
            {
                return null;
            }

            _passed = at > _passed ? at : _passed;
            due.Due = due.Period > TimeSpan.Zero ? at + due.Period : null;
            return due;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == TimeSpan.Zero)
            {
                // Nobody need let time pass for what is due already.
                ThreadPool.QueueUserWorkItem(_ => Fire());
                dueTime = period > TimeSpan.Zero ? period : Timeout.InfiniteTimeSpan;
            }

            lock (time._gate)
            {
                Due = dueTime == Timeout.InfiniteTimeSpan ? null : time._passed + dueTime;
                Period = period;
                time._timers.Remove(this);
                if (Due is not null)
                {
                    time._timers.Add(this);
                }

                return true;
            }
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
                Due = null;
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
