using System.Diagnostics;
using System.Diagnostics.Metrics;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>How the loop itself is doing, and the time it takes to ring somebody.</summary>
internal sealed class LoopMeters
{
    private readonly Histogram<double> _lag;
    private readonly Histogram<double> _commit;
    private readonly Histogram<int> _batch;
    private readonly Histogram<double> _offer;
    private readonly Counter<long> _reloads;
    private readonly ActivitySource _traces;
    private readonly TimeProvider _time;

    public LoopMeters(Telemetry telemetry, Mailbox mailbox, TimeProvider time)
    {
        (_traces, _time) = (telemetry.Traces, time);
        _lag = telemetry.MachineSeconds("dispatch.command.wait.duration", "Time a command waits before it is decided.");
        _commit = telemetry.MachineSeconds("dispatch.commit.duration", "Time to store a batch of decisions.");
        _offer = telemetry.MachineSeconds("dispatch.offer.duration", "From the request at the server to its first offers at the sender, when somebody is free.");
        _batch = telemetry.Meter.CreateHistogram<int>(
            "videodolmetschen.dispatch.batch.size", "{command}", "Commands stored in one transaction.", tags: null,
            new InstrumentAdvice<int> { HistogramBucketBoundaries = [0, 1, 2, 4, 8, 16, 32, 64, 128, 256] });
        _reloads = telemetry.Counter("dispatch.reloads", "{reload}", "Times the live tables were read anew.");
        telemetry.Gauge("dispatch.commands.waiting", "{command}", "Commands in the mailbox.", () => [new(mailbox.Reader.Count)]);
    }

    /// <summary>Spans the wait for a decision that is stored. Null while nobody listens.</summary>
    public Activity? Ask(DispatchCommand command) =>
        _traces.HasListeners() ? _traces.StartActivity("dispatch " + command.GetType().Name) : null;

    /// <summary>Spans the storing of a batch, linked to those who asked.</summary>
    public Activity? Commit(DispatchBatch batch) => _traces.HasListeners() && batch.Changes.Count > 0
        ? _traces.StartActivity("commit", ActivityKind.Client, default(ActivityContext), tags: null, batch.Waiting.Where(one => one.AskedBy != default).Select(one => new ActivityLink(one.AskedBy)))
        : null;

    public long Now() => _time.GetTimestamp();

    public void Taken(Waiting waiting) => Record(_lag, waiting.PostedAt);

    public void Stored(DispatchBatch batch, long since)
    {
        if (batch.Changes.Count > 0)
        {
            Record(_commit, since);
            if (_batch.Enabled)
            {
                _batch.Record(batch.Waiting.Count());
            }
        }
    }

    /// <summary>After the notices were handed to the sender.</summary>
    public void Told(DispatchBatch batch)
    {
        if (!_offer.Enabled)
        {
            return;
        }

        foreach (var (waiting, _, _, outcome) in batch.Decisions)
        {
            if (waiting?.Command is DispatchCommand.RequestInterpreter && outcome.Notices.Any(notice => notice is Notice.OfferReceived))
            {
                Record(_offer, waiting.PostedAt);
            }
        }
    }

    public void Reloaded(string cause) => _reloads.Add(1, Telemetry.Tag("reload.cause", cause));

    private void Record(Histogram<double> histogram, long since)
    {
        if (histogram.Enabled)
        {
            histogram.Record(_time.GetElapsedTime(since).TotalSeconds);
        }
    }
}
