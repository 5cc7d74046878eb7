using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Videodolmetschen.Server.Hosting;

/// <summary>
/// Where all meters and traces of this server come from (catalogue: infra/OPERATIONS.md). Measures are about the service:
/// no tag names a person, a customer or a single request. While nobody listens a measure is one comparison.
/// </summary>
internal sealed class Telemetry(IMeterFactory meters) : IDisposable
{
    public const string Name = "Videodolmetschen";

    /// <summary>From a key press to a long wait; the defaults of OpenTelemetry for seconds end at ten.</summary>
    private static readonly InstrumentAdvice<double> HumanTime = new()
    {
        HistogramBucketBoundaries = [0.01, 0.05, 0.25, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 600],
    };

    private static readonly InstrumentAdvice<double> MachineTime = new()
    {
        HistogramBucketBoundaries = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    };

    public Meter Meter { get; } = meters.Create(Name);

    public ActivitySource Traces { get; } = new(Name);

    /// <summary>Seconds that a person waits.</summary>
    public Histogram<double> HumanSeconds(string name, string description) =>
        Meter.CreateHistogram("videodolmetschen." + name, "s", description, tags: null, HumanTime);

    /// <summary>Seconds that the machine needs.</summary>
    public Histogram<double> MachineSeconds(string name, string description) =>
        Meter.CreateHistogram("videodolmetschen." + name, "s", description, tags: null, MachineTime);

    public Counter<long> Counter(string name, string unit, string description) =>
        Meter.CreateCounter<long>("videodolmetschen." + name, unit, description);

    /// <summary>Something that is counted whenever somebody asks.</summary>
    public void Gauge(string name, string unit, string description, Func<IEnumerable<Measurement<int>>> count) =>
        Meter.CreateObservableGauge("videodolmetschen." + name, count, unit, description);

    public static KeyValuePair<string, object?> Tag(string name, string? value) => new("videodolmetschen." + name, value);

    public void Dispose() => Traces.Dispose();
}
