using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <param name="Tags">As <c>name=value</c>, in the order of the alphabet.</param>
public sealed record Measured(string Name, string? Unit, double Value, string Tags);

/// <summary>Listens to the meters of one server.</summary>
public sealed class Measures : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<Measured> _all = new();

    public Measures(RealServer server)
    {
        var meter = server.Services.GetRequiredService<Telemetry>().Meter;
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == meter)
            {
                Instruments.Add(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Take(instrument, value, tags));
        _listener.Start();
    }

    public ConcurrentBag<string> Instruments { get; } = [];

    public IReadOnlyCollection<Measured> All => _all;

    /// <summary>Without the service's own prefix.</summary>
    public IReadOnlyList<Measured> Of(string name) => [.. _all.Where(one => one.Name == "videodolmetschen." + name)];

    public IReadOnlyList<Measured> Gauge(string name)
    {
        _all.Clear();
        _listener.RecordObservableInstruments();
        return Of(name);
    }

    public void Dispose() => _listener.Dispose();

    private void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var named = tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key.Replace("videodolmetschen.", "", StringComparison.Ordinal)}={tag.Value}");
        _all.Enqueue(new Measured(instrument.Name, instrument.Unit, value, string.Join(' ', named)));
    }
}
